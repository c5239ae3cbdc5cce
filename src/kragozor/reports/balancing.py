"""The mass balance in words, and where to look when it does not close."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kragozor.files.fields import section
from kragozor.instruments.inventory import Inventory, Place
from kragozor.instruments.result import Assessment, Balance
from kragozor.reports.amounts import amount_text, percent_text
from kragozor.reports.rows import row_name, where
from kragozor.words import Message, say

# A row this close to the gap is named as a likely cause of it.
NEAR_THE_GAP = 0.05
ROWS_NAMED = 2

# A gap below this share of the mass is not worth a number.
ROUNDING = 0.0005


@dataclass(frozen=True)
class BalanceView:
    """Both sides, what is between them, and what to do about it."""

    inflow: str
    outflow: str
    stock_change: str
    gap: str
    gap_share: str
    closes: bool
    verdict: str
    advice: tuple[str, ...]


def balance_view(assessment: Assessment, language: str) -> BalanceView:
    """Return the balance of an assessment in words.

    Examples
    --------
    >>> from kragozor.instruments.assess import assess
    >>> from kragozor.instruments.examples import bottle
    >>> view = balance_view(assess(bottle()), "en")
    >>> view.closes, view.gap, view.advice
    (True, '0\\xa0kg', ())
    """
    balance = assessment.balance
    advice = () if balance.closes else tuple(_advice(assessment.inventory, balance, language))
    return BalanceView(
        inflow=amount_text(balance.inflow, "kg", language),
        outflow=amount_text(balance.outflow, "kg", language),
        stock_change=amount_text(balance.stock_change, "kg", language),
        gap=amount_text(settled_gap(balance), "kg", language),
        gap_share=_share(balance, language),
        closes=balance.closes,
        verdict=say(_verdict(balance, language), language),
        advice=advice,
    )


def balance_phrase(balance: Balance, language: str) -> Message:
    """Return the short sentence about the balance that stands beside the headline."""
    if balance.relative_gap is None:
        return Message("reports.rests-on.no-mass")
    share = _share(balance, language)
    if not balance.closes:
        return Message("reports.rests-on.open", {"share": share})
    key = "closes-exactly" if _is_exact(balance) else "closes"
    return Message(f"reports.rests-on.{key}", {"share": share})


def _verdict(balance: Balance, language: str) -> Message:
    if balance.relative_gap is None:
        return Message("reports.balance.no-mass")
    surplus = "missing" if balance.gap > 0 else "surplus"
    told = {
        "gap": amount_text(abs(settled_gap(balance)), "kg", language),
        "share": _share(balance, language),
        "tolerance": percent_text(balance.tolerance, language),
    }
    return Message(f"reports.balance.{'closes' if balance.closes else surplus}", told)


def settled_gap(balance: Balance) -> float:
    """Return the gap, 0 where it is only rounding. [kg]"""
    return 0.0 if _is_exact(balance) else balance.gap


def _share(balance: Balance, language: str) -> str:
    relative = 0.0 if _is_exact(balance) else abs(balance.relative_gap or 0.0)
    return percent_text(relative, language)


def _is_exact(balance: Balance) -> bool:
    """Whether the gap is less than the rounding of the declared masses would leave."""
    return abs(balance.relative_gap or 0.0) < ROUNDING


def _advice(inventory: Inventory, balance: Balance, language: str) -> Iterator[str]:
    if balance.relative_gap is None:
        return
    for place in _near_the_gap(inventory, abs(balance.gap)):
        row = f"{where(place, language)} ({row_name(place, inventory, language)})"
        yield say(Message("reports.balance.advice.same-mass", {"row": row}), language)
    rise = ("unnamed-losses", "stock-rise", "units")
    fall = ("unnamed-inflows", "stock-fall", "twice", "units")
    names = {
        "inflows": section("inflows").labels[language],
        "outflows": section("outflows").labels[language],
        "stock_change": section("subject").field("stock_change").labels[language],
    }
    for key in rise if balance.gap > 0 else fall:
        yield say(Message(f"reports.balance.advice.{key}", names), language)


def _near_the_gap(inventory: Inventory, gap: float) -> list[Place]:
    rows = [
        (abs(row.mass.value - gap), Place(name, number))
        for name in ("inflows", "outflows")
        for number, row in enumerate(getattr(inventory, name), start=1)
    ]
    near = [(distance, place) for distance, place in rows if distance <= NEAR_THE_GAP * gap]
    return [place for _, place in sorted(near)[:ROWS_NAMED]]
