"""Find articles by what their text says."""

from annotator.project.workspace import Project
from annotator.store import knowledge, search
from annotator.store.file import transaction


def find(project: Project, query: str) -> set[int]:
    """Return the numbers of the articles whose text holds `query`; what is new is indexed first where the project can be written."""
    if not project.file.read_only:
        with transaction(project.connection):
            search.catch_up(project.connection)
    return set(search.find(project.connection, query))


def lexicon_terms(project: Project) -> tuple[str, ...]:
    """Return the terms of the project's lexicon."""
    return tuple(entry.term for entry in knowledge.lexicon(project.connection))


def pattern_titles(project: Project, language: str) -> dict[str, str]:
    """Return what each pattern of the project is called in `language` (`zh` or `en`), by its id."""
    rules = knowledge.rules(project.connection, "pattern")
    return {str(rule["id"]): str(rule.get(f"title_{language}") or rule["id"]) for rule in rules}
