"""The commands of the import preview, as data; its keys, its hints and its key sheet are made from this table."""

from annotator.session.translating import QT_TRANSLATE_NOOP
from annotator.ui.commands import Command

PREVIEW = QT_TRANSLATE_NOOP("Commands", "Import preview")

PREVIEW_COMMANDS = (
    Command("up", QT_TRANSLATE_NOOP("Commands", "Boundary up; without one held: line above"), PREVIEW, ("Up",), repeats=True),
    Command("down", QT_TRANSLATE_NOOP("Commands", "Boundary down; without one held: next line"), PREVIEW, ("Down",), repeats=True),
    Command("next_part", QT_TRANSLATE_NOOP("Commands", "Hold the next boundary"), PREVIEW, ("Tab",), repeats=True),
    Command("previous_part", QT_TRANSLATE_NOOP("Commands", "Hold the boundary before"), PREVIEW, ("Shift+Tab",), repeats=True),
    Command("leave_boundary", QT_TRANSLATE_NOOP("Commands", "From the boundary to the lines"), PREVIEW, ("Right",)),
    Command("hold_boundary", QT_TRANSLATE_NOOP("Commands", "From the lines to the boundary"), PREVIEW, ("Left",)),
    Command("split", QT_TRANSLATE_NOOP("Commands", "Split here"), PREVIEW, ("S",)),
    Command("merge", QT_TRANSLATE_NOOP("Commands", "Merge with the part above"), PREVIEW, ("M",)),
    Command("toggle_caption", QT_TRANSLATE_NOOP("Commands", "Caption, or text again"), PREVIEW, ("C",)),
    Command("leave_out", QT_TRANSLATE_NOOP("Commands", "Leave out, or take in again"), PREVIEW, ("D",)),
    Command("leave_out_page", QT_TRANSLATE_NOOP("Commands", "Leave the whole page out, or take it in again"), PREVIEW, ("Shift+D",)),
    Command("toggle_repeat", QT_TRANSLATE_NOOP("Commands", "Repeat: decide by itself, or with its original"), PREVIEW, ("R",)),
    Command("go_to_question", QT_TRANSLATE_NOOP("Commands", "Go to the next question"), PREVIEW, ("Q",)),
    Command("join", QT_TRANSLATE_NOOP("Commands", "Question: join"), PREVIEW, ("J",)),
    Command("keep_apart", QT_TRANSLATE_NOOP("Commands", "Question: an article of its own"), PREVIEW, ("K",)),
    Command("next_encoding", QT_TRANSLATE_NOOP("Commands", "Read the file in the next encoding"), PREVIEW, ("E",)),
    Command("next_file", QT_TRANSLATE_NOOP("Commands", "Next file"), PREVIEW, ("Ctrl+Down",), repeats=True),
    Command("previous_file", QT_TRANSLATE_NOOP("Commands", "File before"), PREVIEW, ("Ctrl+Up",), repeats=True),
    Command("undo", QT_TRANSLATE_NOOP("Commands", "Undo"), PREVIEW, ("Ctrl+Z",), repeats=True),
    Command("redo", QT_TRANSLATE_NOOP("Commands", "Redo"), PREVIEW, ("Ctrl+Shift+Z", "Ctrl+Y"), repeats=True),
    Command("import_all", QT_TRANSLATE_NOOP("Commands", "Import all"), PREVIEW, ("Ctrl+Return", "Ctrl+Enter")),
    Command("give_up", QT_TRANSLATE_NOOP("Commands", "Give up; nothing is stored"), PREVIEW, ("Esc",)),
)
