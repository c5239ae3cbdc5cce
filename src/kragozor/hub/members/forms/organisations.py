"""What an owner is asked about an organisation, and whoever registers one."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kragozor.hub.members.enums import PILLARS, OrganisationKind
from kragozor.hub.members.facts.form import FactsForm
from kragozor.hub.members.models import Organisation

REGISTERED = _(
    "This company is registered already. Ask its owner in Kragozor, who is a "
    "colleague of yours, to invite you under “People and access”."
)


class OrganisationForm(FactsForm):
    """The facts that an owner may change; the code stays what it is."""

    eik = None
    pillar = forms.ChoiceField(
        label=_("Sector"),
        help_text=_("The workbooks and comparisons follow the sector."),
        choices=PILLARS,
        widget=forms.RadioSelect,
    )

    def clean_kind(self) -> str:
        """Only persons have no code, which is never changed; so neither becomes the other."""
        kind, before = self.cleaned_data["kind"], self.initial.get("kind")
        person = OrganisationKind.PERSON
        if before and (kind == person) != (before == person):
            raise ValidationError(
                _("A person and an organisation are two members: register the other one anew.")
            )
        return kind


class RegistrationForm(OrganisationForm):
    """A new organisation: its code cannot be changed later, so it is asked here only."""

    eik = FactsForm.base_fields["eik"]

    def clean_eik(self) -> str | None:
        code = super().clean_eik()
        if code and Organisation.objects.filter(eik=code).exists():
            raise ValidationError(REGISTERED)
        return code
