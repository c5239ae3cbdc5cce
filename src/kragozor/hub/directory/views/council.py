"""What the staff says of a pillar."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kragozor.hub.common.council import for_staff
from kragozor.hub.directory.forms import PillarForm
from kragozor.hub.directory.services import pillar_edit as edit
from kragozor.hub.members import queries as members


@for_staff
@require_http_methods(["GET", "HEAD", "POST"])
def pillar_edit(request: HttpRequest, code: str) -> HttpResponse:
    pillar = next((one for one in members.pillars() if one.code == code), None)
    if pillar is None:
        raise Http404
    form = PillarForm(request.POST or None, initial=vars(pillar) | {"lead": pillar.lead_id})
    if form.is_valid():
        edit(actor=request.user, pillar=pillar, **form.cleaned_data)
        messages.success(request, _("The pillar is changed."))
        return redirect("directory:pillar", code=code)
    return render(request, "directory/pillar_edit.html", {"pillar": pillar, "form": form})
