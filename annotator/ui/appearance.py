"""In which language and theme the window appears: what the settings say, else what the system does."""

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from annotator import places
from annotator.ui.theme import Theme, load_theme


def language_of(wanted: str) -> str:
    """Return `wanted` (`zh` or `en`); where it is empty, the system's language, English if it is neither."""
    return wanted or ("zh" if QLocale().language() == QLocale.Language.Chinese else "en")


def install_translations(qt: QApplication, wanted: str) -> list[QTranslator]:
    """Install the program's and Qt's own translations and return them; English needs none."""
    if language_of(wanted) != "zh":
        return []
    installed = []
    own = str(places.shipped("resources", "translations"))
    for name, folder in (("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)), ("annotator_zh_CN", own)):
        translator = QTranslator(qt)
        if translator.load(name, folder):
            qt.installTranslator(translator)
            installed.append(translator)
    return installed


def theme_of(qt: QApplication, wanted: str, language: str) -> Theme:
    """Return the theme that is `wanted` (`light` or `dark`); where it is empty, as the system's desktop is."""
    is_dark = wanted == "dark" or (not wanted and qt.styleHints().colorScheme() == Qt.ColorScheme.Dark)
    return load_theme(is_dark=is_dark, language=language)
