"""A feature structure of a CAS, whichever way it was written."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Structure:
    """Its id, its type with the package, and its features as they are written (references as ids)."""

    id: str
    type: str
    features: Mapping[str, str]
