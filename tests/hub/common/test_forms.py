"""How a form looks to those who cannot see it, and which numbers it reads."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django import forms
from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.translation import override

from kragozor.hub.common.forms import (
    AmountField,
    DayField,
    LineField,
    NarrowingForm,
    NumberField,
)


class Sample(forms.Form):
    mass = NumberField(label="Маса", help_text="В килограми.", min_value=0)
    note = forms.CharField(label="Бележка", required=False)
    token = forms.CharField(widget=forms.HiddenInput, initial="x")


@pytest.mark.parametrize(
    ("text", "number"),
    [("1 234,5", 1234.5), ("1234.5", 1234.5), ("1\u00a0234", 1234), ("0", 0), (" 7 ", 7)],
)
def test_a_number_is_read_with_comma_or_point(text, number):
    form = Sample({"mass": text, "token": "x"})
    assert form.is_valid()
    assert form.cleaned_data["mass"] == number


@pytest.mark.parametrize(("written", "shown"), [("bg", "0,41756"), ("en", "0.41756")])
def test_a_number_that_is_there_is_shown_as_it_is_written_here(written, shown):
    with override(written):
        form = Sample(initial={"mass": 0.41756})
        assert f'value="{shown}"' in str(form["mass"])
        assert not Sample({"mass": shown, "token": "x"}, initial={"mass": 0.41756}).has_changed()
        assert 'value="0.5,1"' in str(Sample({"mass": "0.5,1"})["mass"])


@pytest.mark.parametrize(
    ("bounds", "text", "bulgarian", "english"),
    [
        ({"min_value": 0}, "-1", "Въведете число, не по-малко от 0.", "of at least 0."),
        ({"max_value": 1.5}, "2", "Въведете число, не по-голямо от 1,5.", "of at most 1.5."),
        ({"min_value": 0, "max_value": 99.9}, "150", "число от 0 до 99,9.", "from 0 to 99.9."),
    ],
)
def test_a_number_beyond_its_bound_is_told_the_bound(bounds, text, bulgarian, english):
    field = NumberField(**bounds)
    for spoken, sentence in (("bg", bulgarian), ("en", english)):
        with override(spoken), pytest.raises(ValidationError) as refused:
            field.clean(text)
        assert refused.value.messages[0].endswith(sentence)


def test_a_whole_number_has_no_decimals():
    assert 'value="38"' in str(Sample(initial={"mass": 38.0})["mass"])


@pytest.mark.parametrize("text", ["", "двайсет", "1,2,3", "nan", "inf", "-1"])
def test_what_is_no_number_is_refused(text):
    assert "mass" in Sample({"mass": text, "token": "x"}).errors


def test_a_field_is_tied_to_its_label_hint_and_error():
    html = str(Sample({"mass": "двайсет", "token": "x"}))
    assert '<label for="id_mass">Маса' in html
    assert 'id="id_mass_helptext"' in html
    assert 'id="id_mass_error"' in html
    assert 'aria-describedby="id_mass_helptext id_mass_error"' in html
    assert 'aria-invalid="true"' in html


def test_errors_are_summed_up_on_top():
    html = str(Sample({"mass": "двайсет", "token": "x"}))
    assert html.index('class="error-summary"') < html.index('name="mass"')
    assert '<a href="#id_mass">Маса</a>' in html
    assert 'class="error-summary"' not in str(Sample())


def test_hidden_fields_are_kept_and_optional_ones_marked():
    html = str(Sample())
    assert html.count('name="token"') == 1
    assert html.count('class="optional"') == 1


@pytest.mark.parametrize(
    ("text", "line"),
    [("Нишка ООД", "Нишка ООД"), (" Нишка\u00a0 ООД\r\nBcc: x ", "Нишка ООД Bcc: x"), ("", "")],
)
def test_a_line_is_one_line(text, line):
    assert LineField(required=False).clean(text) == line


@pytest.mark.parametrize("text", ["Нишка\u202eДОО", "Ни\u200bшка", "Нишка\x07", "Нишка\0"])
def test_a_line_hides_nothing(text):
    with pytest.raises(ValidationError):
        LineField().clean(text)


@pytest.mark.parametrize("text", ["2026-12-31", "31.12.2026", " 31.12.2026 "])
def test_a_day_is_read_as_browsers_and_as_people_write_it(text):
    assert DayField().clean(text) == date(2026, 12, 31)


@pytest.mark.parametrize("text", ["0202-06-01", "1989-12-31", "2101-01-01", "9999-12-31"])
def test_a_day_out_of_all_reach_is_told(text):
    with pytest.raises(ValidationError, match="1990"):
        DayField().clean(text)


def test_every_day_is_asked_for_by_this_field():
    hub = Path(apps.get_app_config("common").path).parent
    own = Path("common", "forms.py")
    others = [source.relative_to(hub) for source in hub.rglob("*.py")]
    asked = [path for path in others if "forms.DateField" in (hub / path).read_text("utf-8")]
    assert asked == [own]


@pytest.mark.parametrize("text", ["1200.50", "1 200,50", "1\u00a0200,50 €", "1200,5"])
def test_an_amount_is_read_as_people_write_it(text):
    assert AmountField().clean(text) == Decimal("1200.50")


@pytest.mark.parametrize("text", ["-1", "NaN", "Infinity", "1e30", "1,234", "1.2.3", "сто"])
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(ValidationError):
        AmountField().clean(text)


class Narrowing(NarrowingForm):
    text = LineField(max_length=5, required=False)
    state = forms.ChoiceField(choices=[("", "All"), ("open", "Open")], required=False)


@pytest.mark.parametrize(
    ("sent", "asked"),
    [
        ({}, {}),
        ({"text": "", "state": "open"}, {"state": "open"}),
        ({"text": "вълна", "state": "nowhere"}, {"text": "вълна"}),
        ({"text": "дълго", "state": "open", "page": "2"}, {"text": "дълго", "state": "open"}),
        ({"text": "по-дълго", "state": "open"}, {"state": "open"}),
    ],
)
def test_what_is_not_understood_narrows_nothing(sent, asked):
    assert Narrowing(sent).asked == asked
