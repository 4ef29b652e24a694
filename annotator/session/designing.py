"""The scheme on the drawing board: a draft that may be wrong for a while, edited by functions that return another one.

Nothing here is written. `scheme_of` builds the scheme that would be saved, and raises what is still wrong with it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from annotator.core.attributes import Code, CodeKind, CodeValue
from annotator.core.colour import Distance, contrast, nearest, proposed
from annotator.core.errors import SchemeError
from annotator.core.ruling import Ruling
from annotator.core.scheme import RESERVED_KEYS, Colour, Counterexample, Label, Overlap, Scheme, Words

_KEYS = "1234567890QWERTYUOPGHVBZCD"
_TEXT = "= text"


@dataclass(frozen=True, slots=True)
class Design:
    """A draft of the version after `base`."""

    base: Scheme
    labels: tuple[Label, ...]
    retired: tuple[Label, ...]
    aliases: Mapping[str, str]
    overlap: Overlap
    guideline: Words
    attributes: tuple[Code, ...]
    codes: tuple[Code, ...]

    @property
    def is_changed(self) -> bool:
        """Whether it says anything that `base` does not."""
        return self != design_of(self.base)

    def label(self, label_id: str) -> Label | None:
        """Return the label called `label_id`, retired or not."""
        return next((one for one in (*self.labels, *self.retired) if one.id == label_id), None)

    def is_new(self, label_id: str) -> bool:
        """Say whether the label was in no version before; only then may its id change."""
        return all(one.id != label_id for one in (*self.base.labels, *self.base.retired))


def design_of(scheme: Scheme) -> Design:
    """Return the draft that changes nothing."""
    return Design(
        *(scheme, scheme.labels, scheme.retired, dict(scheme.aliases)),
        *(scheme.overlap, scheme.guideline, scheme.attributes, scheme.codes),
    )


def scheme_of(design: Design) -> Scheme:
    """Return the scheme as it would be saved, still under the version of its base.

    Raises:
        SchemeError: keys or ids clash, a name is missing, or a merge leads nowhere.
    """
    nameless = next((label for label in design.labels if not (label.name.zh or label.name.en)), None)
    if nameless is not None:
        raise SchemeError("{label} needs a name.", label=nameless.id)
    return replace(
        design.base,
        labels=design.labels,
        retired=design.retired,
        aliases=dict(design.aliases),
        overlap=design.overlap,
        guideline=design.guideline,
        attributes=design.attributes,
        codes=design.codes,
    )


def problem(design: Design) -> SchemeError | None:
    """Return what is still wrong, or None."""
    try:
        scheme_of(design)
    except SchemeError as error:
        return error
    return None


# Labels


def with_label(design: Design, label: Label, *, was: str = "") -> Design:
    """Return `design` with `label` in the place of the one called `was` (its own id by default)."""
    name = was or label.id
    return replace(
        design,
        labels=tuple(label if one.id == name else one for one in design.labels),
        retired=tuple(label if one.id == name else one for one in design.retired),
    )


def added(design: Design) -> tuple[Design, Label]:
    """Return `design` with one more label, and that label: a free id, a free key, a colour far from all others."""
    taken = {one.id for one in (*design.labels, *design.retired)}
    name = next(free for n in range(len(taken) + 1, 10_000) if (free := f"LABEL{n}") not in taken)
    light, dark = free_colours(design, name)
    made = Label(name, free_key(design), Words(), Words(), light, dark)
    return replace(design, labels=(*design.labels, made)), made


def free_key(design: Design) -> str:
    """Return a key that no label and no command has; empty where none is left."""
    taken = {one.key for one in design.labels} | RESERVED_KEYS
    return next((key for key in _KEYS if key not in taken), "")


def moved(design: Design, label_id: str, step: int) -> Design:
    """Return `design` with a label one place further (1) or back (-1)."""
    ids = [one.id for one in design.labels]
    if label_id not in ids or not 0 <= ids.index(label_id) + step < len(ids):
        return design
    at, labels = ids.index(label_id), list(design.labels)
    labels[at], labels[at + step] = labels[at + step], labels[at]
    return replace(design, labels=tuple(labels))


def retired(design: Design, label_id: str, *, into: str = "") -> Design:
    """Return `design` with a label that can be given no more; `into` is what its marks count as. One that is new just goes."""
    label = next((one for one in design.labels if one.id == label_id), None)
    if label is None or len(design.labels) == 1 or into == label_id:
        return design
    rest = tuple(one for one in design.labels if one.id != label_id)
    if design.is_new(label_id):
        return replace(design, labels=rest)
    aliases = {**design.aliases, label_id: into} if into else dict(design.aliases)
    gone = replace(label, is_retired=True, key="")
    return replace(design, labels=rest, retired=(*design.retired, gone), aliases=aliases)


def restored(design: Design, label_id: str) -> Design:
    """Return `design` with a retired label in use again."""
    label = next((one for one in design.retired if one.id == label_id), None)
    if label is None:
        return design
    rest = tuple(one for one in design.retired if one.id != label_id)
    aliases = {old: new for old, new in design.aliases.items() if old != label_id}
    back = replace(label, is_retired=False, key=free_key(design))
    return replace(design, labels=(*design.labels, back), retired=rest, aliases=aliases)


def with_rulings(label: Label, rulings: Iterable[Ruling]) -> Label:
    """Return `label` with what was ruled about it: marked strings among the examples, the others among the counterexamples."""
    examples, counter = list(label.examples), list(label.counterexamples)
    for ruling in rulings:
        text = "".join(ruling.surface.split())
        if ruling.marked is True and text and text not in examples:
            examples.append(text)
        if ruling.marked is False and text and all(one.text != text for one in counter):
            counter.append(Counterexample(text, Words(zh=ruling.answer)))
    return replace(label, examples=tuple(examples), counterexamples=tuple(counter))


# Colours


def free_colours(design: Design, label_id: str) -> tuple[Colour, Colour]:
    """Return the colours farthest from those of all other labels."""
    return proposed([(one.light, one.dark) for one in design.labels if one.id != label_id])


@dataclass(frozen=True, slots=True)
class Figures:
    """How well a label's colour can be read and told apart on one theme."""

    ink: float
    line: float
    nearest: Distance | None


def figures(design: Design, label: Label, *, is_dark: bool, paper: str) -> Figures:
    """Return contrast of name and line on `paper`, and the label that is hardest to tell from it."""
    colour = label.dark if is_dark else label.light
    others = [(one.id, (one.dark if is_dark else one.light).line) for one in design.labels if one.id != label.id]
    return Figures(contrast(colour.ink, paper), contrast(colour.line, paper), nearest(colour.line, others))


# Codes as text: a line each, values indented


def codes_text(codes: Sequence[Code]) -> str:
    """Return codes as they are edited: `KEY id 中文 / English`, `= text` for free text, `@ LABEL, LABEL`; values indented."""
    return "\n".join(line for code in codes for line in _lines(code))


def codes_of(text: str) -> tuple[Code, ...]:
    """Return the codes that `codes_text` shows.

    Raises:
        SchemeError: a line is not built like this; it is named by its number.
    """
    found: list[Code] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        if line[0].isspace():
            if not found:
                raise SchemeError("Line {line}: a value stands under its code; begin with the code.", line=number)
            value = CodeValue(*_entry(line, number))
            found[-1] = replace(found[-1], kind=CodeKind.CHOICE, values=(*found[-1].values, value))
        else:
            found.append(_code(line, number))
    return tuple(found)


def _lines(code: Code) -> list[str]:
    head = f"{code.key} {code.id} {_names(code.name)}"
    head += f" {_TEXT}" if code.kind is CodeKind.TEXT else ""
    head += f" @ {', '.join(code.labels)}" if code.labels else ""
    return [head, *(f"  {value.key} {value.id} {_names(value.name)}" for value in code.values)]


def _code(line: str, number: int) -> Code:
    rest, _, labels = line.partition(" @ ")
    is_text = rest.rstrip().endswith(_TEXT)
    name, key, words = _entry(rest.rstrip().removesuffix(_TEXT), number)
    kind = CodeKind.TEXT if is_text else CodeKind.FLAG
    return Code(name, key, words, kind, labels=tuple(label for part in labels.split(",") if (label := part.strip())))


def _entry(line: str, number: int) -> tuple[str, str, Words]:
    parts = line.split(maxsplit=2)
    if len(parts) < 3:  # noqa: PLR2004 (key, id, names)
        raise SchemeError("Line {line}: write a key, an id and a name, for example: G genre 体裁 / Genre", line=number)
    zh, _, en = (part.strip() for part in parts[2].partition(" / "))
    return parts[1], parts[0].upper(), Words(zh, en)


def _names(words: Words) -> str:
    return f"{words.zh} / {words.en}" if words.en else words.zh


# Counterexamples as text


def counterexamples_text(counterexamples: Iterable[Counterexample]) -> str:
    """Return counterexamples as they are edited, a line each: `text = why`, the reason in both languages parted by ` / `."""
    return "\n".join(f"{one.text} = {_names(one.why)}" if one.why != Words() else one.text for one in counterexamples)


def counterexamples_of(text: str) -> tuple[Counterexample, ...]:
    """Return the counterexamples that `counterexamples_text` shows."""
    return tuple(_counterexample(line) for line in text.split("\n") if line.strip())


def _counterexample(line: str) -> Counterexample:
    text, _, why = (part.strip() for part in line.partition(" = "))
    zh, _, en = (part.strip() for part in why.partition(" / "))
    return Counterexample(text, Words(zh, en))
