"""Filtering the list of articles."""

from typing_extensions import override

from annotator.features.feature import Commands, Feature


class Filtering(Feature):
    """Lets the reader type a filter."""

    @override
    def commands(self) -> Commands:
        return {"filter": self._filter}

    def _filter(self) -> None:
        if self.room.views is not None:
            self.room.views.articles.focus_filter()
