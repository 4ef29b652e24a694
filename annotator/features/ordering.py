"""In which order articles come: by page, the most doubtful first, those with most candidates first."""

from dataclasses import replace
from functools import partial

from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.features.views import Views
from annotator.session.desk import Desk
from annotator.session.translating import QT_TRANSLATE_NOOP, sentence
from annotator.store.articles import Order

_SAID = {
    Order.PAGE: QT_TRANSLATE_NOOP("Ordering", "Articles come as they stand on their pages."),
    Order.DOUBT: QT_TRANSLATE_NOOP("Ordering", "Articles come with the most doubtful candidates first."),
    Order.CANDIDATES: QT_TRANSLATE_NOOP("Ordering", "Articles come with the most candidates first."),
}


class Ordering(Feature):
    """Orders the list of articles, and so what Enter opens next; remembered between starts."""

    @override
    def commands(self) -> Commands:
        return {f"order_{order.value}": partial(self._order, order) for order in Order}

    @override
    def opened(self, desk: Desk, views: Views) -> None:
        if self.room.settings.order in set(Order):
            desk.order = Order(self.room.settings.order)

    def _order(self, order: Order) -> None:
        desk, views = self.room.desk, self.room.views
        self.room.change_settings(replace(self.room.settings, order=order.value))
        if desk is None or views is None:
            return
        desk.order = order
        views.articles.show_rows(desk.project.title, desk.rows())
        if desk.article is not None:
            views.articles.show_current(desk.article.id)
        self.room.say(sentence("Ordering", _SAID[order], {}))
