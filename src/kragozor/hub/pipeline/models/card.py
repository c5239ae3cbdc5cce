"""A card: one organisation that may become a member, and every stage it went through."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import In
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kragozor.hub.common.append_only import AppendOnly
from kragozor.hub.members.enums import PILLARS
from kragozor.hub.members.facts.model import OrganisationFacts
from kragozor.hub.pipeline.enums import STORED, STORED_CHOICES, Source, Stage
from kragozor.words.latin import latin

# What a search looks through.
SEARCHED = ("name", "name_latin", "eik", "town", "contact_name", "contact_email")


def pillars_are_known(value: object) -> None:
    """Refuse anything but a list of different pillars."""
    known = [code for code, _label in PILLARS]
    if not isinstance(value, list) or any(
        one not in known or value.count(one) > 1 for one in value
    ):
        raise ValidationError(_("These are not pillars of the Council."))


class Card(OrganisationFacts):
    """Who may become a member: what is known, whom to talk to, who does it, what comes next."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    eik = models.CharField(_("ЕИК"), max_length=13, blank=True, default="")
    pillars = models.JSONField(
        _("pillars"), default=list, blank=True, validators=[pillars_are_known]
    )
    contact_name = models.CharField(_("contact person"), max_length=150, blank=True, default="")
    contact_email = models.EmailField(_("e-mail of the contact"), blank=True, default="")
    contact_phone = models.CharField(
        _("telephone of the contact"), max_length=30, blank=True, default=""
    )
    language = models.CharField(
        _("language of letters"),
        max_length=2,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
    )
    source = models.CharField(_("source"), max_length=20, choices=Source, default=Source.OWN)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=pgettext_lazy("of a card", "owner"),
    )
    next_step = models.CharField(_("next step"), max_length=200, blank=True, default="")
    next_on = models.DateField(_("due"), null=True, blank=True)
    stage = models.CharField(
        _("stage"), max_length=20, choices=STORED_CHOICES, default=Stage.PROSPECT
    )
    # Known once it is admitted; one with an ЕИК is also found by that.
    organisation = models.ForeignKey(
        "members.Organisation",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="cards",
        verbose_name=_("organisation"),
    )
    # The application lives in a higher app.
    application_id = models.UUIDField(null=True, blank=True, unique=True, editable=False)
    # Asked not to be written to; `Suppression` remembers it beyond the card.
    is_suppressed = models.BooleanField(_("not to be written to"), default=False)
    is_demonstration = models.BooleanField(
        pgettext_lazy("of a card", "demonstration"), default=False
    )
    archived_at = models.DateTimeField(
        pgettext_lazy("of a card", "archived"), null=True, blank=True, editable=False
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    search_text = models.TextField(editable=False, default="", blank=True)

    class Meta:
        verbose_name = pgettext_lazy("of the pipeline", "card")
        verbose_name_plural = pgettext_lazy("of the pipeline", "cards")
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["eik"],
                condition=Q(archived_at__isnull=True) & ~Q(eik=""),
                name="card_open_once_for_eik",
            ),
            models.CheckConstraint(
                condition=Q(eik="") | Q(In(Length("eik"), [9, 13])),
                name="card_eik_has_9_or_13_digits",
            ),
            models.CheckConstraint(condition=Q(stage__in=STORED), name="card_stage_is_stored"),
            models.CheckConstraint(
                condition=Q(activity_code="", activity_version="")
                | ~Q(activity_code="") & ~Q(activity_version=""),
                name="card_activity_has_its_edition",
            ),
        ]
        indexes = [
            models.Index(fields=["stage", "next_on"], name="card_stage_next"),
            models.Index(fields=["owner"], name="card_owner"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the words to be searched beside the fields they come from."""
        self.search_text = searched_words(self)
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "search_text"}
        super().save(*args, **kwargs)

    @property
    def is_archived(self) -> bool:
        return self.archived_at is not None

    @property
    def pillar_names(self) -> list[str]:
        """The pillars in the programme's order, in the language of the page."""
        return [label for code, label in PILLARS if code in self.pillars]


def searched_words(card: Card) -> str:
    """Return what a card is found by, in small letters, its name in both alphabets."""
    said = [getattr(card, field) or "" for field in SEARCHED]
    return " ".join([*said, latin(card.name)]).casefold()


class StageChange(AppendOnly):
    """That a card came into a stage: the history from which the forecast learns."""

    card = models.ForeignKey(
        Card,
        models.CASCADE,
        related_name="changes",
        verbose_name=pgettext_lazy("of the pipeline", "card"),
    )
    # Empty where the card began.
    before = models.CharField(
        _("from"), max_length=20, choices=STORED_CHOICES, blank=True, default=""
    )
    stage = models.CharField(_("to"), max_length=20, choices=STORED_CHOICES)
    reason = models.CharField(
        pgettext_lazy("of a change", "reason"), max_length=300, blank=True, default=""
    )
    at = models.DateTimeField(_("at"))
    # Nobody, where an applicant without an account brought it about.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=pgettext_lazy("of a change", "by"),
    )

    class Meta:
        verbose_name = _("change of stage")
        verbose_name_plural = _("changes of stage")
        ordering = ["at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(stage__in=STORED), name="stage_change_stage_is_stored"
            )
        ]
        indexes = [models.Index(fields=["card", "at"], name="stage_change_of_card")]

    def __str__(self) -> str:
        return f"{self.card}: {self.get_stage_display()}"
