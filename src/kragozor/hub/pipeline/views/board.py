"""The cards as a board and as a list."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kragozor.hub.common.council import for_council
from kragozor.hub.pipeline import queries
from kragozor.hub.pipeline.enums import STORED_CHOICES
from kragozor.hub.pipeline.forms import BoardForm, ChosenForm, FilterForm

PAGE = 50


@for_council
@require_safe
def board_page(request: HttpRequest) -> HttpResponse:
    form = BoardForm(request.GET)
    columns = queries.board(form.asked)
    facts = {
        "form": form,
        "columns": columns,
        "count": sum(column.count for column in columns),
        "is_search": bool(form.asked),
        "query": _query(request),
        "stages": STORED_CHOICES,
        "today": timezone.localdate(),
    }
    return render(request, "pipeline/board.html", facts)


@for_council
@require_safe
def list_page(request: HttpRequest) -> HttpResponse:
    return render(request, "pipeline/list.html", list_facts(request))


@for_council
@require_safe
def archive_page(request: HttpRequest) -> HttpResponse:
    cards = Paginator(queries.archived_cards(), PAGE).get_page(request.GET.get("page"))
    return render(request, "pipeline/archived.html", {"cards": cards})


def list_facts(request: HttpRequest, chosen: ChosenForm | None = None) -> dict[str, object]:
    """Return what the list shows, with what is done with the chosen cards."""
    form = FilterForm(request.GET)
    found = queries.cards_found(**form.asked)
    return {
        "form": form,
        "chosen": chosen or ChosenForm(found=found),
        "cards": Paginator(found, PAGE).get_page(request.GET.get("page")),
        "is_search": form.is_search,
        "query": _query(request),
        "today": timezone.localdate(),
    }


def _query(request: HttpRequest) -> str:
    """Return what is asked for without the page, for links to other pages of it."""
    query = request.GET.copy()
    query.pop("page", None)
    return query.urlencode()
