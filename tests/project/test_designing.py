"""New versions of the scheme: nothing is overwritten, nobody's decisions change, and what is touched is listed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.decision import Draft, Kind
from annotator.core.errors import InputError
from annotator.core.scheme import Scheme, Words
from annotator.project import annotating, designing
from annotator.project.checking import problems
from annotator.project.designing import Change
from annotator.project.exporting import Layer, export_jsonl
from annotator.project.workspace import Project
from annotator.session.designing import design_of, retired, scheme_of


def decided(project: Project, name: str = "alice", version: int = 1) -> list[tuple[str, str]]:
    """Accept every candidate of the first article that has some; return target and label."""
    person = annotating.person(project, name)
    (article,) = project.connection.execute("SELECT id FROM article ORDER BY candidates DESC LIMIT 1").fetchone()
    opened = annotating.open_article(project, person, article)
    shown = [c for c in opened.known if c.id in opened.active]
    drafts = [Draft(Kind.ACCEPT, target=c.id, start=c.start, end=c.end, label=c.label, surface=c.surface) for c in shown]
    project.ledger.append(opened.assignment, drafts, scheme_version=version)
    return [(c.id, c.label) for c in shown]


def merged(scheme: Scheme, old: str, new: str) -> Scheme:
    return scheme_of(retired(design_of(scheme), old, into=new))


def test_a_new_version_leaves_old_versions_and_decisions_as_they_were(demo: Project) -> None:
    decided(demo)
    tables = ("decision", "mark", "assignment", "candidate")
    before = {table: demo.connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables}  # noqa: S608
    (first,) = demo.connection.execute("SELECT json FROM scheme WHERE version = 1").fetchone()
    made = designing.save_scheme(demo, merged(demo.scheme(), "MONITOR", "CADRE"), " 合并 ")
    assert (made.version, made.note) == (2, "合并")
    assert demo.scheme() == made
    assert demo.connection.execute("SELECT json FROM scheme WHERE version = 1").fetchone() == (first,)
    assert {table: demo.connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables} == before  # noqa: S608
    assert not list(problems(demo))
    assert next((version, note) for version, _, note in designing.versions(demo)) == (2, "合并")


def test_changes_are_told_label_by_label(demo: Project) -> None:
    old = demo.scheme()
    labels = list(old.labels)
    labels[0] = replace(labels[0], name=Words("战略"), key="")
    labels[1] = replace(labels[1], examples=(), light=labels[2].light)
    labels[3], labels[4] = labels[4], labels[3]
    new = merged(replace(old, labels=tuple(labels), guideline=Words("新"), codes=()), "OTHER", "SOCIAL")
    found = designing.differences(old, new)
    assert [(one.change, one.label) for one in found] == [
        (Change.RENAMED, "CAMPAIGN"),
        (Change.REKEYED, "CAMPAIGN"),
        (Change.RECOLOURED, "INDUSTRY"),
        (Change.REDEFINED, "INDUSTRY"),
        (Change.MERGED, "OTHER"),
        (Change.ORDER, ""),
        (Change.GUIDELINE, ""),
        (Change.CODES, ""),
    ]
    assert found[4].after == "SOCIAL"
    assert designing.differences(old, old) == ()


def test_ones_own_marks_under_an_older_version_are_listed_where_their_label_changed(demo: Project) -> None:
    marks = decided(demo)
    decided(demo, "bob")
    assert designing.to_revisit(demo, annotating.person(demo, "alice")) == ()
    designing.save_scheme(demo, merged(demo.scheme(), "MONITOR", "CADRE"), "")
    found = designing.to_revisit(demo, annotating.person(demo, "alice"))
    assert {one.target for one in found} == {target for target, label in marks if label == "MONITOR"}
    assert {(one.label, one.version, one.change) for one in found} == {("MONITOR", 1, Change.MERGED)}
    person, one = annotating.person(demo, "alice"), found[0]
    opened = annotating.open_article(demo, person, one.article)
    draft = Draft(Kind.RELABEL, target=one.target, start=one.start, end=one.end, label="CADRE", surface=one.surface)
    demo.ledger.append(opened.assignment, [draft], scheme_version=2)
    assert one not in designing.to_revisit(demo, person)
    assert len(designing.to_revisit(demo, person)) == len(found) - 1


def test_a_merged_label_goes_out_as_the_one_it_went_into(demo: Project, tmp_path: Path) -> None:
    marks = decided(demo)
    designing.save_scheme(demo, merged(demo.scheme(), "MONITOR", "CADRE"), "")
    export_jsonl(demo, tmp_path / "out.jsonl", layer=Layer.ANNOTATION)
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    labels = [span["label"] for line in lines for span in json.loads(line)["spans"]]
    assert "MONITOR" not in labels
    assert labels.count("CADRE") == sum(label in {"MONITOR", "CADRE"} for _, label in marks)


def test_codes_and_attributes_go_out_with_article_and_span(demo: Project, tmp_path: Path) -> None:
    (target, _), *_ = decided(demo)
    person = annotating.person(demo, "alice")
    (article,) = demo.connection.execute("SELECT article FROM mark LIMIT 1").fetchone()
    opened = annotating.open_article(demo, person, article)
    drafts = [Draft(Kind.CODE, value="genre=feature"), Draft(Kind.CODE, target=target, value="reach=dedicated")]
    demo.ledger.append(opened.assignment, drafts, scheme_version=1)
    export_jsonl(demo, tmp_path / "out.jsonl", layer=Layer.ANNOTATION)
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [line["meta"]["codes"] for line in lines if "codes" in line["meta"]] == [{"alice": {"genre": "feature"}}]
    coded = [span for line in lines for span in line["spans"] if "attributes" in span]
    assert [(span["id"], span["attributes"]) for span in coded] == [(target, {"reach": "dedicated"})]


@pytest.mark.parametrize("role", ["task", "update"])
def test_a_task_takes_no_new_version(demo: Project, role: str) -> None:
    demo.file.set("role", role)
    with pytest.raises(InputError, match="where the work is handed out"):
        designing.save_scheme(demo, demo.scheme(), "")
    assert demo.scheme().version == 1
