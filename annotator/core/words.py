"""Words in both languages of the program."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence or name in both languages of the program."""

    zh: str = ""
    en: str = ""

    def get(self, language: str) -> str:
        """Return the words in `language` (`zh` or `en`), or in the other one where there are none."""
        return (self.zh or self.en) if language == "zh" else (self.en or self.zh)


NO_WORDS = Words()


def words_to(words: Words) -> dict[str, str]:
    """Return `words` as they stand in a file."""
    return {"zh": words.zh, "en": words.en}


def words_from(data: Mapping[str, str] | None) -> Words:
    """Return the words that stand in a file; None has none."""
    return Words(data.get("zh", ""), data.get("en", "")) if data else Words()
