"""A stored page is cut anew, as long as nobody has begun it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator import places
from annotator.core.article import ArticleKind
from annotator.core.decision import Assignment, Draft, Kind
from annotator.core.errors import InputError
from annotator.core.ids import assignment_id
from annotator.newsprint import plan as edit
from annotator.project.checking import problems
from annotator.project.creating import new_project
from annotator.project.importing import import_paths
from annotator.project.previewing import store, stored_page
from annotator.project.suggesting import suggest
from annotator.project.workspace import Project
from annotator.store import articles, people, search


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with new_project(tmp_path / "x.annot") as made:
        import_paths(made, [places.shipped("seeds", "pages", "qingxi_2019-06-18_p3.txt")])
        suggest(made)
        search.catch_up(made.connection)
        yield made


def test_the_articles_are_those_of_the_new_cut_and_old_numbers_are_not_used_again(project: Project) -> None:
    before = list(articles.each(project.connection))
    page = articles.page_text(project.connection, before[0].page)
    file = stored_page(project, before[0].id)
    assert file.plan is not None
    edited = replace(file, plan=edit.set_kind(file.plan, 1, ArticleKind.FURNITURE))
    assert edited.plan is not None
    cut = edit.layouts(edited.plan)
    report = store(project, [edited])
    after = list(articles.each(project.connection))
    assert report.articles == len(after) == len(cut)
    assert [article.layout.kind for article in after] == [layout.kind for layout in cut]
    assert [a.layout.kind for a in after] != [a.layout.kind for a in before]
    assert min(article.number for article in after) > max(article.number for article in before)
    assert sorted("".join(article.text for article in after)) == sorted(page)
    suggest(project)
    search.catch_up(project.connection)
    assert set(search.find(project.connection, "产业扶贫")) <= {article.number for article in after}
    assert problems(project) == []


def test_a_page_that_somebody_has_begun_stays_as_it_is(project: Project) -> None:
    article = next(articles.each(project.connection))
    file = stored_page(project, article.id)
    person = people.add(project.connection, "林晓")
    task = Assignment(assignment_id(article.id, person, "main", "shown"), article.id, person)
    project.ledger.append(task, [Draft(Kind.FLAG, value="doubt")], scheme_version=1)
    with pytest.raises(InputError, match="begun"):
        stored_page(project, article.id)
    report = store(project, [file])
    assert "begun" in report.skipped[0].why
    assert next(articles.each(project.connection)).id == article.id
