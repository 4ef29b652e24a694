"""The lexicon: names of programmes that are looked for in every article."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """One name, the label it gets, and where it is from.

    `programme` is the id of the register's entry that the name stands for, or empty. `kind` says what sort of name it is (`name`,
    `class`, `variant`, `abbreviation`, `traditional`, or `universal`: proposed only where the text speaks of the poor). `origin`
    says which list, document or class of names it comes from.
    """

    term: str
    label: str
    programme: str = ""
    kind: str = "name"
    note: str = ""
    origin: str = ""
