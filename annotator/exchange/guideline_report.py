"""The guideline report: what was ruled against what people marked, by the labels in question and by reason, without names.

It is written for whoever revises the guideline: Markdown to read, CSV to count.
"""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

NOTHING = "∅"
# What reasons are called in the report; the window shows the same in the reader's language.
REASONS: Mapping[str, tuple[str, str]] = {
    "long": ("too long", "带多了字"),
    "short": ("too short", "带少了字"),
    "label": ("labels confused", "标签看混"),
    "missed": ("overlooked", "看漏"),
    "none": ("not a mention", "不是提及"),
    "guideline": ("the guideline does not say", "指南没写明"),
}
_HEAD = ("labels", "reason", "article", "before", "text", "after", "marked", "somebody_marked_nothing", "ruled")


@dataclass(frozen=True, slots=True)
class Example:
    """One ruled place: the article's number, the sentence around it, what was marked and what was ruled as `(surface, label)`."""

    article: str
    before: str
    surface: str
    after: str
    marked: tuple[tuple[str, str], ...]
    is_missed: bool
    ruled: tuple[tuple[str, str], ...]
    reasons: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels in question, in order; ∅ where somebody marked nothing or nothing was ruled."""
        found = {label for _, label in (*self.marked, *self.ruled)}
        return (*sorted(found), *((NOTHING,) if self.is_missed or not self.ruled else ()))


def collected(examples: Sequence[Example]) -> dict[tuple[tuple[str, ...], str], tuple[Example, ...]]:
    """Return the examples by labels and reason (empty: none was given), the largest groups first; one with two reasons is in both."""
    groups: dict[tuple[tuple[str, ...], str], list[Example]] = {}
    for example in examples:
        for reason in example.reasons or ("",):
            groups.setdefault((example.labels, reason), []).append(example)
    return {key: tuple(rows) for key, rows in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))}


def to_markdown(examples: Sequence[Example], *, title: str, label_name: Callable[[str], str], language: str = "en", most: int = 8) -> str:
    """Return the report to read, at most `most` examples a group."""
    zh = language == "zh"
    groups = collected(examples)
    lines = [f"# {title}", "", f"仲裁 {len(examples)} 处。" if zh else f"{len(examples)} places were adjudicated.", ""]
    for (labels, reason), rows in groups.items():
        lines += [f"## {' / '.join(map(label_name, labels))} · {_reason(reason, zh=zh)} ({len(rows)})", ""]
        lines += [_line(row, label_name, zh=zh) for row in rows[:most]]
        if len(rows) > most:
            lines.append(f"- …… 另有 {len(rows) - most} 处" if zh else f"- … and {len(rows) - most} more")
        lines.append("")
    return "\n".join(lines)


def to_csv(examples: Sequence[Example]) -> str:
    """Return the report to count: one row an example and reason."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_HEAD)
    for (labels, reason), rows in collected(examples).items():
        writer.writerows(
            (" / ".join(labels), reason, r.article, r.before, r.surface, r.after, _pairs(r.marked), int(r.is_missed), _pairs(r.ruled))
            for r in rows
        )
    return out.getvalue()


def report_bytes(name: str, examples: Sequence[Example], *, title: str, label_name: Callable[[str], str], language: str = "en") -> bytes:
    """Return what belongs into a file of this name: CSV where it is called so, else Markdown."""
    if PurePath(name).suffix.casefold() == ".csv":
        return to_csv(examples).encode("utf-8-sig")
    return to_markdown(examples, title=title, label_name=label_name, language=language).encode()


def _reason(reason: str, *, zh: bool) -> str:
    if not reason:
        return "未填理由" if zh else "no reason given"
    return REASONS[reason][zh] if reason in REASONS else reason


def _line(row: Example, label_name: Callable[[str], str], *, zh: bool) -> str:
    marked = [f"“{surface}” {label_name(label)}" for surface, label in row.marked] + ([label_name(NOTHING)] if row.is_missed else [])
    ruled = [f"“{surface}” {label_name(label)}" for surface, label in row.ruled] or [label_name(NOTHING)]
    sentence = f"{_plain(row.before)}**{_plain(row.surface)}**{_plain(row.after)}"
    if zh:
        return f"- {row.article} {sentence}\n  标了：{'；'.join(marked)}。定为：{'；'.join(ruled)}。"
    return f"- {row.article} {sentence}\n  Marked: {'; '.join(marked)}. Ruled: {'; '.join(ruled)}."


def _plain(text: str) -> str:
    """Return `text` so that Markdown prints it as it stands."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>#|" else c for c in text)


def _pairs(spans: Sequence[tuple[str, str]]) -> str:
    return "; ".join(f"{surface}={label}" for surface, label in spans) or NOTHING
