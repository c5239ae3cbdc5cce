"""Long lists: their pages, and what narrows them."""

from django import forms
from django.core.paginator import Paginator
from django.template.loader import render_to_string


class PlaceForm(forms.Form):
    """One field of each shape that a list is narrowed by."""

    text = forms.CharField(label="Words", required=False)
    place = forms.ChoiceField(label="Place", choices=[("a", "A")], required=False)
    late = forms.BooleanField(label="Late", required=False)


def pager(number: int, **facts: object) -> str:
    page = Paginator(range(25), 10).get_page(number)
    return render_to_string("common/parts/_pager.html", {"page": page, **facts})


def filters(asked: dict[str, str]) -> str:
    return render_to_string("common/forms/_filters.html", {"form": PlaceForm(asked)})


def test_pages_lead_on_and_back_and_keep_what_was_asked():
    text = pager(2, query="q=a&b=c")
    assert 'href="?q=a&amp;b=c&amp;page=1" rel="prev"' in text
    assert 'href="?q=a&amp;b=c&amp;page=3" rel="next"' in text


def test_the_first_page_leads_only_on():
    text = pager(1)
    assert 'href="?page=2" rel="next"' in text
    assert 'rel="prev"' not in text


def test_one_page_has_no_pager():
    page = Paginator(range(5), 10).get_page(1)
    assert not render_to_string("common/parts/_pager.html", {"page": page}).strip()


def test_filters_have_labels_and_are_not_called_optional():
    text = filters({})
    assert text.count("<label") == 3
    assert "optional" not in text


def test_a_filter_that_cannot_be_understood_is_told():
    text = filters({"place": "<b>"})
    assert 'class="error-summary"' in text
    assert 'aria-describedby="id_place_error"' in text
    assert "<b>" not in text
