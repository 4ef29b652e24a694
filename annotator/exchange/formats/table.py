"""The formats there are, one row each. A new format is one file and one row; its file is imported when somebody asks for it (`making`).

Nothing is imported here either: the command line reads its choices from this table before it does anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """Where a format is written, and what is peculiar to it.

    `holds_text` says that articles stand in it with their texts: what is not to be in it can then be cut out of them. `splits_itself`:
    it writes train, validation and test side by side in its folder. `is_native`: it says everything, where paragraphs are repeats too.
    `is_read`: what was written in it can be imported again.
    """

    module: str
    kind: str
    holds_text: bool = True
    splits_itself: bool = False
    is_native: bool = False
    is_read: bool = True


FORMATS: Mapping[str, Row] = {
    "jsonl": Row("native", "Native", is_native=True),
    "prodigy": Row("prodigy", "Prodigy"),
    "spacy": Row("spacy_docbin", "SpacyDocBin"),
    "huggingface": Row("huggingface", "HuggingFace", splits_itself=True, is_read=False),
    "conll": Row("conll", "Conll"),
    "doccano": Row("doccano", "Doccano"),
    "label-studio": Row("label_studio", "LabelStudio"),
    "cas": Row("cas", "Cas"),
    "brat": Row("brat", "Brat"),
    "csv": Row("mention_table", "MentionCsv", holds_text=False, is_read=False),
    "xlsx": Row("mention_table", "MentionWorkbook", holds_text=False, is_read=False),
    "standoff": Row("standoff", "Standoff", holds_text=False, is_read=False),
}
NAMES = tuple(FORMATS)
READ = tuple(name for name, row in FORMATS.items() if row.is_read)
