"""Django's admin, the fallback: for administrators, who are nobody of the cast."""

from django.contrib import admin

from tests.hub.access.matrix import STAFF, Answer, Case, each

# Staff may enter and find nothing to do: what they may do, their own screens offer.
ENTERED = each(Answer.SIGN_IN) | each(Answer.OPEN, *STAFF)
CLOSED = each(Answer.SIGN_IN) | each(Answer.FORBIDDEN, *STAFF)
NOTHING = each(Answer.SIGN_IN) | each(Answer.ABSENT, *STAFF)


def of_object(_world) -> dict[str, str]:
    return {"object_id": "1"}


def cases_of(model) -> list[Case]:
    """Return the cases of the five pages that a model has."""
    page = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    return [
        Case(f"{page}_changelist", CLOSED),
        Case(f"{page}_add", CLOSED),
        *(Case(f"{page}_{name}", CLOSED, kwargs=of_object) for name in ("delete", "history")),
        Case(f"{page}_change", CLOSED, kwargs=of_object),
    ]


CASES = [case for model in admin.site._registry for case in cases_of(model)]
