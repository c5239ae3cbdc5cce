"""What an operation of the API refuses with: told to the caller as RFC 9457 problem details."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with what was sent: where (a JSON pointer), and what, in words."""

    pointer: str
    detail: str


class Problem(Exception):
    """Raise it where an operation cannot do what it is asked; the texts are for the caller.

    What is absent or not open to the caller is `Http404`, what may not be done is Django's
    `PermissionDenied`: those two are problems as they are.
    """

    def __init__(self, status: int, detail: str = "", faults: Sequence[Fault] = ()) -> None:
        super().__init__(status, detail)
        self.status = status
        self.detail = detail
        self.faults = tuple(faults)
