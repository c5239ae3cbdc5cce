"""The view words an assessment completely, in both languages."""

import re
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import given, settings

from kragozor.instruments.assess import assess
from kragozor.instruments.examples import bottle
from kragozor.instruments.inventory import Destination, Grade, Kind, Origin
from kragozor.instruments.result import Value
from kragozor.reports.figures import framework, grade_tag
from kragozor.reports.view import assessment_view
from kragozor.words import LANGUAGES, Message, say
from tests.inventories import inflow, inventories, inventory, known, outflow

# What somebody declared is shown as it is, whatever it holds.
DECLARED = ("title", "name", "what", "label", "where", "source", "functional_unit")


def texts(value, name=""):
    """Yield every text of a view with the name of its field."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from texts(item, name)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name), field.name)


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=20, deadline=None)
@given(facts=inventories)
def test_no_text_is_unfilled_or_not_a_number(language, facts):
    for name, text in texts(assessment_view(assess(facts), language)):
        if name in DECLARED:
            continue
        assert "nan" not in text.lower().split()
        assert "Message(" not in text
        assert "reports." not in text


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=20, deadline=None)
@given(facts=inventories)
def test_every_figure_has_a_number_or_a_reason(language, facts):
    view = assessment_view(assess(facts), language)
    for one in view.frameworks:
        for figure in one.figures:
            assert figure.is_defined != bool(figure.undefined_text)
            assert (figure.value_text == "—") != figure.is_defined


@settings(max_examples=20, deadline=None)
@given(inventories)
def test_languages_differ_in_words_and_not_in_numbers(facts):
    bulgarian, english = (assessment_view(assess(facts), language) for language in LANGUAGES)
    assert bulgarian.pillar != english.pillar
    for one, other in zip(bulgarian.frameworks, english.frameworks, strict=True):
        assert [f.value for f in one.figures] == [f.value for f in other.figures]


def test_headline_closes_the_ring_and_names_its_method():
    headline = assessment_view(assess(bottle()), "bg").headline
    assert headline.number == "0,42"
    assert headline.share == pytest.approx(0.41885714)
    assert headline.framework == "Индикатор за материална кръговост (MCI), 2019"


def test_undefined_headline_has_no_share_and_a_reason():
    view = assessment_view(assess(inventory(inflow(1))), "en")
    assert view.headline.share is None
    assert view.headline.number == "—"
    assert view.headline.statement.startswith("No outflow is a product")
    assert (
        view.next_steps.together == "None of the simple changes that were tried raises the result."
    )


def test_what_it_rests_on_counts_rows_masses_and_proxies():
    facts = inventory(inflow(3, grade=Grade.PROXY), inflow(1), outflow(4))
    text = assessment_view(assess(facts), "en").rests_on.replace("\u00a0", " ")
    assert all(told in text for told in ("3 rows", "4 kg", "37.5 %"))


def said(key, steps):
    """What is said of the joint gain, with the gain itself as it is told."""
    gain = re.search(r"\+\u00a0[\d.]+(\u00a0pp)?", steps.together)[0]
    return say(Message(f"reports.steps.{key}", {"gain": gain}), "en")


def test_next_steps_of_an_organisation_are_in_points_and_add_up():
    facts = inventory(
        inflow(10, Origin.VIRGIN),
        outflow(10, Destination.LANDFILL),
        kind=Kind.ORGANISATION,
    )
    steps = assessment_view(assess(facts), "en").next_steps
    assert all(step.gain_text.endswith("pp") for step in steps.steps)
    assert steps.together == said("sum", steps)


def test_next_steps_whose_effects_interact_say_so():
    use = {"lifetime": known(5), "industry_lifetime": known(5)}
    facts = replace(bottle(), use=replace(bottle().use, **use))
    steps = assessment_view(assess(facts), "en").next_steps
    assert steps.together == said("together", steps)


def test_mandatory_figures_of_the_standard_are_marked():
    iso = assessment_view(assess(bottle()), "bg").framework("iso59020")
    assert [f.mandatory for f in iso.figures].count(True) == 6
    assert iso.figure("recycled_inflow_share").mandatory_text == "задължителен"
    assert iso.figure("relative_lifetime").mandatory_text == "по избор"
    assert iso.figure("linear_inflow").mandatory_text == ""


def test_not_applicable_is_kept_apart_from_undefined():
    reading = assess(bottle()).reading("iso59020")
    apart = Value("relative_lifetime", undefined=Message("instruments.not-applicable"))
    changed = replace(reading, values={**reading.values, "relative_lifetime": apart})
    figure = framework(changed, bottle(), "bg").figure("relative_lifetime")
    assert (figure.is_not_applicable, figure.tag, figure.tone) == (True, "неприложим", "quiet")
    missing = framework(reading, bottle(), "bg").figure("relative_lifetime")
    assert (missing.is_not_applicable, missing.tag, missing.tone) == (False, "неопределен", "bad")


@pytest.mark.parametrize(
    ("grades", "tag", "tone"),
    [
        ({Grade.MEASURED: 1.0}, "measured", "good"),
        ({Grade.MEASURED: 0.5, Grade.CALCULATED: 0.5}, "measured and calculated", "good"),
        ({Grade.MEASURED: 0.75, Grade.ESTIMATED: 0.25}, "25 % estimated", "warn"),
        ({Grade.ESTIMATED: 0.88, Grade.PROXY: 0.12}, "12 % proxies", "warn"),
        ({}, "", "good"),
    ],
)
def test_tag_says_how_well_the_data_are_known(grades, tag, tone):
    found, colour = grade_tag(Value("mci", 0.5, grades=grades), "en")
    assert (found.replace("\u00a0", " "), colour) == (tag, tone)


def test_influence_is_told_with_its_row_where_names_repeat():
    facts = inventory(
        inflow(10, Origin.REUSED),
        inflow(5),
        outflow(15, Destination.REUSE),
        kind=Kind.ORGANISATION,
    )
    labels = [one.label for one in assessment_view(assess(facts), "bg").influences]
    assert "Маса: полиестер (ред 2)" in labels
    assert len(labels) == len(set(labels))


def test_influence_shows_range_and_results_in_order():
    first = assessment_view(assess(bottle()), "en").influences[0]
    assert first.low != first.high
    assert first.results.index(first.result_low_text) < first.results.index(first.result_high_text)


def test_figure_is_found_by_its_id():
    view = assessment_view(assess(bottle()), "en")
    assert view.figure("cti.circularity").label == "Material circularity"


def test_warnings_are_told_once_each():
    warnings = assessment_view(assess(bottle()), "bg").warnings
    assert len(warnings) == len(set(warnings)) > 0


@pytest.mark.parametrize(
    ("language", "named", "cited"),
    [("bg", "носене, версия 1", "(MCI), 2019"), ("en", "wear, version 1", "(MCI), 2019")],
)
def test_version_that_is_merely_counted_says_that_it_is_one(language, named, cited):
    view = assessment_view(assess(bottle(), draws=0), language)
    assert view.framework("textiles").title.endswith(named)
    assert view.framework("mci").title.endswith(cited)
