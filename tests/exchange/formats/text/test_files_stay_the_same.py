"""Every text format, byte for byte.

`ANNOTATOR_WRITE_GOLDEN=1 python -m pytest tests/exchange/formats/text` writes the files anew; look at the difference before keeping it.
"""

import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.errors import ExportError
from annotator.exchange.formats.brat import Brat
from annotator.exchange.formats.conll import Conll
from annotator.exchange.formats.doccano import Doccano
from annotator.exchange.formats.document import Document, Format, Options, Study, Tags, Tokens, Unit
from annotator.exchange.formats.label_studio import LabelStudio
from annotator.exchange.formats.mention_table import MentionCsv, MentionWorkbook
from annotator.exchange.formats.prodigy import Prodigy
from annotator.exchange.formats.standoff import Standoff

GOLDEN = Path(__file__).parents[3] / "golden" / "formats"
FORMATS: tuple[Format, ...] = (
    Prodigy(),
    Conll(),
    Doccano(),
    LabelStudio(),
    Brat(),
    MentionCsv(),
    MentionWorkbook(),
    Standoff(),
)
CASES: tuple[tuple[str, Format, Options], ...] = (
    *((f"{f.name}{f.suffix}", f, Options()) for f in FORMATS),
    ("prodigy_words_healed.jsonl", Prodigy(), Options(tokens=Tokens.WORDS, healed=True)),
    ("conll_words_bioes_healed.conll", Conll(), Options(tokens=Tokens.WORDS, tags=Tags.BIOES, healed=True)),
    ("doccano_code_points.jsonl", Doccano(), Options(unit=Unit.CODE_POINTS)),
    ("csv_sentences.csv", MentionCsv(), Options(sentences=True, healed=True)),
)


def _files(path: Path) -> dict[str, bytes]:
    if path.is_file():
        return {"": path.read_bytes()}
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in sorted(path.rglob("*")) if file.is_file()}


@pytest.mark.parametrize(("name", "kind", "options"), CASES, ids=[case[0] for case in CASES])
def test_an_export_is_what_it_was(
    documents: Sequence[Document], study: Study, tmp_path: Path, *, name: str, kind: Format, options: Options
) -> None:
    kind.write(documents, study, options, tmp_path / name)
    if os.environ.get("ANNOTATOR_WRITE_GOLDEN"):
        if kind.is_folder:
            shutil.rmtree(GOLDEN / name, ignore_errors=True)
            shutil.copytree(tmp_path / name, GOLDEN / name)
        else:
            shutil.copy(tmp_path / name, GOLDEN / name)
    if kind.suffix == ".xlsx":
        # Compressors differ between systems; what the workbook says is compared by its reader.
        return
    assert _files(tmp_path / name) == _files(GOLDEN / name)


@pytest.mark.parametrize("kind", FORMATS, ids=lambda f: f.name)
def test_the_same_articles_give_the_same_bytes(documents: Sequence[Document], study: Study, tmp_path: Path, kind: Format) -> None:
    for name in ("one", "two"):
        kind.write(iter(documents), study, Options(), tmp_path / name)
    assert _files(tmp_path / "one") == _files(tmp_path / "two")


@pytest.mark.parametrize("kind", FORMATS, ids=lambda f: f.name)
def test_a_wrong_surface_stops_the_export_and_names_the_article(
    documents: Sequence[Document], study: Study, tmp_path: Path, kind: Format
) -> None:
    mark = documents[0].marks[0]
    wrong = replace(documents[0], marks=(replace(mark, state=replace(mark.state, surface="教育")),))
    with pytest.raises(ExportError, match="A0001"):
        kind.write([wrong], study, Options(), tmp_path / "out")


@pytest.mark.parametrize("kind", FORMATS, ids=lambda f: f.name)
def test_an_export_of_nothing_is_written(study: Study, tmp_path: Path, kind: Format) -> None:
    assert kind.write([], study, Options(), tmp_path / "out") == ()
    assert (tmp_path / "out").exists()


def test_what_a_format_cannot_hold_is_counted(documents: Sequence[Document], study: Study, tmp_path: Path) -> None:
    lost = {f.name: {loss.what: loss.count for loss in f.write(documents, study, Options(), tmp_path / f.name)} for f in FORMATS}
    assert lost == {
        "prodigy": {},
        "conll": {"note": 1, "overlap": 2, "programme": 1, "rejected": 1},
        "doccano": {"note": 1, "programme": 1, "rejected": 1},
        "label-studio": {"rejected": 1},
        "brat": {"rejected": 1},
        "csv": {},
        "xlsx": {},
        "standoff": {},
    }


def test_a_loss_says_where(documents: Sequence[Document], study: Study, tmp_path: Path) -> None:
    losses = {loss.what: loss for loss in Conll().write(documents, study, Options(), tmp_path / "out")}
    assert losses["overlap"].examples == ("A0001 “扶 贫见实” 7–12", "A0001 “第一书记” 16–20")


@pytest.mark.parametrize("kind", FORMATS, ids=lambda f: f.name)
def test_candidates_are_written_where_no_people_are_asked_for(
    documents: Sequence[Document], study: Study, tmp_path: Path, kind: Format
) -> None:
    proposed = [replace(document, marks=(), rejected=()) for document in documents[:1]]
    out = tmp_path / "out"
    kind.write(proposed, replace(study, people=()), Options(), out)
    if kind.suffix != ".xlsx":
        assert "低保".encode() in b"".join(_files(out).values()) or kind.name == "conll"
