"""Linking mentions to programmes of the register."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.features.views import Views
from annotator.session.desk import Desk
from annotator.session.items import Item


class Linking(Feature):
    """Asks for the programme of the current span, and links it. The picker is made for each question."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._picker: QWidget | None = None
        self._target = ""

    @override
    def commands(self) -> Commands:
        return {"link": self._ask}

    @override
    def closing(self) -> None:
        self._picker = None

    def _ask(self) -> None:
        desk, views = self.room.desk, self.room.views
        if desk is None or views is None or not desk.may_write():
            return
        if desk.selection is not None or desk.current is None:
            self.room.say(QCoreApplication.translate("App", "Only a mark can be linked. Give the selection a label first, then press L."))
            return
        self._target = desk.current.target
        self._show(desk, views, desk.current)

    def _show(self, desk: Desk, views: Views, item: Item) -> None:
        from annotator.project import linking as register  # noqa: PLC0415 (what no start needs)
        from annotator.session import linking  # noqa: PLC0415
        from annotator.ui.link_picker import LinkPicker  # noqa: PLC0415
        from annotator.ui.link_place import rect_on  # noqa: PLC0415

        if desk.opened is None:
            return
        if self._picker is not None:
            self._picker.deleteLater()
        picker = self._picker = LinkPicker(self.room.theme, desk.scheme, views.page)
        picker.chosen.connect(self._on_chosen)
        picker.new_asked.connect(self._on_new_asked)
        picker.left.connect(self.room.leave)
        desk.article_changed.connect(picker.hide)
        picker.ask(item, linking.suggested(desk, item), may_add=register.may_add(desk.project))
        picker.show_beside(rect_on(views.page, views.reading, desk.opened.display, item.start, item.end))
        picker.take_focus()

    def _on_chosen(self, programme: str) -> None:
        self.room.attempt(partial(self._link, programme or None))

    def _on_new_asked(self, name: str) -> None:
        self.room.attempt(partial(self._add_and_link, name))

    def _link(self, programme: str | None) -> None:
        from annotator.session import linking  # noqa: PLC0415 (loaded by the picker)

        desk = self.room.desk
        item = desk.by_target(self._target) if desk is not None else None
        if desk is not None and item is not None:
            linking.link(desk, item, programme)

    def _add_and_link(self, name: str) -> None:
        from annotator.project.linking import add_programme  # noqa: PLC0415 (loaded by the picker)

        desk = self.room.desk
        item = desk.by_target(self._target) if desk is not None else None
        if desk is not None and item is not None and desk.article is not None:
            self._link(add_programme(desk.project, name, label=item.label, origin=desk.article.name).id)
