"""The scheme editor: a draft in memory, saved as a new version, and what it touched revisited."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.room import Room
from annotator.session.desk import Desk

# A page that is typed into keeps what does not change the article beneath.
_KEEPS = frozenset({"scheme"})


class Designing(Feature):
    """Opens the editor over the desk. The draft stays while the project is open, whatever page is shown."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._page: QWidget | None = None
        self._draft: object = None

    @override
    def commands(self) -> Commands:
        return {"scheme": self._toggle, "revisit": self._revisit}

    @override
    def closing(self) -> None:
        self._page, self._draft = None, None

    def _toggle(self) -> None:
        if self.room.window.covered_by == "scheme":
            self._leave()
        elif self.room.desk is not None:
            self._show(self.room.desk)

    def _show(self, desk: Desk) -> None:
        from annotator.project import designing as versions  # noqa: PLC0415 (what no start needs)
        from annotator.project.ruling import by_label  # noqa: PLC0415
        from annotator.session.designing import Design, design_of  # noqa: PLC0415
        from annotator.ui.scheme_page import ReadOnlyScheme, SchemePage  # noqa: PLC0415

        if not versions.may_design(desk.project):
            closed = ReadOnlyScheme(self.room.theme)
            closed.left.connect(self._leave)
            self._cover(closed, "scheme")
            return
        draft = self._draft if isinstance(self._draft, Design) and self._draft.base == desk.scheme else design_of(desk.scheme)
        page = SchemePage(self.room.theme, draft, versions.marks_by_label(desk.project), by_label(desk.project, desk.scheme))
        page.changed.connect(self._on_changed)
        page.saved.connect(self._on_saved)
        page.revisit_asked.connect(self._revisit)
        page.left.connect(self._leave)
        self._cover(page, "scheme")

    def _cover(self, page: QWidget, name: str) -> None:
        self._page = page
        self.room.window.cover(page, name=name, keeps=_KEEPS)
        # A page takes the focus only once it can be seen; its layout shows it later.
        page.show()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        if self._page is not None:
            self._page = None
            self.room.window.uncover()
            self.room.leave()
            if self._draft is not None:
                self.room.say(
                    QCoreApplication.translate("Scheme", "The draft of the labels is kept until you save it or close the project.")
                )

    def _on_changed(self, design: object) -> None:
        self._draft = design

    def _on_saved(self, design: object, note: str) -> None:
        self.room.attempt(partial(self._save, design, note))

    def _save(self, design: object, note: str) -> None:
        from annotator.project.designing import save_scheme, to_revisit  # noqa: PLC0415 (loaded by the page)
        from annotator.session.designing import Design, scheme_of  # noqa: PLC0415

        desk = self.room.desk
        if desk is None or not isinstance(design, Design):
            return
        made = save_scheme(desk.project, scheme_of(design), note)
        self._draft = None
        self._reopen(desk)
        said = QCoreApplication.translate("Scheme", "The labels are version {version} now.").format(version=made.version)
        if self.room.desk is not None and (found := to_revisit(self.room.desk.project, self.room.desk.person)):
            said += " " + QCoreApplication.translate("Scheme", "{count} marks of yours can be revisited (menu View).").format(
                count=len(found)
            )
        self.room.say(said)

    def _reopen(self, desk: Desk) -> None:
        """Give the window the new scheme: its widgets are made anew, and the article is opened again where it was."""
        path, article = desk.project.path, desk.article
        target = desk.current.target if desk.current is not None else None
        self._page = None
        self.room.window.uncover()
        self.room.close_project()
        self.room.open_project(path)
        if self.room.desk is not None and article is not None:
            self.room.desk.open(article.id, target=target)

    # What was touched

    def _revisit(self) -> None:
        from annotator.project.designing import to_revisit  # noqa: PLC0415 (what no start needs)
        from annotator.ui.scheme_revisit import RevisitPage  # noqa: PLC0415

        desk = self.room.desk
        if desk is None:
            return
        page = RevisitPage(self.room.theme, desk.scheme, to_revisit(desk.project, desk.person))
        page.chosen.connect(self._on_revisit_chosen)
        page.left.connect(self._leave)
        self._cover(page, "revisit")

    def _on_revisit_chosen(self, found: object) -> None:
        from annotator.project.designing import Revisit  # noqa: PLC0415 (loaded by the page)

        if isinstance(found, Revisit) and self.room.desk is not None:
            self._leave()
            self.room.attempt(partial(self.room.desk.open, found.article, target=found.target))
