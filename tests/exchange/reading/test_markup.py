import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from annotator.core.errors import InputError
from annotator.exchange.reading.blocks import page_of
from annotator.exchange.reading.markup import Kind, attributes, tokens

names = st.sampled_from(["p", "div", "b", "a", "td", "table", "tr", "li", "ul", "h1", "nav", "x-y"])
words = st.text(alphabet="扶贫 ab&;<>\"'=/", max_size=6)
values = st.text(alphabet="扶a &<>=/", max_size=6)


class Peer(HTMLParser):
    """The parser of the standard library, taking down what it sees."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[object] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found: dict[str, str] = {}
        for name, value in attrs:
            found.setdefault(name, value or "")
        self.seen.append((tag, found))

    @override
    def handle_endtag(self, tag: str) -> None:
        self.seen.append(tag)

    @override
    def handle_data(self, data: str) -> None:
        self.seen.append(["text", data])


def joined(seen: list[object]) -> list[object]:
    """Return what was seen with neighbouring texts as one."""
    out: list[object] = []
    for one in seen:
        if isinstance(one, list) and out and isinstance(out[-1], list):
            out[-1] = ["text", out[-1][1] + one[1]]
        elif one != ["text", ""]:
            out.append(one)
    return out


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


start_tags = st.builds(
    lambda name, found: f"<{name}" + "".join(f' {key}="{escaped(value)}"' for key, value in found.items()) + ">",
    names,
    st.dictionaries(st.sampled_from(["class", "id", "href", "data-x"]), values, max_size=3),
)
pages = st.lists(st.one_of(start_tags, names.map("</{}>".format), words.map(escaped), st.just("<!-- a > b -->")), max_size=12).map("".join)


@given(pages)
def test_pages_that_are_well_written_are_cut_as_the_standard_library_cuts_them(page: str) -> None:
    peer = Peer()
    peer.feed(page)
    peer.close()
    seen: list[object] = []
    for token in tokens(page, "a.html"):
        match token.kind:
            case Kind.START:
                seen.append((token.name, attributes(token.data)))
            case Kind.END:
                seen.append(token.name)
            case Kind.TEXT:
                seen.append(["text", token.data])
            case Kind.COMMENT:
                pass
    assert joined(seen) == joined(peer.seen)


@given(st.text(alphabet="<>/!-=\"'&; pdivtablerscl扶\n", max_size=60))
def test_any_text_at_all_can_be_cut_and_its_elements_nest(page: str) -> None:
    found = page_of(tokens(page, "a.html"))
    for i, element in enumerate(found.elements[1:], start=1):
        above = found.elements[element.parent]
        assert element.parent < i
        assert above.first <= element.first <= element.last <= above.last
    assert all(block.text.strip() == block.text != "" for block in found.blocks)


@given(st.lists(st.text(alphabet="扶贫ab ", max_size=6), max_size=6), st.lists(names, min_size=6, max_size=6))
def test_no_word_outside_of_controls_is_lost(texts: list[str], tags: list[str]) -> None:
    tags = [tag for tag in tags if tag != "nav"]
    page = "".join(f"<{tag}>{text}" for tag, text in zip(tags, texts, strict=False))
    blocks = page_of(tokens(page, "a.html")).blocks
    expected = "".join(texts[: len(tags)])
    assert re.sub(r"\s", "", "".join(block.text for block in blocks)) == re.sub(r"\s", "", expected)


def test_more_tags_than_any_page_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.exchange.reading.markup.MOST_TAGS", 1_000)
    assert len(list(tokens("<b>" * 1_000, "a.html"))) == 1_000
    with pytest.raises(InputError, match=r"a\.html holds more than 1000 tags"):
        list(tokens("<b>" * 1_001, "a.html"))


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 50_000,
        "<p>" + "".join(f"<b id={i}>" for i in range(2_000)) + "</p>" + "<p>x" * 2_000,
        "<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">x",
        "<p a=\"<p a='" * 100_000,
        "<!-- " * 200_000,
        "<table><tr>" * 30_000,
        "<div>" * 30_000 + "</p></foo>" * 30_000,
        "&#" + "9" * 100_000 + ";" + "&#" + "0" * 100_000 + "65;",
        "</scrip<script>" * 100_000,
        "\u3000" * 300_000 + "<br>" + " \n" * 300_000,
        "扶\n" * 200_000,
    ],
    ids=[
        "deep",
        "formats reopened",
        "attributes",
        "quotes",
        "comments",
        "tables",
        "ends of nothing",
        "digits",
        "scripts",
        "blanks",
        "wraps",
    ],
)
def test_pages_made_to_be_slow_are_read_as_fast_as_others(page: str) -> None:
    # Quadratic work on any of these takes minutes; a test that hangs has failed.
    assert len(page_of(tokens(page, "a.html")).elements) <= len(page)
