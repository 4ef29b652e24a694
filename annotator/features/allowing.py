"""What the project lead allows the annotators to decide in bulk; off unless said, and it goes out with the tasks."""

from functools import partial

from typing_extensions import override

from annotator.features.feature import Commands, Feature
from annotator.project.allowing import EVERYWHERE, REST, switch
from annotator.session.translating import QT_TRANSLATE_NOOP, sentence

_SAID = {
    (EVERYWHERE, True): QT_TRANSLATE_NOOP("Allowing", "M may now decide the same mentions in other articles too."),
    (EVERYWHERE, False): QT_TRANSLATE_NOOP("Allowing", "M decides in one article only."),
    (REST, True): QT_TRANSLATE_NOOP("Allowing", "All that remains in an article may now be accepted at once."),
    (REST, False): QT_TRANSLATE_NOOP("Allowing", "What remains in an article is decided one by one."),
}


class Allowing(Feature):
    """Switches what is allowed; in a task that was handed out it stays as it went out."""

    @override
    def commands(self) -> Commands:
        return {setting: partial(self._switch, setting) for setting in (EVERYWHERE, REST)}

    def _switch(self, setting: str) -> None:
        desk = self.room.desk
        if desk is None or not desk.may_write():
            return
        now = switch(desk.project, setting)
        self.room.open_again()
        self.room.say(sentence("Allowing", _SAID[setting, now], {}))
