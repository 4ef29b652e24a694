"""What cannot be done ends with exit code 1, one sentence on standard error, and nothing half-written in the folder."""

import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from click.testing import Result

from annotator.core.ids import sha256_of

Unprivileged = Callable[[], AbstractContextManager[None]]

Run = Callable[..., Result]
Refused = Callable[..., str]

PAGE = "本报讯 石桥村办起扶贫车间,低保户也来上班。产业扶贫见了成效。\n"
# Every command that opens a project, with {p} for it and {f} for its folder.
COMMANDS = {
    "import": ("import", "{p}", "{f}/page.txt"),
    "suggest": ("suggest", "{p}"),
    "open": ("open", "{p}"),
    "status": ("status", "{p}"),
    "export": ("export", "{p}", "{f}/out.jsonl"),
    "check": ("check", "{p}"),
}
WRITING = ("import", "suggest")
WITHOUT_A_SCREEN = [name for name in COMMANDS if name != "open"]


def _command(name: str, project: Path) -> list[str]:
    return [part.format(p=project, f=project.parent) for part in COMMANDS[name]]


def _files(folder: Path) -> dict[str, str]:
    return {path.name: "folder" if path.is_dir() else sha256_of(path.read_bytes().hex()) for path in folder.iterdir()}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_missing_project_is_named(refused: Refused, tmp_path: Path, command: str) -> None:
    assert refused(*_command(command, tmp_path / "study.annot")) == f"There is no project at {tmp_path / 'study.annot'}."
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", WITHOUT_A_SCREEN)
@pytest.mark.parametrize("content", [b"", b"notes", b"SQLite format 3\0" + b"\0" * 84, "清溪\n".encode("gb18030") * 100])
def test_what_is_no_project_is_left_as_it_is(refused: Refused, tmp_path: Path, command: str, content: bytes) -> None:
    (tmp_path / "study.annot").write_bytes(content)
    before = _files(tmp_path)
    assert refused(*_command(command, tmp_path / "study.annot")) == f"{tmp_path / 'study.annot'} is not a project of this program."
    assert _files(tmp_path) == before


@pytest.mark.parametrize("command", WITHOUT_A_SCREEN)
def test_another_programs_database_is_left_as_it_is(refused: Refused, tmp_path: Path, command: str) -> None:
    connection = sqlite3.connect(tmp_path / "study.annot")
    connection.execute("CREATE TABLE page (id)")
    connection.close()
    before = _files(tmp_path)
    assert refused(*_command(command, tmp_path / "study.annot")).endswith("is not a project of this program.")
    assert _files(tmp_path) == before


@pytest.mark.parametrize("command", WITHOUT_A_SCREEN)
def test_a_folder_in_place_of_a_project_is_said(refused: Refused, tmp_path: Path, command: str) -> None:
    (tmp_path / "study.annot").mkdir()
    assert refused(*_command(command, tmp_path / "study.annot")) == f"There is no project at {tmp_path / 'study.annot'}."
    assert [path.name for path in tmp_path.iterdir()] == ["study.annot"]


@pytest.mark.parametrize("command", WITHOUT_A_SCREEN)
def test_a_newer_project_asks_for_a_newer_program(refused: Refused, study: Path, command: str) -> None:
    connection = sqlite3.connect(study)
    connection.execute("PRAGMA user_version = 9000")
    connection.close()
    before = study.read_bytes()
    said = refused(*_command(command, study))
    assert said.startswith(f"{study} was written by a newer version of this program (format 9000; this one reads up to ")
    assert study.read_bytes() == before
    assert not (study.parent / "out.jsonl").exists()


@pytest.mark.usefixtures("qapp")
def test_the_window_says_what_is_no_project_like_any_command(refused: Refused, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.cli.root._has_screen", lambda: True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "study.annot").write_bytes(b"notes")
    assert refused("open", tmp_path / "study.annot") == f"{tmp_path / 'study.annot'} is not a project of this program."


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty.txt is empty."),
        ("empty.jsonl", b"", "empty.jsonl is empty."),
        ("white.txt", " \n\t\u3000\r\n".encode(), "white.txt holds no text."),
        ("white.jsonl", b" \n\n", "white.jsonl holds no lines."),
        ("mark.txt", b"\xef\xbb\xbf", "mark.txt holds no text."),
        ("binary.txt", bytes(range(32)) * 20, "binary.txt: This is not text: "),
        ("page.txt", b"%PDF-1.7\n\xe2\xe3", "page.txt: This is a PDF document, not a text file; "),
        ("page.md", b"PK\x03\x04\x14\x00", "page.md: This is a Word, Excel or ZIP file, not a text file; "),
        ("cut.txt", PAGE.encode()[:-2] + b"\xff\xfe\xe6", "cut.txt: The text is not utf-8: byte "),
        ("page.docx", b"PK", "page.docx"),
        ("page.exe", b"MZ", "page.exe: files of this kind cannot be imported; these can: .csv .docx "),
    ],
)
def test_a_file_that_is_no_page_is_refused_by_name(
    refused: Refused, run: Run, study: Path, tmp_path: Path, *, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert refused("import", study, tmp_path / name).startswith(said)
    assert '"pages": 0' in run("status", study, "--json").stdout
    assert {path.name for path in tmp_path.iterdir()} - {".study.annot.lock"} <= {name, "study.annot", "study.annot-wal", "study.annot-shm"}


def test_bytes_that_do_not_fit_the_encoding_are_named_with_their_place(refused: Refused, study: Path, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes("第一行\n第二行".encode("gb18030"))
    said = refused("import", study, tmp_path / "page.txt", "--encoding", "utf-8")
    assert said.startswith("page.txt: The text is not utf-8: byte 0xB5 at position 0 (line 1) does not fit. Try one of gb18030, ")


def test_an_encoding_that_does_not_exist_is_refused_with_those_that_do(refused: Refused, study: Path, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    assert "“utf-7”" in refused("import", study, tmp_path / "page.txt", "--encoding", "utf-7")


def test_a_line_break_in_a_name_does_not_break_the_sentence(refused: Refused, tmp_path: Path) -> None:
    assert refused("status", tmp_path / "a\nb.annot") == f"There is no project at {tmp_path}/a b.annot."


@pytest.fixture
def closed_folder(unprivileged: Unprivileged, empty_project: Path) -> Iterator[Path]:
    """A folder with a project and a page that can be read and not written; pytest's own folders cannot even be read by others."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(empty_project, folder / "study.annot")
        (folder / "page.txt").write_text(PAGE, encoding="utf-8")
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX")
class TestFolderThatCannotBeWritten:
    @pytest.mark.parametrize("command", [*WRITING, "export"])
    def test_writing_is_refused(
        self, unprivileged: Unprivileged, run: Run, refused: Refused, *, study: Path, closed_folder: Path, command: str
    ) -> None:
        (study.parent / "page.txt").write_text(PAGE, encoding="utf-8")
        # What is imported when it is first needed may lie where nobody may read.
        run(*_command(command, study))
        before = _files(closed_folder)
        with unprivileged():
            said = refused(*_command(command, closed_folder / "study.annot"))
        assert said.startswith(str(closed_folder))
        assert "cannot be written: Permission denied" in said
        assert _files(closed_folder) == before

    @pytest.mark.parametrize("command", ["status", "check"])
    def test_reading_works(self, unprivileged: Unprivileged, run: Run, closed_folder: Path, command: str) -> None:
        before = _files(closed_folder)
        with unprivileged():
            run(*_command(command, closed_folder / "study.annot"))
        assert _files(closed_folder) == before

    def test_an_export_to_elsewhere_works(self, unprivileged: Unprivileged, run: Run, study: Path, closed_folder: Path) -> None:
        run("export", study, study.with_name("warm.jsonl"))
        with tempfile.TemporaryDirectory() as other:
            Path(other).chmod(0o777)
            with unprivileged():
                run("export", closed_folder / "study.annot", Path(other) / "out.jsonl")
            assert [path.name for path in Path(other).iterdir()] == ["out.jsonl"]

    @pytest.mark.parametrize("command", ["new", "demo"])
    def test_nothing_new_is_made_there(
        self, unprivileged: Unprivileged, run: Run, refused: Refused, tmp_path: Path, closed_folder: Path, *, command: str
    ) -> None:
        run("new", tmp_path / "warm")
        before = _files(closed_folder)
        with unprivileged():
            said = refused(command, closed_folder / "other")
        assert said.endswith((": Permission denied.", ": Permission denied"))
        assert _files(closed_folder) == before

    def test_a_page_that_may_not_be_read_is_named(
        self, unprivileged: Unprivileged, refused: Refused, study: Path, run: Run, closed_folder: Path
    ) -> None:
        run("import", study, closed_folder / "page.txt")
        (closed_folder / "page.txt").chmod(0o000)
        closed_folder.chmod(0o777)
        (closed_folder / "study.annot").chmod(0o666)
        with unprivileged():
            assert (
                refused("import", closed_folder / "study.annot", closed_folder / "page.txt")
                == "page.txt cannot be read: Permission denied."
            )

    def test_a_folder_that_may_not_be_read_is_named(self, unprivileged: Unprivileged, run: Run, study: Path, closed_folder: Path) -> None:
        closed_folder.chmod(0o777)
        (closed_folder / "study.annot").chmod(0o666)
        (closed_folder / "2018").mkdir()
        (closed_folder / "2018").chmod(0o000)
        run("import", study, closed_folder / "page.txt")
        with unprivileged():
            result = run("import", closed_folder / "study.annot", closed_folder)
        (closed_folder / "2018").chmod(0o755)
        assert result.stdout.startswith("1 files: 1 new pages")
        assert result.stderr == f"skipped: {closed_folder / '2018'} cannot be read: Permission denied.\n"
