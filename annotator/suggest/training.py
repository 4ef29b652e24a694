"""Training the tagger in a process of its own: CRFsuite holds Python's lock for seconds, and a window would stand still.

The process reads articles as JSON from its standard input and writes the model to its standard output.
"""

import json
import subprocess
import sys
from collections.abc import Iterable

from annotator import places
from annotator.core.span import Span
from annotator.suggest.learn_tags import Marked
from annotator.suggest.tagger import MOST_CHARACTERS, Tagger, train

_SECONDS = 120


def trained_apart(articles: Iterable[Marked], *, most_characters: int = MOST_CHARACTERS) -> Tagger | None:
    """Return what `tagger.train` returns; None also where the process came to no end."""
    work = tuple(articles)
    start = places.child("annotator.suggest.training")
    if not start:
        return train(work, most_characters=most_characters)
    # On Windows a console would flash up.
    flags: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    try:
        child = subprocess.run(  # noqa: S603 (nothing of the project is in the command)
            [*start, str(most_characters)],
            input=_written(work),
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            creationflags=flags,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return Tagger.from_bytes(child.stdout) if child.returncode == 0 and child.stdout else None


def _written(articles: Iterable[Marked]) -> bytes:
    rows = [[a.text, [[m.start, m.end, m.label] for m in a.marks], list(a.breaks)] for a in articles]
    return json.dumps(rows).encode("ascii")


def _read(data: bytes) -> list[Marked]:
    return [
        Marked(text, tuple(Span(start, end, label) for start, end, label in marks), tuple((start, end) for start, end in breaks))
        for text, marks, breaks in json.loads(data)
    ]


if __name__ == "__main__":
    made = train(_read(sys.stdin.buffer.read()), most_characters=int(sys.argv[1]))
    sys.stdout.buffer.write(made.to_bytes() if made is not None else b"")
