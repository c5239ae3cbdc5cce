"""Over whom a figure is formed, and the words by which a member agrees to count in it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kragozor.hub.members.enums import PILLARS

CLUSTER = "cluster"
# The cluster comes first: where a figure would give somebody away, it is a pillar's that waits.
SCOPES = ((CLUSTER, _("The whole cluster")), *PILLARS)

# The words are kept with each agreement, as they were shown.
WORDS = _(
    "Our newest measurements of each year may be counted in the figures of the cluster and of our "
    "pillars. Only sums, means and shares over five members or more are published, and none from "
    "which our numbers could be worked out exactly. Nobody at the Council sees our numbers for it."
)


class State(models.TextChoices):
    """What became of a figure when figures were published."""

    PUBLISHED = "published", _("Published")
    WITHHELD = "withheld", _("Withheld")
