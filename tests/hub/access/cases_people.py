"""People: each sees and changes their own account, and nobody else's."""

import datetime as dt

from allauth.usersessions.models import UserSession

from kragozor.hub.people.services import token_create
from tests.hub.access.matrix import (
    ACCOUNTS,
    COUNCIL_READS,
    EVERYBODY,
    ONLY_SENT,
    SIGNED_IN,
    STAFF,
    STAFF_ACTS,
    Answer,
    Case,
    each,
)
from tests.hub.cast import Cast

OWN = each(Answer.SIGN_IN) | each(Answer.ABSENT, *ACCOUNTS)
# What opens the account to somebody else is asked for again: who is signed in confirms it.
CONFIRMED = each(Answer.LED_ON) | each(Answer.SIGN_IN, "visitor")
# What changes somebody else's account asks whoever may do it to confirm that they are there.
RESET = STAFF_ACTS | each(Answer.LED_ON, *STAFF)
APPOINTED = STAFF_ACTS | each(Answer.FORBIDDEN, *STAFF) | each(Answer.LED_ON, "administrator")
# These pages are for who is not signed in; the others are led to their desk.
OUTSIDE = each(Answer.LED_ON) | each(Answer.OPEN, "visitor")
# A step of signing in: whoever is signed in has nothing to do there, others begin at the start.
STEP = each(Answer.LED_ON) | each(Answer.SIGN_IN, "visitor")


def world(cast: Cast) -> dict[str, object]:
    """A token of the owner, a browser of theirs, and the office of the board."""
    token, _secret = token_create(
        person=cast.owner, name="ERP", expires_on=dt.date.max, may_write=False
    )
    session = UserSession.objects.create(user=cast.owner, ip="127.0.0.1", session_key="s" * 32)
    return {
        "token": token,
        "session": session,
        "appointment": cast.board.appointments.get(),
    }


def token(world) -> dict[str, object]:
    return {"token_id": world.token.pk}


def session(world) -> dict[str, object]:
    return {"session_id": world.session.pk}


def purpose(_world) -> dict[str, object]:
    return {"purpose": "news"}


def person(world) -> dict[str, object]:
    return {"person_id": world.owner.pk}


def appointment(world) -> dict[str, object]:
    return {"person_id": world.board.pk, "appointment_id": world.appointment.pk}


def of_staff(world) -> dict[str, object]:
    return {"person_id": world.staff.pk}


CASES = [
    Case("people:desk", SIGNED_IN),
    Case("people:profile", SIGNED_IN),
    Case(
        "people:profile",
        each(Answer.DONE) | each(Answer.SIGN_IN, "visitor"),
        method="POST",
        data=lambda _world: {"full_name": "Ново Име", "language": "en"},
    ),
    Case("people:consents", SIGNED_IN),
    Case("people:consent_say", ONLY_SENT, kwargs=purpose),
    Case(
        "people:consent_say",
        each(Answer.DONE) | each(Answer.SIGN_IN, "visitor"),
        method="POST",
        kwargs=purpose,
        data=lambda _world: {"given": "yes"},
    ),
    Case("people:session_end", ONLY_SENT, kwargs=session),
    Case("people:session_end", OWN | each(Answer.DONE, "owner"), method="POST", kwargs=session),
    Case("people:council_people", COUNCIL_READS),
    Case("people:council_person", COUNCIL_READS, kwargs=person),
    Case("people:appointment_new", APPOINTED, kwargs=person),
    Case("people:appointment_end", APPOINTED, kwargs=appointment),
    Case("people:second_factor_reset", RESET, kwargs=person),
    # Of the staff, administrators take it off.
    Case("people:second_factor_reset", APPOINTED, kwargs=of_staff),
    Case("people:tokens", SIGNED_IN),
    Case("people:token_new", CONFIRMED),
    Case("people:token_revoke", ONLY_SENT, kwargs=token),
    Case("people:token_revoke", OWN | each(Answer.DONE, "owner"), method="POST", kwargs=token),
    Case("account_change_password", SIGNED_IN),
    Case("account_confirm_email", EVERYBODY, kwargs=lambda _world: {"key": "nothing"}),
    Case("account_confirm_login_code", STEP),
    Case("account_email", SIGNED_IN),
    Case("account_email_verification_sent", EVERYBODY),
    Case("account_inactive", EVERYBODY),
    Case("account_login", OUTSIDE),
    Case("account_logout", each(Answer.OPEN) | each(Answer.LED_ON, "visitor")),
    Case("account_reauthenticate", SIGNED_IN),
    Case("account_reset_password", EVERYBODY),
    Case("account_reset_password_done", EVERYBODY),
    Case(
        "account_reset_password_from_key",
        EVERYBODY,
        kwargs=lambda _world: {"uidb36": "1", "key": "nothing"},
    ),
    Case("account_reset_password_from_key_done", EVERYBODY),
    Case("account_set_password", CONFIRMED),
    Case("account_signup", OUTSIDE),
    Case("mfa_activate_totp", CONFIRMED),
    Case("mfa_add_webauthn", CONFIRMED),
    Case("mfa_authenticate", STEP),
    Case("mfa_deactivate_totp", OWN),
    Case("mfa_download_recovery_codes", OWN),
    Case("mfa_edit_webauthn", CONFIRMED, kwargs=lambda _world: {"pk": 1}),
    Case("mfa_generate_recovery_codes", CONFIRMED),
    Case("mfa_index", SIGNED_IN),
    Case("mfa_list_webauthn", SIGNED_IN),
    Case("mfa_login_webauthn", STEP),
    Case("mfa_reauthenticate", STEP),
    Case("mfa_reauthenticate_webauthn", STEP),
    Case("mfa_remove_webauthn", CONFIRMED, kwargs=lambda _world: {"pk": 1}),
    Case("mfa_view_recovery_codes", OWN),
    Case("usersessions_list", SIGNED_IN),
]
