"""The table of parameters, one value with its history, and what the staff does to it."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kragozor.hub.common.council import for_council, for_staff
from kragozor.hub.common.lists import page_of, query_of
from kragozor.hub.reference.forms import FilterForm, NewForm, ReasonForm, ValueForm
from kragozor.hub.reference.models import ParameterChange
from kragozor.hub.reference.queries import Standing, history, standing, standings
from kragozor.hub.reference.queries.found import narrowed
from kragozor.hub.reference.services import (
    NothingToUndo,
    Outdated,
    parameter_set,
    parameter_undo,
    parameter_withdraw,
)
from kragozor.hub.reference.wording import ANYWHERE
from kragozor.instruments.parameters import Name, Parameter


@for_council
@require_safe
def parameter_list(request: HttpRequest) -> HttpResponse:
    form = FilterForm(request.GET)
    everything = standings()
    found = narrowed(everything, form.asked)
    facts = {
        "form": form,
        "page": page_of(found, request),
        "query": query_of(request),
        "total": len(everything),
    }
    return render(request, "reference/parameters.html", facts)


@for_staff
def parameter_new(request: HttpRequest) -> HttpResponse:
    form = NewForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _set(request, form):
        return _lead_to(form.parameter)
    if form.is_outdated:
        form.refuse_known()
    facts = {"form": form}
    return render(
        request, "reference/parameter_new.html", facts, status=422 if form.errors else 200
    )


@for_council
@require_safe
def parameter_page(
    request: HttpRequest, material: str, parameter: str, geography: str
) -> HttpResponse:
    found = _found(material, parameter, geography)
    return _page(request, found, ReasonForm(initial={"seen": _latest(found)}))


@for_staff
def parameter_edit(
    request: HttpRequest, material: str, parameter: str, geography: str
) -> HttpResponse:
    found = _found(material, parameter, geography)
    shown = found.shown
    initial = {"value": shown.value, "source": shown.source, "status": shown.status.value}
    of = {name: getattr(shown, name) for name in ("material", "name_bg", "name_en", "geography")}
    form = ValueForm(
        request.POST or None,
        of=of | {"parameter": shown.parameter.value},
        initial=initial | {"seen": _latest(found)},
    )
    if request.method == "POST" and form.is_valid() and _set(request, form):
        return _lead_to(form.parameter)
    facts = {"form": form, "shown": shown}
    if form.is_outdated:
        now = _found(material, parameter, geography)
        form.seen_now(_latest(now))
        facts |= {"meanwhile": now.change}
    status = 409 if form.is_outdated else 422 if form.errors else 200
    return render(request, "reference/parameter_edit.html", facts, status=status)


@for_staff
@require_POST
def parameter_withdrawal(
    request: HttpRequest, material: str, parameter: str, geography: str
) -> HttpResponse:
    found = _found(material, parameter, geography)
    return _done(request, found, parameter_withdraw, _("The value is withdrawn."))


@for_staff
@require_POST
def parameter_undoing(
    request: HttpRequest, material: str, parameter: str, geography: str
) -> HttpResponse:
    found = _found(material, parameter, geography)
    return _done(request, found, parameter_undo, _("The value is what it was before."))


def _done(
    request: HttpRequest, found: Standing, service: Callable[..., object], text: str
) -> HttpResponse:
    """Do to a value what needs a reason and nothing else."""
    form = ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why it changes: nothing was done."))
        return _lead_to(found.shown)
    try:
        service(actor=request.user, key=found.key, **form.cleaned_data)
        messages.success(request, text)
    except Outdated:
        now = standing(found.key)
        form.seen_now(_latest(now))
        return _page(request, now, form, meanwhile=now.change)
    except NothingToUndo:
        messages.warning(request, _("There is nothing to take back: the value stands so already."))
    return _lead_to(found.shown)


def _page(
    request: HttpRequest,
    found: Standing,
    form: ReasonForm,
    *,
    meanwhile: ParameterChange | None = None,
) -> HttpResponse:
    """One value with its history; ``meanwhile`` is what somebody else made of it first."""
    facts = {
        "found": found,
        "shown": found.shown,
        "history": page_of(history(found.key), request),
        "form": form,
        "meanwhile": meanwhile,
    }
    return render(request, "reference/parameter.html", facts, status=409 if meanwhile else 200)


def _set(request: HttpRequest, form: ValueForm) -> bool:
    told = {name: form.cleaned_data[name] for name in ("reason", "seen")}
    try:
        parameter_set(actor=request.user, parameter=form.parameter, **told)
    except Outdated:
        form.is_outdated = True
        return False
    messages.success(request, _("The value is in force: what is measured from now on uses it."))
    return True


def _found(material: str, parameter: str, geography: str) -> Standing:
    if parameter not in set(Name):
        raise Http404
    found = standing((material, Name(parameter), "" if geography == ANYWHERE else geography))
    if found is None or found.shown is None:
        raise Http404
    return found


def _latest(found: Standing) -> int:
    return found.change.pk if found.change else 0


def _lead_to(parameter: Parameter) -> HttpResponse:
    place = parameter.geography or ANYWHERE
    return redirect("reference:parameter", parameter.material, parameter.parameter.value, place)
