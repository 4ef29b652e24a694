"""The card of an export: what is in it, who made it and how, for those who will use it. In Chinese or English.

What the program cannot know (licence, purpose, source of the pages) is left for the author to write, and says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from annotator.core.scheme import Label, Scheme
from annotator.exchange.formats.card_words import WORDS, Words
from annotator.exchange.formats.document import Loss, Study
from annotator.exchange.formats.manifest import Count

_EXAMPLES = 4


class Language(StrEnum):
    """What a card is written in."""

    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Card:
    """What a card tells.

    `splits` are counts by the name of the split, `agreement` figures as they are to be printed, by name. `is_healed`: the breaks that
    columns made are not in the texts.
    """

    study: Study
    splits: Mapping[str, Count]
    losses: Sequence[Loss] = ()
    agreement: Mapping[str, str] | None = None
    note: str = ""
    is_healed: bool = False


def card(facts: Card, language: Language) -> str:
    """Return the card in Markdown, ending in a line feed."""
    words, scheme = WORDS[language.value], facts.study.scheme
    sections = (
        f"# {_line(facts.study.title)}",
        words.what,
        f"## {words.made}\n\n{_people(facts.study, words)}\n\n{words.healed if facts.is_healed else words.breaks}{words.how}",
        f"## {words.labels}\n\n{_scheme(scheme, words, language)}",
        f"## {words.splits}\n\n{_splits(facts.splits, scheme, words)}",
        f"## {words.agreement}\n\n{_agreement(facts.agreement, words)}",
        f"## {words.limits}\n\n{_limits(facts.losses, words)}",
        *((facts.note.strip(),) if facts.note.strip() else ()),
        f"## {words.licence}\n\n{words.no_licence}",
    )
    return "\n\n".join(sections) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a Markdown table; cells are one line each."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _people(study: Study, words: Words) -> str:
    names = words.comma.join(_line(name) for name in study.people)
    return words.people.format(count=len(study.people), names=names) if study.people else words.nobody


def _scheme(scheme: Scheme, words: Words, language: Language) -> str:
    about = words.scheme.format(
        title=_line(scheme.title.get(language.value)), version=scheme.version, overlap=words.overlaps[scheme.overlap.value]
    )
    rows = [(label.id, label.name.zh, label.name.en, _definition(label, words, language)) for label in scheme.labels]
    return f"{about}\n\n{table(words.scheme_heads, rows)}"


def _definition(label: Label, words: Words, language: Language) -> str:
    return label.definition.get(language.value) or words.comma.join(label.examples[:_EXAMPLES])


def _splits(splits: Mapping[str, Count], scheme: Scheme, words: Words) -> str:
    if not splits:
        return words.empty
    rows: list[tuple[object, ...]] = [
        (words.articles, *(count.articles for count in splits.values())),
        (words.characters, *(count.characters for count in splits.values())),
        (words.mentions, *(count.mentions for count in splits.values())),
    ]
    known = [label.id for label in scheme.labels]
    others = sorted({label for count in splits.values() for label in count.labels}.difference(known))
    rows += [(label, *(count.labels.get(label, 0) for count in splits.values())) for label in (*known, *others)]
    return f"{table(('', *splits), rows)}\n\n{words.counted}"


def _agreement(figures: Mapping[str, str] | None, words: Words) -> str:
    return table(words.agreement_heads, figures.items()) if figures else words.no_agreement


def _limits(losses: Sequence[Loss], words: Words) -> str:
    points = [words.limit_pages, words.limit_labels]
    points += [words.lost.format(what=words.losses.get(loss.what, loss.what), count=loss.count) for loss in losses]
    return "\n".join(f"- {point}" for point in points)


def _cell(value: object) -> str:
    return _line(str(value)).replace("|", "\\|")


def _line(text: str) -> str:
    """Return a name from outside as one line that is no markup."""
    return " ".join(text.split()).replace("<", "&lt;")
