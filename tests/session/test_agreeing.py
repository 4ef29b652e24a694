"""Doors and lanes: what a number opens, and how a disagreement is laid on one line."""

from hypothesis import given

from annotator.agreement.disagreements import Cluster, Kind
from annotator.agreement.units import Unit
from annotator.core.span import Span
from annotator.session.agreeing_doors import NONE, Door, Doors, Opens, mine_first, of_kind, stand_ins
from annotator.session.agreeing_rows import row_of
from tests.agreement.invented import FEWER, corpora


def every_door(doors: Doors) -> list[Door]:
    labels = doors.labels
    people = sorted({person for cluster in doors.clusters for person in cluster.marks})
    return [
        Door(Opens.ALL),
        Door(Opens.RANGES),
        Door(Opens.LABELS),
        *(Door(Opens.KIND, kind) for kind in Kind),
        *(Door(opens, label) for label in labels for opens in (Opens.LABEL, Opens.EDGES)),
        *(Door(Opens.CELL, a, b) for a in labels for b in (*labels, NONE)),
        *(Door(Opens.PAIR, a, b) for a in people for b in people if a < b),
        *(Door(Opens.ARTICLE, row.article) for row in doors.worst),
    ]


@FEWER
@given(corpora(overlapping=True, smallest=1))
def test_a_door_counts_the_rows_it_opens_and_opens_none_twice(units: tuple[Unit, ...]) -> None:
    doors = Doors(units)
    for door in every_door(doors):
        rows = doors.rows(door)
        assert doors.count(door) == len(rows)
        assert len({(c.article, c.start, c.end) for c in rows}) == len(rows)


@FEWER
@given(corpora(smallest=1))
def test_kinds_and_articles_share_out_the_disagreements_and_the_matrix_is_symmetrical(units: tuple[Unit, ...]) -> None:
    doors = Doors(units)
    everything = doors.count(Door(Opens.ALL))
    assert sum(doors.count(Door(Opens.KIND, kind)) for kind in Kind if kind is not Kind.AGREE) == everything
    assert sum(doors.count(Door(Opens.ARTICLE, row.article)) for row in doors.worst) == everything
    for a in doors.labels:
        assert 0 <= doors.share(a) <= 1
        for b in doors.labels:
            assert doors.rows(Door(Opens.CELL, a, b)) == doors.rows(Door(Opens.CELL, b, a))


def test_labels_come_with_the_most_disputed_first() -> None:
    doors = Doors(())
    assert doors.labels == ()
    assert doors.count(Door(Opens.ALL)) == 0


def test_one_sees_ones_own_work_first_and_letters_do_not_depend_on_who_looks() -> None:
    assert mine_first(("何苗", "林晓", "马宁"), "马宁") == ("马宁", "何苗", "林晓")
    assert stand_ins(["c", "a", "b"]) == {"a": "A", "b": "B", "c": "C"}
    assert list(stand_ins([f"{n:02d}" for n in range(28)]).values())[-3:] == ["Z", "AA", "AB"]


TEXT = "前一句。石桥村发展产业扶\n\n贫，建起扶贫车间。后一句。"


def cluster(*marks: tuple[str, tuple[Span, ...]]) -> Cluster:
    spans = [span for _, own in marks for span in own]
    return Cluster("x", min(s.start for s in spans), max(s.end for s in spans), dict(marks))


def test_a_row_is_the_sentence_on_one_line_and_lanes_are_places_in_it() -> None:
    start = TEXT.index("产业扶")
    long, short = Span(start, start + 6, "A"), Span(start, start + 2, "B")
    row = row_of(
        TEXT.replace("\n\n", "\n"), cluster(("a", (Span(start, start + 5, "A"),)), ("b", (short,)), ("c", ())), ("b", "a", "c", "gone")
    )
    assert row.text == "石桥村发展产业扶贫，建起扶贫车间。"
    assert [(lane.person, [row.text[s:e] for s, e, _ in lane.marks]) for lane in row.lanes] == [
        ("b", ["产业"]),
        ("a", ["产业扶贫"]),
        ("c", []),
    ]
    assert row.text[row.start : row.end] == "产业扶贫"
    assert row_of(TEXT, cluster(("a", (long,)), ("b", ())), ("a", "b")).text.startswith("石桥村发展产业扶贫")


def test_a_long_sentence_is_cut_and_says_so() -> None:
    text = "长" * 60 + "低保" + "长" * 60
    row = row_of(text, cluster(("a", (Span(60, 62, "A"),)), ("b", ())), ("a", "b"))
    assert row.text == "…" + "长" * 28 + "低保" + "长" * 28 + "…"
    assert row.text[row.start : row.end] == "低保"


def test_of_kind_keeps_what_is_counted_as_it() -> None:
    missed = cluster(("a", (Span(0, 2, "A"),)), ("b", ()))
    agreed = cluster(("a", (Span(0, 2, "A"),)), ("b", (Span(0, 2, "A"),)))
    assert of_kind([missed, agreed], Kind.MISSED) == (missed,)
    assert of_kind([missed, agreed], None) == (missed, agreed)
