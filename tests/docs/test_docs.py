"""The documents say what the program does: keys, commands, options, tables, pictures, links."""

import ast
import re
import sqlite3
import unicodedata
from collections.abc import Mapping
from pathlib import Path

import click
import pytest

from annotator.cli import cli
from annotator.core.scheme import RESERVED_KEYS
from annotator.project.creating import new_project
from annotator.ui.commands import COMMANDS, Command

ROOT = Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "docs"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *DOCS.glob("*.md"), *(DOCS / "adr").glob("*.md")])
MANUALS = {"en": DOCS / "manual.md", "zh": DOCS / "manual.zh.md"}
READMES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh.md"}
LANGUAGES = ("en", "zh")
ALL_KEYS = {"en": "## All keys", "zh": "## 全部按键"}
# What a key is called in print; the table names Qt's.
PRINTED = {"Right": "→", "Left": "←", "Up": "↑", "Down": "↓", "Return": "Enter"}
CHINESE = {"空格": "Space", "回车": "Enter", "退格": "Backspace"}
LINK = re.compile(r"\]\(([^)\s]+)\)")
SHARED_OPTIONS = frozenset({"--json", "--help", "--version"})


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def prose_of(path: Path) -> str:
    """Return a document without its blocks of code."""
    return re.sub(r"^```.*?^```", "", text_of(path), flags=re.MULTILINE | re.DOTALL)


def in_english(key: str) -> str:
    for chinese, english in CHINESE.items():
        key = key.replace(chinese, english)
    return key


def printed(key: str) -> str:
    head, plus, last = key.rpartition("+")
    return key if key.endswith("+") else f"{head}{plus}{PRINTED.get(last, last)}"


def key_rows(language: str) -> list[tuple[set[str], str]]:
    """Return the rows of the table of all keys: the keys, in English, and the command."""
    table = text_of(MANUALS[language]).partition(f"\n{ALL_KEYS[language]}\n")[2].splitlines()
    cells = [line.strip("|").split(" | ") for line in table if line.startswith("|")][2:]
    return [({in_english(key) for key in re.findall(r"`([^`]+)`", keys)}, command.strip()) for keys, command, _menu in cells]


def commands_of(group: click.Group) -> Mapping[str, click.Command]:
    return group.commands


def options_of(command: click.Command) -> set[str]:
    found = {name for option in command.params if isinstance(option, click.Option) for name in option.opts if name.startswith("--")}
    return found - SHARED_OPTIONS


def slugs(path: Path) -> set[str]:
    """Return what the headings of a document are linked by, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", prose_of(path), flags=re.MULTILINE)
    kept = [[c for c in heading.lower() if c in " -_" or unicodedata.category(c)[0] in "LNM"] for heading in headings]
    return {"".join(characters).strip().replace(" ", "-") for characters in kept}


def pictures() -> set[str]:
    """Return the files that the tool makes, without running it."""
    tree = ast.parse(text_of(ROOT / "tools" / "screenshots.py"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Picture"]
    return {f"{call.args[0].value!s}.png" for call in calls if isinstance(call.args[0], ast.Constant)}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("command", [c for c in COMMANDS if c.keys], ids=lambda c: c.id)
def test_every_command_with_a_key_stands_in_the_key_table_with_all_its_keys(command: Command, language: str) -> None:
    wanted = {printed(key) for key in command.keys}
    assert any(keys == wanted for keys, _ in key_rows(language)), f"{command.id}: {wanted}"


def test_every_command_stands_in_the_key_table_under_its_name_on_screen() -> None:
    assert [name for _, name in key_rows("en")] == [command.text.rstrip("…") for command in COMMANDS]


def test_both_key_tables_give_the_same_keys_in_the_same_order() -> None:
    assert [keys for keys, _ in key_rows("zh")] == [keys for keys, _ in key_rows("en")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_manual_names_the_letters_that_schemes_may_not_use(language: str) -> None:
    letters = " ".join(sorted(key for key in RESERVED_KEYS if key.isalnum()))
    assert f"`{letters}`" in text_of(MANUALS[language])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(commands_of(cli)))
def test_every_command_of_the_command_line_stands_in_readme_and_manual(name: str, language: str) -> None:
    assert f"\nannotator {name} " in text_of(READMES[language])
    assert f"| `annotator {name} " in text_of(MANUALS[language])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(commands_of(cli)))
def test_every_option_of_a_command_stands_in_the_manual(name: str, language: str) -> None:
    missing = {option for option in options_of(commands_of(cli)[name]) if not re.search(rf"{option}\b", text_of(MANUALS[language]))}
    assert not missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_option_in_the_table_of_commands_is_one_of_that_command(language: str) -> None:
    rows = re.findall(r"^\| `annotator ([a-z-]+) ([^`]*)`", text_of(MANUALS[language]), flags=re.MULTILINE)
    assert rows
    wrong = {name: set(re.findall(r"--[a-z-]+", usage)) - options_of(commands_of(cli)[name]) for name, usage in rows}
    assert not any(wrong.values()), wrong


def test_both_manuals_have_the_same_structure_and_name_the_same_options_and_extras() -> None:
    told = {language: text_of(path) for language, path in MANUALS.items()}
    for pattern in (r"^(#+) ", r"^(\|) ", r"^(```\w*)"):
        assert len(set(map(str, (re.findall(pattern, text, flags=re.MULTILINE) for text in told.values())))) == 1, pattern
    for pattern in (r"--[a-z][a-z-]+", r"annotator\[\w+\]", r"`(?:Ctrl|Alt|Shift)\+[^`]+`", r"adr/[\w.-]+"):
        one, other = ({in_english(found) for found in re.findall(pattern, text)} for text in told.values())
        assert one == other, pattern


def test_every_picture_is_made_by_the_tool_and_shown_somewhere() -> None:
    there = {path.name for path in (DOCS / "images").iterdir()}
    assert there == pictures()
    shown = {Path(target).name for path in DOCUMENTS for target in LINK.findall(text_of(path)) if target.endswith(".png")}
    assert shown == there


def test_no_picture_is_larger_than_400_kilobytes() -> None:
    assert not {path.name for path in (DOCS / "images").iterdir() if path.stat().st_size > 400_000}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_documents_resolve(path: Path) -> None:
    for target in LINK.findall(prose_of(path)):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, heading = target.partition("#")
        found = (path.parent / file).resolve() if file else path
        assert found.exists(), target
        assert not heading or heading in slugs(found), target


def test_architecture_draws_every_table_with_all_its_columns(tmp_path: Path) -> None:
    drawn = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", text_of(DOCS / "architecture.md"), flags=re.MULTILINE))
    with new_project(tmp_path / "some.annot") as project:
        columns = tables(project.connection)
    assert set(drawn) - {"search"} == set(columns)
    missing = {table: {name for name in names if not re.search(rf"\b{name}\b", drawn[table])} for table, names in columns.items()}
    assert not any(missing.values()), missing


def tables(connection: sqlite3.Connection) -> dict[str, list[str]]:
    listed = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%'").fetchall()
    names = [name for (name,) in listed if not name.startswith(("_", "sqlite_"))]
    return {name: [row[1] for row in connection.execute(f'PRAGMA table_info("{name}")')] for name in names}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contents_of_the_manual_are_its_chapters_in_order(language: str) -> None:
    headings = re.findall(r"^## (.+)$", text_of(MANUALS[language]), flags=re.MULTILINE)
    contents = re.findall(r"\d+\. \[([^\]]+)\]", text_of(MANUALS[language]).partition("\n## ")[0])
    assert contents == headings
