"""The unified identification code (ЕИК) that keys an organisation: 9 digits, 13 for a branch.

Organisations that are not traders, such as universities, hold a БУЛСТАТ of the same form. A
branch has the nine digits of its principal, three of its own, and a check digit over the last
of the nine and its own three. A code of ten digits is a person's: it is refused, and so never
stored.
"""

from itertools import starmap
from operator import mul

SEPARATORS = str.maketrans("", "", " .-\u00a0")
FIRST_WEIGHTS = (range(1, 9), range(3, 11))
BRANCH_WEIGHTS = ((2, 7, 3, 5), (4, 9, 5, 7))


def compact(text: str) -> str:
    """Return a code without the spaces, dots and prefix that people write.

    >>> compact("BG 175 074 752")
    '175074752'
    """
    return text.translate(SEPARATORS).upper().removeprefix("BG").removeprefix("ЕИК")


def is_valid(code: str) -> bool:
    """Whether a compact code has 9 or 13 digits that agree with their check digits.

    >>> is_valid("175074752"), is_valid("175074751"), is_valid("1750747520")
    (True, False, False)
    """
    if not (code.isascii() and code.isdigit() and len(code) in {9, 13}):
        return False
    main_is_well = _check_digit(code[:8], FIRST_WEIGHTS) == int(code[8])
    branch_is_well = len(code) == 9 or _check_digit(code[8:12], BRANCH_WEIGHTS) == int(code[12])
    return main_is_well and branch_is_well


def _check_digit(digits: str, weights: tuple) -> int:
    """Return the weighted sum modulo 11; where that is 10, the second weights decide."""
    for row in weights:
        rest = sum(starmap(mul, zip(map(int, digits), row, strict=True))) % 11
        if rest < 10:
            return rest
    return 0
