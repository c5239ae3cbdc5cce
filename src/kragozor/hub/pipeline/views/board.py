"""The cards as a board and as a list."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kragozor.hub.common.council import for_council
from kragozor.hub.common.lists import page_of, query_of
from kragozor.hub.pipeline import queries
from kragozor.hub.pipeline.enums import STORED_CHOICES
from kragozor.hub.pipeline.forms import BoardForm, ChosenForm, FilterForm


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
        "query": query_of(request),
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
    cards = page_of(queries.archived_cards(), request)
    return render(request, "pipeline/archived.html", {"cards": cards})


def list_facts(request: HttpRequest, chosen: ChosenForm | None = None) -> dict[str, object]:
    """Return what the list shows, with what is done with the chosen cards."""
    form = FilterForm(request.GET)
    found = queries.cards_found(**form.asked)
    return {
        "form": form,
        "chosen": chosen or ChosenForm(found=found),
        "cards": page_of(found, request),
        "is_search": form.is_search,
        "query": query_of(request),
        "today": timezone.localdate(),
    }
