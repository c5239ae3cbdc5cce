"""Django's admin, the fallback for administrators."""

from django.contrib import admin

from tests.hub.access.matrix import STAFF, Answer, Case, each

# Staff may enter and find nothing to do: what they may do, their own screens offer.
HELPERS = ("staff", "granted")
ENTERED = each(Answer.SIGN_IN) | each(Answer.OPEN, *STAFF)
NOTHING = each(Answer.SIGN_IN) | each(Answer.ABSENT, *STAFF)
LED = each(Answer.SIGN_IN) | each(Answer.LED_ON, *STAFF)


def closed(administrator: Answer = Answer.FORBIDDEN) -> dict[str, Answer]:
    """What staff are refused, and what an administrator is answered."""
    refused = each(Answer.SIGN_IN) | each(Answer.FORBIDDEN, *HELPERS)
    return refused | each(administrator, "administrator")


def of_object(_world) -> dict[str, str]:
    return {"object_id": "0"}


def allowed(model, action: str, answer: Answer) -> Answer:
    """What an administrator is answered where a record may be added, or deleted, or may not."""
    return answer if action in PERMITTED.get(model._meta.label, ()) else Answer.FORBIDDEN


# What the pages of a model leave an administrator beside looking.
PERMITTED = {
    "members.Organisation": ("add",),
    "members.Representation": ("add",),
}


def cases_of(model) -> list[Case]:
    """Return the cases of the five pages that a model has, of an object that is not there."""
    page = f"admin:{model._meta.app_label}_{model._meta.model_name}"
    return [
        Case(f"{page}_changelist", closed(Answer.OPEN)),
        Case(f"{page}_add", closed(allowed(model, "add", Answer.OPEN))),
        Case(f"{page}_delete", closed(allowed(model, "delete", Answer.LED_ON)), kwargs=of_object),
        Case(f"{page}_change", closed(Answer.LED_ON), kwargs=of_object),
        Case(f"{page}_history", LED, kwargs=of_object),
    ]


CASES = [case for model in admin.site._registry for case in cases_of(model)] + [
    Case("admin:index", ENTERED),
    Case(
        "admin:app_list",
        NOTHING | each(Answer.OPEN, "administrator"),
        kwargs=lambda _world: {"app_label": "members"},
    ),
    Case("admin:autocomplete", closed()),
    Case("admin:jsi18n", ENTERED),
    Case(
        "admin:login",
        each(Answer.FORBIDDEN) | each(Answer.LED_ON, *STAFF) | each(Answer.SIGN_IN, "visitor"),
    ),
    Case("admin:logout", each(Answer.LED_ON) | each(Answer.NOT_SO, *STAFF)),
    Case("admin:password_change", ENTERED),
    Case("admin:password_change_done", ENTERED),
    Case(
        "admin:view_on_site",
        NOTHING,
        kwargs=lambda _world: {"content_type_id": "999999", "object_id": "0"},
    ),
    Case("admin:(?P<url>.*)$", NOTHING, path="/admin/nothing/"),
    Case("admin:<path:object_id>/", LED, path="/admin/members/organisation/0/"),
]
