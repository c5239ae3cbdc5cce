"""Send a file, see what was wrong with it, get it back."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kragozor.hub.common.attachments import attachment
from kragozor.hub.common.uploads import sent_with
from kragozor.hub.measuring import queries
from kragozor.hub.measuring.declaration import declared_text
from kragozor.hub.measuring.forms import UploadForm
from kragozor.hub.measuring.services.uploads import SentBefore, upload_take
from kragozor.hub.measuring.views.finding import organisation_to_edit
from kragozor.hub.measuring.views.measuring import measured
from kragozor.hub.members.queries import standing_of, who_sees_numbers
from kragozor.hub.members.rules import may_edit_inventories


@require_POST
@login_required
def upload(request: HttpRequest, organisation_id: UUID) -> HttpResponse:
    organisation = organisation_to_edit(request, organisation_id)
    form = UploadForm(request.POST, **sent_with(request))
    if not form.is_valid():
        facts = {
            "organisation": organisation,
            "upload_form": form,
            "who": who_sees_numbers(organisation),
        }
        return render(request, "measuring/upload_failed.html", facts, status=422)
    file = form.cleaned_data["file"]
    try:
        taken = upload_take(
            actor=request.user,
            organisation=organisation,
            name=file.name,
            content=file.read(),
            language=request.LANGUAGE_CODE,
        )
    except SentBefore as before:
        facts = {
            "organisation": organisation,
            "earlier": before.upload,
            "result": queries.versions_of(before.upload.inventory).first(),
            "who": who_sees_numbers(organisation),
        }
        return render(request, "measuring/upload_again.html", facts, status=409)
    if not taken.is_accepted:
        return redirect("measuring:upload", taken.pk)
    messages.success(request, declared_text(taken.inventory.facts, request.LANGUAGE_CODE))
    return measured(request, taken.inventory)


@require_safe
@login_required
def upload_page(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    sent = get_object_or_404(queries.uploads_for(request.user), pk=upload_id)
    organisation = sent.organisation
    facts = {
        "upload": sent,
        "organisation": organisation,
        "upload_form": UploadForm(),
        "may_edit": may_edit_inventories(standing_of(request.user, organisation)),
        "who": who_sees_numbers(organisation),
    }
    return render(request, "measuring/upload.html", facts)


@require_safe
@login_required
def upload_file(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    """The file as it came, or the copy in which the errors are marked."""
    sent = get_object_or_404(queries.uploads_for(request.user), pk=upload_id)
    if not sent.file:
        raise Http404
    marked = "" if sent.is_accepted else _("to correct") + " "
    with sent.file.open() as file:
        return attachment(file.read(), marked + sent.original_name)
