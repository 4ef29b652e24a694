"""One case in the middle of the page: its sentence with the lanes, the readings, what else can be chosen, and the note."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.core.span import Span
from annotator.project.adjudicating_places import around, one_line
from annotator.session.adjudicating import Adjudication
from annotator.ui.adjudicate_choices import Choices
from annotator.ui.adjudicate_readings import Readings, Row
from annotator.ui.adjudicate_staves import Staves
from annotator.ui.adjudicate_words import aspect_words, verdict_words, words
from annotator.ui.field import Field
from annotator.ui.plain_label import PlainLabel
from annotator.ui.theme import Theme

_AROUND = 12


class CaseView(QWidget):
    """Shows the case of an `Adjudication`; `corner` stands at the upper right."""

    def __init__(self, theme: Theme, work: Adjudication, corner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The surface of the article.
        self.setObjectName("crumb")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme, self._work = theme, work
        self.staves, self.readings, self.choices = Staves(theme, work.scheme), Readings(theme, work.scheme), Choices(theme, work)
        self._place, self._hidden, self._state = text_line(theme, ""), text_line(theme, "meta"), text_line(theme, "meta")
        self._nothing = text_line(theme, "meta")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._nothing.setContentsMargins(24, 64, 24, 0)
        self.note = Field()
        self.note.setFont(theme.ui_font(13))
        self.note.setPlaceholderText(words("A note on this cluster; Enter keeps it"))
        self.note.setAccessibleName(words("A note on this cluster; Enter keeps it"))
        self.note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 10, 40, 16)
        column.setSpacing(10)
        top = QHBoxLayout()
        top.addWidget(self._place, 1)
        top.addWidget(self._hidden)
        top.addWidget(corner)
        column.addLayout(top)
        for widget in (self.staves, self._state, self.readings, self.choices, self.note, self._nothing):
            column.addWidget(widget)
        column.addStretch(1)
        self.readings.chosen.connect(work.choose)

    def show_case(self) -> None:
        """Show the case, or why there is none."""
        is_there = self._work.case is not None
        for widget in (self.staves, self.readings, self.choices, self._state, self._place, self._hidden):
            widget.setVisible(is_there)
        self._nothing.setVisible(not is_there)
        self._nothing.setText(self._why_nothing())
        if is_there:
            self._show_case()

    def _why_nothing(self) -> str:
        if not self._work.rounds:
            return words("No article was finished by two people in one round yet. Merge what was handed in, or assign articles to several.")
        return words("Everybody marked alike in this round: everything is merged.")

    def _show_case(self) -> None:
        work = self._work
        case, docket = work.case, work.docket
        if case is None or docket is None:
            return
        article = docket.article
        self._place.setText(
            words("Cluster {number} of {all} · {title} · {name}").format(
                number=work.at + 1, all=len(work.shown), title=article.layout.title, name=article.name
            )
        )
        self._hidden.setText(words("names are shown") if work.shows_names else words("names hidden, lanes shuffled"))
        lanes = work.lanes()
        spans = [span for lane in lanes for span in (*lane.spans, *lane.rejected)] + ([work.own] if work.own else [])
        start = min([case.cluster.start, *(span.start for span in spans)])
        end = max([case.cluster.end, *(span.end for span in spans)])
        cluster = Span(case.cluster.start, case.cluster.end, "")
        self.staves.show_case(article.text, around(article, start, end), cluster, [(work.name(lane), lane) for lane in lanes], work.own)
        self.readings.show_rows(self._rows())
        self.choices.show_case()
        self._state.setText(self._state_words())

    def _state_words(self) -> str:
        work = self._work
        case, docket = work.case, work.docket
        if case is None or docket is None:
            return ""
        if case.verdict is None:
            said = f"{words('Rule')}  {aspect_words(case)}" + (f" · {words('flagged')}" if case.flag else "")
            before = [verdict_words(docket, verdict, work.scheme, self._theme.language) for verdict in case.old]
            return "\n".join((said, *(words("Ruled before: {ruling}").format(ruling=one) for one in before)))
        return words("Ruled: {ruling}").format(ruling=verdict_words(docket, case.verdict, work.scheme, self._theme.language))

    def _rows(self) -> list[Row]:
        work = self._work
        case, docket = work.case, work.docket
        if case is None or docket is None:
            return []
        ruled = case.verdict.spans if case.verdict is not None else ()
        shown = list(work.readings) + [span for span in ruled if span not in work.readings]
        text, lanes = docket.article.text, work.lanes()
        rows = []
        for at, span in enumerate(shown, start=1):
            who = " ".join(work.name(lane) for lane in lanes if span in lane.spans)
            rows.append(
                Row(
                    "" if work.own is not None else str(at) if at <= len(work.readings) else "E",
                    span,
                    one_line(text[max(span.start - _AROUND, 0) : span.start]),
                    one_line(text[span.start : span.end]),
                    one_line(text[span.end : span.end + _AROUND]),
                    who,
                    is_ruled=span in ruled,
                    is_ticked=None if work.ticked is None else span in work.ticked,
                    is_current=at - 1 == work.highlighted and work.own is None,
                )
            )
        return rows


def text_line(theme: Theme, name: str) -> QLabel:
    """Return a label for plain sentences; `name` is the one of the style sheet."""
    label = PlainLabel()
    label.setObjectName(name)
    label.setFont(theme.ui_font(12))
    label.setWordWrap(True)
    return label
