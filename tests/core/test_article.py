"""An article is its segments of the page, joined by nothing."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.article import ArticleKind, Layout, Segment


@st.composite
def layouts(draw: st.DrawFn) -> tuple[str, Layout]:
    page = draw(st.text(st.sampled_from("产业扶贫𠮷\n，"), min_size=1, max_size=30))
    cuts = sorted(draw(st.sets(st.integers(0, len(page)), max_size=6)) | {0, len(page)})
    ranges = draw(st.permutations(list(pairwise(cuts))))
    segments, at = [], 0
    for start, end in ranges[: draw(st.integers(1, max(1, len(ranges))))]:
        segments.append(Segment(at, start, end - start))
        at += end - start
    return page, Layout(ArticleKind.ARTICLE, "", tuple(segments))


@given(layouts())
def test_every_character_of_an_article_is_found_on_its_page(case: tuple[str, Layout]) -> None:
    page, layout = case
    text = layout.text(page)
    assert len(text) == layout.length
    assert [page[layout.page_offset(i)] for i in range(len(text))] == list(text)


@pytest.mark.parametrize("offset", [-1, 5, 99])
def test_an_offset_outside_the_article_is_refused(offset: int) -> None:
    layout = Layout(ArticleKind.CAPTION, "", (Segment(0, 7, 2), Segment(2, 0, 3)))
    with pytest.raises(IndexError):
        layout.page_offset(offset)
