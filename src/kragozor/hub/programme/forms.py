"""What is asked: a day to look at, who does what next, a target, a piece of evidence."""

from __future__ import annotations

from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.validators import MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from kragozor.files.limits import MAX_BYTES, MEGABYTE
from kragozor.hub.common.forms import DayField, LineField, NumberField
from kragozor.hub.people.queries import council
from kragozor.hub.programme.models import Activity, Evidence
from kragozor.hub.programme.plans import programme_begins

ENDINGS = (".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".png", ".jpg", ".jpeg", ".eml")
FARTHEST = timedelta(days=5 * 366)
LARGEST = 1e9
LONGER = {"max_length": 4000, "widget": forms.Textarea(attrs={"rows": 4})}


def check_past(day: date | None) -> None:
    """Refuse a day on which nothing can have happened yet, or not within the programme."""
    if day and day > timezone.localdate():
        raise ValidationError(_("This day is still to come. Choose today or an earlier day."))
    if day and day < programme_begins():
        raise ValidationError(_("The programme begins in 2021. Choose a later day."))


def check_reach(day: date | None) -> None:
    """Refuse a day so far away that it must be a slip of the hand."""
    if day and not programme_begins() <= day <= timezone.localdate() + FARTHEST:
        raise ValidationError(_("Check the year: the day is outside the programme."))


def check_size(number: float | None) -> None:
    """Refuse a number so large that it must be a slip of the hand, and cannot be added up."""
    if number is not None and number > LARGEST:
        raise ValidationError(_("Check the number: it is too large."))


class OnForm(forms.Form):
    """As of which day the programme is shown; today when nothing is said."""

    on = DayField(
        label=pgettext_lazy("programme", "As of"), required=False, validators=[check_past]
    )

    @property
    def day(self) -> date:
        """The day asked for, today where it was none that can be shown."""
        given = self.cleaned_data.get("on") if self.is_valid() else None
        return given or timezone.localdate()


class ConductForm(forms.ModelForm):
    """Who answers for an activity, and what they do next."""

    next_step = LineField(
        label=_("Next step"),
        help_text=_("One thing that somebody can do: “Send the profile to the platform”."),
        max_length=300,
        required=False,
    )
    next_step_en = LineField(
        label=_("Next step, in English"),
        help_text=_("For the English pages and the English report."),
        max_length=300,
        required=False,
    )
    next_on = DayField(label=_("By when"), required=False, validators=[check_reach])
    # What the form was filled in before: two people may have it open at once.
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Activity
        fields = ("responsible", "next_step", "next_step_en", "next_on")
        labels = {"responsible": _("Responsible")}

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["responsible"].queryset = council()
        self.fields["responsible"].empty_label = _("Nobody yet")
        self.initial["seen"] = self._now()

    def clean(self) -> None:
        super().clean()
        seen = self.cleaned_data.pop("seen", "")
        if seen and seen != self._now():
            # Whoever looks and saves again has seen it.
            self.data = self.data.copy()
            self.data["seen"] = self._now()
            raise ValidationError(
                _(
                    "A colleague changed this while you wrote. Now it says: %(step)s; "
                    "responsible: %(person)s. Save again to replace it."
                ),
                params=self._changed(),
            )
        given = self.cleaned_data
        if given.get("next_on") and not given.get("next_step"):
            self.add_error("next_step", _("Say what is to be done by that day."))
        elif given.get("next_step_en") and not given.get("next_step"):
            self.add_error("next_step", _("Say it in Bulgarian too."))

    def _now(self) -> str:
        """Return a sign of what is on record, which another change changes."""
        kept = (self.instance.responsible_id, self.instance.next_on, *self._steps())
        return sha256(repr(kept).encode()).hexdigest()[:16]

    def _steps(self) -> tuple[str, str]:
        return self.instance.next_step, self.instance.next_step_en

    def _changed(self) -> dict[str, str]:
        step = self.instance.step or pgettext("a step", "none yet")
        return {"step": step, "person": self.instance.responsible or _("Nobody yet")}


class TargetForm(forms.Form):
    """What an activity aims at from a day on."""

    value = NumberField(
        label=_("Target"),
        help_text=_("Leave it empty when from that day on there is no target."),
        required=False,
        validators=[check_size],
    )
    since = DayField(
        label=_("In force since"),
        help_text=_("Earlier days are still compared with the target of then."),
        initial=timezone.localdate,
        validators=[check_reach],
    )
    due = DayField(
        label=_("To be reached by"),
        help_text=_("When this day passes unreached, the activity counts as behind."),
        required=False,
        validators=[check_reach],
    )

    def clean_value(self) -> float | None:
        value = self.cleaned_data["value"]
        if value is not None and value <= 0:
            raise ValidationError(_("A target is a number above 0."))
        return value

    def clean(self) -> None:
        super().clean()
        given = self.cleaned_data
        since, due = given.get("since"), given.get("due")
        if since and due and due < since:
            self.add_error("due", _("This is before the target is in force."))
        if due and given.get("value") is None and "value" in given:
            self.add_error("value", _("Say what is to be reached by that day."))


class EvidenceForm(forms.ModelForm):
    """Something that was done, with its proof."""

    on = DayField(
        label=pgettext_lazy("of evidence", "Day"),
        help_text=_("On which it was done; it counts from this day on."),
        initial=timezone.localdate,
        validators=[check_past],
    )
    title = LineField(label=_("What was done"), max_length=200)
    title_en = LineField(
        label=_("What was done, in English"),
        help_text=_("For the English pages and the English report."),
        max_length=200,
        required=False,
    )
    value = NumberField(
        label=pgettext_lazy("of evidence", "Number"),
        required=False,
        validators=[MinValueValidator(0, _("The number is 0 or more.")), check_size],
    )
    text = forms.CharField(label=_("More about it"), required=False, **LONGER)
    text_en = forms.CharField(label=_("More about it, in English"), required=False, **LONGER)
    address = forms.URLField(
        label=_("Web address"),
        required=False,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"placeholder": "https://"}),
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ",".join(ENDINGS)}),
    )

    class Meta:
        model = Evidence
        fields = (
            *("on", "title", "title_en", "value", "text", "text_en"),
            *("address", "file", "is_public"),
        )
        labels = {
            "is_public": _("Show it to everybody on the page of progress, with its file"),
        }

    def __init__(
        self, *args: object, activity: Activity, too_large: bool = False, **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        self.too_large = too_large
        limit = {"limit": MAX_BYTES // MEGABYTE, "endings": ", ".join(e[1:] for e in ENDINGS)}
        self.fields["file"].help_text = _("%(endings)s; at most %(limit)s MB.") % limit
        self.fields["value"].help_text = _value_help(activity)

    def clean_file(self) -> UploadedFile | None:
        if self.too_large:
            limit = {"limit": MAX_BYTES // MEGABYTE}
            raise ValidationError(
                _("The file is larger than %(limit)s MB. Link to it instead.") % limit
            )
        file = self.cleaned_data["file"]
        if file and Path(file.name).suffix.lower() not in ENDINGS:
            raise ValidationError(_("Files of this kind are not taken. A PDF always is."))
        return file


class WithdrawalForm(forms.Form):
    """Why a piece of evidence counts no longer."""

    reason = LineField(label=_("Why it is withdrawn"), max_length=300)


def _value_help(activity: Activity) -> str:
    """Say what a number of evidence does to the activity's value."""
    plan = activity.plan
    if plan.is_live:
        return _("The value is counted from live records; a number here is only shown.")
    words = {"indicator": str(plan.indicator), "method": plan.method}
    return _("Of: %(indicator)s. %(method)s") % words
