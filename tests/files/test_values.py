"""One raw value for one field: what is read, and what is refused with which expectation."""

import datetime as dt

import pytest

from kragozor.files.aspects import SOURCE
from kragozor.files.fields import section
from kragozor.files.problems import Unreadable
from kragozor.files.values import Faulty, value_read
from kragozor.instruments.inventory import Destination, Origin


def field(path):
    name, _, key = path.partition(".")
    return section(name).field(key)


@pytest.mark.parametrize(
    ("path", "raw", "value"),
    [
        ("inflows.mass", 12, 12.0),
        ("inflows.mass", "12,5", 12.5),
        ("subject.stock_change", "−3", -3.0),
        ("energy.amount", 0, 0.0),
        ("inflows.dry_matter", "38 %", 0.38),
        ("inflows.dry_matter", "38%", 0.38),
        ("inflows.dry_matter", "0,38", 0.38),
        ("inflows.dry_matter", 1, 1.0),
        ("inflows.origin", "virgin", Origin.VIRGIN),
        ("inflows.origin", "ПЪРВИЧЕН", Origin.VIRGIN),
        ("inflows.origin", " recycled,  Post-consumer ", Origin.RECYCLED_POST_CONSUMER),
        ("inflows.returns_from", "рециклиране", Destination.RECYCLE),
        ("inflows.critical", "да", True),
        ("inflows.critical", "No", False),
        ("inflows.critical", True, True),
        ("inflows.critical", 0, False),
        ("inflows.critical", 1.0, True),
        ("subject.period_start", dt.datetime(2025, 1, 2), dt.date(2025, 1, 2)),
        ("subject.period_start", dt.date(2025, 1, 2), dt.date(2025, 1, 2)),
        ("subject.period_start", "2025-01-02", dt.date(2025, 1, 2)),
        ("subject.period_start", "2.1.2025", dt.date(2025, 1, 2)),
        ("subject.period_start", "02.01.2025 г.", dt.date(2025, 1, 2)),
        ("outflows.low_code", "15 01 02", "150102"),
        ("outflows.low_code", "15 01 10*", "150110"),
        ("outflows.low_code", 20301, "020301"),
        ("outflows.operation", " r3 ", "R3"),
        ("inflows.material", "  памук\n(органичен) ", "памук (органичен)"),
        ("inflows.material", 304, "304"),
        ("inflows.material", "\ufeff памук\u200b\u00a0\u3164", "памук"),
        ("inflows.material", "па\u00adмук", "па\u00adмук"),
        ("inflows.material", "сукно и\u0306", "сукно и\u0306"),
        ("inflows.material", "=1+1", "=1+1"),
        ("inflows.mass", "  ", None),
        ("inflows.mass", None, None),
    ],
)
def test_value_is_read(path, raw, value):
    assert value_read(field(path), raw) == value


def test_decomposed_letters_of_a_choice_are_known():
    decomposed = "повторно използван".replace("й", "и\u0306")
    assert value_read(field("inflows.origin"), decomposed) is Origin.REUSED


@pytest.mark.parametrize(
    ("path", "raw", "said"),
    [
        ("inflows.mass", "дванадесет", "намерено „дванадесет“; очаква се число, например 12,5"),
        ("inflows.mass", True, "намерено „True“; очаква се число, например 12,5"),
        ("inflows.mass", dt.datetime(2025, 5, 12), "намерено „2025-05-12“; очаква се число"),
        ("inflows.mass", -5, "намерено „−5“; очаква се число, по-голямо от 0"),
        ("inflows.mass", 0, "намерено „0“; очаква се число, по-голямо от 0"),
        ("inflows.mass", 1e16, "очаква се число между 10⁻¹² и 10¹⁵"),
        ("inflows.mass", 1e-13, "очаква се число между 10⁻¹² и 10¹⁵"),
        ("inflows.mass", 10**400, "очаква се число, например 12,5"),
        ("inflows.mass", "1.234.567", "„1.234.567“ може да се прочете по два начина"),
        ("inflows.mass", "38 %", "намерено „38 %“; очаква се число, например 12,5"),
        ("inflows.mass", float("nan"), "очаква се число, например 12,5"),
        ("energy.amount", -1, "очаква се число, не по-малко от 0"),
        ("subject.stock_change", "x", "очаква се число, например 12,5"),
        ("inflows.dry_matter", 38, "напишете 0,38 или 38 %"),
        ("inflows.dry_matter", 380, "очаква се дял от 0 до 1, например 0,38 или 38 %"),
        ("inflows.dry_matter", "x %", "очаква се дял от 0 до 1, например 0,38 или 38 %"),
        ("inflows.feedstock_recycling_efficiency", 0, "очаква се дял, по-голям от 0"),
        ("use.lifetime", 0, "очаква се число, по-голямо от 0"),
        ("inflows.origin", "първечен", "„първичен“, "),
        ("inflows.origin", "първечен", "(може би „първичен“)"),
        ("inflows.critical", "може би", "очаква се да или не"),
        ("subject.period_start", "31.02.2025", "очаква се дата, например 31.12.2025"),
        ("subject.period_start", "1/2/2025", "очаква се дата, например 31.12.2025"),
        ("subject.period_start", "1066-01-01", "очаква се дата, например 31.12.2025"),
        ("outflows.low_code", "15 01", "очаква се код като 15 01 02"),
        ("outflows.low_code", 1.5, "очаква се код като 15 01 02"),
        ("outflows.operation", "R", "очаква се код като R3"),
        ("outflows.operation", 3, "очаква се код като R3"),
        ("inflows.material", "а" * 301, "очаква се най-много 300 знака"),
        ("inflows.material", "па\u0007мук", "намерен е непечатаем знак в „па мук“"),
        ("inflows.material", "па\u202eмук", "намерен е непечатаем знак"),
        ("inflows.material", True, "очаква се текст"),
        ("subject.name", "\ufeff", "намерени са само невидими знаци; очаква се текст"),
        ("subject.name", "\u200b \u2060\u00ad", "намерени са само невидими знаци"),
        ("subject.name", "\u0301", "намерени са само невидими знаци"),
        ("subject.name", "\u3164\u2800\ufe0f", "намерени са само невидими знаци"),
        ("inflows.mass", Faulty("formula", "=A1"), "формулата няма запазена стойност"),
        ("inflows.mass", Faulty("error", "#DIV/0!"), "клетката показва грешка #DIV/0!"),
    ],
)
def test_value_is_refused(path, raw, said):
    with pytest.raises(Unreadable) as caught:
        value_read(field(path), raw)
    assert said.lower() in caught.value.problem.text("bg").lower()


def test_refusal_is_said_in_english():
    with pytest.raises(Unreadable, match="Found “twelve”; expected a number, for example"):
        value_read(field("inflows.mass"), "twelve")


def test_source_may_be_longer_than_a_name():
    assert value_read(SOURCE, "а" * 2000) == "а" * 2000
    with pytest.raises(Unreadable, match="at most 2,000 characters"):
        value_read(SOURCE, "а" * 2001)
