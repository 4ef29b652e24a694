"""Colours: published differences, contrast, simulated sight, and values that can be read whatever was asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator import places
from annotator.core.colour import (
    GROUND_LIGHT,
    LEAST_INK,
    LEAST_LINE,
    LEAST_TEXT,
    PAPER_DARK,
    PAPER_LIGHT,
    TEXT_DARK,
    TEXT_LIGHT,
    Sight,
    ciede2000,
    contrast,
    difference,
    hue_of,
    nearest,
    of_hue,
    proposed,
)
from annotator.core.scheme import scheme_from_json

LABELS = scheme_from_json(places.shipped("seeds", "scheme.json").read_text(encoding="utf-8")).labels
Lab = tuple[float, float, float]


# Pairs 1, 4, 7, 9, 13, 17, 20, 24, 25, 34 of the test data of Sharma, Wu and Dalal (2005), table 1.
@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.49, -0.001), (50, -2.49, 0.0009), 7.1792),
        ((50, -0.001, 2.49), (50, 0.0009, -2.49), 4.8045),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (58, 24, 15), 19.4535),
        ((50, 2.5, 0), (50, 3.2592, 0.335), 1.0000),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.135), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_differences_are_those_of_the_published_test_data(one: Lab, other: Lab, expected: float) -> None:
    assert ciede2000(one, other) == pytest.approx(expected, abs=5e-5)
    assert ciede2000(other, one) == pytest.approx(expected, abs=5e-5)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#767676") == pytest.approx(4.54, abs=0.005)


def test_red_and_green_meet_for_those_who_lack_a_cone_and_greys_stay_as_they_are() -> None:
    red, green = "#C0504D", "#6E7F2B"
    assert difference(red, green) > 2 * difference(red, green, Sight.DEUTAN)
    for sight in Sight:
        assert difference("#808080", "#FFFFFF", sight) == pytest.approx(difference("#808080", "#FFFFFF"), abs=0.1)


@given(st.integers(0, 359), st.floats(0.2, 0.7), st.floats(0, 0.3))
def test_line_name_and_text_can_be_read_whatever_is_asked_for(hue: int, lightness: float, chroma: float) -> None:
    light, dark = of_hue(hue, lightness=lightness, chroma=chroma)
    assert contrast(light.line, PAPER_LIGHT) >= LEAST_LINE
    assert contrast(light.ink, GROUND_LIGHT) >= LEAST_INK
    assert contrast(dark.line, PAPER_DARK) >= LEAST_LINE
    assert contrast(dark.ink, PAPER_DARK) >= LEAST_INK
    for ground in (light.soft, light.strong):
        assert contrast(ground, TEXT_LIGHT) >= LEAST_TEXT
    for ground in (dark.soft, dark.strong):
        assert contrast(ground, TEXT_DARK) >= LEAST_TEXT


@given(st.integers(0, 359))
def test_a_hue_is_found_again_in_the_line(hue: int) -> None:
    _, chroma, found = hue_of(of_hue(hue, lightness=0.5, chroma=0.06)[0].line)
    assert chroma > 0.03
    assert min(abs(found - hue), 360 - abs(found - hue)) < 4


def test_the_proposed_colour_is_farther_from_all_labels_than_any_plain_hue() -> None:
    taken = [(label.light, label.dark) for label in LABELS[:6]]
    others = [(label.id, label.light.line) for label in LABELS[:6]]
    offer = nearest(proposed(taken)[0].line, others)
    assert offer is not None
    assert not offer.is_too_close
    for hue in range(0, 360, 60):
        plain = nearest(of_hue(hue)[0].line, others)
        assert plain is not None
        assert offer.least >= plain.least
