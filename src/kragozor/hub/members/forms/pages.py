"""What a member is asked for its public page."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.forms import LineField
from kragozor.hub.members.enums import Direction, Topic
from kragozor.hub.members.logos import LARGEST, TOO_LARGE, logo_read

LONGEST_TEXT = 3000
EARLIEST_YEAR = 1990


def text_field(label: str, *, required: bool = False) -> forms.CharField:
    """Return a field for some paragraphs."""
    return forms.CharField(
        label=label,
        max_length=LONGEST_TEXT,
        required=required,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class TwoLanguages(forms.Form):
    """A form whose texts may stand in either language, and must in one."""

    needed: tuple[str, str]

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        bulgarian, english = self.needed
        if not (self.errors or cleaned.get(bulgarian) or cleaned.get(english)):
            self.add_error(bulgarian, _("Write it in Bulgarian, in English, or in both."))
        return cleaned


class PageForm(forms.Form):
    """What the public page says, and whether it is shown."""

    text_bg = text_field(_("About you, in Bulgarian"))
    text_en = text_field(_("About you, in English"))
    is_shown = forms.BooleanField(
        label=_("Show the page to everybody"),
        help_text=_(
            "Everybody on the internet sees your name, kind, activity, town, website, logo, texts, "
            "offers, needs and projects, in the list of members too. Never your people or your "
            "terms; of what you measured only the badge, if you choose it."
        ),
        required=False,
    )
    shows_badge = forms.BooleanField(
        label=_("Show the circularity badge"),
        help_text=_(
            "Everybody sees your latest result by the Material Circularity Indicator: the number, "
            "the name of what was measured, and the day. Each new result takes its place."
        ),
        required=False,
    )


class LogoForm(forms.Form):
    """A picture in place of the one before."""

    logo = forms.FileField(
        label=_("Logo"),
        help_text=_("PNG, JPEG or WebP, up to 1 MB. It stands on a white field."),
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp"}),
    )

    def __init__(self, *args: object, too_large: bool = False, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if too_large:
            # The file was dropped while it arrived, so that it seems to be missing.
            self.fields["logo"].error_messages["required"] = TOO_LARGE

    def clean_logo(self) -> bytes:
        sent: UploadedFile = self.cleaned_data["logo"]
        return logo_read(sent.read(LARGEST + 1))


class OfferingForm(TwoLanguages):
    """Something a member offers or seeks."""

    needed = ("text_bg", "text_en")

    direction = forms.ChoiceField(
        label=_("Do you have it, or look for it?"), choices=Direction, widget=forms.RadioSelect
    )
    topic = forms.ChoiceField(label=_("What it is about"), choices=Topic)
    text_bg = LineField(
        label=_("In Bulgarian"),
        help_text=_("One sentence: what, how much, how often."),
        max_length=300,
        required=False,
    )
    text_en = LineField(label=_("In English"), max_length=300, required=False)


class ProjectForm(TwoLanguages):
    """Work that a member did or does."""

    needed = ("title_bg", "title_en")

    title_bg = LineField(label=_("Title in Bulgarian"), max_length=200, required=False)
    title_en = LineField(label=_("Title in English"), max_length=200, required=False)
    year = forms.IntegerField(
        label=_("Year"),
        min_value=EARLIEST_YEAR,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    text_bg = text_field(_("Description in Bulgarian"))
    text_en = text_field(_("Description in English"))
    address = forms.URLField(
        label=_("Web address"),
        max_length=200,
        required=False,
        assume_scheme="https",
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )

    def clean_year(self) -> int:
        year, latest = self.cleaned_data["year"], timezone.localdate().year + 1
        if year > latest:
            raise ValidationError(_("Write a year up to %(latest)s."), params={"latest": latest})
        return year
