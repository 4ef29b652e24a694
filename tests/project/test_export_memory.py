"""Exports hold one article at a time: four times as many articles do not need more memory."""

import tracemalloc
from pathlib import Path

import pytest

from annotator.core.article import ArticleKind, Layout, Segment
from annotator.core.candidate import Proposal
from annotator.core.ids import sha256_of
from annotator.project.creating import new_project
from annotator.project.exporting import Choice, Layer, export
from annotator.project.workspace import Project
from annotator.store import articles, candidates
from annotator.store.file import transaction

SENTENCE = "石桥村的产业扶贫见了成效，乡亲们都说好。"
SPANS = 60
# What grows is one short row per article (names of files, ids); what must not is the 60 spans and 1,200 characters of each.
GROWTH = 1.6


def _project(path: Path, count: int) -> Project:
    project = new_project(path)
    with transaction(project.connection):
        for i in range(count):
            text = f"{i:05}：{SENTENCE * SPANS}"
            layout = Layout(ArticleKind.ARTICLE, "", (Segment(0, 0, len(text)),))
            (article,) = articles.add_page(project.connection, sha256_of(text), text, [layout], {})
            starts = [at for at in range(len(text)) if text.startswith("产业扶贫", at)]
            proposals = [Proposal(at, at + 4, "INDUSTRY", "产业扶贫", ("lexicon:产业扶贫",), 0.9) for at in starts]
            candidates.replace(project.connection, article, proposals)
    return project


def _peak(project: Project, out: Path, name: str) -> int:
    choice = Choice(Layer.CANDIDATES)
    tracemalloc.start()
    try:
        export(project, out, name, choice)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("name", ["jsonl", "label-studio", "conll", "csv", "standoff"])
def test_memory_does_not_grow_with_the_project(tmp_path: Path, name: str) -> None:
    with _project(tmp_path / "few.annot", 8) as few, _project(tmp_path / "many.annot", 32) as many:
        # Once for what is loaded only once.
        _peak(few, tmp_path / "first", name)
        small, large = _peak(few, tmp_path / "few", name), _peak(many, tmp_path / "many", name)
    assert large < small * GROWTH
