"""Candidates follow from text, lexicon, rules and what was learned; decisions are left alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from annotator.core.decision import Assignment, Condition, Draft, Kind
from annotator.core.errors import ProjectError
from annotator.core.lexicon import LexiconEntry
from annotator.project import annotating, learning
from annotator.project.importing import import_paths
from annotator.project.showing import Showing, set_showing, showing
from annotator.project.suggesting import suggest
from annotator.project.workspace import Project
from annotator.session.open_article import OpenArticle
from annotator.store import candidates, knowledge
from annotator.store.file import transaction

PageFile = Callable[[str, str], Path]


def seen(project: Project, *, anew: bool = False, sources: tuple[str, ...] = ("lexicon", "patterns")) -> list[int]:
    """Return how many articles `suggest` looked at."""
    looked: list[int] = []
    suggest(project, sources=sources, anew=anew, progress=lambda _done, everything: looked.append(everything))
    return looked[-1:]


def teach(project: Project, *entries: LexiconEntry) -> None:
    with transaction(project.connection):
        knowledge.put_lexicon(project.connection, [*knowledge.lexicon(project.connection), *entries])


def test_only_articles_that_something_has_changed_for_are_looked_at(demo: Project, page: PageFile) -> None:
    assert seen(demo) == [0]
    import_paths(demo, [page("more.txt", "石桥镇推行产业扶贫。")], whole=True)
    assert seen(demo) == [1]
    assert seen(demo) == [0]
    teach(demo, LexiconEntry("清溪暖阳计划", "SOCIAL"))
    (total,) = demo.connection.execute("SELECT count(*) FROM article").fetchone()
    assert seen(demo) == [total]
    assert seen(demo, sources=("lexicon",)) == [total]
    assert seen(demo, anew=True, sources=("lexicon",)) == [total]


def test_a_stop_leaves_what_is_done_and_the_next_call_goes_on(demo: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.project.suggesting._A_BATCH", 5)

    def stop(done: int, _everything: int) -> None:
        if done >= 10:
            raise KeyboardInterrupt

    before = [row[0] for row in demo.connection.execute("SELECT id FROM candidate ORDER BY id")]
    with pytest.raises(KeyboardInterrupt):
        suggest(demo, anew=True, sources=("lexicon", "patterns"), progress=stop)
    teach(demo, LexiconEntry("不会出现的名称", "OTHER"))
    with pytest.raises(KeyboardInterrupt):
        suggest(demo, progress=stop)
    (total,) = demo.connection.execute("SELECT count(*) FROM article").fetchone()
    assert seen(demo) == [total - 10]
    assert [row[0] for row in demo.connection.execute("SELECT id FROM candidate ORDER BY id")] == before


def test_what_scores_below_the_threshold_is_not_proposed(demo: Project) -> None:
    every = suggest(demo, anew=True)
    set_showing(demo, Showing(hide_below=0.75, dim_below=0.8))
    assert showing(demo) == Showing(hide_below=0.75, dim_below=0.8)
    assert 0 < suggest(demo) < every
    assert all(c.score >= 0.75 for _, found in candidates.each(demo.connection) for c in found)
    set_showing(demo, Showing())
    assert suggest(demo) == every


def test_a_threshold_that_is_no_share_is_refused(demo: Project) -> None:
    with pytest.raises(Exception, match="7 is no threshold"):
        set_showing(demo, Showing(hide_below=7))
    assert showing(demo) == Showing()


def test_a_file_that_was_handed_out_keeps_its_candidates(demo: Project) -> None:
    demo.file.set("role", "task")
    with pytest.raises(ProjectError, match="handed out"):
        suggest(demo, anew=True)


def _only_article(project: Project, page: PageFile, text: str) -> tuple[str, Assignment]:
    import_paths(project, [page("page.txt", text)], whole=True)
    suggest(project)
    person = annotating.person(project, "林晓")
    (article,) = [row[0] for row in project.connection.execute("SELECT id FROM article")]
    return article, annotating.open_article(project, person, article).assignment


def _opened(project: Project, article: str) -> OpenArticle:
    return OpenArticle.of(annotating.open_article(project, annotating.person(project, "林晓"), article), is_folded=True)


def test_a_rejected_span_does_not_hide_a_longer_one(project: Project, page: PageFile) -> None:
    article, assignment = _only_article(project, page, "镇里办起清溪产业扶贫车间，又办第二家。")
    (short,) = candidates.of_article(project.connection, article)
    project.ledger.append(assignment, [Draft(Kind.REJECT, short.id)], scheme_version=1)
    teach(project, LexiconEntry("清溪产业扶贫车间", "EMPLOYMENT"))
    suggest(project)
    opened = _opened(project, article)
    assert [(item.surface, item.status.value) for item in opened.items] == [("清溪产业扶贫车间", "open"), (short.surface, "rejected")]


def test_a_span_that_was_decided_does_not_come_back_as_another_candidate(project: Project, page: PageFile) -> None:
    text = "镇里办起清溪产业扶贫车间，又办第二家。"
    article, assignment = _only_article(project, page, text)
    (short,) = candidates.of_article(project.connection, article)
    start, end = 4, 12
    moved = Draft(Kind.MOVE, short.id, start, end, "EMPLOYMENT", text[start:end], short.source, short.score)
    project.ledger.append(assignment, [moved], scheme_version=1)
    teach(project, LexiconEntry("清溪产业扶贫车间", "EMPLOYMENT"))
    suggest(project)
    assert [c.surface for c in candidates.of_article(project.connection, article)] == ["清溪产业扶贫车间"]
    assert [(item.surface, item.target) for item in _opened(project, article).items] == [("清溪产业扶贫车间", short.id)]


def _reject_all_by(project: Project, name: str, source: str, *, condition: Condition = Condition.SHOWN) -> int:
    """Let a person accept everything but what comes from `source`; return how many were rejected."""
    person, rejected = annotating.person(project, name), 0
    for article, found in candidates.each(project.connection):
        opened = annotating.open_article(project, person, article)
        assignment = Assignment(opened.assignment.id, article, person, condition=condition)
        drafts = []
        for c in found:
            out = source in c.sources
            rejected += out
            drafts.append(Draft(Kind.REJECT if out else Kind.ACCEPT, c.id, c.start, c.end, c.label, c.surface, c.source, c.score))
        project.ledger.append(assignment, drafts, scheme_version=1)
        project.ledger.append(assignment, [Draft(Kind.FINISH)], scheme_version=1)
    return rejected


def _most_frequent_source(project: Project) -> str:
    counts: dict[str, int] = {}
    for _, found in candidates.each(project.connection):
        for c in found:
            counts[c.source] = counts.get(c.source, 0) + 1
    return max(counts, key=counts.__getitem__)


def test_what_people_reject_scores_lower_from_then_on_in_articles_nobody_has_begun(demo: Project, page: PageFile) -> None:
    source = _most_frequent_source(demo)
    term = source.partition(":")[2]
    assert _reject_all_by(demo, "林晓", source) > 5
    import_paths(demo, [page("new.txt", f"石桥镇的{term}，还有雨露计划，都已落实到户，帮助贫困户。")], whole=True)
    suggest(demo)
    (before,) = [c for _, found in candidates.each(demo.connection) for c in found if c.source == source and c.trust is None][-1:]
    stamps = candidates.stamps(demo.connection)
    begun = {row[0] for row in demo.connection.execute("SELECT article FROM assignment")}
    suggest(demo, sources=("lexicon", "patterns", "learned"))
    after = dict(candidates.stamps(demo.connection))
    assert {article for article, stamp in stamps if after[article] == stamp} == begun
    found = [c for _, of_article in candidates.each(demo.connection) for c in of_article if c.trust is not None]
    learned = next(c for c in found if c.source == source)
    assert learned.score < before.score - 0.2
    assert learned.trust == before.score
    model = learning.learned(demo)
    assert model is not None
    assert model.summary["examples"] == demo.connection.execute("SELECT sum(decided) FROM assignment").fetchone()[0]
    learning.forget(demo)
    assert learning.learned(demo) is None
    assert suggest(demo)
    assert all(c.trust is None for _, of_article in candidates.each(demo.connection) for c in of_article)


@pytest.mark.parametrize("condition", [Condition.BLIND, Condition.SHOWN])
def test_blind_work_and_articles_of_two_people_teach_nothing(demo: Project, condition: Condition) -> None:
    _reject_all_by(demo, "林晓", _most_frequent_source(demo))
    if condition is Condition.SHOWN:
        _reject_all_by(demo, "王明", _most_frequent_source(demo))
    else:
        demo.connection.execute("UPDATE assignment SET condition = 'blind'")
    assert learning.learn(demo).scorer.examples == 0
    assert learning.offers(demo) == []


def test_names_added_by_hand_twice_are_offered_for_the_lexicon(project: Project, page: PageFile) -> None:
    text = "石桥镇推出“清溪暖阳礼包”。村里人说起清溪暖阳礼包都很高兴。"
    article, assignment = _only_article(project, page, text)
    for at in (text.index("清溪"), text.rindex("清溪")):
        project.ledger.append(assignment, [Draft(Kind.ADD, start=at, end=at + 6, label="SOCIAL", surface="清溪暖阳礼包")], scheme_version=1)
    assert [(o.term, o.label, o.count) for o in learning.offers(project)] == [("清溪暖阳礼包", "SOCIAL", 2)]
    teach(project, LexiconEntry("清溪暖阳礼包", "SOCIAL"))
    assert learning.offers(project) == []
    assert article
