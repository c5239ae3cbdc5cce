"""A number whose formulas have changed since is not shown; what is shown is explained."""

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from kragozor.cli.result_table import result_table
from kragozor.instruments.assess import assess
from kragozor.instruments.examples import bottle
from kragozor.reports.current import current, current_reading
from kragozor.reports.disclosure import disclosure
from kragozor.reports.document import document_data
from kragozor.reports.explanation import explain
from kragozor.reports.figures import framework
from kragozor.reports.pictures import pictures
from kragozor.reports.view import assessment_view
from kragozor.reports.workbook import result_workbook

NOW = assess(bottle())
REASON = {"en": "Measured by version 1999 of the method", "bg": "Измерено по версия 1999 на метода"}


def measured_by(assessment, version, *indicators):
    """The assessment as if some of its readings had been made by another version."""
    readings = (
        replace(one, version=version) if one.indicator in indicators else one
        for one in assessment.readings
    )
    return replace(assessment, readings=tuple(readings))


OLD = measured_by(NOW, "1999", "mci")


def test_what_is_current_stays_as_it_is():
    assert current(NOW) == NOW


@pytest.mark.parametrize("language", ["bg", "en"])
def test_page_shows_the_reason_in_place_of_the_number(language):
    view = assessment_view(OLD, language)
    assert view.framework("mci").silence.startswith(REASON[language])
    assert view.framework("mci").version == "1999"
    assert view.framework("mci").defined == ()
    assert view.framework("cti").defined


def test_headline_is_withheld_with_what_would_change_it():
    view = assessment_view(OLD, "en")
    assert (view.headline.number, view.headline.share) == ("—", None)
    assert view.headline.statement.startswith(REASON["en"])
    assert (view.influences, view.next_steps.steps, view.contributions) == ((), (), ())


def test_headline_stays_where_another_method_has_changed():
    view = assessment_view(measured_by(NOW, "1999", "cti"), "en")
    assert view.headline.number == assessment_view(NOW, "en").headline.number
    assert view.influences


@pytest.mark.parametrize("language", ["bg", "en"])
def test_terminal_shows_no_number(language):
    told = result_table(OLD, language)
    assert REASON[language] in told
    assert assessment_view(NOW, language).headline.number not in told.splitlines()[3]


def test_workbook_holds_no_number():
    figures = load_workbook(BytesIO(result_workbook(OLD, "en")))["Figures"]
    rows = [row for row in figures.iter_rows(values_only=True) if row[0] == "MCI"]
    (row,) = rows
    assert not isinstance(row[2], (int, float))
    assert row[6].startswith(REASON["en"])


def test_document_holds_no_number():
    view = assessment_view(OLD, "en")
    data = document_data(view, bottle(), pictures(view, bottle()), measured_at=None, made_by="")
    assert [title for title, _ in data["silent"] if "1999" in title]
    assert not [one for one in data["frameworks"] if "1999" in str(one.get("title", ""))]


@pytest.mark.parametrize("form", ["text", "html", "typst"])
def test_explanation_tells_why_there_is_none(form):
    told = explain(OLD, "mci.mci", language="en", form=form)
    assert REASON["en"] in told
    assert "LFI" not in told


def test_single_things_are_withheld_too():
    item = replace(NOW.reading("cti"), version="3.0", label="Jar")
    read = framework(replace(NOW.reading("cti"), items=(item,)), bottle(), "en")
    (table,) = read.tables
    assert (read.figure("circularity").value_text, table.items[0].defined) == ("35.2\xa0%", ())


def test_figure_that_the_method_had_not_yet_is_not_measured():
    reading = NOW.reading("cti")
    values = {name: value for name, value in reading.values.items() if name != "cti_revenue"}
    kept = current_reading(replace(reading, values=values))
    assert list(kept.values) == list(reading.values)
    assert str(kept.values["cti_revenue"].undefined).startswith("The method did not have")


def test_table_of_a_standard_is_read_anew():
    then = measured_by(NOW, "1999", "vsme-b7")
    assert disclosure(then, "vsme-b7") == disclosure(NOW, "vsme-b7")
