"""Articles that an import will make, as its plan knows them: by their texts, which may be too many for memory."""

from tempfile import SpooledTemporaryFile
from typing import Self

from annotator.core.article import Layout
from annotator.newsprint import read_whole

_IN_MEMORY = 32_000_000


class Expected:
    """Texts of articles that are not stored yet, by id; beyond 32 MB they are kept in a file without a name, which ends with this."""

    def __init__(self) -> None:
        # It is closed by whoever enters this.
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0

    def __enter__(self) -> Self:
        """Keep texts until this is left."""
        return self

    def __exit__(self, *_: object) -> None:
        """Forget everything."""
        self._file.close()

    def __contains__(self, article: object) -> bool:
        """Say whether an article is expected."""
        return article in self._places

    def keep(self, article: str, text: str) -> None:
        """Expect an article, the whole page `text`."""
        data = text.encode("utf-8")
        self._file.seek(self._end)
        self._file.write(data)
        self._places[article] = (self._end, len(data))
        self._end += len(data)

    def load(self, article: str) -> tuple[str, Layout]:
        """Return an article's text and layout."""
        start, length = self._places[article]
        self._file.seek(start)
        text = self._file.read(length).decode("utf-8")
        (layout,) = read_whole(text)
        return text, layout
