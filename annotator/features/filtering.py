"""The desk itself: back to it, and the filter of its list of articles."""

from typing_extensions import override

from annotator.features.feature import Commands, Feature


class Filtering(Feature):
    """Goes back to the desk from another workspace, and lets the reader type a filter."""

    @override
    def commands(self) -> Commands:
        return {"filter": self._filter, "desk": self._to_desk}

    def _to_desk(self) -> None:
        self.room.window.uncover()
        self.room.leave()

    def _filter(self) -> None:
        if self.room.views is not None:
            self.room.views.articles.focus_filter()
