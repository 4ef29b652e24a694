"""People, schemes, lexicon and rules read back as they were put in."""

import sqlite3

import pytest

from annotator.core.errors import ProjectError
from annotator.core.ids import annotator_id
from annotator.core.lexicon import LexiconEntry
from annotator.core.programme import Programme
from annotator.core.scheme import Colour, Label, Scheme, Words
from annotator.store import knowledge, people
from annotator.store.file import ProjectFile

COLOUR = Colour("#111111", "#222222", "#333333", "#444444")


def scheme(version: int) -> Scheme:
    label = Label("INDUSTRY", "2", Words("产业扶贫", "industry"), Words("产业"), COLOUR, COLOUR)
    return Scheme("s", version, Words("标签"), (label,))


def test_the_newest_version_of_the_scheme_is_the_scheme(project: ProjectFile) -> None:
    with pytest.raises(ProjectError, match="has no label scheme"):
        knowledge.scheme(project.connection)
    for version in (1, 3, 2):
        knowledge.put_scheme(project.connection, scheme(version), "2026-01-01T00:00:00Z")
    assert knowledge.scheme(project.connection) == scheme(3)


def test_a_version_of_the_scheme_is_never_overwritten(project: ProjectFile) -> None:
    knowledge.put_scheme(project.connection, scheme(1), "2026-01-01T00:00:00Z")
    with pytest.raises(sqlite3.IntegrityError):
        knowledge.put_scheme(project.connection, scheme(1), "2026-01-02T00:00:00Z")


def test_the_lexicon_is_replaced_as_a_whole_and_comes_by_term(project: ProjectFile) -> None:
    entries = [LexiconEntry("雨露计划", "EDUCATION", "p1", note="n", origin="o"), LexiconEntry("低保", "SAFETYNET", kind="class")]
    knowledge.put_lexicon(project.connection, [LexiconEntry("旧", "OTHER"), *entries])
    knowledge.put_lexicon(project.connection, [LexiconEntry("雨露计划", "EDUCATION", note="first"), *entries])
    assert knowledge.lexicon(project.connection) == entries[::-1]


def test_the_register_is_replaced_as_a_whole_and_comes_by_id(project: ProjectFile) -> None:
    programmes = [Programme("p2", "雨露计划", ("“雨露”工程", "该计划"), "EDUCATION", "n", "o"), Programme("p1", "低保")]
    knowledge.put_programmes(project.connection, [Programme("old", "旧")])
    knowledge.put_programmes(project.connection, programmes)
    assert knowledge.programmes(project.connection) == programmes[::-1]


def test_rules_of_each_role_keep_their_order_and_can_be_switched_off_in_the_table(project: ProjectFile) -> None:
    patterns = [{"id": "b", "enabled": True, "expression": "扶贫"}, {"id": "a", "enabled": False}]
    knowledge.put_rules(project.connection, "pattern", patterns)
    knowledge.put_rules(project.connection, "veto", [{"id": "b", "enabled": True}])
    knowledge.put_rules(project.connection, "veto", [{"id": "a", "enabled": True}])
    assert knowledge.rules(project.connection, "pattern") == patterns
    assert knowledge.rules(project.connection, "veto") == [{"id": "a", "enabled": True}]
    project.connection.execute("UPDATE pattern SET enabled = 0 WHERE id = 'pattern:b'")
    assert [rule["enabled"] for rule in knowledge.rules(project.connection, "pattern")] == [False, False]


def test_a_person_is_remembered_once_as_first_written(project: ProjectFile) -> None:
    first = people.add(project.connection, " Ｃarol　Wang ")
    assert people.add(project.connection, "carol wang") == first == annotator_id("CAROL WANG")
    assert people.names(project.connection)[first] == "Carol Wang"
    assert sorted(people.names(project.connection).values()) == ["Carol Wang", "alice", "bob"]
