"""What is wrong with facts, as the API says it: a JSON pointer and a sentence each."""

import re

from kragozor.files.problems import FileRefused, Problem
from kragozor.hub.common.problems import Fault


def faults(refused: FileRefused, language: str) -> list[Fault]:
    """Return every problem of refused facts."""
    return [Fault(pointer(problem), problem.sentence(language)) for problem in refused.problems]


def pointer(problem: Problem) -> str:
    """Return where a problem is, as RFC 6901 writes it.

    >>> from kragozor.files.problems import Spot
    >>> from kragozor.words import Message
    >>> pointer(Problem(Message("files.json.syntax"), Spot(cell="inflows[3].mass.value")))
    '/inflows/3/mass/value'
    """
    parts = re.findall(r"[^.\[\]]+", problem.cell)
    return "".join(f"/{part}" for part in parts)
