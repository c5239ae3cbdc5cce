"""Facts in forms: what stands in a box, what was typed, what is wrong where."""

import pytest

from kragozor.files.facts import facts, row_facts
from kragozor.files.fields import section
from kragozor.hub.measuring.declaration import (
    Draft,
    Unsaved,
    declared_text,
    facts_shown,
    row_posted,
)
from kragozor.hub.measuring.declaration.entries import Entry, raw_text
from kragozor.instruments.inventory import Grade, Inflow, Origin, Quantity
from kragozor.instruments.uncertainty.distributions import Distribution
from tests.files.books import SWEATER

MASS, ORIGIN = section("inflows").field("mass"), section("inflows").field("origin")
FACTS = facts(SWEATER)


def entry(field, raw, language="bg"):
    return Entry(field, language, "inflows-1", raw)


@pytest.mark.parametrize(
    ("raw", "language", "text"),
    [
        (None, "bg", ""),
        (True, "bg", "yes"),
        (False, "en", "no"),
        (0.1 + 0.2, "bg", "0,30000000000000004"),
        (1e-7, "en", "0.0000001"),
        (1500000.0, "bg", "1500000"),
        ("<b>", "en", "<b>"),
    ],
)
def test_box_holds_a_value_in_full(raw, language, text):
    assert raw_text(raw, language) == text


def test_number_has_its_grade_source_and_distribution_beside_it():
    spread = Distribution("triangular", {"low": 10.0, "mode": 12.0, "high": 15.0})
    raw = row_facts(Inflow("PET", Quantity(12, Grade.PROXY, "BREF", spread), Origin.VIRGIN))["mass"]
    shown = entry(MASS, raw)
    assert (shown.value, shown.source, shown.unit) == ("12", "BREF", "kg")
    assert shown.distribution == "триъгълно 10,0; 12,0; 15,0"
    assert "„триъгълно 10; 12; 15“" in shown.distribution_help
    assert [choice.value for choice in shown.grades if choice.chosen] == ["proxy"]
    assert shown.is_detailed


def test_bare_number_is_estimated():
    assert [c.value for c in entry(MASS, 12.5).grades if c.chosen] == ["estimated"]
    assert not entry(MASS, 12.5).is_detailed


def test_declared_choice_stays_choosable_even_when_unknown():
    shown = entry(ORIGIN, "lunar")
    assert [choice.value for choice in shown.choices if choice.chosen] == ["lunar"]
    assert shown.choices[0].value == ""


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("material", "text"),
        ("mass", "text"),
        ("origin", "select"),
        ("critical", "checkbox"),
    ],
)
def test_each_form_of_field_has_its_box(name, kind):
    assert entry(section("inflows").field(name), None).input == kind


def test_required_yes_or_no_is_asked_and_never_assumed():
    assert entry(section("energy").field("renewable"), None).input == "select"
    assert entry(section("subject").field("period_start"), None).input == "date"


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("low_code", "15 01 02", "15 01 02 „пластмасови опаковки“"),
        ("low_code", "150110", "15 01 10* „опаковки, съдържащи остатъци от опасни вещества"),
        ("operation", "D10", "D10 „наземно изгаряне“"),
        ("operation", "R14", ""),
        ("material", "150102", ""),
    ],
)
def test_code_stands_with_its_title(name, typed, told):
    said = entry(section("outflows").field(name), typed).stands_for.replace("\u00a0", " ")
    assert said.startswith(told)
    assert bool(said) is bool(told)


def test_typed_row_that_reads_is_kept_normal():
    typed = {"material": " памук ", "mass": "1 234,5", "origin": "първичен", "critical": "yes"}
    assert row_posted("inflows", typed | {"mass.grade": "measured", "mass.source": "кантар"}) == {
        "material": "памук",
        "mass": {"value": 1234.5, "grade": "measured", "source": "кантар"},
        "origin": "virgin",
        "critical": True,
    }


def test_typed_row_that_does_not_read_is_kept_as_typed():
    typed = {"material": "памук", "mass": "много", "mass.grade": "measured", "origin": "virgin"}
    assert row_posted("inflows", typed) == {
        "material": "памук",
        "mass": {"value": "много", "grade": "measured"},
        "origin": "virgin",
    }


def test_grade_alone_declares_nothing():
    assert row_posted("money", {"revenue": "", "revenue.grade": "measured"}) == {}


def test_required_no_is_an_answer():
    typed = {"carrier": "ток", "amount": "5", "renewable": "no"}
    assert row_posted("energy", typed)["renewable"] is False


def test_endless_text_is_cut():
    assert len(row_posted("inflows", {"material": "а" * 10_000})["material"]) == 4000


def test_complete_facts_are_ready():
    draft = Draft(FACTS, "bg")
    assert draft.is_ready
    assert {s.name: s.state for s in draft.states} == {
        "subject": "done",
        "inflows": "done",
        "outflows": "done",
        "use": "optional",
        "energy": "optional",
        "water": "optional",
        "money": "optional",
        "impacts": "optional",
    }
    assert draft.balance.closes
    assert draft.flow_bars == (1.0, 1.0)


@pytest.mark.parametrize(
    ("pillar", "own"), [("textiles", set()), ("plastics", {"packaging"}), ("agrifood", {"food"})]
)
def test_a_sector_is_asked_for_its_own_sections(pillar, own):
    draft = Draft({"subject": {"pillar": pillar}}, "bg")
    asked = {state.name for state in draft.states}
    assert asked & {"packaging", "food"} == own


def test_what_is_declared_stays_in_sight_in_any_sector():
    row = {"material": "тор", "mass": 1, "origin": "reused", "nitrogen": 0.02}
    subject = {"pillar": "textiles"}
    draft = Draft({"subject": subject, "inflows": [row], "food": {"stage": "retail"}}, "bg")
    assert "food" in {state.name for state in draft.states}
    (shown,) = draft.rows("inflows")
    names = {entry.name for entry in shown.entries}
    assert "nitrogen" in names
    assert "potassium" not in names
    assert "fibre" in {entry.name for entry in draft.new_row("inflows").entries}


def test_a_sector_that_cannot_be_read_is_asked_for_what_all_are():
    draft = Draft({"subject": {"pillar": "риболов"}}, "bg")
    assert {"packaging", "food"}.isdisjoint(state.name for state in draft.states)


def test_what_is_wrong_stands_at_its_place():
    wrong = FACTS | {"inflows": [FACTS["inflows"][0], {"material": "PET", "mass": "x"}]}
    draft = Draft(wrong, "bg")
    assert not draft.is_ready
    assert [state.name for state in draft.wrong] == ["inflows"]
    first, second = draft.rows("inflows")
    assert first.problems == ()
    by_name = {one.name: one.errors for one in second.entries}
    assert by_name["mass"] == ["Намерено „x“; очаква се число, например 12,5"]
    assert "не е попълнено" in by_name["origin"][0].lower()
    assert not second.is_more_open


def test_what_is_wrong_behind_more_is_opened():
    row = FACTS["inflows"][0] | {"dry_matter": 7}
    (shown,) = Draft({**FACTS, "inflows": [row]}, "en").rows("inflows")
    assert shown.is_more_open


def test_empty_draft_shows_what_it_needs():
    draft = Draft({"subject": {"kind": "product", "pillar": "textiles"}}, "bg")
    assert {s.name: s.state for s in draft.states if s.problems} == {"subject": "empty"}
    assert [state.problems for state in draft.wrong] == [3]
    assert draft.balance.relative_gap is None
    assert draft.flow_bars == (0.0, 0.0)


def test_nobody_is_told_off_before_they_have_typed():
    begun = {"kind": "product", "pillar": "textiles"}
    (row,) = Draft({"subject": begun}, "bg").rows("subject")
    assert not any(entry.errors for entry in row.entries)
    (row,) = Draft({"subject": begun | {"period_end": "скоро"}}, "bg").rows("subject")
    assert {entry.name for entry in row.entries if entry.errors} == {"period_end"}
    (row,) = Draft({"subject": begun | {"name": "Пуловер"}}, "bg").rows("subject")
    assert {e.name for e in row.entries if e.errors} == {"period_start", "period_end"}


def test_the_same_fault_in_two_rows_stands_in_both():
    row = {"material": "памук", "origin": "virgin"}
    rows = Draft(FACTS | {"inflows": [row, row]}, "bg").rows("inflows")
    assert all([e.name for e in row.entries if e.errors] == ["mass"] for row in rows)


def test_subject_alone_needs_rows():
    draft = Draft({"subject": FACTS["subject"]}, "bg")
    assert [state.name for state in draft.wrong] == ["inflows"]


def test_balance_counts_what_can_be_read():
    rows = [{"mass": "2,5"}, {"mass": {"value": 3}}, {"mass": "много"}, {}]
    draft = Draft({"inflows": rows, "subject": {"stock_change": "-1"}}, "bg")
    assert (draft.balance.inflow, draft.balance.stock_change) == (5.5, -1.0)


def test_row_is_told_on_one_line():
    (row,) = Draft({"energy": [{"carrier": "ток", "amount": 5, "renewable": False}]}, "bg").rows(
        "energy"
    )
    assert row.summary == "ток, 5\u00a0MJ, възобновяема: не"


def test_entry_that_differs_shows_what_is_saved(inventory):
    typed = FACTS["inflows"][0] | {"mass": 59}
    shown = facts_shown(inventory, "inflows", "bg", Unsaved(typed, 1, newer=inventory))
    saved = {one.name: one.saved for one in shown["rows"][0].entries if one.saved}
    assert saved == {"mass": "60\u00a0kg"}


def test_row_that_is_gone_meanwhile_becomes_a_new_one(inventory):
    shown = facts_shown(
        inventory, "inflows", "bg", Unsaved({"material": "лен"}, 9, newer=inventory)
    )
    assert shown["new"].entries[0].value == "лен"
    assert len(shown["rows"]) == 2


def test_lists_suggest_what_fits_the_sector(inventory):
    assert "памук" in facts_shown(inventory, "inflows", "bg")["lists"]["materials"]
    assert "cotton" in facts_shown(inventory, "inflows", "en")["lists"]["materials"]
    assert facts_shown(inventory, "use", "en")["lists"] == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("bg", "The file was read: Вход: 2 rows, 100 kg, Изход: 2 rows, 100 kg."),
        ("en", "The file was read: Inflows: 2 rows, 100 kg, Outflows: 2 rows, 100 kg."),
    ],
)
def test_reading_is_told_on_one_line(language, text):
    from django.utils import translation

    with translation.override("en"):
        assert declared_text(FACTS, language).replace("\u00a0", " ") == text
