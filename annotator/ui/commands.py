"""Every command of the window, as data: menus, shortcuts, the key sheet and the hints are made from this one table."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from annotator.session.translating import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Command:
    """`text` is shown in menus and on the key sheet; the first of `keys` (portable names) is the one that is shown.

    `is_workspace`: it shows a page that stands in the header beside the desk; the page covers the desk under the command's id.
    `in_toolbar`: it has a button in the toolbar.
    """

    id: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    repeats: bool = False
    needs_project: bool = True
    is_workspace: bool = False
    in_toolbar: bool = False


PROJECT = QT_TRANSLATE_NOOP("Commands", "Project")
EDIT = QT_TRANSLATE_NOOP("Commands", "Edit")
ANNOTATE = QT_TRANSLATE_NOOP("Commands", "Annotate")
VIEW = QT_TRANSLATE_NOOP("Commands", "View")
HELP = QT_TRANSLATE_NOOP("Commands", "Help")
LABELS = QT_TRANSLATE_NOOP("Commands", "Labels")
MENUS = (PROJECT, EDIT, ANNOTATE, VIEW, HELP)

COMMANDS = (
    Command("open_project", QT_TRANSLATE_NOOP("Commands", "Open a project…"), PROJECT, ("Ctrl+O",), needs_project=False),
    Command("new_project", QT_TRANSLATE_NOOP("Commands", "New project…"), PROJECT, ("Ctrl+N",), needs_project=False),
    Command("import", QT_TRANSLATE_NOOP("Commands", "Import pages…"), PROJECT, ("Ctrl+I",)),
    Command("import_spans", QT_TRANSLATE_NOOP("Commands", "Import annotations…"), PROJECT),
    Command("recut", QT_TRANSLATE_NOOP("Commands", "Cut the page anew…"), PROJECT),
    Command("suggest", QT_TRANSLATE_NOOP("Commands", "Compute candidates again"), PROJECT, ("F5",)),
    Command("export", QT_TRANSLATE_NOOP("Commands", "Export…"), PROJECT, ("Ctrl+E",)),
    Command("hand_in", QT_TRANSLATE_NOOP("Commands", "Hand in…"), PROJECT),
    Command("allow_same_everywhere", QT_TRANSLATE_NOOP("Commands", "Lead: allow the same mentions in other articles"), PROJECT),
    Command("allow_rest", QT_TRANSLATE_NOOP("Commands", "Lead: allow accepting all that remains"), PROJECT),
    Command("backups", QT_TRANSLATE_NOOP("Commands", "Backups"), PROJECT),
    Command("close_project", QT_TRANSLATE_NOOP("Commands", "Close the project"), PROJECT, ("Ctrl+W",)),
    Command("quit", QT_TRANSLATE_NOOP("Commands", "Quit"), PROJECT, ("Ctrl+Q",), needs_project=False),
    Command("undo", QT_TRANSLATE_NOOP("Commands", "Undo"), EDIT, ("Ctrl+Z",), repeats=True, in_toolbar=True),
    Command("redo", QT_TRANSLATE_NOOP("Commands", "Redo"), EDIT, ("Ctrl+Shift+Z", "Ctrl+Y"), repeats=True, in_toolbar=True),
    Command("history", QT_TRANSLATE_NOOP("Commands", "History: what was done"), EDIT, ("Ctrl+H",)),
    Command("copy", QT_TRANSLATE_NOOP("Commands", "Copy the words alone"), EDIT, ("Ctrl+C",)),
    Command("accept", QT_TRANSLATE_NOOP("Commands", "Accept"), ANNOTATE, ("Space",), in_toolbar=True),
    Command("reject", QT_TRANSLATE_NOOP("Commands", "Reject"), ANNOTATE, ("X",), in_toolbar=True),
    Command("skip", QT_TRANSLATE_NOOP("Commands", "Skip"), ANNOTATE, ("S",), in_toolbar=True),
    Command("flag", QT_TRANSLATE_NOOP("Commands", "Flag as doubtful"), ANNOTATE, ("F",), in_toolbar=True),
    Command("note", QT_TRANSLATE_NOOP("Commands", "Note"), ANNOTATE, ("N",), in_toolbar=True),
    Command("link", QT_TRANSLATE_NOOP("Commands", "Link to a programme"), ANNOTATE, ("L",), in_toolbar=True),
    Command("code_span", QT_TRANSLATE_NOOP("Commands", "Attributes of the mark…"), ANNOTATE, ("A",)),
    Command("code_article", QT_TRANSLATE_NOOP("Commands", "Codes of the article…"), ANNOTATE, ("Shift+A",)),
    Command("end_right", QT_TRANSLATE_NOOP("Commands", "End: a word further"), ANNOTATE, ("Shift+Right",), repeats=True),
    Command("end_left", QT_TRANSLATE_NOOP("Commands", "End: a word back"), ANNOTATE, ("Shift+Left",), repeats=True),
    Command("start_right", QT_TRANSLATE_NOOP("Commands", "Start: a word further"), ANNOTATE, ("Alt+Right",), repeats=True),
    Command("start_left", QT_TRANSLATE_NOOP("Commands", "Start: a word back"), ANNOTATE, ("Alt+Left",), repeats=True),
    Command("end_right_1", QT_TRANSLATE_NOOP("Commands", "End: a character further"), ANNOTATE, ("Ctrl+Shift+Right",), repeats=True),
    Command("end_left_1", QT_TRANSLATE_NOOP("Commands", "End: a character back"), ANNOTATE, ("Ctrl+Shift+Left",), repeats=True),
    Command("start_left_1", QT_TRANSLATE_NOOP("Commands", "Start: a character back"), ANNOTATE, ("[", "【"), repeats=True),
    Command("start_right_1", QT_TRANSLATE_NOOP("Commands", "Start: a character further"), ANNOTATE, ("]", "】"), repeats=True),
    Command("caret", QT_TRANSLATE_NOOP("Commands", "Caret: select by words"), ANNOTATE, ("I", "F2")),
    Command("choose_label", QT_TRANSLATE_NOOP("Commands", "Choose a label…"), ANNOTATE, (";", "；")),
    Command("same", QT_TRANSLATE_NOOP("Commands", "Decide all same mentions…"), ANNOTATE, ("M",), in_toolbar=True),
    Command("accept_rest", QT_TRANSLATE_NOOP("Commands", "Accept all that remains"), ANNOTATE),
    Command("finish", QT_TRANSLATE_NOOP("Commands", "Finish and open the next"), ANNOTATE, ("Return", "Enter"), in_toolbar=True),
    Command("reopen", QT_TRANSLATE_NOOP("Commands", "Reopen the article"), ANNOTATE),
    Command("next", QT_TRANSLATE_NOOP("Commands", "Next candidate"), VIEW, ("Down", "J"), repeats=True),
    Command("previous", QT_TRANSLATE_NOOP("Commands", "Previous candidate"), VIEW, ("Up", "K"), repeats=True),
    Command("next_article", QT_TRANSLATE_NOOP("Commands", "Next article"), VIEW, ("Ctrl+Down",), repeats=True),
    Command("previous_article", QT_TRANSLATE_NOOP("Commands", "Previous article"), VIEW, ("Ctrl+Up",), repeats=True),
    Command("order_page", QT_TRANSLATE_NOOP("Commands", "Order: by page"), VIEW),
    Command("order_doubt", QT_TRANSLATE_NOOP("Commands", "Order: most doubtful first"), VIEW),
    Command("order_candidates", QT_TRANSLATE_NOOP("Commands", "Order: most candidates first"), VIEW),
    Command("desk", QT_TRANSLATE_NOOP("Commands", "Annotate"), VIEW, ("Ctrl+1",), is_workspace=True),
    Command("adjudicate", QT_TRANSLATE_NOOP("Commands", "Adjudicate"), VIEW, ("Ctrl+4",), is_workspace=True),
    Command("you_and_gold", QT_TRANSLATE_NOOP("Commands", "You and gold"), VIEW),
    Command("agreement", QT_TRANSLATE_NOOP("Commands", "Agreement"), VIEW, ("Ctrl+3",), is_workspace=True),
    Command("dashboard", QT_TRANSLATE_NOOP("Commands", "Dashboard"), VIEW, ("Ctrl+5",), is_workspace=True),
    Command("knowledge", QT_TRANSLATE_NOOP("Commands", "Candidates' sources"), VIEW, ("Ctrl+6",), is_workspace=True),
    Command("concordance", QT_TRANSLATE_NOOP("Commands", "Search"), VIEW, ("Ctrl+G",), is_workspace=True),
    Command("scheme", QT_TRANSLATE_NOOP("Commands", "Scheme"), VIEW, ("Ctrl+7",), is_workspace=True),
    Command("rulings", QT_TRANSLATE_NOOP("Commands", "Rulings"), VIEW, ("Ctrl+8",), is_workspace=True),
    Command("team", QT_TRANSLATE_NOOP("Commands", "Team"), VIEW, ("Ctrl+9",), is_workspace=True),
    Command("revisit", QT_TRANSLATE_NOOP("Commands", "Revisit marks of changed labels…"), VIEW),
    Command("filter", QT_TRANSLATE_NOOP("Commands", "Filter articles"), VIEW, ("/",)),
    Command("palette", QT_TRANSLATE_NOOP("Commands", "Find a command…"), VIEW, ("Ctrl+K",), needs_project=False),
    Command("find", QT_TRANSLATE_NOOP("Commands", "Find in the article"), VIEW, ("Ctrl+F",), in_toolbar=True),
    Command("find_next", QT_TRANSLATE_NOOP("Commands", "Next match"), VIEW, ("F3",), repeats=True),
    Command("find_previous", QT_TRANSLATE_NOOP("Commands", "Previous match"), VIEW, ("Shift+F3",), repeats=True),
    Command("show_vetoed", QT_TRANSLATE_NOOP("Commands", "Show what rulings left out"), VIEW, ("Ctrl+Shift+V",)),
    Command("toggle_repeats", QT_TRANSLATE_NOOP("Commands", "Show or fold repeats"), VIEW, ("Ctrl+R",)),
    Command("raw_lines", QT_TRANSLATE_NOOP("Commands", "Show raw lines or heal their breaks"), VIEW, ("Ctrl+Shift+L",)),
    Command("larger", QT_TRANSLATE_NOOP("Commands", "Larger text"), VIEW, ("Ctrl+=", "Ctrl++"), repeats=True),
    Command("smaller", QT_TRANSLATE_NOOP("Commands", "Smaller text"), VIEW, ("Ctrl+-",), repeats=True),
    Command("usual_size", QT_TRANSLATE_NOOP("Commands", "Usual text size"), VIEW, ("Ctrl+0",)),
    Command("appearance", QT_TRANSLATE_NOOP("Commands", "Appearance…"), VIEW, ("Ctrl+,",)),
    Command("left_side", QT_TRANSLATE_NOOP("Commands", "Show or hide the articles"), VIEW, ("Ctrl+B",)),
    Command("right_side", QT_TRANSLATE_NOOP("Commands", "Show or hide candidates and labels"), VIEW, ("Ctrl+J",)),
    Command("toolbar", QT_TRANSLATE_NOOP("Commands", "Show or hide the toolbar"), VIEW),
    Command("arrange_panes", QT_TRANSLATE_NOOP("Commands", "Move the panes, or fix them again"), VIEW),
    Command("usual_layout", QT_TRANSLATE_NOOP("Commands", "Usual places of the panes"), VIEW),
    Command("next_pane", QT_TRANSLATE_NOOP("Commands", "Next pane"), VIEW, ("F6",)),
    Command("previous_pane", QT_TRANSLATE_NOOP("Commands", "Pane before"), VIEW, ("Shift+F6",)),
    Command("leave", QT_TRANSLATE_NOOP("Commands", "Back to the article"), VIEW, ("Esc",)),
    Command("keys", QT_TRANSLATE_NOOP("Commands", "All keys"), HELP, ("?", "？"), needs_project=False),
    Command("change_keys", QT_TRANSLATE_NOOP("Commands", "Change keys…"), HELP, ("Ctrl+Shift+K",), needs_project=False),
    Command("open_logs", QT_TRANSLATE_NOOP("Commands", "Open the log folder"), HELP, needs_project=False),
    Command("tour", QT_TRANSLATE_NOOP("Commands", "Tour of the desk"), HELP, needs_project=False),
    Command("recorded", QT_TRANSLATE_NOOP("Commands", "What is recorded"), HELP, needs_project=False),
    Command("about", QT_TRANSLATE_NOOP("Commands", "About"), HELP, needs_project=False),
)


def words(text: str) -> str:
    """Return a text of the table in the language of the window."""
    return QCoreApplication.translate("Commands", text)
