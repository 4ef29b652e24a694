"""`export`, `archive`, `rehydrate` and `import` of other tools' files, as they are typed."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from annotator.cli.exchange import LOSSES, said
from annotator.exchange.formats.card_words import WORDS
from annotator.exchange.formats.table import FORMATS, NAMES, READ

Run = Callable[..., Result]
Refused = Callable[..., str]
Exported = Callable[..., list[dict[str, Any]]]
Jsonl = Callable[..., Path]
Spans = Callable[..., list[dict[str, Any]]]

TEXT = "石桥村办起扶贫车间,𠮷家沟的低保户也来上班。产业扶贫见了成效。"
WANTED = (("扶贫车间", "EMPLOYMENT"), ("产业扶贫", "INDUSTRY"), ("低保", "SAFETYNET"), ("低保户", "OTHER"))


@pytest.fixture
def marked(run: Run, study: Path, jsonl: Jsonl, spans_of: Spans) -> Path:
    """A project with one article that alice finished; two of her marks overlap."""
    run("import", study, jsonl("a.jsonl", {"text": TEXT, "spans": spans_of(TEXT, WANTED)}), "--by", "alice")
    return study


def test_the_help_names_every_format(run: Run) -> None:
    shown = "".join(run("export", "--help").stdout.split())
    assert f"[{'|'.join(NAMES)}]" in shown
    assert f"[auto|{'|'.join(READ)}]" in "".join(run("import", "--help").stdout.split())


@pytest.mark.parametrize("name", NAMES)
def test_every_format_is_a_file_or_a_folder(run: Run, marked: Path, tmp_path: Path, name: str) -> None:
    report = json.loads(run("export", marked, tmp_path / "out", "--format", name, "--json").stdout)
    assert (report["articles"], report["spans"]) == (1, 4)
    assert (tmp_path / "out").is_dir() is (name in {"huggingface", "label-studio", "cas", "brat"})
    assert FORMATS[name].module


def test_what_a_format_cannot_hold_is_said_with_its_place(run: Run, marked: Path, tmp_path: Path) -> None:
    result = run("export", marked, tmp_path / "o.conll", "--format", "conll")
    assert result.stderr == "not in it: 1 spans overlap a longer one and have no tag: A0001 “低保” 14–16.\n"
    assert result.stdout == f"1 articles with 4 spans in {tmp_path / 'o.conll'}.\n"
    told = json.loads(run("export", marked, tmp_path / "o.conll", "--format", "conll", "--json").stdout)
    assert told["losses"] == [{"what": "overlap", "count": 1, "examples": ["A0001 “低保” 14–16"]}]


@pytest.mark.parametrize("what", sorted({*LOSSES, *WORDS["en"].losses}))
def test_every_loss_has_a_sentence(what: str) -> None:
    words = said(what, 3, ())
    assert "3 " in words
    assert "×" not in words


def test_a_split_says_how_many_went_where(run: Run, demo: Path, tmp_path: Path) -> None:
    result = run("export", demo, tmp_path / "corpus", "--layer", "candidates", "--format", "spacy", "--split", "6：2:2", "--seed", "7")
    assert "(train " in result.stdout
    assert {p.name for p in (tmp_path / "corpus").iterdir()} == {
        "README.md",
        "manifest.json",
        "test.spacy",
        "train.spacy",
        "validation.spacy",
    }
    assert json.loads((tmp_path / "corpus" / "manifest.json").read_text(encoding="utf-8"))["command"] == [
        *("annotator", "export", "demo.annot", "OUT", "--format", "spacy", "--layer", "candidates"),
        *("--split", "6:2:2", "--seed", "7", "--split-by", "cluster"),
    ]


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--split", "a:b"), "write weights with colons"),
        (("--blind-test",), "add --split"),
        (("--split-by", "year"), "add --split"),
        (("--format", "docx"), "is not one of"),
        (("--layer", "all"), "is not one of"),
        (("--condition", "seen"), "is not one of"),
    ],
)
def test_wrong_usage_is_told_from_what_cannot_be_done(run: Run, marked: Path, tmp_path: Path, options: tuple[str, ...], why: str) -> None:
    assert why in " ".join(run("export", marked, tmp_path / "o", *options, code=2).stderr.split())


def test_without_gold_and_without_a_format_for_the_ledger_the_export_says_so(refused: Refused, marked: Path, tmp_path: Path) -> None:
    assert refused("export", marked, tmp_path / "o", "--layer", "gold").startswith("There is no gold yet")
    assert refused("export", marked, tmp_path / "o", "--layer", "ledger", "--format", "csv").startswith("The ledger can only be written")
    assert not (tmp_path / "o").exists()


def test_an_archive_and_what_it_holds(run: Run, marked: Path, tmp_path: Path) -> None:
    said = run("archive", marked, tmp_path / "a.zip").stdout
    with zipfile.ZipFile(tmp_path / "a.zip") as packed:
        names = set(packed.namelist())
        assert {"SHA256SUMS", "README.zh.md", "README.en.md", "ledger.jsonl", "lexicon.csv", "scheme/guideline-1.zh.md"} <= names
        assert packed.read("command.txt").decode() == "annotator archive study.annot OUT\n"
    assert said == f"{len(names)} files with 1 articles in {tmp_path / 'a.zip'}.\n"


def test_standoff_mentions_are_joined_with_texts(run: Run, refused: Refused, marked: Path, tmp_path: Path) -> None:
    run("export", marked, tmp_path / "s.jsonl", "--format", "standoff")
    (tmp_path / "texts").mkdir()
    assert "Not one article of s.jsonl" in refused("rehydrate", tmp_path / "s.jsonl", tmp_path / "texts", tmp_path / "w.jsonl")
    (tmp_path / "texts" / "a.txt").write_text(TEXT, encoding="utf-8")
    assert run("rehydrate", tmp_path / "s.jsonl", tmp_path / "texts", tmp_path / "w.jsonl").stdout.startswith("1 articles with 4 spans")
    assert "annotator rehydrate" in refused("import", marked, tmp_path / "s.jsonl")


def test_files_of_other_tools_are_told_by_themselves(run: Run, marked: Path, study: Path, tmp_path: Path, exported: Exported) -> None:
    before = {(s["start"], s["end"], s["label"]) for s in exported(marked)[0]["spans"]}
    run("export", marked, tmp_path / "p.jsonl", "--format", "prodigy")
    assert json.loads(run("import", study, tmp_path / "p.jsonl", "--by", "bob", "--json").stdout)["spans"] == 4
    (line,) = exported(study, "--by", "bob")
    assert {(s["start"], s["end"], s["label"]) for s in line["spans"]} == before


def test_a_table_of_labels(run: Run, refused: Refused, study: Path, *, jsonl: Jsonl, exported: Exported, tmp_path: Path) -> None:
    path = jsonl("d.jsonl", {"text": TEXT, "label": [[5, 9, "车间"], [0, 2, "地名"]]})
    assert "Unknown labels: 车间 (1), 地名 (1)." in refused("import", study, path)
    (tmp_path / "map.csv").write_text("old,new\n车间,EMPLOYMENT\n", encoding="utf-8")
    run("import", study, path, "--labels", tmp_path / "map.csv", "--labels", "地名=", "--unit", "utf-16")
    (line,) = exported(study, "--layer", "candidates")
    assert [(s["label"], s["text"]) for s in line["spans"]] == [("EMPLOYMENT", "扶贫车间")]
    assert refused("import", study, path, "--labels", "nothing.csv").startswith("nothing.csv is neither OLD=NEW nor a file")
    (tmp_path / "map.csv").write_text("车间\n", encoding="utf-8")
    assert "two columns are needed" in refused("import", study, path, "--labels", tmp_path / "map.csv")
