"""Where a number comes from: its formula, the formulas before it, the inputs, their rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from kragozor.instruments.compute import Computation, compute
from kragozor.instruments.formula import symbols
from kragozor.instruments.indicators.catalogue import indicator
from kragozor.instruments.indicators.derived import OF_PART
from kragozor.instruments.indicators.entries import Indicator, Input, ValueEntry
from kragozor.instruments.inventory import Inventory, Place
from kragozor.instruments.readings.making import Making, Makings, makings
from kragozor.instruments.result import Reading
from kragozor.reports.amounts import choice_text, exact_text, percent_text, value_text, worked_text
from kragozor.reports.listed import item_steps
from kragozor.reports.made import MadeOf, UsedItem, UsedNumber, facts_of
from kragozor.reports.rows import against_text, places_text, row_name, used_rows, where
from kragozor.reports.steps import Step, UsedInput
from kragozor.words import Message, has_entry, say
from kragozor.words.numbers import DASH, decimal_text, period_text


@dataclass(frozen=True)
class Working:
    """The formulas in the order of computing, the figure's own last, and what they use."""

    steps: tuple[Step, ...]
    inputs: tuple[UsedInput, ...]

    @property
    def own(self) -> Step:
        """The figure's own formula."""
        return self.steps[-1]

    @property
    def before(self) -> tuple[Step, ...]:
        """The formulas that the figure's own rests on."""
        return self.steps[:-1]


class Workings:
    """The workings of one reading; what several figures share is made once."""

    def __init__(
        self, reading: Reading, inventory: Inventory, language: str, made: Makings | None = None
    ) -> None:
        self.reading = reading
        self.made = makings(reading, inventory) if made is None else made
        self.inventory = inventory
        self.language = language
        self.entry: Indicator = indicator(reading.indicator)
        self.computed: Computation = compute(
            reading.indicator, {name: item.value for name, item in reading.inputs.items()}
        )
        self._steps: dict[str, Step] = {}
        self._inputs: dict[str, tuple[UsedInput, ...]] = {}

    def working(self, name: str) -> Working | None:
        """Return the working of a value; None where its method has changed since."""
        if self.reading.version != self.entry.version:
            return None
        names = dict.fromkeys(self._chain(name))
        steps = tuple(self._step(self.entry.values[one]) for one in names)
        is_defined = self.reading.values[name].value is not None
        inputs = self._inputs_of(steps) if is_defined else self.entry.inputs_used(name)
        used = (self._used(self.entry.inputs[one]) for one in inputs)
        return Working(steps, tuple(one for found in used for one in found))

    def _inputs_of(self, steps: Sequence[Step]) -> tuple[str, ...]:
        """Return the inputs that the steps were in fact worked out from."""
        worked_out = [symbol for step in steps for symbol in step.numbers]
        derived = {step.symbol for step in steps}
        names = (self._input_name(symbol) for symbol in worked_out if symbol not in derived)
        choices = (self.entry.values[step.name].choice for step in steps)
        return tuple(name for name in dict.fromkeys((*choices, *names)) if name)

    def _input_name(self, symbol: str) -> str:
        if symbol in self.entry.item_of:
            return self.entry.item_of[symbol][0]
        if "parts" in self.reading.inputs and symbol.removesuffix(OF_PART) in self.entry.input_of:
            return "parts"
        entry = self.entry.input_of.get(symbol)
        return entry.name if entry else ""

    def _chain(self, name: str) -> Iterator[str]:
        """Yield the values to be worked out, each after those it rests on."""
        if name in self.computed.values:
            for symbol in symbols(self._formula(name)):
                before = self.entry.value_of.get(symbol)
                if before and before.name != name and before.name not in self.reading.inputs:
                    yield from self._chain(before.name)
        yield name

    def _formula(self, name: str) -> str:
        return self.computed.formulas.get(name, self.entry.values[name].formula)

    def _step(self, value: ValueEntry) -> Step:
        if value.name not in self._steps:
            self._steps[value.name] = self._made(value)
        return self._steps[value.name]

    def _made(self, value: ValueEntry) -> Step:
        formula = self._formula(value.name)
        number = self.reading.values[value.name].value
        is_worked_out = number is not None and value.name in self.computed.formulas
        known = {s: n for s, n in self.computed.numbers.items() if s in symbols(formula)}
        return Step(
            name=value.name,
            symbol=value.symbol,
            label=say(value.label, self.language),
            formula=formula,
            numbers=known if is_worked_out else {},
            value=number,
            result=self._result(value, number),
            source=say(value.source, self.language),
            language=self.language,
            note=self._note(value, number, known if is_worked_out else {}),
            written=self._years(known if is_worked_out else {}),
            items=item_steps(self.entry, self.reading, value, self.language),
        )

    def _years(self, numbers: Mapping[str, object]) -> dict[str, str]:
        """Return the years among the numbers as years are written."""
        of = self.entry.input_of
        return {
            symbol: exact_text(number, "year", self.language)
            for symbol, number in numbers.items()
            if symbol in of and of[symbol].unit == "year" and isinstance(number, float)
        }

    def _note(self, value: ValueEntry, number: float | None, numbers: Mapping[str, object]) -> str:
        """Return where a number comes from that its formula does not tell."""
        chosen = self.reading.inputs.get(value.choice)
        if numbers or number is None:
            return ""
        if chosen is None or value.name not in self.computed.formulas:
            return self._assumed(number)
        asked = self.entry.inputs[value.choice]
        told = {
            "asked": say(asked.label, self.language),
            "choice": choice_text(asked, str(chosen.value), self.language),
        }
        return say(Message("reports.figure.by-choice", told), self.language)

    def _result(self, value: ValueEntry, number: float | None) -> str:
        """Return what the formula gave, followed by its class where the value is one."""
        if not value.bands or number is None:
            return worked_text(number, value.display, value.unit, self.language)
        name = value_text(value, number, self.language)
        return f"{decimal_text(number, self.language)} → {name}"

    def _used(self, entry: Input) -> tuple[UsedInput, ...]:
        if entry.name not in self._inputs:
            self._inputs[entry.name] = tuple(self._used_now(entry))
        return self._inputs[entry.name]

    def _used_now(self, entry: Input) -> Iterator[UsedInput]:
        given = self.reading.inputs.get(entry.name)
        if given is None:
            if entry.symbol not in self.entry.value_of:
                yield self._absent(entry)
        elif isinstance(given.value, tuple):
            yield from self._listed(entry, given.value)
        elif isinstance(given.value, str):
            yield self._with_rows(entry, None, choice_text(entry, given.value, self.language))
        else:
            number = self._number(entry, given.value)
            yield self._with_rows(entry, given.value, number)

    def _absent(self, entry: Input) -> UsedInput:
        number = say(Message("reports.figure.missing"), self.language)
        taken = self.computed.numbers.get(entry.symbol)
        if entry.assumed is not None and entry.symbol in self.computed.numbers:
            number = self._assumed(entry.assumed)
        if entry.default and entry.symbol in self.computed.numbers:
            stands_in = self.entry.label(entry.default)
            told = Message("instruments.stood-in-by", {"other": stands_in})
            number = say(told, self.language)
        return UsedInput(
            name=entry.name,
            symbol=entry.symbol,
            label=say(entry.label, self.language),
            unit=entry.unit,
            value=taken if isinstance(taken, float) else None,
            number=number,
        )

    def _listed(self, entry: Input, items: Sequence[Mapping[str, float]]) -> Iterator[UsedInput]:
        """Yield the list with its rows and items, and then what each of its symbols stands for."""
        listed = self._with_rows(entry, None, self._count(entry, len(items)))
        yield replace(listed, listed=partial(self._used_items, entry, items))
        for item in self._items(entry):
            shown = items[:_ITEMS_SHOWN]
            values = [self._of_item(row.get(item.name), item) for row in shown]
            number = "; ".join([*values, "…"] if len(items) > _ITEMS_SHOWN else values)
            yield UsedInput(
                name=f"{entry.name}.{item.name}",
                symbol=_symbol(entry, item),
                label=say(item.label, self.language),
                unit=item.unit,
                value=None,
                number=number,
                places=places_text(self.reading.inputs[entry.name].places, self.language),
            )

    def _used_items(self, entry: Input, items: Sequence[Mapping[str, float]]) -> Iterator[UsedItem]:
        """Yield every item of a list with each of its numbers and how it was made."""
        made = self.made.inputs.get(entry.name)
        rows: Sequence[Mapping[str, Making]] = (
            made if isinstance(made, tuple) else ({},) * len(items)
        )
        for number, (item, makings_of) in enumerate(zip(items, rows, strict=True), start=1):
            numbers = tuple(
                self._used_number(entry, asked, item, makings_of)
                for asked in self._items(entry)
                if asked.name in item or asked.assumed is not None
            )
            yield UsedItem(self._item_label(item, facts_of((makings_of,)), number), numbers)

    def _used_number(
        self,
        entry: Input,
        asked: Input,
        item: Mapping[str, float],
        made: Mapping[str, Making],
    ) -> UsedNumber:
        """Return a number of an item, the one assumed where it has none of its own."""
        value = item.get(asked.name)
        taken = asked.assumed if value is None else None
        return UsedNumber(
            symbol=_symbol(entry, asked),
            value=taken if value is None else value,
            number=self._of_item(value, asked) if taken is None else self._assumed(taken),
            made=MadeOf(made[asked.name], self.language) if asked.name in made else None,
        )

    def _item_label(self, item: Mapping[str, object], facts: Sequence[Place], number: int) -> str:
        """Return what an item is called: by its own name, by its first row, or by its number."""
        if "name" in item or not facts:
            return str(item.get("name", number))
        name = row_name(facts[0], self.inventory, self.language)
        return f"{where(facts[0], self.language)}: {name}"

    def _items(self, entry: Input) -> list[Input]:
        """Return what each item of a list holds; of a part, what the whole is summed by."""
        items = (item for item in entry.items.values() if item.symbol)
        return [one for one in items if entry.name != "parts" or one.symbol in self._summed_by]

    @cached_property
    def _summed_by(self) -> set[str]:
        """The symbols of which formulas of the whole take those of every part."""
        inputs = (one.of_parts for one in self.entry.inputs.values())
        formulas = (*inputs, *(one.of_parts for one in self.entry.values.values()))
        of_parts = (symbol for formula in formulas if formula for symbol in symbols(formula))
        return {symbol.removesuffix(OF_PART) for symbol in of_parts}

    def _of_item(self, value: float | None, item: Input) -> str:
        return DASH if value is None else exact_text(value, item.unit, self.language)

    def _count(self, entry: Input, count: int) -> str:
        if entry.name not in ("inflows", "outflows"):
            return decimal_text(count, self.language)
        key = "flow" if count == 1 else "flows"
        return say(Message(f"reports.figure.{key}", {"count": count}), self.language)

    def _with_rows(self, entry: Input, value: float | None, number: str) -> UsedInput:
        given = self.reading.inputs[entry.name]
        making = self.made.inputs.get(entry.name)
        used = UsedInput(
            name=entry.name,
            symbol=entry.symbol,
            label=say(entry.label, self.language),
            unit=entry.unit,
            value=value,
            number=number,
            making=making,
            behind=given.behind,
            language=self.language,
        )
        rows, more = used_rows(given.behind, used.facts, self.inventory, self.language)
        taken = tuple(say(one.origin, self.language) for one in given.parameters)
        taken = taken or self._from_no_row(entry, value, given.behind)
        places = against_text(given.places, given.whole, self.language) or "; ".join(taken)
        return replace(used, rows=rows, more=more, places=places, taken=taken)

    def _from_no_row(
        self, entry: Input, value: float | None, behind: Sequence[Place]
    ) -> tuple[str, ...]:
        """Return where a number is from that no row holds; nothing of what was simply given."""
        if behind or value is None or not isinstance(self.made.inputs.get(entry.name), Making):
            return ()
        key = f"reports.made.{entry.name}"
        if has_entry(key):
            period = period_text(*self._period, self.language)
            return (say(Message(key, {"period": period}), self.language),)
        told = Message("reports.made.none" if value == 0 else "reports.made.taken")
        return (say(told, self.language),)

    def _number(self, entry: Input, value: float) -> str:
        if entry.domain != "0..1":
            return exact_text(value, entry.unit, self.language)
        number = decimal_text(value, self.language)
        told = {"number": number, "percent": percent_text(value, self.language)}
        return say(Message("reports.figure.share", told), self.language)

    @property
    def _period(self) -> tuple[dt.date, dt.date]:
        return self.inventory.subject.period_start, self.inventory.subject.period_end

    def _assumed(self, value: float) -> str:
        return say(Message("reports.figure.assumed", {"value": value}), self.language)


def _symbol(of: Input, item: Input) -> str:
    """Return what a number of a list is called in the formulas of the whole."""
    return item.symbol + OF_PART if of.name == "parts" else item.symbol


_ITEMS_SHOWN = 4
