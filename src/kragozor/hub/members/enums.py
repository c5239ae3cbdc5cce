"""The few words that say what an organisation is and what a person may do for it."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.instruments.inventory import Pillar as Sector

PILLARS = [
    (Sector.TEXTILES.value, _("Textiles")),
    (Sector.PLASTICS.value, _("Plastics and packaging")),
    (Sector.AGRIFOOD.value, _("Agriculture and food")),
]


class OrganisationKind(models.TextChoices):
    """What an organisation is; `Side` says how it counts towards a pillar's target."""

    COMPANY = "company", pgettext_lazy("organisation", "Company")
    UNIVERSITY = "university", pgettext_lazy("organisation", "University")
    INSTITUTE = "institute", _("Research institute")
    NGO = "ngo", _("Non-governmental organisation")
    PUBLIC = "public", _("Public body")
    CLUSTER = "cluster", pgettext_lazy("organisation", "Cluster or association")
    PERSON = "person", pgettext_lazy("organisation", "Person")


class Side(models.TextChoices):
    """A pillar's members are counted as business and academia apart; others count in the sum."""

    BUSINESS = "business", _("Business")
    ACADEMIA = "academia", _("Academia")
    OTHER = "other", _("Others")


SIDES = {
    OrganisationKind.COMPANY: Side.BUSINESS,
    OrganisationKind.UNIVERSITY: Side.ACADEMIA,
    OrganisationKind.INSTITUTE: Side.ACADEMIA,
    OrganisationKind.NGO: Side.OTHER,
    OrganisationKind.PUBLIC: Side.OTHER,
    OrganisationKind.CLUSTER: Side.OTHER,
    OrganisationKind.PERSON: Side.OTHER,
}


class LegalForm(models.TextChoices):
    """The forms of the Commerce Act and those of other laws that members come in."""

    ET = "et", _("ЕТ (sole trader)")
    OOD = "ood", _("ООД (limited company)")
    EOOD = "eood", _("ЕООД (single-member limited company)")
    AD = "ad", _("АД (joint-stock company)")
    EAD = "ead", _("ЕАД (single-member joint-stock company)")
    DPK = "dpk", _("ДПК (company with variable capital)")
    SD = "sd", _("СД (general partnership)")
    KD = "kd", _("КД (limited partnership)")
    KDA = "kda", _("КДА (partnership limited by shares)")
    COOPERATIVE = "cooperative", _("Cooperative")
    BRANCH = "branch", _("Branch of a foreign company")
    STATE = "state", _("State or municipal enterprise")
    ASSOCIATION = "association", _("Association (non-profit)")
    FOUNDATION = "foundation", _("Foundation")
    SCHOOL = "school", _("School of higher education")
    ACADEMY = "academy", _("Institute of an academy of sciences")
    BUDGET = "budget", _("Budgetary institution")
    OTHER = "other", pgettext_lazy("legal form", "Another form")


class SizeClass(models.TextChoices):
    """Classes of Recommendation 2003/361/EC, by staff headcount."""

    MICRO = "micro", _("Micro: fewer than 10 people")
    SMALL = "small", _("Small: fewer than 50 people")
    MEDIUM = "medium", _("Medium: fewer than 250 people")
    LARGE = "large", _("Large: 250 people or more")


class Role(models.TextChoices):
    """What a person may do for an organisation; each role may all that the next one may."""

    OWNER = "owner", pgettext_lazy("role", "Owner")
    EDITOR = "editor", pgettext_lazy("role", "Editor")
    READER = "reader", pgettext_lazy("role", "Reader")


class Payment(models.TextChoices):
    """What a term of membership rests on."""

    FEE = "fee", _("Fee")
    WAIVER = "waiver", _("Waiver")


class Direction(models.TextChoices):
    """Whether a member has something or looks for it."""

    OFFER = "offer", pgettext_lazy("what a member has", "Offers")
    SEEK = "seek", pgettext_lazy("what a member wants", "Seeks")


class Topic(models.TextChoices):
    """What an offer or a need is about."""

    RESIDUE = "residue", _("Residues and by-products")
    MATERIAL = "material", pgettext_lazy("topic", "Materials")
    PRODUCT = "product", pgettext_lazy("topic", "Products")
    SERVICE = "service", pgettext_lazy("topic", "Services")
    TECHNOLOGY = "technology", pgettext_lazy("topic", "Technology")
    KNOWLEDGE = "knowledge", _("Knowledge and research")
    PARTNER = "partner", _("Partners for projects")


class MemberState(models.TextChoices):
    """How an organisation stands on a day; derived from its terms, never stored."""

    MEMBER = "member", pgettext_lazy("state", "Member")
    ENDS_SOON = "ends-soon", pgettext_lazy("state", "Ends soon")
    LAPSED = "lapsed", pgettext_lazy("state", "Lapsed")
    BEGINS = "begins", pgettext_lazy("state", "Begins later")
    NONE = "none", pgettext_lazy("state", "Not a member")
