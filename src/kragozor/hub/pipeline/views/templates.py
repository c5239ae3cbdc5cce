"""What letters are written from: the templates, and how they will read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kragozor.hub.common.council import for_council, for_staff
from kragozor.hub.pipeline import services
from kragozor.hub.pipeline.forms import TemplateForm
from kragozor.hub.pipeline.letters import PLACES, wording
from kragozor.hub.pipeline.models import Card, LetterTemplate

if TYPE_CHECKING:
    from kragozor.hub.people.models import Person


@for_council
@require_safe
def template_list(request: HttpRequest) -> HttpResponse:
    facts = {"templates": LetterTemplate.objects.all()}
    return render(request, "pipeline/templates.html", facts)


@for_staff
def template_new(request: HttpRequest) -> HttpResponse:
    return _edited(request, LetterTemplate())


@for_staff
def template_edit(request: HttpRequest, template_id: int) -> HttpResponse:
    return _edited(request, get_object_or_404(LetterTemplate, pk=template_id))


def _edited(request: HttpRequest, template: LetterTemplate) -> HttpResponse:
    """Show a template and how it reads; keep it unless only a look was asked for."""
    is_new = template._state.adding
    form = TemplateForm(request.POST or None, instance=template)
    is_right = request.method == "POST" and form.is_valid()
    if is_right and "look" not in request.POST:
        services.template_save(actor=request.user, template=form.instance)
        messages.success(request, _("The template is kept."))
        return redirect("pipeline:template", template.pk)
    facts = {
        "form": form,
        "template": template,
        "is_new": is_new,
        "places": [(f"{{{name}}}", meaning) for name, meaning in PLACES.items()],
        "looks": [] if is_new and not is_right else _looks(template, request.user),
    }
    return render(request, "pipeline/template.html", facts)


def _looks(template: LetterTemplate, sender: Person) -> list[tuple[str, str, str]]:
    """Return the letter in each language as an invented organisation would receive it."""
    sample = {
        "bg": Card(name="Примерна фирма ООД", contact_name="Ива Примерова", pillars=["textiles"]),
        "en": Card(name="Example Ltd", contact_name="Iva Example", pillars=["textiles"]),
    }
    looks = []
    for language, card in sample.items():
        card.language = language
        looks.append((language, *wording(template, card, sender)))
    return looks
