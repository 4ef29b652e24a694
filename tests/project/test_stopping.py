"""An import that is stopped leaves a sound project, and goes on where it stopped."""

from pathlib import Path

import pytest

from annotator.project.checking import problems
from annotator.project.creating import new_project
from annotator.project.importing import import_paths

PAGES = 8


def test_what_was_imported_before_the_stop_stays_and_the_rest_comes_with_the_next_import(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for n in range(PAGES):
        (folder / f"p{n}.txt").write_text(f"第{n}号\n\n本报记者 某某\n\n第{n}天，村里的木耳大棚又收了一茬。\n", encoding="utf-8")

    def stop(done: int, everything: int) -> None:
        assert everything == PAGES
        if done == 3:
            raise KeyboardInterrupt

    with new_project(tmp_path / "x.annot") as project:
        with pytest.raises(KeyboardInterrupt):
            import_paths(project, [folder], progress=stop)
        assert project.connection.execute("SELECT count(*) FROM page").fetchone() == (3,)
        assert problems(project) == []
        report = import_paths(project, [folder])
        assert (report.pages, report.known) == (PAGES - 3, 3)
        assert problems(project) == []
