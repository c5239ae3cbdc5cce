"""One line for each problem, in the reader's language."""

import pytest

from kragozor.files.problems import LIMIT, FileRefused, Problem, Spot, refusal, shown
from kragozor.instruments.inventory import Place
from kragozor.words import Message

NUMBER = Message("files.expected.number")


def problem(**spot):
    return Problem(Message("files.value.other"), Spot(**spot), "дванадесет", NUMBER)


def test_problem_says_where_what_and_what_is_expected():
    found = problem(sheet="Вход", row=7, column="Маса [kg]", cell="C7")
    assert found.text("bg") == (
        "Вход, ред 7, колона „Маса [kg]“ (C7): намерено „дванадесет“; "
        "очаква се число, например 12,5"
    )
    assert found.text("en") == (
        "Вход, row 7, column “Маса [kg]” (C7): found “дванадесет”; "
        "expected a number, for example 12.5"
    )
    assert (found.sheet, found.row, found.column, found.cell) == ("Вход", 7, "Маса [kg]", "C7")


@pytest.mark.parametrize(
    ("spot", "where"),
    [
        ({}, ""),
        ({"cell": "inflows[3].mass"}, "inflows[3].mass: "),
        ({"sheet": "Вход"}, "Вход: "),
        ({"sheet": "Вход", "row": 1234}, "Вход, ред 1234: "),
        ({"sheet": "Вход", "row": 4, "cell": "B4"}, "Вход, ред 4 (B4): "),
        ({"sheet": "Вход", "column": "Маса [kg]"}, "Вход, „Маса [kg]“: "),
        ({"sheet": "Вход", "row": 7, "column": "Маса [kg]"}, "Вход, ред 7, „Маса [kg]“: "),
        (
            {"sheet": "Предмет", "row": 9, "column": "Вид", "cell": "C9", "is_line": True},
            "Предмет, ред 9, „Вид“ (C9): ",
        ),
    ],
)
def test_place_is_as_precise_as_it_is_known(spot, where):
    said = problem(**spot).text("bg")
    assert said.startswith(where)
    assert said[len(where) :].lower().startswith("намерено")


def test_problem_is_one_line_whatever_was_found():
    found = Problem(Message("files.value.other"), found=shown("a\nb\r\n\tc\u2028d" * 50))
    for language in ("bg", "en"):
        assert len(found.text(language).splitlines()) == 1


def test_refusal_tells_every_problem_once():
    same = problem(sheet="Вход", row=7)
    refused = FileRefused([same, same, problem(sheet="Вход", row=8)])
    assert len(refused.lines("bg")) == 2
    assert str(refused) == "\n".join(refused.lines("en"))
    assert refused.is_markable


def test_facts_of_no_file_are_told_apart_by_their_places():
    found = [
        Problem(Message("files.value.missing"), expected="x", place=Place("subject", name=name))
        for name in ("period_start", "period_end", "period_end")
    ]
    assert [each.place.name for each in FileRefused(found).problems] == [
        "period_start",
        "period_end",
    ]


def test_long_refusals_end_with_how_many_more():
    refused = FileRefused(problem(sheet="Вход", row=row) for row in range(LIMIT + 7))
    assert len(refused.problems) == LIMIT + 1
    assert refused.lines("bg")[-1] == "И още 7 грешки, които не са показани"
    assert refused.lines("en")[-1] == "And 7 more errors, not shown"


def test_one_hidden_problem_is_shown_rather_than_counted():
    refused = FileRefused(problem(sheet="Вход", row=row) for row in range(LIMIT + 1))
    assert len(refused.problems) == LIMIT + 1
    assert "дванадесет" in refused.lines("bg")[-1]


def test_refusal_of_a_whole_file_has_no_place():
    refused = refusal("file.too_large", found=61.5, limit=10)
    assert refused.lines("bg") == ["Файлът е 61,5 MB; приемат се най-много 10 MB"]
    assert refused.lines("en") == ["The file is 61.5 MB; at most 10 MB are accepted"]
    assert not refused.is_markable


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (12.5, 12.5),
        (0, 0),
        (True, "True"),
        ("a" * 80, "a" * 59 + "…"),
        (10**301, "1" + "0" * 58 + "…"),
        (1e300, "1e+300"),
        (-1e-13, "-1e-13"),
        (float("nan"), "nan"),
    ],
)
def test_raw_values_are_shown_short(raw, text):
    assert shown(raw) == text
    assert Problem(Message("files.value.other"), found=shown(raw)).text("bg")
