"""A year of an invented Council, with everything that a report can hold."""

import datetime as dt

from kragozor.reports.activity import (
    ActivityLine,
    ActivityReport,
    EvidenceLine,
    MemberLine,
    PillarLine,
    YearLine,
)

AS_OF = dt.date(2025, 12, 31)


def activity(number, **facts):
    """Return an activity by evidence, without any unless it is given."""
    plain = {
        "title": f"Дейност номер {number}, с дълго име по програмата",
        "indicator": f"Показател {number}",
        "value": None,
        "before": None,
        "target": None,
        "state": "nothing",
        "state_before": "nothing",
        "method": "Числата на всички доказателства, събрани.",
        "is_live": False,
    }
    return ActivityLine(number=number, **(plain | facts))


def report(**facts):
    """Return a whole report; any part of it may be given instead."""
    live = activity(
        2,
        value=14.0,
        before=9.0,
        target=20.0,
        state="on_the_way",
        is_live=True,
        parts=(("Текстил", "23 члена"), ("Аграрен сектор", "14 члена")),
        responsible="Ива Съветска",
        next_step="Писмо до десет предприятия",
        next_on=dt.date(2026, 3, 31),
    )
    proved = activity(
        12,
        value=3.0,
        before=1.0,
        target=3.0,
        state="reached",
        state_before="on_the_way",
        evidence=(
            EvidenceLine(dt.date(2025, 10, 7), "Обща конференция", 2.0, "Шестима докладчици."),
            EvidenceLine(dt.date(2025, 5, 20), "Протокол от среща"),
        ),
    )
    others = [activity(number) for number in (1, *range(3, 12), *range(13, 18))]
    plain = {
        "council": "Съвет-клъстер „Кръговата икономика – зелената алтернатива за България“",
        "chamber": "Българската търговско-промишлена палата",
        "year": 2025,
        "as_of": AS_OF,
        "drawn_up": dt.date(2026, 1, 20),
        "pillars": (
            PillarLine("Текстил", 18, 4, 1, 20),
            PillarLine("Пластмаси и опаковки", 12, 2, 0, 20),
            PillarLine("Аграрен сектор", 9, 5, 0, 20),
        ),
        "activities": tuple(sorted([live, proved, *others], key=lambda line: line.number)),
        "members": tuple(
            MemberLine(f"Организация {n}", "Фирма", "Габрово", ("Текстил",), dt.date(2024, 3, 1))
            for n in range(1, 46)
        ),
        "now": YearLine(45, 16, 2, 2),
        "before": YearLine(31, 9, 0, 1),
    }
    return ActivityReport(**(plain | facts))
