"""From the products of a company to the company: what adds up, and what is averaged."""

from kragozor.instruments.rollup.company import roll_up
from kragozor.instruments.rollup.ranges import DE_MINIMIS, Factor, Member, Range, RollUp

__all__ = ["DE_MINIMIS", "Factor", "Member", "Range", "RollUp", "roll_up"]
