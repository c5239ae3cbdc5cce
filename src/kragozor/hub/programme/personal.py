"""What the programme holds about people: who answers for what, and who put it on record."""

from django.utils.translation import gettext_lazy as _

from kragozor.hub.common.personal import Basis, Personal, cut_from, found_by, kept

# The texts of evidence, each of which may name somebody.
TEXTS = ("title", "text", "title_en", "text_en", "withdrawn_reason", "address", "file_name")

FIELDS = (
    Personal(
        "programme.Activity",
        ("responsible", "next_step", "next_step_en"),
        what=_("who answers for an activity of the programme, and the next step as they wrote it"),
        purpose=_("to carry out the programme"),
        basis=Basis.LEGITIMATE_INTEREST,
        retention=None,
        retention_text=_("until somebody else answers for it"),
        of=found_by(
            "programme.Activity", people=["responsible"], texts=["next_step", "next_step_en"]
        ),
        erase=cut_from("next_step", "next_step_en"),
    ),
    Personal(
        "programme.Target",
        ("set_by",),
        what=_("who set a target"),
        purpose=_("to account for the programme"),
        basis=Basis.LEGITIMATE_INTEREST,
        retention=None,
        retention_text=_("as long as the programme is reported on"),
        of=found_by("programme.Target", people=["set_by"]),
        erase=kept,
    ),
    Personal(
        "programme.Evidence",
        ("added_by", "withdrawn_by", *TEXTS),
        what=_("who put evidence on record or withdrew it, and people whom its text names"),
        purpose=_("to prove what was done"),
        basis=Basis.LEGITIMATE_INTEREST,
        retention=None,
        retention_text=_("as long as the programme is reported on"),
        of=found_by(
            "programme.Evidence",
            people=["added_by", "withdrawn_by"],
            texts=list(TEXTS),
        ),
        erase=cut_from(*TEXTS),
    ),
)
