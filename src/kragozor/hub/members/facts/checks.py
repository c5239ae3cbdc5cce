"""What people write about an organisation, read or refused with a sentence that says what to do.

Forms, imports and the API call these, so that a wrong code is told in the same words everywhere.
"""

from __future__ import annotations

from functools import cache

from django.core.exceptions import ValidationError
from django.db.models import Choices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from kragozor.hub.common.languages import language
from kragozor.hub.members import eik
from kragozor.hub.members.enums import PILLARS
from kragozor.instruments.reference import activities, territory
from kragozor.words import say

# Shorter beginnings of a word may be of any.
SHORTEST_PART = 4
# What people call a pillar, and its label does not say.
ALSO_CALLED = {"agrifood": {"агро", "земеделие", "храни", "agro"}}


def read_eik(text: str) -> str:
    """Return a compact ЕИК or БУЛСТАТ whose check digits agree."""
    code = eik.compact(text)
    if len(code) == 10 and code.isdigit():
        raise ValidationError(
            _("This has 10 digits, as the number of a person has. We never store those.")
        )
    if not eik.is_valid(code) or not code.strip("0"):
        raise ValidationError(
            _("This is not an ЕИК: it has 9 or 13 digits, and the last one checks the others.")
        )
    return code


def read_activity(text: str, version: str) -> str:
    """Return the code of an activity as its edition writes it."""
    edition = activities.Version(version)
    code = activities.normalised(edition, text)
    if code is None:
        for other in activities.Version:
            if activities.normalised(other, text):
                raise ValidationError(
                    _("%(code)s is of %(other)s. Choose that edition, or a code of %(edition)s."),
                    params={"code": text, "other": other.label, "edition": edition.label},
                )
        raise ValidationError(
            _("There is no activity %(code)s in %(edition)s. Codes look like 13.10."),
            params={"code": text, "edition": edition.label},
        )
    return code


def read_district(text: str, town: str = "") -> str:
    """Return the code of the one district that a name means; of several, that of the town."""
    found = territory.districts_named(text)
    if len(found) == 1:
        return found[0].code
    if (home := territory.district_of_town(town)) in found:
        return home.code
    if found:
        names = ", ".join(district_name(one.code) for one in found)
        raise ValidationError(
            _("“%(text)s” may be %(names)s: write which."), params={"text": text, "names": names}
        )
    close = territory.suggest_district(text)
    if close:
        raise ValidationError(
            _("There is no district “%(text)s”. Did you mean %(name)s?"),
            params={"text": text, "name": district_name(close.code)},
        )
    raise ValidationError(_("There is no district “%(text)s”."), params={"text": text})


def read_town(text: str) -> str:
    """Return a town as it is written in Bulgarian; a village stays as somebody wrote it."""
    return _towns().get(territory.town_key(text), text)


@cache
def _towns() -> dict[str, str]:
    return {territory.town_key(town.name_bg): town.name_bg for town in territory.towns()}


def district_name(code: str) -> str:
    """Return what a district is called in the language of the page; empty for none."""
    if not code:
        return ""
    return say(territory.district(code).name, language())


def read_choice(text: str, choices: type[Choices]) -> str:
    """Return the value of a choice that is given by its value or its label in either language."""
    wanted = _key(text)
    for value in choices.values:
        if wanted == _key(value) or wanted in _labels(choices(value).label):
            return value
    known = ", ".join(str(label) for label in choices.labels)
    raise ValidationError(
        _("“%(text)s” is not among: %(known)s."), params={"text": text, "known": known}
    )


def read_pillar(text: str) -> str:
    """Return the value of a pillar given by its value or its label, whole or one word of it."""
    wanted = _key(text)
    for value, label in PILLARS:
        known_as = {_key(value)} | ALSO_CALLED.get(value, set())
        if wanted in known_as or any(_is_part(wanted, each) for each in _labels(label)):
            return value
    known = ", ".join(str(label) for _value, label in PILLARS)
    raise ValidationError(
        _("“%(text)s” is not among: %(known)s."), params={"text": text, "known": known}
    )


def _is_part(wanted: str, label: str) -> bool:
    """Return whether a text begins a label, or stands in it as a word."""
    return wanted in label.split() or (len(wanted) >= SHORTEST_PART and label.startswith(wanted))


def _labels(label: object) -> set[str]:
    """Return how a label may be written: whole, without its explanation, in both languages."""
    written = set()
    for code in ("bg", "en"):
        with override(code):
            whole = str(label)
        written |= {_key(whole), _key(whole.partition(":")[0]), _key(whole.partition(" (")[0])}
    return written


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()
