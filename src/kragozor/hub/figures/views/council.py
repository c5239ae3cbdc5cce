"""The Council publishes: it sees how many members are ready, and no number of any of them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kragozor.hub.common.council import for_council, for_staff
from kragozor.hub.common.lists import page_of
from kragozor.hub.figures import queries, services
from kragozor.hub.figures.forms import YearForm


@require_safe
@for_council
def council(request: HttpRequest) -> HttpResponse:
    form = YearForm(request.GET or None)
    year = form.chosen
    facts = {
        "form": YearForm(initial={"year": year}),
        "year": year,
        "tallies": queries.tallies(year),
        "page": page_of(queries.publications(), request),
        "may_publish": request.user.works_for_council,
    }
    return render(request, "figures/council.html", facts)


@require_POST
@for_staff
def publish(request: HttpRequest) -> HttpResponse:
    form = YearForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Choose the year to publish."))
        return redirect("figures:council")
    try:
        publication = services.figures_publish(actor=request.user, year=form.chosen)
    except services.NothingToPublish:
        text = _("Nobody who agreed has measured %(year)s yet: there is nothing to publish.")
        messages.error(request, text % {"year": form.chosen})
        return redirect(f"{reverse('figures:council')}?year={form.chosen}")
    text = _("The figures of %(year)s are published, as far as the rule lets them.")
    messages.success(request, text % {"year": publication.year})
    return redirect(f"{reverse('figures:published')}?year={publication.year}")
