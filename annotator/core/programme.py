"""The register: programmes that mentions can be linked to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Programme:
    """One programme: a stable id, its official name, other names it goes by, and the label its mentions usually get."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    label: str = ""
    note: str = ""
    origin: str = ""
