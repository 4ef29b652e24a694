"""What a verdict can lean on, at the right: the guideline of the labels in question, and how the same words were ruled before."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.core.scheme import Label
from annotator.session.adjudicating import Adjudication
from annotator.ui.adjudicate_words import label_words, verdict_words, words
from annotator.ui.pane import PaneHead
from annotator.ui.quiet_browser import QuietBrowser
from annotator.ui.theme import Theme


class GuidePane(QWidget):
    """Guideline texts and precedents of the case that is shown."""

    def __init__(self, theme: Theme, work: Adjudication, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._work = theme, work
        self._head = PaneHead(theme, words("To go by"))
        self._head.set_figure(words("scheme v{version}").format(version=work.scheme.version))
        self._text = QuietBrowser()
        self._text.setFont(theme.ui_font(13))
        self._text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._text.setAccessibleName(words("To go by"))
        self._text.document().setDocumentMargin(14)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._text, 1)

    def show_case(self) -> None:
        """Show what belongs to the case."""
        parts = [self._label(label) for label in self._work.labels()]
        case, docket = self._work.case, self._work.docket
        if case is not None and docket is not None and case.verdict is None:
            scheme, language = self._work.scheme, self._theme.language
            old = [self._quiet(verdict_words(docket, verdict, scheme, language)) for verdict in case.old]
            parts += [self._section(words("Ruled before the work changed"), "".join(old))] if old else []
        if case is not None and case.note:
            parts.append(self._section(words("Your note"), self._quiet(case.note)))
        parts.append(self._section(words("The same words before"), self._precedents()))
        self._text.setHtml("".join(parts))

    def _label(self, label: Label) -> str:
        language, colour = self._theme.language, self._theme.colour(label)
        name = f'<b style="color:{colour.ink}">{escape(label.name.get(language))}</b>'
        head = f'<p style="margin-top:14px"><span style="color:{colour.line}">■</span> {name}</p>'
        texts = [text for text in (label.definition.get(language), label.boundary.get(language)) if text]
        return head + "".join(f'<p style="margin-top:2px">{escape(text)}</p>' for text in texts)

    def _precedents(self) -> str:
        rows = []
        for one in self._work.precedents():
            label = self._work.scheme.label(one.label)
            ink = self._theme.colour(label).ink if one.label else self._theme.surface.text_2
            name = escape(label_words(self._work.scheme, one.label, self._theme.language))
            times = words("{count} times").format(count=one.count) if one.count > 1 else words("once")
            rows.append(
                f'<tr><td>{escape(one.surface)}</td><td style="padding-left:12px;color:{ink}">{name}</td>'
                f'<td style="padding-left:12px" align="right">{escape(times)}</td></tr>'
            )
        return f'<table width="100%">{"".join(rows)}</table>' if rows else self._quiet(words("Not ruled yet anywhere."))

    @staticmethod
    def _section(head: str, body: str) -> str:
        return f'<p style="margin-top:18px"><b>{escape(head)}</b></p>{body}'

    def _quiet(self, text: str) -> str:
        return f'<p style="margin-top:2px;color:{self._theme.surface.text_2}">{escape(text)}</p>'
