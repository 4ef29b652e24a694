"""The page of a new project: what it is called, where it lies, which labels it begins with, who works here."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from annotator.session.new_project import SUFFIX, Wish, complaints, proposed, warning
from annotator.session.translating import sentence
from annotator.ui.field import Field
from annotator.ui.file_dialog import file_to_open, file_to_save
from annotator.ui.plain_label import PlainLabel
from annotator.ui.theme import Theme

_WIDTH = 620
_AFTER = 250
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def words(text: str) -> str:
    """Return a text of the page in the language of the window."""
    return QCoreApplication.translate("NewProject", text)


class NewProjectPage(QWidget):
    """Four questions, each with what is wrong under it; Enter makes the project, Esc leaves.

    Signals:
        made: the form is right and the project is wanted (a `Wish`).
        left: the reader wants none.
    """

    made = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, person: str, labels: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(_style(theme))
        self._theme = theme
        self._names_itself = True
        self._is_asked = False
        self.title, self.path, self.scheme, self.person = (self._field() for _ in range(4))
        self.shipped = QRadioButton(words("Poverty alleviation: the {count} labels that ship").format(count=labels))
        self.own = QRadioButton(words("The labels in a scheme file (.json)"))
        self.go = QPushButton(words("Create and open") + "   Enter")
        self.notes: dict[str, QLabel] = {}
        self.title.setPlaceholderText(words("the name of the study; empty: that of the file"))
        self.path.setText(str(proposed("")))
        self.person.setText(person)
        self.shipped.setChecked(True)
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER)
        self._soon.timeout.connect(self.check)
        self.title.textEdited.connect(self._on_title_edited)
        self.path.textEdited.connect(self._on_path_edited)
        for field in (self.scheme, self.person):
            field.textEdited.connect(self._on_edited)
        self.own.toggled.connect(self._on_own_toggled)
        self.go.clicked.connect(self.ask)
        self.setFocusProxy(self.title)
        self._show_scheme()

    @property
    def wish(self) -> Wish:
        """What the form says."""
        scheme = self.scheme.text().strip() if self.own.isChecked() else ""
        return Wish(self.path.text(), self.title.text(), scheme or ("?" if self.own.isChecked() else ""), self.person.text())

    def check(self) -> bool:
        """Show under each field what is wrong with it; say whether nothing is. Fields that nobody has written in yet may be empty."""
        found = complaints(self.wish)
        if self.own.isChecked() and not self.scheme.text().strip():
            found["scheme"] = (words("Choose a scheme file."), {})
        for name, note in self.notes.items():
            field = {"path": self.path, "scheme": self.scheme, "person": self.person}[name]
            is_wrong = name in found and (self._is_asked or bool(field.text().strip()))
            said = sentence("NewProject" if name != "scheme" else "Errors", *found[name]) if is_wrong else ""
            self._note(note, said, is_wrong=is_wrong)
        caution = warning(self.wish)
        if "path" not in found and caution is not None:
            self._note(self.notes["path"], "⚠ " + sentence("NewProject", *caution), is_wrong=False)
        return not found

    def ask(self) -> None:
        """Ask for the project, or go to the first field with something wrong."""
        self._is_asked = True
        if self.check():
            self.made.emit(self.wish)
            return
        for name, field in (("path", self.path), ("scheme", self.scheme), ("person", self.person)):
            if self.notes[name].property("isWrong"):
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def say(self, said: str) -> None:
        """Show why the project could not be made."""
        self._note(self.notes["path"], said, is_wrong=True)

    def _field(self) -> Field:
        field = Field()
        field.setFont(self._theme.ui_font(14))
        field.escaped.connect(self.left)
        field.returnPressed.connect(self.ask)
        return field

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(6)
        head = PlainLabel(words("New project"))
        head.setFont(self._theme.reading_font(28, bold=True))
        column.addWidget(head)
        column.addSpacing(14)
        self._question(column, words("Title"), self.title)
        self._question(column, words("Where"), self.path, note="path", browse=self._on_path_browsed)
        self._name(column, words("Labels"))
        for choice in (self.shipped, self.own):
            choice.setFont(self._theme.ui_font(13))
            column.addWidget(choice)
        group = QButtonGroup(self)
        group.addButton(self.shipped)
        group.addButton(self.own)
        self._browse_scheme = self._question(
            column, "", self.scheme, note="scheme", browse=self._on_scheme_browsed, name=words("Scheme file")
        )
        self._question(column, words("Who are you"), self.person, note="person")
        row = QHBoxLayout()
        self.go.setObjectName("main")
        self.go.setFont(self._theme.ui_font(14))
        back = QPushButton(words("Back") + "   Esc")
        back.setFont(self._theme.ui_font(14))
        back.clicked.connect(self.left)
        row.addWidget(self.go)
        row.addWidget(back)
        row.addStretch(1)
        column.addSpacing(12)
        column.addLayout(row)
        form = QWidget()
        form.setMaximumWidth(_WIDTH)
        form.setLayout(column)
        middle = QWidget()
        middle.setObjectName("welcome")
        beside = QHBoxLayout(middle)
        beside.setContentsMargins(40, 24, 40, 24)
        beside.addStretch(1)
        beside.addWidget(form, 8, Qt.AlignmentFlag.AlignVCenter)
        beside.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _name(self, column: QVBoxLayout, text: str) -> None:
        name = PlainLabel(text)
        name.setFont(self._theme.ui_font(13, bold=True))
        column.addSpacing(8)
        column.addWidget(name)

    def _question(
        self, column: QVBoxLayout, text: str, field: Field, *, note: str = "", browse: object = None, name: str = ""
    ) -> QPushButton | None:
        if text:
            self._name(column, text)
        field.setAccessibleName(name or text)
        row = QHBoxLayout()
        row.addWidget(field, 1)
        button = None
        if callable(browse):
            button = QPushButton(words("Browse…"))
            button.setFont(self._theme.ui_font(13))
            button.setAccessibleName(f"{words('Browse…')} {name or text}")
            button.clicked.connect(browse)
            row.addWidget(button)
        column.addLayout(row)
        if note:
            label = self.notes[note] = PlainLabel()
            label.setFont(self._theme.ui_font(12))
            label.setWordWrap(True)
            label.setMinimumHeight(18)
            column.addWidget(label)
        return button

    @staticmethod
    def _note(label: QLabel, said: str, *, is_wrong: bool) -> None:
        label.setText(said)
        label.setProperty("isWrong", is_wrong)
        label.setProperty("isCaution", bool(said) and not is_wrong)
        label.style().unpolish(label)
        label.style().polish(label)

    def _show_scheme(self) -> None:
        for widget in (self.scheme, self._browse_scheme, self.notes["scheme"]):
            if widget is not None:
                widget.setVisible(self.own.isChecked())

    def _on_title_edited(self, title: str) -> None:
        """Let the file have the title's name, until somebody has given it another."""
        if self._names_itself:
            folder = Path(self.path.text()).parent
            self.path.setText(str(proposed(title.strip(), folder)))
        self._soon.start()

    def _on_path_edited(self) -> None:
        self._names_itself = False
        self._soon.start()

    def _on_edited(self) -> None:
        self._soon.start()

    def _on_own_toggled(self) -> None:
        self._show_scheme()
        if self.own.isChecked():
            self.scheme.setFocus(Qt.FocusReason.OtherFocusReason)
        self._soon.start()

    def _on_path_browsed(self) -> None:
        path, _ = file_to_save(self, words("Where the project is to be"), self.path.text(), f"*{SUFFIX}")
        if path:
            self._names_itself = False
            self.path.setText(path)
            self.check()

    def _on_scheme_browsed(self) -> None:
        path = file_to_open(self, words("Scheme file"), "*.json")
        if path:
            self.scheme.setText(path)
            self.check()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER:
            self.ask()
        else:
            super().keyPressEvent(event)


def _style(theme: Theme) -> str:
    s = theme.surface
    return f"""
QWidget#page, QWidget#welcome {{ background: {s.paper}; }}
QLineEdit {{ padding: 6px 10px; }}
QLineEdit:focus {{ padding: 5px 9px; }}
QRadioButton {{ color: {s.text}; spacing: 8px; padding: 3px; border: 1px solid transparent; border-radius: 4px; }}
QRadioButton::indicator {{ width: 12px; height: 12px; border: 1px solid {s.control}; border-radius: 7px; background: {s.paper}; }}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 4px solid {s.text}; border-radius: 7px; }}
QRadioButton:focus {{ border: 1px solid {s.frame}; }}
QLabel[isWrong="true"] {{ color: {s.error}; }}
QLabel[isCaution="true"] {{ color: {s.warn}; }}
"""
