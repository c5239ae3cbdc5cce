"""Long lists of the pages; `paging` is for those of the API."""

from collections.abc import Sequence

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

ON_A_PAGE = 50


def page_of(
    found: QuerySet | Sequence[object], request: HttpRequest, *, size: int | None = None
) -> Page:
    """Return the page that an address asks for; the first or the last where there is none."""
    return Paginator(found, size or ON_A_PAGE).get_page(request.GET.get("page"))


def query_of(request: HttpRequest) -> str:
    """Return what a list is narrowed to, without the page, for links to other views of it."""
    query = request.GET.copy()
    query.pop("page", None)
    return query.urlencode()
