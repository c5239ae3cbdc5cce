"""The letters this room sends, each in the language of who receives it."""

from __future__ import annotations

from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from kragozor.hub.applications.models import Application, Decision, Question
from kragozor.hub.common.languages import absolute_address
from kragozor.hub.common.letters import letter
from kragozor.hub.members.services import TermFacts


def begun_letter(application: Application, token: str) -> EmailMessage:
    """Return the letter with the link to a new draft."""
    with translation.override(application.language):
        return _letter(
            application.applicant_email,
            _("Your application for membership: the link to go on"),
            "begun",
            application=application,
            address=_address(token),
        )


def links_letter(found: list[tuple[Application, str]], language: str) -> EmailMessage:
    """Return the letter with new links to all the applications of one address."""
    with translation.override(language):
        links = [(application, _address(token)) for application, token in found]
        return _letter(
            found[0][0].applicant_email, _("New links to your applications"), "links", links=links
        )


def sent_letter(application: Application, token: str) -> EmailMessage:
    """Return the letter that confirms what was sent, and says how to follow it."""
    with translation.override(application.language):
        return _letter(
            application.applicant_email,
            _("We have received the application of %(organisation)s")
            % {"organisation": application},
            "sent",
            application=application,
            address=_address(token),
        )


def question_letter(application: Application, question: Question, token: str) -> EmailMessage:
    """Return the letter that asks the applicant something."""
    with translation.override(application.language):
        return _letter(
            application.applicant_email,
            _("A question about the application of %(organisation)s")
            % {"organisation": application},
            "question",
            application=application,
            question=question,
            address=_address(token),
        )


def answered_letter(application: Application, question: Question) -> EmailMessage:
    """Return the letter that tells who asked that the answer is there; it does not repeat it."""
    with translation.override(question.asked_by.language):
        address = reverse("applications:council_application", args=[application.pk])
        return _letter(
            question.asked_by.email,
            _("%(organisation)s has answered your question") % {"organisation": application},
            "answered",
            application=application,
            address=absolute_address(address),
        )


def approved_letter(application: Application, term: TermFacts, token: str) -> EmailMessage:
    """Return the letter that welcomes a new member."""
    with translation.override(application.language):
        return _letter(
            application.applicant_email,
            _("Welcome: %(organisation)s is a member") % {"organisation": application},
            "approved",
            application=application,
            term=term,
            address=_address(token),
        )


def declined_letter(application: Application, decision: Decision, token: str) -> EmailMessage:
    """Return the letter that says no, and why."""
    with translation.override(application.language):
        return _letter(
            application.applicant_email,
            _("The decision on the application of %(organisation)s")
            % {"organisation": application},
            "declined",
            application=application,
            decision=decision,
            address=_address(token),
        )


def _address(token: str) -> str:
    return absolute_address(reverse("applications:application", args=[token]))


def _letter(to: str, subject: str, name: str, **facts: object) -> EmailMessage:
    return letter(to, subject, f"applications/letters/{name}.txt", **facts)
