"""Files that are written anew: the new one takes the old one's place complete, or the old one stays."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from annotator.core.errors import ExportError
from annotator.store.appearing import keep


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield the name of a temporary file beside `path`; what the block writes there becomes `path`, also through a power cut.

    Raises:
        ExportError: it cannot be written.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        yield temporary
        keep(temporary)
        temporary.replace(path)
        keep(path.parent)
    except OSError as error:
        raise ExportError("{path} cannot be written: {why}.", path=path, why=error.strerror or error) from error
    finally:
        with suppress(OSError):
            temporary.unlink()
