"""Marks sentences for translation where they are written, and translates them where they are shown."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from annotator.core.errors import AnnotatorError


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001, N802 (Qt Linguist looks for this name)
    """Return `text`; Qt Linguist finds it under `context`."""
    return text


def sentence(context: str, template: str, facts: Mapping[str, object]) -> str:
    """Return the template in the language of the window, filled with its facts."""
    return QCoreApplication.translate(context, template).format(**facts)


def error_words(error: AnnotatorError) -> str:
    """Return an error's sentence in the language of the window."""
    facts = {name: error_words(fact) if isinstance(fact, AnnotatorError) else fact for name, fact in error.facts.items()}
    return sentence("Errors", error.template, facts)
