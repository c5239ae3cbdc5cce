"""Who begins an application, and who has lost the link to theirs."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.forms import LineField
from kragozor.hub.members.enums import PILLARS


class LinkForm(forms.Form):
    """To which address a new link goes."""

    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The one you began the application with."),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class StartForm(LinkForm):
    """Who applies: all that is needed to begin."""

    name = LineField(
        label=_("Your name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    # A page about a pillar leads here; what it names and is none is as good as nothing.
    pillar = forms.CharField(required=False, widget=forms.HiddenInput)
    field_order = ("name", "email", "pillar")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].help_text = _(
            "We mail you the link by which you go on and follow the application. "
            "You need no account."
        )

    def clean_pillar(self) -> str:
        pillar = self.cleaned_data["pillar"]
        return pillar if pillar in dict(PILLARS) else ""
