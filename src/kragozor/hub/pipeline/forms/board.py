"""How cards are found, moved, and taken several at once."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.forms import DayField, LineField, NarrowingForm
from kragozor.hub.members.enums import PILLARS
from kragozor.hub.members.facts.form import districts
from kragozor.hub.people.queries import staff
from kragozor.hub.pipeline.enums import STORED_CHOICES, Stage
from kragozor.hub.pipeline.models import Card, LetterTemplate
from kragozor.hub.pipeline.queries import cards

SORTS = [
    ("next", _("What is due first")),
    ("name", pgettext_lazy("of a company", "Name")),
    ("new", _("Newest first")),
    ("district", _("District")),
]


def owners() -> list[tuple[str, object]]:
    """Return whom a card may belong to, and nobody."""
    people = [(str(person.pk), str(person)) for person in staff()]
    return [("", _("Everybody’s")), ("none", _("Nobody’s yet")), *people]


class BoardForm(NarrowingForm):
    """What the board is narrowed to, as `queries.cards_found` takes it."""

    pillar = forms.ChoiceField(
        label=_("Pillar"), choices=[("", _("All pillars")), *PILLARS], required=False
    )
    owner = forms.ChoiceField(
        label=pgettext_lazy("of a card", "Owner"), choices=owners, required=False
    )


class FilterForm(BoardForm):
    """What the list is searched for, narrowed to and sorted by."""

    text = LineField(label=_("Name, ЕИК, town or contact"), max_length=200, required=False)
    stage = forms.ChoiceField(
        label=_("Stage"), choices=[("", _("All stages")), *Stage.choices], required=False
    )
    district = forms.ChoiceField(
        label=_("District"),
        choices=lambda: [("", _("All districts")), *districts()[1:]],
        required=False,
    )
    sort = forms.ChoiceField(label=_("Sorted by"), choices=SORTS, required=False)
    overdue = forms.BooleanField(label=_("Only what is overdue"), required=False)

    field_order = ("text", "pillar", "stage", "owner", "district", "sort", "overdue")

    @property
    def is_search(self) -> bool:
        """Whether anything narrows the list."""
        return bool(self.asked.keys() - {"sort"})


class MoveForm(forms.Form):
    """Into which stage, and why."""

    stage = forms.ChoiceField(label=_("Stage"), choices=STORED_CHOICES)
    reason = LineField(label=_("Why, if it should be known later"), max_length=300, required=False)


class StepForm(forms.Form):
    """Who takes which step next, and until when."""

    next_step = LineField(label=_("Next step"), max_length=200, required=False)
    next_on = DayField(label=_("Due"), required=False)
    owner = forms.ModelChoiceField(
        label=pgettext_lazy("of a card", "Owner"),
        queryset=None,
        required=False,
        empty_label=_("Nobody yet"),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = staff()


class ChosenForm(forms.Form):
    """What is done with the cards that were chosen in the list."""

    ACTIONS = ("owner", "stage", "letter")

    cards = forms.ModelMultipleChoiceField(
        queryset=Card.objects.none(),
        error_messages={
            "required": _("Choose at least one card: tick it in the list."),
            "invalid_choice": _("A card is not there any more. Look at the list again."),
        },
    )
    do = forms.ChoiceField(choices=[(action, action) for action in ACTIONS])
    owner = forms.ModelChoiceField(
        label=pgettext_lazy("of a card", "Owner"),
        queryset=None,
        required=False,
        empty_label=_("Nobody"),
    )
    stage = forms.ChoiceField(label=_("Stage"), choices=STORED_CHOICES, required=False)
    template = forms.ModelChoiceField(
        label=_("Letter"), queryset=LetterTemplate.objects.all(), required=False, empty_label=None
    )
    # A page shows only some of those that answer to the filter.
    everything = forms.BooleanField(required=False)

    def __init__(self, *args: object, found: QuerySet[Card], **kwargs: object) -> None:
        # The filters of the same page have fields of these names.
        super().__init__(*args, auto_id="chosen_%s", **kwargs)
        self.found = found
        self.fields["owner"].queryset = staff()
        self.fields["cards"].queryset = cards()
        self.fields["cards"].required = "everything" not in self.data

    def clean(self) -> dict[str, object]:
        """The button that was pressed needs the choice beside it."""
        cleaned = super().clean()
        if cleaned.get("everything"):
            cleaned["cards"] = self.found
        needed = {"stage": "stage", "letter": "template"}.get(cleaned.get("do"))
        if needed and not cleaned.get(needed) and needed not in self.errors:
            self.add_error(needed, self.fields[needed].error_messages["required"])
        return cleaned


class SendForm(forms.Form):
    """To which cards a letter goes: exactly those it was shown for, however many they are."""

    cards = forms.CharField(widget=forms.HiddenInput)
    template = forms.ModelChoiceField(
        queryset=LetterTemplate.objects.all(), widget=forms.HiddenInput
    )

    def clean_cards(self) -> list[UUID]:
        try:
            return [UUID(key) for key in self.cleaned_data["cards"].split(",")]
        except ValueError as error:
            raise ValidationError(_("Choose the cards again.")) from error
