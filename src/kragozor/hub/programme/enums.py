"""The few words that say how evidence adds up and where an activity stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Counting(models.TextChoices):
    """How the numbers of dated evidence make one value."""

    SUM = "sum", _("added up")
    LATEST = "latest", _("the newest one counts")


class State(models.TextChoices):
    """Where an activity stands on a day; what has no value yet is not at zero."""

    REACHED = "reached", pgettext_lazy("activity", "Reached")
    ON_THE_WAY = "on_the_way", pgettext_lazy("activity", "On the way")
    BEHIND = "behind", pgettext_lazy("activity", "Behind")
    WITHOUT_TARGET = "without_target", pgettext_lazy("activity", "No target yet")
    NOTHING = "nothing", pgettext_lazy("activity", "Nothing yet")


# As a heading of how many there are.
SUMMARIES = {
    State.REACHED: pgettext_lazy("activities", "Reached"),
    State.ON_THE_WAY: pgettext_lazy("activities", "On the way"),
    State.BEHIND: pgettext_lazy("activities", "Behind"),
    State.WITHOUT_TARGET: pgettext_lazy("activities", "Without a target"),
    State.NOTHING: pgettext_lazy("activities", "Nothing yet"),
}
TONES = {
    State.REACHED: "good",
    State.ON_THE_WAY: "good",
    State.BEHIND: "warn",
    State.WITHOUT_TARGET: "",
    State.NOTHING: "",
}
