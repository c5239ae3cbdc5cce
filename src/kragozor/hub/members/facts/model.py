"""The columns that say what an organisation is; models that keep them inherit these."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.fields import WebAddressField
from kragozor.hub.common.languages import language
from kragozor.hub.common.written import spelled
from kragozor.hub.members.enums import SIDES, LegalForm, OrganisationKind, Side, SizeClass
from kragozor.hub.members.facts.checks import district_name
from kragozor.instruments.reference import activities, territory
from kragozor.words import say

VERSIONS = [(version.value, version.label) for version in activities.Version]
DISTRICTS = [(district.code, district.name_bg) for district in territory.districts()]


class OrganisationFacts(models.Model):
    """The facts about an organisation; everything but its name may be unknown yet."""

    name = models.CharField(pgettext_lazy("of a company", "name"), max_length=200)
    name_latin = models.CharField(
        _("name in Latin letters"), max_length=200, blank=True, default=""
    )
    legal_form = models.CharField(
        _("legal form"), max_length=20, choices=LegalForm, blank=True, default=""
    )
    kind = models.CharField(
        _("kind of organisation"),
        max_length=20,
        choices=OrganisationKind,
        default=OrganisationKind.COMPANY,
    )
    size_class = models.CharField(
        pgettext_lazy("of a company", "size"),
        max_length=10,
        choices=SizeClass,
        blank=True,
        default="",
    )
    # A code means another thing in the other edition, so the two are kept together.
    activity_version = models.CharField(
        _("edition of the classification"), max_length=10, choices=VERSIONS, blank=True, default=""
    )
    activity_code = models.CharField(_("main activity"), max_length=10, blank=True, default="")
    district = models.CharField(
        _("district"), max_length=5, choices=DISTRICTS, blank=True, default=""
    )
    town = models.CharField(_("town"), max_length=100, blank=True, default="")
    address = models.CharField(_("address"), max_length=200, blank=True, default="")
    website = WebAddressField(_("website"), blank=True, default="")

    class Meta:
        abstract = True

    @property
    def called(self) -> str:
        """Its name in the letters of the page, as it writes them itself where that is known."""
        return (language() == "en" and self.name_latin) or spelled(self.name)

    @property
    def side(self) -> Side:
        """How it counts towards a pillar's target."""
        return SIDES[OrganisationKind(self.kind)]

    @property
    def activity(self) -> activities.Activity | None:
        """Its main activity with the titles, None where none is given."""
        if not self.activity_code:
            return None
        return activities.activity(activities.Version(self.activity_version), self.activity_code)

    @property
    def activity_words(self) -> str:
        """Its main activity by code, title and edition, empty where none is given."""
        found = self.activity
        if found is None:
            return ""
        edition = self.get_activity_version_display()
        return f"{found.code} {say(found.title, language())} ({edition})"

    @property
    def place(self) -> str:
        """Its town and district in the language of the page, as far as they are known."""
        district = district_name(self.district)
        town = spelled(self.town)
        if not (town and district):
            return town or district
        is_said = territory.place_key(district).startswith(territory.place_key(town))
        return town if is_said else f"{town}, {district}"

    @property
    def district_facts(self) -> territory.District | None:
        """Its district with names and region, None where it is unknown."""
        return territory.district(self.district) if self.district else None


FACTS = tuple(field.name for field in OrganisationFacts._meta.local_fields)
