"""Codes by key: what is said of the article, and of the current span beside its label."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from annotator.core.attributes import Code
from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.features.views import Views
from annotator.session import coding
from annotator.session.coding import Coded
from annotator.session.desk import Desk
from annotator.ui.code_strip import CodeStrip


class Coding(Feature):
    """Shows the strip of codes, and what was answered in the head of the article."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._strip: CodeStrip | None = None

    @override
    def commands(self) -> Commands:
        return {"code_span": self._ask_span, "code_article": self._ask_article}

    @override
    def opened(self, desk: Desk, views: Views) -> None:
        desk.article_changed.connect(self._on_article_changed)
        desk.annotation_changed.connect(self._on_annotation_changed)
        desk.current_changed.connect(self._on_current_changed)
        views.candidates.card.use_codes(partial(coding.words, desk, language=self.room.theme.language))

    @override
    def closing(self) -> None:
        self._strip = None

    def _ask_span(self) -> None:
        desk = self.room.desk
        if desk is None or not desk.may_write():
            return
        coded = coding.of_current(desk)
        if coded is None or desk.selection is not None:
            self.room.say(
                QCoreApplication.translate("Coding", "Attributes belong to a mark. Give the selection a label first, then press A.")
            )
        elif not coded.codes:
            self.room.say(QCoreApplication.translate("Coding", "The scheme has no attributes for this label."))
        else:
            self._ask(coded)

    def _ask_article(self) -> None:
        desk = self.room.desk
        if desk is None or not desk.may_write():
            return
        coded = coding.of_article(desk)
        if coded is not None and coded.codes:
            self._ask(coded)
        else:
            self.room.say(QCoreApplication.translate("Coding", "The scheme has no codes for articles."))

    def _ask(self, coded: Coded) -> None:
        views = self.room.views
        if views is None:
            return
        if self._strip is None:
            self._strip = CodeStrip(self.room.theme)
            self._strip.answered.connect(self._on_answered)
            self._strip.left.connect(self.room.leave)
            layout = views.page.layout()
            if layout is not None:
                layout.addWidget(self._strip)
        self._strip.ask(coded)

    def _on_answered(self, code: Code, answer: str) -> None:
        self.room.attempt(partial(self._answer, code, answer))

    def _answer(self, code: Code, answer: str) -> None:
        desk, strip = self.room.desk, self._strip
        if desk is None or strip is None or strip.coded is None:
            return
        coding.write(desk, strip.coded, code, coding.toggled(strip.coded, code, answer))
        self._refresh()

    def _refresh(self) -> None:
        """Show in an open strip what its article or span says now."""
        desk, strip = self.room.desk, self._strip
        if desk is None or strip is None or strip.coded is None or not strip.isVisible():
            return
        item = desk.by_target(strip.coded.target)
        coded = coding.of_item(desk, item) if item is not None else coding.of_article(desk) if strip.coded.target is None else None
        if coded is None:
            strip.hide()
            self.room.leave()
        else:
            strip.show_coded(coded)

    def _on_article_changed(self) -> None:
        if self._strip is not None:
            self._strip.hide()
        self._on_annotation_changed()

    def _on_annotation_changed(self) -> None:
        desk, views = self.room.desk, self.room.views
        if desk is not None and views is not None:
            views.page.show_codes(coding.article_words(desk, self.room.theme.language))
            self._refresh()

    def _on_current_changed(self) -> None:
        desk, strip = self.room.desk, self._strip
        if desk is not None and strip is not None and strip.isVisible() and strip.coded is not None and strip.coded.target is not None:
            item = desk.current
            if item is None or item.target != strip.coded.target:
                strip.hide()
                self.room.leave()
