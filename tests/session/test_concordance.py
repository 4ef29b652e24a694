"""Occurrences with their neighbours, as values."""

import re

from hypothesis import given
from hypothesis import strategies as st

from annotator.core.fold import Status
from annotator.session.concordance import (
    Caution,
    Hit,
    Sort,
    Stand,
    Standing,
    Wanted,
    caution,
    cuts_word,
    hits,
    in_order,
    is_enough,
    state_of,
)
from annotator.store.filtering import Begun, Text

TEXT = "县里推行“雨露”计划。雨露\n计划好，雨露计划更好。\n雨露计划"


def text(words: str, repeats: tuple[tuple[int, int], ...] = ()) -> Text:
    breaks = tuple((m.start(), m.end()) for m in re.finditer(r"(?<=[^。\n])\n+(?=[^\n])", words))
    return Text(1, "a", "题目", "page.txt", words, breaks, repeats)


def found(words: str, query: str, repeats: tuple[tuple[int, int], ...] = ()) -> list[Hit]:
    return [hit for some in hits([text(words, repeats)], query) for hit in some]


def test_occurrences_are_found_through_breaks_and_quotation_marks() -> None:
    assert [hit.words for hit in found(TEXT, "雨露计划")] == ["“雨露”计划", "雨露计划", "雨露计划", "雨露计划"]
    assert [hit.words for hit in found(TEXT, "“雨露”计划")] == ["“雨露”计划", "雨露计划", "雨露计划", "雨露计划"]


def test_what_stands_around_is_on_one_line_with_breaks_healed() -> None:
    hit = found(TEXT, "计划好")[0]
    assert hit.before.endswith("雨露")
    assert hit.words == "计划好"
    assert "\n" not in hit.before + hit.after
    assert hit.after == "，雨露计划更好。 雨露计划"


@given(st.text(alphabet="雨露计划“”\n，a", max_size=60), st.sampled_from(["雨露", "雨露计划", "计", "a"]))
def test_the_context_is_the_text_around(words: str, query: str) -> None:
    of = text(words)
    for hit in found(words, query):
        assert hit.words == "".join(words[hit.start : hit.end].split("\n"))
        healed = words
        for start, end in sorted(of.breaks, reverse=True):
            healed = healed[:start] + healed[end:]
        assert hit.before + hit.words + hit.after in healed.replace("\n", " ")


def test_one_character_is_answered_only_when_it_is_asked_for() -> None:
    assert not is_enough("露", is_asked=False)
    assert is_enough("露", is_asked=True)
    assert is_enough("雨露", is_asked=False)
    assert not is_enough("“”", is_asked=True)


def test_rows_are_sorted_by_the_left_neighbour_read_backwards_or_by_the_right() -> None:
    some = found("甲乙扶贫丙。乙甲扶贫乙。丙乙扶贫甲。", "扶贫")
    assert in_order(some, range(3), Sort.PLACE) == [0, 1, 2]
    assert in_order(some, range(3), Sort.LEFT)[-1] == 1
    assert [some[at].after[0] for at in in_order(some, range(3), Sort.RIGHT)] == sorted("丙乙甲")
    assert [some[at].before[-1] for at in in_order(some, range(3), Sort.LEFT)] == sorted("乙甲乙")


def standing(*spans: Stand, finished: bool = False) -> Standing:
    return Standing(Begun(is_finished=finished), spans)


def hit(start: int, end: int, *, is_repeat: bool = False) -> Hit:
    return Hit(1, "a", "", "page.txt", start, end, "", "扶贫", "", is_repeat)


def stand(start: int, end: int, status: Status, label: str = "INDUSTRY") -> Stand:
    return Stand(start, end, label, "扶贫", status)


def test_of_two_spans_on_one_range_the_mark_is_shown() -> None:
    there = standing(stand(0, 2, Status.REJECTED, "A"), stand(0, 2, Status.ACCEPTED, "B")).at(0, 2)
    assert there is not None
    assert there.label == "B"


def test_why_an_occurrence_is_not_ticked_with_the_others() -> None:
    plain, whole = hit(0, 2), standing()
    assert caution(plain, whole, cuts_word=False) is Caution.NONE
    assert caution(plain, whole, cuts_word=True) is Caution.CUTS_WORD
    assert caution(hit(0, 2, is_repeat=True), whole, cuts_word=False) is Caution.REPEAT
    assert caution(plain, standing(stand(0, 4, Status.OPEN)), cuts_word=False) is Caution.INSIDE
    assert caution(plain, standing(stand(0, 4, Status.REJECTED)), cuts_word=False) is Caution.NONE
    assert caution(plain, standing(stand(0, 2, Status.OPEN)), cuts_word=True) is Caution.NONE
    assert caution(plain, standing(stand(0, 2, Status.ACCEPTED)), cuts_word=False) is Caution.DECIDED
    assert caution(plain, standing(finished=True), cuts_word=False) is Caution.FINISHED


def test_a_filter_asks_for_state_label_and_source_at_once() -> None:
    there = standing(stand(0, 2, Status.SKIPPED))
    assert Wanted().fits(hit(0, 2), None)
    assert Wanted(state="open", label="INDUSTRY", source="page.txt").fits(hit(0, 2), there)
    assert not Wanted(state="accepted").fits(hit(0, 2), there)
    assert not Wanted(label="MONITOR").fits(hit(0, 2), there)
    assert not Wanted(source="other.txt").fits(hit(0, 2), there)
    assert Wanted(state="none").fits(hit(5, 7), there)
    assert state_of(stand(0, 2, Status.MOVED)) == "accepted"


def test_an_occurrence_that_begins_or_ends_inside_a_word_is_known() -> None:
    whole = found("发展产业，", "产业")[0]
    assert not cuts_word(whole, lambda _words, _breaks: [0, 2, 4])
    assert cuts_word(found("发展产业，", "展产")[0], lambda _words, _breaks: [0, 2, 4])


def test_words_are_cut_from_stop_to_stop() -> None:
    seen: list[str] = []

    def cut(words: str, _breaks: object) -> list[int]:
        seen.append(words)
        return list(range(len(words) + 1))

    cuts_word(found("前面一句。发展产业扶贫项目，后面一句", "产业")[0], cut)
    assert seen == ["发展产业扶贫项目"]
