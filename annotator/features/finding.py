"""Finding words in the open article."""

from PySide6.QtCore import Qt
from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.features.views import Views
from annotator.session.desk import Desk
from annotator.session.repeats import is_inside
from annotator.ui.find_bar import FindBar


class Finding(Feature):
    """Shows matches in the article while the bar is open. A match is the selection, so a label key marks it."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._bar: FindBar | None = None
        self._query = ""
        self._found: list[tuple[int, int]] = []
        self._at = -1

    @override
    def commands(self) -> Commands:
        return {"find": self._ask, "find_next": self._next, "find_previous": self._previous}

    @override
    def opened(self, desk: Desk, views: Views) -> None:
        desk.article_changed.connect(self._on_article_changed)

    @override
    def closing(self) -> None:
        if self._bar is not None:
            self.room.window.command("leave").triggered.disconnect(self._on_leave_triggered)
        self._bar, self._found, self._at = None, [], -1

    def _ask(self) -> None:
        desk, views = self.room.desk, self.room.views
        if desk is None or views is None or desk.article is None:
            return
        chosen = desk.article.text[slice(*desk.selection)].replace("\n", "") if desk.selection is not None else ""
        bar = self._made(views)
        bar.ask(chosen or self._query)
        self._look(bar.field.text())

    def _made(self, views: Views) -> FindBar:
        if self._bar is None:
            bar = self._bar = FindBar(self.room.theme)
            bar.changed.connect(self._look)
            bar.stepped.connect(self._step)
            bar.entered.connect(self._on_entered)
            bar.left.connect(self._on_left)
            self.room.window.command("leave").triggered.connect(self._on_leave_triggered)
            column = views.page.layout()
            if column is not None:
                column.addWidget(bar)
        return self._bar

    def _look(self, query: str) -> None:
        """Find `query`, and stand on the first match from where the reader is."""
        # A window that only annotates starts without the matchers.
        from annotator.session.finding import Searchable, beginning_at  # noqa: PLC0415

        desk = self.room.desk
        if desk is None or desk.article is None or self._bar is None or self._bar.isHidden():
            return
        self._query = query
        here = self._found[self._at][0] if 0 <= self._at < len(self._found) else desk.current.start if desk.current is not None else 0
        self._found = Searchable.of(desk.article.text, desk.article.layout.breaks).find(query)
        self._at = beginning_at(self._found, here) if self._found else -1
        self._show()

    def _next(self) -> None:
        self._step(1)

    def _previous(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        if self._bar is None or self._bar.isHidden():
            self._ask()
        elif self._found:
            self._at = (self._at + step) % len(self._found)
            self._show()

    def _show(self) -> None:
        desk, views = self.room.desk, self.room.views
        if desk is None or desk.opened is None or views is None or self._bar is None:
            return
        folds = desk.opened.repeats if desk.opened.is_folded else ()
        hidden = [is_inside(*place, folds) for place in self._found]
        is_hidden = self._at >= 0 and hidden[self._at]
        self._bar.show_count(self._at, len(self._found), hidden=sum(hidden), is_hidden=is_hidden)
        views.reading.show_found(self._found, self._at)
        self._select(is_wanted=self._at >= 0 and not is_hidden)

    def _select(self, *, is_wanted: bool) -> None:
        """Take the current match as the selection; while it is framed as found, it need not be painted as selected too."""
        desk, views = self.room.desk, self.room.views
        if desk is not None and views is not None:
            views.reading.clear_selection()
            desk.select(*(self._found[self._at] if is_wanted else (0, 0)))

    def _on_entered(self) -> None:
        if self.room.views is not None:
            self.room.views.reading.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_left(self) -> None:
        """Close the bar and stay where the match is: it is still the selection."""
        desk, views = self.room.desk, self.room.views
        chosen = desk.selection if desk is not None else None
        self._close()
        if views is not None and chosen is not None:
            views.reading.select_range(*chosen)

    def _close(self) -> None:
        views = self.room.views
        if self._bar is not None and views is not None:
            self._bar.hide()
            views.reading.show_found((), -1)
            views.reading.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_leave_triggered(self) -> None:
        """Esc in the article closes the bar too."""
        if self._bar is not None and self._bar.isVisible():
            self._select(is_wanted=False)
            self._close()

    def _on_article_changed(self) -> None:
        self._found, self._at = [], -1
        if self._bar is not None and self._bar.isVisible():
            self._look(self._query)
