"""Label Studio's JSON: a folder with the tasks and the labelling configuration that fits them.

Label Studio's rules (its documentation, "Label Studio JSON format", "Import pre-annotations"): candidates are `predictions`, what a person
marked is one of `annotations`, and `origin` says whether a region was predicted, changed, or made by hand. Offsets are code points.
`completed_by` must be the number of an account on the server, which nobody knows here: the people's names stand in
`data.annotators`, in the order of the annotations.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import quoteattr

from annotator.core.fold import State, Status
from annotator.core.scheme import Label, Scheme
from annotator.exchange.formats.document import Document, Loss, Options, Study, Unit
from annotator.exchange.formats.json_text import json_line
from annotator.exchange.formats.losses import Losses
from annotator.exchange.formats.versions import as_state, ready, versions
from annotator.exchange.utf16 import Utf16

TASKS = "tasks.json"
CONFIG = "config.xml"
_MODEL = "annotator"
_ORIGIN: Mapping[Status, str] = {
    Status.OPEN: "prediction",
    Status.ACCEPTED: "prediction",
    Status.RELABELLED: "prediction-changed",
    Status.MOVED: "prediction-changed",
    Status.ADDED: "manual",
}


class LabelStudio:
    """A folder with `tasks.json` to import and `config.xml` to paste as the labelling interface."""

    name = "label-studio"
    suffix = ""
    is_folder = True
    holds = frozenset({"overlaps", "people", "candidates", "programmes", "notes", "sources"})

    def write(self, documents: Iterable[Document], study: Study, options: Options, out: Path) -> tuple[Loss, ...]:
        """Write one task per article; see `Format.write`."""
        losses = Losses()
        out.mkdir()
        (out / CONFIG).write_text(labelling_config(study.scheme), encoding="utf-8", newline="\n")
        with (out / TASKS).open("w", encoding="utf-8", newline="\n") as file:
            file.write("[")
            for i, document in enumerate(ready(d, options) for d in documents):
                losses.add_unheld(document, self.holds)
                file.write((",\n" if i else "\n") + json_line(_task(document, study, options)))
            file.write("\n]\n")
        return losses.told()


def labelling_config(scheme: Scheme) -> str:
    """Return the labelling interface for `scheme`: ids as values, names as hints, the colours and keys of the window."""
    labels = "".join(f"    {_label(label)}\n" for label in scheme.labels)
    return (
        f'<View>\n  <Labels name="label" toName="text">\n{labels}  </Labels>\n'
        '  <Text name="text" value="$text" granularity="symbol" saveTextResult="yes"/>\n</View>\n'
    )


def _label(label: Label) -> str:
    more = {"value": label.id, "background": label.light.line, "hotkey": label.key.lower(), "hint": label.name.get("zh")}
    return "<Label " + " ".join(f"{key}={quoteattr(value)}" for key, value in more.items() if value) + "/>"


def _task(document: Document, study: Study, options: Options) -> dict[str, object]:
    line = document.line
    units = Utf16(line.text if options.unit is Unit.UTF16 else "")
    work = [version for version in versions(document, study) if version.by]
    proposed = sorted(map(as_state, document.candidates), key=lambda s: (s.start, s.end, s.label))
    return {
        "data": {
            "text": line.text,
            "article": line.id,
            "number": line.number,
            "page": line.page,
            "annotators": [version.by for version in work],
            **({"fields": json.dumps(dict(line.fields), ensure_ascii=False)} if line.fields else {}),
        },
        "annotations": [
            {"result": [_region(mark, units, study) for mark in version.marks], "was_cancelled": False, "ground_truth": False}
            for version in work
        ],
        "predictions": [{"model_version": _MODEL, "result": [_region(mark, units, study) for mark in proposed]}] if proposed else [],
    }


def _region(mark: State, units: Utf16, study: Study) -> dict[str, object]:
    said = [study.programmes.get(mark.programme, mark.programme)] if mark.programme else []
    said += [words for words in (mark.note, mark.flag) if words]
    return {
        "id": mark.target,
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "origin": _ORIGIN.get(mark.status, "manual"),
        "value": {"start": units.units(mark.start), "end": units.units(mark.end), "text": mark.surface, "labels": [mark.label]},
        **({"score": mark.score} if mark.score is not None else {}),
        **({"meta": {"text": said}} if said else {}),
    }
