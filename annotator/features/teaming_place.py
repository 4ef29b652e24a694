"""From a page of the team to a mark in its article."""

from annotator.features.room import Room
from annotator.project.handing_out import Revisit
from annotator.session.repeats import is_inside


def show_mark(room: Room, mark: Revisit) -> None:
    """Open the article of `mark` in the reader's own annotation: their mark there is current, plain words are the selection."""
    desk, views = room.desk, room.views
    row = next((row for row in desk.rows() if f"A{row.number:04d}" == mark.article), None) if desk is not None else None
    if desk is None or views is None or row is None:
        return
    desk.open(row.id)
    if desk.opened is not None and desk.opened.is_folded and is_inside(mark.start, mark.end, desk.opened.repeats):
        desk.toggle_repeats()
    room.window.uncover()
    room.leave()
    there = next((item for item in desk.items if (item.start, item.end) == (mark.start, mark.end)), None)
    if there is not None:
        desk.go_to(there.target)
    else:
        views.reading.select_range(mark.start, mark.end)
