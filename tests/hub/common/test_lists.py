"""Long lists: their pages, and what narrows them."""

import pytest
from django import forms
from django.template.loader import render_to_string
from django.test import RequestFactory

from kragozor.hub.common.lists import page_of, query_of


class PlaceForm(forms.Form):
    """One field of each shape that a list is narrowed by."""

    text = forms.CharField(label="Words", required=False)
    place = forms.ChoiceField(label="Place", choices=[("a", "A")], required=False)
    late = forms.BooleanField(label="Late", required=False)


def pager(query: str, *, lines: int = 25) -> str:
    request = RequestFactory().get(f"/members/?{query}")
    page = page_of(range(lines), request, size=10)
    return render_to_string("common/parts/_pager.html", {"page": page}, request)


def filters(asked: dict[str, str]) -> str:
    return render_to_string("common/forms/_filters.html", {"form": PlaceForm(asked)})


def test_pages_lead_on_and_back_and_keep_what_was_asked():
    text = pager("q=a&b=c&page=2")
    assert 'href="?q=a&amp;b=c&amp;page=1" rel="prev"' in text
    assert 'href="?q=a&amp;b=c&amp;page=3" rel="next"' in text


def test_the_first_page_leads_only_on():
    text = pager("")
    assert 'href="?page=2" rel="next"' in text
    assert 'rel="prev"' not in text


@pytest.mark.parametrize("asked", ["4", "99999999999999999999"])
def test_beyond_the_last_page_stands_the_last(asked):
    text = pager(f"page={asked}")
    assert 'href="?page=2" rel="prev"' in text
    assert 'rel="next"' not in text


def test_one_page_has_no_pager():
    assert not pager("page=1", lines=5).strip()


def test_other_views_of_a_list_are_narrowed_as_it_is_and_begin_at_its_first_page():
    request = RequestFactory().get("/members/?q=%D0%B0&page=3&kind=company")
    assert query_of(request) == "q=%D0%B0&kind=company"


def test_filters_have_labels_and_are_not_called_optional():
    text = filters({})
    assert text.count("<label") == 3
    assert "optional" not in text


def test_a_filter_that_cannot_be_understood_is_told():
    text = filters({"place": "<b>"})
    assert 'class="error-summary"' in text
    assert 'aria-describedby="id_place_error"' in text
    assert "<b>" not in text
