"""The document of the report: what it says, in both languages, before it is written as a file."""

import datetime as dt

import pytest

from kragozor.reports.activity import PillarLine, activity_document
from kragozor.words import LANGUAGES
from tests.reports.activity.facts import activity, report


def said(document):
    """Return every text of a document."""
    for block in document.blocks:
        match block.kind:
            case "items":
                yield from block.items
            case "table":
                yield from block.head
                for row in block.rows:
                    yield from row
            case "signature":
                yield from block.signers
                yield from block.labels
            case _:
                yield block.text


def headings(document):
    return [(block.level, block.text) for block in document.blocks if block.kind == "heading"]


def table(document, title):
    return next(b for b in document.blocks if b.kind == "table" and b.title == title)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_is_there(language):
    document = activity_document(report(), language)
    assert [level for level, _text in headings(document)] == [1, 1, 1, 2, 2, *[3] * 17, 1, 1, 1]
    assert {block.kind for block in document.blocks} == {
        "heading",
        "paragraph",
        "table",
        "picture",
        "items",
        "signature",
    }
    assert all(text.strip() for text in said(document) if text)


def test_undefined_value_is_a_dash_and_zero_is_zero():
    lines = (activity(1, value=0.0, target=3.0), activity(3))
    document = activity_document(report(activities=lines), "bg")
    rows = table(document, "Стойност и цел").rows
    assert rows[0][3:6] == ("0", "—", "3")
    assert rows[1][3:6] == ("—", "—", "—")


def test_value_stands_beside_the_target_and_the_year_before():
    rows = table(activity_document(report(), "bg"), "Стойност и цел").rows
    assert rows[1][3:] == ("14", "9", "20", "в ход")
    assert rows[11][3:] == ("3", "1", "3", "постигната")


def test_year_that_is_not_over_says_so():
    assert "не е приключила" not in " ".join(activity_document(report(), "bg").notes)
    unfinished = activity_document(report(as_of=dt.date(2025, 11, 24)), "bg")
    assert "24\u00a0ноември 2025" in unfinished.notes[0]
    assert "не е приключила" in unfinished.notes[0]


def test_summary_counts_each_pillar_and_how_many_reached_their_target():
    text = " ".join(said(activity_document(report(), "en")))
    assert "pillars: 51, of them business 39, academia 11, others 1;" in text
    assert "The target for members is reached in 1 of 3 pillars." in text
    assert "as of 31\u00a0December 2025: 45; at the end of 2024: 31. Joined in the year: 16" in text


def test_figures_stand_beside_those_of_the_year_before():
    shown = table(activity_document(report(), "en"), "In brief")
    rows = {name: values for name, *values in shown.rows}
    assert rows["Joined in the year"] == ["16", "9"]
    assert rows["Activities that reached their target"] == ["1", "0"]
    assert rows["Activities on the way"] == ["1", "1"]
    assert rows["Activities with nothing yet"] == ["15", "16"]


def test_pillar_without_a_target_is_told_without_one():
    pillars = (PillarLine("Textiles", 3, 0, 0),)
    document = activity_document(report(pillars=pillars), "en")
    picture = next(block for block in document.blocks if block.kind == "picture")
    assert "Textiles: 3." in picture.text
    assert table(document, "Members by pillar").rows == (("Textiles", "3", "0", "0", "3", "—"),)


def test_activity_tells_what_was_done_who_answers_and_what_is_next():
    text = "\n".join(said(activity_document(report(), "bg")))
    assert "7\u00a0октомври 2025\u00a0г.: Обща конференция (2). Шестима докладчици." in text
    assert "20\u00a0май 2025\u00a0г.: Протокол от среща.\n" in text
    assert (
        "Следваща стъпка: Писмо до десет предприятия, до 31\u00a0март 2026\u00a0г. "
        "Отговорник: Ива Съветска." in text
    )
    assert "Следваща стъпка не е определена. Отговорник не е определен." in text
    assert text.count("През годината няма вписани доказателства.") == 15


def test_what_is_next_does_not_belong_to_a_year_long_past():
    old = activity_document(report(drawn_up=dt.date(2027, 1, 1)), "bg")
    text = "\n".join(said(old))
    assert "Обща конференция" in text
    assert "Следваща стъпка" not in text
    assert "Ива Съветска" not in text


def test_annex_of_members_says_when_there_are_none():
    document = activity_document(report(members=()), "en")
    assert "No organisation has a term of membership that covers this day." in list(said(document))


def test_method_tells_of_each_activity_how_it_is_computed():
    rows = table(activity_document(report(), "en"), "Annex 2. How each number is computed").rows
    assert [row[0] for row in rows] == [str(number) for number in range(1, 18)]
    assert all(row[2] for row in rows)
