"""The three development pages through the whole job: import, suggest, every candidate decided by a real key, export, score.

Also a script that prints what it got: `python tests/journeys/test_development_pages.py`.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from annotator.app import build
from annotator.project.checking import problems
from annotator.project.creating import new_project
from annotator.project.exporting import Layer, export_jsonl
from annotator.project.importing import import_paths
from annotator.project.status import status_of
from annotator.project.suggesting import suggest
from annotator.project.workspace import Project

SHARED = Path(__file__).resolve().parents[2].parent / "shared"


def through(folder: Path) -> tuple[Path, Path]:
    """Bring the pages through the window, accepting everything; return the project and the export."""
    path, out = folder / "pages.annot", folder / "out.jsonl"
    with new_project(path) as project:
        import_paths(project, [SHARED / "pages"])
        suggest(project)
    app = build(path, annotator="林晓")
    app.window.show()
    assert app.desk is not None
    assert app.views is not None
    for _ in range(5_000):
        if all(row.finished for row in app.desk.rows()):
            break
        key = Qt.Key.Key_Space if app.desk.undecided else Qt.Key.Key_Return
        QTest.keyClick(app.views.reading, key)
    app.close()
    with Project.open(path) as project:
        assert problems(project) == []
        export_jsonl(project, out, layer=Layer.ANNOTATION, by="林晓", finished=True)
    return path, out


def score(out: Path, *options: str) -> str:
    """Return what the score tool prints for an export."""
    gold = sorted((SHARED / "gold").glob("mentions_*.json"))
    command = [sys.executable, str(SHARED / "tools" / "score"), "mentions", str(out), *map(str, gold), *options]
    return subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the development pages are not beside the checkout")
def test_every_candidate_of_the_development_pages_goes_through_the_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    path, out = through(tmp_path)
    with Project.open(path, write=False) as project:
        (person,) = status_of(project).annotators
    assert (person.open, person.marks) == (0, sum(len(json.loads(line)["spans"]) for line in out.read_text(encoding="utf-8").splitlines()))
    assert json.loads(score(out).splitlines()[-1])["f1"] >= 0.8


def main() -> None:
    """Print status and score."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder
        path, out = through(Path(folder))
        with Project.open(path, write=False) as project:
            print(status_of(project))
        print(score(out, "--misses", "0"))


if __name__ == "__main__":
    main()
