"""What the export page wishes for: what it means, what it looks like, and the command that does the same."""

import shlex
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.cli import cli
from annotator.core.errors import ExportError
from annotator.exchange.formats.document import Tags, Tokens
from annotator.exchange.formats.table import FORMATS, NAMES
from annotator.project.exporting import export
from annotator.project.workspace import Project
from annotator.session.exporting import Wish, WishError, asked, command_line, sample
from annotator.store import articles, candidates

CANDIDATES = Wish(layer="candidates")


@pytest.fixture
def demo(sample: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample, tmp_path / "demo.annot"))


def test_an_option_that_the_format_does_not_have_is_as_usual() -> None:
    wish = Wish(tokens="words", tags="bioes", sentences=True, unit="utf-16")
    assert asked(replace(wish, format="brat")).form.options == asked(Wish(format="brat")).form.options
    conll = asked(replace(wish, format="conll")).form.options
    assert (conll.tokens, conll.tags, conll.sentences) == (Tokens.WORDS, Tags.BIOES, False)


@pytest.mark.parametrize("text", ["8", "8:1:1:1", "8:x", "8:0:2", "8:-1", "inf:1", ":"])
def test_a_split_that_is_none_is_said(text: str) -> None:
    with pytest.raises(WishError, match="8:1:1") as raised:
        asked(Wish(split=text))
    assert raised.value.field == "split"


def test_a_split_takes_the_colons_of_both_widths_and_makes_a_folder() -> None:
    wish = asked(Wish(format="conll", split="8：2", seed="5"))
    assert wish.form.splitting is not None
    assert (wish.form.splitting.ratios, wish.form.splitting.seed) == ((8.0, 2.0), 5)
    assert wish.is_folder
    assert wish.file_name("study") == "study-conll"
    assert asked(Wish(format="conll")).file_name("study") == "study.conll"


def test_the_ledger_is_one_file_whatever_else_was_chosen_before() -> None:
    wish = asked(Wish(layer="ledger", format="conll", split="8:2", healed=True, card="zh", pseudonyms=True))
    assert (wish.form.name, wish.form.splitting, wish.form.language) == ("jsonl", None, None)
    assert wish.choice.pseudonyms


@pytest.mark.parametrize("name", [name for name in NAMES if name not in {"spacy", "huggingface"}])
def test_every_format_shows_its_first_article(demo: Path, name: str) -> None:
    with Project.open(demo, write=False) as project:
        text = sample(project, asked(replace(CANDIDATES, format=name))).text
        first = next(a for a in articles.each(project.connection) if candidates.of_article(project.connection, a.id))
    assert first.id in text or first.name in text, name


def test_the_shown_article_stands_in_what_is_written(demo: Path, tmp_path: Path) -> None:
    wish = asked(replace(CANDIDATES, format="doccano"))
    with Project.open(demo, write=False) as project:
        text = sample(project, wish).text
        export(project, tmp_path / "out.jsonl", "doccano", wish.choice, wish.form.options)
    assert text.rstrip("…\n")[:500] in (tmp_path / "out.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "wish",
    [
        Wish(layer="candidates"),
        Wish(layer="ledger", times="day"),
        Wish(layer="candidates", format="conll", tokens="words", tags="bioes", healed=True, repeats=True),
        Wish(layer="candidates", format="csv", sentences=True),
        Wish(layer="candidates", format="doccano", split="8:1:1", seed="3", split_by="year", card="en"),
    ],
)
def test_the_command_line_writes_the_same_bytes(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wish: Wish) -> None:
    said = asked(wish)
    with Project.open(demo, write=False) as project:
        command = shlex.split(command_line(sample(project, said).command, "by hand"))
        form = said.form
        export(project, tmp_path / "window", form.name, said.choice, form.options, splitting=form.splitting, language=form.language)
    monkeypatch.chdir(tmp_path)
    assert command[0] == "annotator"
    result = CliRunner().invoke(cli, command[1:])
    assert result.exit_code == 0, result.output
    assert tree(tmp_path / "by hand") == tree(tmp_path / "window")


def tree(path: Path) -> dict[str, bytes]:
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return {file.relative_to(path).as_posix(): file.read_bytes() for file in files}


def test_what_is_not_there_is_said_before_anything_is_written(demo: Path) -> None:
    with Project.open(demo, write=False) as project, pytest.raises(ExportError, match="no gold yet"):
        sample(project, asked(Wish(layer="gold")))


def test_every_format_is_known_to_the_page() -> None:
    assert set(FORMATS) == set(NAMES)
