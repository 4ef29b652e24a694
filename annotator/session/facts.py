"""What can be known about a span beside the span itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about one span, in plain words and figures.

    `sort` and `origin` are those of its lexicon entry, `examples` those of its pattern. `kept` of `decided` candidates of its source
    were taken over (0 of 0: not known). `programme` is the name of the programme it is linked to. `left_out` stands close by, each
    with the title of the ruling.
    """

    sort: str = ""
    origin: str = ""
    examples: tuple[str, ...] = ()
    kept: int = 0
    decided: int = 0
    programme: str = ""
    left_out: tuple[tuple[str, str], ...] = ()
