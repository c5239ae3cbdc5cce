"""Send a file, say what its columns are, see what it would change."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kragozor.hub.common.attachments import attachment
from kragozor.hub.common.council import for_council, for_staff
from kragozor.hub.common.lists import page_of
from kragozor.hub.common.uploads import sent_with
from kragozor.hub.records.columns import columns_of, required_of
from kragozor.hub.records.enums import Target
from kragozor.hub.records.exports.refused import refused_workbook, template_workbook
from kragozor.hub.records.forms.imports import ColumnsForm, FileForm
from kragozor.hub.records.queries.imports import imports, outcome_counts, rows_of
from kragozor.hub.records.services.imports import NotOpen, columns_set, import_take
from kragozor.hub.records.tables import TableRefused
from kragozor.hub.records.tasks import comparing_ask
from kragozor.hub.records.views.doors import followed, found_import
from kragozor.hub.records.wording import refusal_text


@for_council
@require_safe
def import_list(request: HttpRequest) -> HttpResponse:
    facts = {"imports": page_of(imports(), request), "targets": Target}
    return render(request, "records/imports.html", facts)


@for_staff
def import_new(request: HttpRequest, target: str) -> HttpResponse:
    if target not in Target:
        raise Http404
    form = FileForm()
    if request.method == "POST":
        form = FileForm(request.POST, **sent_with(request))
        if form.is_valid() and (response := _taken(request, target, form)):
            return response
    facts = {
        "form": form,
        "target": Target(target),
        "columns": columns_of(target),
        "required": required_of(target),
    }
    return render(request, "records/import_new.html", facts, status=422 if form.errors else 200)


def _taken(request: HttpRequest, target: str, form: FileForm) -> HttpResponse | None:
    """Keep a file and lead on, or say on the form why it is no table."""
    file = form.cleaned_data["file"]
    try:
        batch = import_take(actor=request.user, target=target, name=file.name, content=file.read())
    except TableRefused as refused:
        form.add_error("file", refusal_text(refused))
        return None
    return redirect("records:import_columns", batch.pk)


@for_council
@require_safe
def import_template(request: HttpRequest, target: str) -> HttpResponse:
    """An empty workbook with every heading that is understood."""
    if target not in Target:
        raise Http404
    return attachment(template_workbook(target), f"{Target(target).label}.xlsx")


@for_staff
def import_columns(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    batch = found_import(batch_id)
    if not batch.is_open:
        return redirect("records:import", batch.pk)
    form = ColumnsForm(request.POST or None, batch=batch)
    if request.method == "POST" and form.is_valid():
        try:
            columns_set(
                actor=request.user, batch=batch, columns=form.columns, defaults=form.defaults
            )
            comparing_ask(actor=request.user, batch=batch)
        except NotOpen:
            messages.warning(request, _("Somebody applied this import a moment ago."))
        return redirect("records:import", batch.pk)
    return render(request, "records/import_columns.html", {"batch": batch, "form": form})


@for_council
@require_safe
def import_page(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """What an import would change, or has changed; while it is at work, how far it is."""
    batch = found_import(batch_id)
    if request.htmx:
        return followed(request, batch, "records/parts/_working.html")
    outcome = request.GET.get("rows", "")
    counts = outcome_counts(batch)
    facts = {
        "batch": batch,
        "job": batch.job,
        "rows": page_of(rows_of(batch, outcome), request),
        "outcome": outcome,
        "counts": counts,
        "total": sum(count for _outcome, count in counts),
        "invited": batch.rows.filter(invited_at__isnull=False).count(),
        "is_of_members": batch.target == Target.MEMBERS,
    }
    return render(request, "records/import.html", facts)


@for_council
@require_safe
def import_refused(request: HttpRequest, batch_id: UUID) -> HttpResponse:
    """The rows to correct, with the reasons beside them."""
    batch = found_import(batch_id)
    name = f"{_('to correct')} {batch.original_name.rpartition('.')[0] or batch.original_name}.xlsx"
    return attachment(refused_workbook(batch), name)
