"""What the frozen window starts: `annotator-window [PROJECT]`, from a menu, an icon or a double-click on a project.

On Windows such a program has no console: what the command line would say on standard error is then shown in a box.
"""

import io
import sys

from annotator.cli import main


def _show(said: str) -> None:
    from PySide6.QtWidgets import QApplication, QMessageBox  # noqa: PLC0415 (only where something went wrong)

    # Qt wants the application to live as long as the box.
    qt = QApplication.instance() or QApplication(sys.argv[:1])
    QMessageBox.critical(None, "annotator", said)
    del qt


def start() -> None:
    """Run `annotator open` with the arguments of this program."""
    sys.argv[1:1] = ["open"]
    heard = None
    if sys.stderr is None:
        heard = sys.stderr = io.StringIO()
    try:
        main()
    except SystemExit as end:
        if end.code and heard is not None and heard.getvalue():
            _show(heard.getvalue())
        raise


start()
