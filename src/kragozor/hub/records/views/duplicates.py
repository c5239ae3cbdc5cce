"""Look at what may be one organisation twice: make it one, or keep it two."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kragozor.hub.common.council import for_council, for_staff
from kragozor.hub.records.forms.merging import MergeForm, label, same_facts
from kragozor.hub.records.models import Merge
from kragozor.hub.records.queries import duplicates as queries
from kragozor.hub.records.services.duplicates import (
    Refused,
    merge_reverse,
    organisations_merge,
    pair_keep_apart,
)
from kragozor.hub.records.views.doors import found_organisation
from kragozor.hub.records.wording import said

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation

PAIRS_SHOWN, MERGES_SHOWN = 50, 20


@for_council
@require_safe
def duplicate_list(request: HttpRequest) -> HttpResponse:
    pairs, count = queries.pairs(PAIRS_SHOWN)
    facts = {"pairs": pairs, "count": count, "merges": queries.merges()[:MERGES_SHOWN]}
    return render(request, "records/duplicates.html", facts)


@for_staff
def merge_new(request: HttpRequest, kept_id: UUID, absorbed_id: UUID) -> HttpResponse:
    """Two records side by side: which stays, and what of the other it takes over."""
    kept, absorbed = _two(kept_id, absorbed_id)
    # Where the two say the same, what is sent holds no choice at all.
    sent = request.POST if request.method == "POST" else None
    form = MergeForm(sent, kept=kept, absorbed=absorbed)
    sentences = queries.clashes(kept, absorbed)
    if request.method == "POST" and form.is_valid():
        try:
            merge = organisations_merge(
                actor=request.user, kept=kept, absorbed=absorbed, taken=form.taken
            )
        except Refused as refused:
            sentences = refused.sentences
        else:
            text = _("%(absorbed)s is part of %(kept)s now.")
            messages.success(request, text % {"absorbed": absorbed, "kept": kept})
            return redirect("records:merge", merge.pk)
    facts = {
        "kept": kept,
        "absorbed": absorbed,
        "form": form,
        "same": same_facts(kept, absorbed),
        "moving": queries.moving(kept, absorbed),
        "told": queries.told(kept, absorbed),
        "clashes": sentences,
    }
    return render(request, "records/merge_new.html", facts)


@for_staff
@require_POST
def keep_apart(request: HttpRequest, kept_id: UUID, absorbed_id: UUID) -> HttpResponse:
    one, other = _two(kept_id, absorbed_id)
    pair_keep_apart(actor=request.user, one=one, other=other)
    text = _("%(one)s and %(other)s are two. They are not proposed again.")
    messages.success(request, text % {"one": one, "other": other})
    return redirect("records:duplicates")


@for_council
@require_safe
def merge_page(request: HttpRequest, merge_id: UUID) -> HttpResponse:
    merge = _merge(merge_id)
    facts = {
        "merge": merge,
        "moved": queries.moved_said(merge),
        "taken": [
            (label(name), said(name, before), said(name, after))
            for name, (before, after) in merge.facts.items()
            if name != "activity_version"
        ],
    }
    return render(request, "records/merge.html", facts)


@for_staff
@require_POST
def merge_undo(request: HttpRequest, merge_id: UUID) -> HttpResponse:
    merge = _merge(merge_id)
    try:
        reversal = merge_reverse(actor=request.user, merge=merge)
    except Refused as refused:
        for sentence in refused.sentences:
            messages.error(request, sentence)
        return redirect("records:merge", merge.pk)
    messages.success(request, _("They are two records again."))
    for sentence in reversal.left:
        messages.warning(request, sentence)
    return redirect("records:merge", merge.pk)


def _two(kept_id: UUID, absorbed_id: UUID) -> tuple[Organisation, Organisation]:
    if kept_id == absorbed_id:
        raise Http404
    return found_organisation(kept_id), found_organisation(absorbed_id)


def _merge(merge_id: UUID) -> Merge:
    return get_object_or_404(queries.merges(), pk=merge_id)
