"""The Council's registry of personal data, and what is held too long."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kragozor.hub.common.council import for_council, for_staff
from kragozor.hub.privacy.forms import ConfirmForm
from kragozor.hub.privacy.registry import Kind, kind_of, rooms
from kragozor.hub.privacy.services.overdue import overdue_erase, overdue_kinds, overdue_of


@for_council
@require_safe
def registry(request: HttpRequest) -> HttpResponse:
    return render(request, "privacy/registry.html", {"rooms": rooms()})


@for_council
@require_safe
def overdue(request: HttpRequest) -> HttpResponse:
    found = sorted(overdue_kinds(), key=lambda one: -one.count)
    facts = {
        "late": [(Kind(one.declared), one) for one in found if one.count],
        "kinds": len(found),
    }
    return render(request, "privacy/overdue.html", facts)


@for_staff
def overdue_now(request: HttpRequest, key: str) -> HttpResponse:
    """Ask once more, then erase."""
    kind = kind_of(key)
    if kind is None or kind.declared.overdue is None:
        raise Http404
    form = ConfirmForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        count = overdue_erase(actor=request.user, declared=kind.declared)
        messages.success(request, _("Records erased: %(count)s.") % {"count": count})
        return redirect("privacy:overdue")
    facts = {"form": form, "kind": kind, "late": overdue_of(kind.declared)}
    return render(request, "privacy/overdue_now.html", facts)
