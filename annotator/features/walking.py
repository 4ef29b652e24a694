"""The caret and the mouse on the article: selecting by words and sentences, taking edges, seeing where they were."""

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.views import Views
from annotator.session import caret
from annotator.session.desk import Desk
from annotator.session.edges import Edge, Unit, placed
from annotator.session.translating import QT_TRANSLATE_NOOP

_HINTS = (
    ("← →", QT_TRANSLATE_NOOP("Walking", "word")),
    ("Ctrl ← →", QT_TRANSLATE_NOOP("Walking", "character")),
    ("Shift", QT_TRANSLATE_NOOP("Walking", "select")),
    ("␣", QT_TRANSLATE_NOOP("Walking", "this word")),
    ("1 … Y", QT_TRANSLATE_NOOP("Walking", "add")),
    ("Esc", QT_TRANSLATE_NOOP("Walking", "leave")),
)


def _words(text: str) -> str:
    return QCoreApplication.translate("Walking", text)


class Walking(Feature):
    """Answers what the reading view asks for with the words of the article."""

    @override
    def commands(self) -> Commands:
        return {"caret": self._toggle}

    @override
    def opened(self, desk: Desk, views: Views) -> None:
        reading = views.reading
        desk.article_changed.connect(reading.leave_caret)
        desk.current_changed.connect(self._on_current_changed)
        reading.caret_asked.connect(self._on_caret_asked)
        reading.caret_word_asked.connect(self._on_caret_word_asked)
        reading.caret_left.connect(self._on_caret_left)
        reading.key_refused.connect(self._on_key_refused)
        reading.sentence_asked.connect(self._on_sentence_asked)
        reading.selection_dragged.connect(self._on_selection_dragged)
        reading.edge_dragged.connect(self._on_edge_dragged)
        reading.edge_dropped.connect(self._on_edge_dropped)

    @override
    def closing(self) -> None:
        self.room.window.status_line.show_mode("", ())

    def _toggle(self) -> None:
        desk, views = self.room.desk, self.room.views
        if desk is None or views is None or desk.opened is None:
            return
        if views.reading.is_walking:
            views.reading.leave_caret()
            return
        views.reading.setFocus()
        views.reading.enter_caret()
        self.room.window.status_line.show_mode(_words("CARET"), [(key, _words(text)) for key, text in _HINTS])

    # The caret

    def _on_caret_left(self) -> None:
        self.room.window.status_line.show_mode("", ())

    def _on_caret_asked(self, unit: Unit, step: int, selects: bool) -> None:  # noqa: FBT001 (of a signal)
        desk, views = self.room.desk, self.room.views
        if desk is not None and views is not None and desk.opened is not None:
            at = caret.walked(views.reading.caret, unit, step, display=desk.opened.display, words=desk.words)
            views.reading.put_caret(at, selects=selects)

    def _on_caret_word_asked(self) -> None:
        desk, views = self.room.desk, self.room.views
        if desk is not None and views is not None and desk.opened is not None:
            views.reading.select_range(*caret.word_at(views.reading.caret, display=desk.opened.display, words=desk.words))

    def _on_key_refused(self, is_label: bool) -> None:  # noqa: FBT001 (of a signal)
        if is_label:
            self.room.say(_words("Nothing is selected. Space takes the word at the caret, Shift with an arrow more."))
        else:
            self.room.say(_words("The caret is on: keys decide nothing here. Esc goes back to deciding."))

    # The mouse

    def _on_sentence_asked(self, offset: int) -> None:
        desk, views = self.room.desk, self.room.views
        if desk is not None and views is not None and desk.article is not None:
            views.reading.select_range(*caret.sentence_at(desk.article.text, offset, paragraph=desk.words.paragraph(offset)))

    def _on_selection_dragged(self, is_exact: bool) -> None:  # noqa: FBT001 (of a signal)
        desk, views = self.room.desk, self.room.views
        if desk is None or views is None or desk.article is None or desk.selection is None or is_exact:
            return
        article = desk.article
        views.reading.select_range(*caret.snapped(*desk.selection, text=article.text, words=desk.words, breaks=article.layout.breaks))

    def _on_edge_dragged(self, edge: Edge, offset: int, is_exact: bool) -> None:  # noqa: FBT001 (of a signal)
        if self.room.views is not None:
            self.room.views.reading.show_dragged(edge, self._edge_at(edge, offset, is_exact=is_exact))

    def _on_edge_dropped(self, edge: Edge, offset: int, is_exact: bool) -> None:  # noqa: FBT001 (of a signal)
        desk, views = self.room.desk, self.room.views
        if desk is not None and views is not None:
            desk.move_to(edge, self._edge_at(edge, offset, is_exact=is_exact))
            views.reading.show_current(desk.current)
            views.reading.show_ghost(desk.ghost)

    def _edge_at(self, edge: Edge, offset: int, *, is_exact: bool) -> int:
        desk = self.room.desk
        if desk is None or desk.article is None:
            return offset
        to = offset if is_exact else desk.words.nearest(offset, prefers_later=edge is Edge.END)
        return placed(to, edge, desk.article.layout.breaks)

    def _on_current_changed(self) -> None:
        if self.room.desk is not None and self.room.views is not None:
            self.room.views.reading.show_ghost(self.room.desk.ghost)
