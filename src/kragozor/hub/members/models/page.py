"""What a member shows of itself, if it chooses to: its page, offers and needs, projects."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.fields import WebAddressField
from kragozor.hub.common.written import Written, written
from kragozor.hub.members.enums import Direction, Topic
from kragozor.hub.members.models.organisation import Organisation


def logo_path(page: "MemberPage", name: str) -> str:
    """The name under which a picture is stored says nothing: names come from outside."""
    return f"logos/{uuid.uuid4()}"


class MemberPage(models.Model):
    """The public page of a member: nothing of it is seen until the member agrees."""

    organisation = models.OneToOneField(
        Organisation, models.PROTECT, related_name="page", verbose_name=_("organisation")
    )
    is_shown = models.BooleanField(_("shown to everybody"), default=False)
    shows_badge = models.BooleanField(_("shows the circularity badge"), default=False)
    text_bg = models.TextField(_("about the member, in Bulgarian"), blank=True, default="")
    text_en = models.TextField(_("about the member, in English"), blank=True, default="")
    logo = models.FileField(_("logo"), upload_to=logo_path, blank=True)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    class Meta:
        verbose_name = _("page of a member")
        verbose_name_plural = _("pages of members")

    def __str__(self) -> str:
        return str(self.organisation)

    @property
    def text(self) -> Written:
        return written(self.text_bg, self.text_en)


class Offering(models.Model):
    """One thing that a member offers or seeks; withdrawn ones stay on record."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="offerings", verbose_name=_("organisation")
    )
    direction = models.CharField(_("offered or sought"), max_length=10, choices=Direction)
    topic = models.CharField(_("topic"), max_length=20, choices=Topic)
    text_bg = models.CharField(_("in Bulgarian"), max_length=300, blank=True, default="")
    text_en = models.CharField(_("in English"), max_length=300, blank=True, default="")
    created_at = models.DateTimeField(_("since"), auto_now_add=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    class Meta:
        verbose_name = _("offer or need")
        verbose_name_plural = _("offers and needs")
        ordering = ["direction", "topic", "id"]

    def __str__(self) -> str:
        return self.text

    @property
    def text(self) -> Written:
        return written(self.text_bg, self.text_en)


class Project(models.Model):
    """Work that a member did or does, on its page."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="projects", verbose_name=_("organisation")
    )
    title_bg = models.CharField(_("title, in Bulgarian"), max_length=200, blank=True, default="")
    title_en = models.CharField(_("title, in English"), max_length=200, blank=True, default="")
    text_bg = models.TextField(_("in Bulgarian"), blank=True, default="")
    text_en = models.TextField(_("in English"), blank=True, default="")
    year = models.PositiveSmallIntegerField(_("year"))
    address = WebAddressField(_("web address"), blank=True, default="")

    class Meta:
        verbose_name = _("project of a member")
        verbose_name_plural = _("projects of members")
        ordering = ["-year", "id"]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> Written:
        return written(self.title_bg, self.title_en)

    @property
    def text(self) -> Written:
        return written(self.text_bg, self.text_en)
