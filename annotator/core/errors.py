"""Every error a person may read.

AnnotatorError          a sentence template and the facts that fill it
├── SpanError           a range that cannot be a span of its article
├── SchemeError         a label scheme that cannot be used
├── InputError          a file or line from outside that cannot be read
├── ProjectError        a project file that cannot be opened or written
│   ├── NotAProject
│   ├── NewerProject
│   └── ProjectBusy
├── LedgerError         a decision that contradicts the text or the ledger
└── ExportError         an export that would not say what the project says

Templates are English and stay untranslated here; the window translates the template and fills the same facts.
"""

from typing import ClassVar

from typing_extensions import override


class AnnotatorError(Exception):
    """A sentence for a person: `template` filled with `facts`."""

    exit_code: ClassVar[int] = 1

    def __init__(self, template: str, **facts: object) -> None:
        super().__init__(template)
        self.template = template
        self.facts = facts

    @override
    def __str__(self) -> str:
        return self.template.format(**self.facts)


class SpanError(AnnotatorError):
    """A range that cannot be a span of its article."""


class SchemeError(AnnotatorError):
    """A label scheme that cannot be used."""


class InputError(AnnotatorError):
    """A file or line from outside that cannot be read."""


class ProjectError(AnnotatorError):
    """A project file that cannot be opened or written."""


class NotAProject(ProjectError):
    """The file is not a project of this program."""


class NewerProject(ProjectError):
    """The file was written by a newer version of this program."""


class ProjectBusy(ProjectError):
    """Another window or command is writing the project."""


class LedgerError(AnnotatorError):
    """A decision that contradicts the text or the ledger."""


class ExportError(AnnotatorError):
    """An export that would not say what the project says."""
