"""New projects appear whole or not at all."""

from pathlib import Path

import pytest

from annotator import places
from annotator.core.errors import InputError, ProjectError
from annotator.project.creating import new_project, scheme_of
from annotator.project.workspace import Project
from annotator.store import knowledge


def test_a_new_project_holds_the_shipped_scheme_and_seeds(project: Project) -> None:
    scheme = project.scheme()
    assert scheme == scheme_of(places.shipped("seeds", "scheme.json"))
    labels = {label.id for label in scheme.labels}
    lexicon = knowledge.lexicon(project.connection)
    assert {entry.label for entry in lexicon} <= labels
    assert len(lexicon) > 500
    assert len(knowledge.rules(project.connection, "pattern")) > 10
    assert knowledge.rules(project.connection, "veto")


def test_seeds_that_cannot_be_read_leave_no_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = places.shipped

    def without_lexicon(*parts: str) -> Path:
        return tmp_path / "nothing" if parts[-1] == "lexicon.csv" else shipped(*parts)

    monkeypatch.setattr(places, "shipped", without_lexicon)
    with pytest.raises(InputError, match="cannot be read"):
        new_project(tmp_path / "study.annot")
    assert not [p.name for p in tmp_path.iterdir() if p.name != ".study.annot.lock"]
    monkeypatch.undo()
    new_project(tmp_path / "study.annot").close()


def test_a_name_with_an_ending_is_kept(tmp_path: Path) -> None:
    with new_project(tmp_path / "study.db") as project:
        assert project.path == tmp_path / "study.db"
        assert project.title == "study"


def test_a_project_closed_is_one_file(tmp_path: Path) -> None:
    new_project(tmp_path / "study").close()
    assert [p.name for p in tmp_path.iterdir() if not p.name.endswith(".lock")] == ["study.annot"]


def test_a_project_that_is_open_is_not_made_again(project: Project) -> None:
    with pytest.raises(ProjectError, match="exists already"):
        new_project(project.path)
