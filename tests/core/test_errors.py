"""Errors are sentences: a template, and the facts that fill it."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import annotator
from annotator.core import errors
from annotator.core.errors import AnnotatorError, NewerProject, NotAProject, ProjectBusy, ProjectError

PACKAGE = Path(annotator.__file__).parent
KINDS = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, AnnotatorError)}


def raised() -> Iterator[tuple[str, str, set[str]]]:
    """Every place in the program that fills a template of its own: where, the template, and the facts it gives."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KINDS and node.args:
                template, facts = node.args[0], {keyword.arg for keyword in node.keywords}
                if isinstance(template, ast.Constant) and isinstance(template.value, str):
                    yield f"{path.relative_to(PACKAGE)}:{node.lineno}", template.value, {str(fact) for fact in facts}


def test_an_error_says_its_template_filled_with_its_facts() -> None:
    error = ProjectError("{path} cannot be read: {why}", path="a {b}.annot", why=13)
    assert str(error) == "a {b}.annot cannot be read: 13"
    assert (error.template, error.facts) == ("{path} cannot be read: {why}", {"path": "a {b}.annot", "why": 13})
    assert error.exit_code == 1


@pytest.mark.parametrize("kind", [NotAProject, NewerProject, ProjectBusy])
def test_whatever_is_wrong_with_a_project_file_is_a_project_error(kind: type[ProjectError]) -> None:
    assert issubclass(kind, ProjectError)
    assert issubclass(kind, AnnotatorError)


def test_every_sentence_of_the_program_has_exactly_its_facts() -> None:
    places = list(raised())
    asked = {place: {name for _, name, _, _ in string.Formatter().parse(template) if name is not None} for place, template, _ in places}
    assert {place: facts for place, _, facts in places if facts != asked[place]} == {}
    assert any(place.startswith("store/file.py") for place in asked)
