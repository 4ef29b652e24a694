"""What stands under the mouse."""

from PySide6.QtGui import QColor, QImage, QPainter

from annotator.core.fold import Status
from annotator.core.scheme import Scheme
from annotator.session.items import Item
from annotator.ui.hover import Chips, spans_at
from annotator.ui.placing import Placed, Row
from annotator.ui.theme import load_theme

OUTER = Placed(Item("o", 0, 6, "INDUSTRY", "", Status.ACCEPTED, None), (Row(100, 208, 60, 18),), 1)
INNER = Placed(Item("i", 1, 3, "FINANCE", "", Status.OPEN, None), (Row(118, 154, 60, 18),), 0)


def painted(scheme: Scheme, spans: list[Placed], top: float = 60) -> QImage:
    moved = [Placed(s.item, tuple(Row(r.left, r.right, top, r.em) for r in s.rows), s.lane) for s in spans]
    image = QImage(600, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("#FDFCF9"))
    with QPainter(image) as painter:
        Chips(load_theme(is_dark=False, language="zh"), scheme).paint(painter, moved, 600)
    return image


def test_of_nested_spans_the_innermost_comes_first_and_none_is_left_out() -> None:
    assert spans_at([OUTER, INNER], 130, 70) == [INNER, OUTER]
    assert spans_at([OUTER, INNER], 190, 70) == [OUTER]
    assert spans_at([OUTER, INNER], 190, 90) == []


def test_a_chip_says_key_label_and_state(reading: object, scheme: Scheme) -> None:
    del reading
    words = Chips(load_theme(is_dark=False, language="zh"), scheme).words(INNER)
    label = scheme.label("FINANCE")
    assert label is not None
    assert words.startswith(f"{label.key} {label.short.get('zh')} · ")
    assert words != Chips(load_theme(is_dark=False, language="zh"), scheme).words(
        Placed(Item("i", 1, 3, "FINANCE", "", Status.REJECTED, None), INNER.rows, 0)
    )


def test_every_lane_gets_a_chip_beside_the_others(reading: object, scheme: Scheme) -> None:
    del reading
    one, both = painted(scheme, [INNER]), painted(scheme, [INNER, OUTER])
    inks = {label.id: QColor(label.light.ink).rgb() for label in scheme.labels}

    def has(image: QImage, ink: int) -> bool:
        return any(image.pixel(x, y) == ink for x in range(0, 600, 2) for y in range(0, 120, 3))

    assert has(one, inks["FINANCE"])
    assert not has(one, inks["INDUSTRY"])
    assert has(both, inks["FINANCE"])
    assert has(both, inks["INDUSTRY"])


def test_at_the_top_of_the_view_chips_stand_beneath(reading: object, scheme: Scheme) -> None:
    del reading
    image = painted(scheme, [INNER], top=4)
    ink = QColor(next(label.light.ink for label in scheme.labels if label.id == "FINANCE")).rgb()
    assert any(image.pixel(x, y) == ink for x in range(0, 600, 2) for y in range(26, 60))
