"""Is the project what it says?"""

import sqlite3

from annotator.project.workspace import Project
from annotator.store import integrity


def problems(project: Project) -> list[str]:
    """Return a sentence for everything that is wrong with the project; nothing if all is well.

    A row that cannot be understood ends the check, because nothing after it can be trusted.
    """
    found: list[str] = []
    try:
        with project.snapshot():
            found.extend(integrity.problems(project.connection))
    except (LookupError, TypeError, ValueError, RecursionError, sqlite3.OperationalError) as error:
        found.append(f"A row was changed so that it cannot be read ({type(error).__name__}: {error}); the check ends here")
    return found
