"""Beginning an application, filling it in, coming back to it."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from kragozor.hub.applications import progress, queries, services
from kragozor.hub.applications.models import Application, ApplicationLink
from kragozor.hub.common.models import AuditEntry
from kragozor.hub.people.enums import WORDS, Purpose
from tests.hub.applications.making import (
    EMAIL,
    OFFER,
    PERSON,
    TOKEN,
    complete_make,
    draft_make,
    sent_make,
)

pytestmark = pytest.mark.django_db


def tokens_in(letter) -> list[str]:
    return re.findall(r"/applications/([\w-]+)/", letter.body)


def test_beginning_makes_a_draft_and_mails_its_only_key(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        services.application_begin(name="Ива", email=" Iva@Example.org", language="bg")
    draft = Application.objects.get()
    assert (draft.state, draft.applicant_email) == ("draft", EMAIL)
    [letter] = mail.outbox
    [token] = tokens_in(letter)
    assert letter.to == [EMAIL]
    assert len(token) >= 43
    assert queries.application_at(token) == draft
    assert not ApplicationLink.objects.filter(token_hash=token).exists()
    entry = AuditEntry.objects.get(action="application.begun")
    assert EMAIL not in str(entry.detail)


def test_a_new_link_leaves_the_old_one_working(django_capture_on_commit_callbacks):
    draft = draft_make()
    with django_capture_on_commit_callbacks(execute=True):
        assert services.links_send(email=EMAIL.upper(), language="en")
    [token] = tokens_in(mail.outbox[0])
    assert queries.application_at(token) == queries.application_at(TOKEN) == draft
    assert "/en/applications/" in mail.outbox[0].body


def test_nothing_is_mailed_where_nothing_was_begun(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        assert not services.links_send(email="nobody@example.org", language="bg")
    assert mail.outbox == []


@pytest.mark.parametrize(("days", "opens"), [(29, True), (31, False)])
def test_a_draft_is_open_for_thirty_days_after_its_last_change(days, opens):
    draft_make(changed_at=timezone.now() - timedelta(days=days))
    assert (queries.application_at(TOKEN) is not None) == opens


@pytest.mark.parametrize(("days", "opens"), [(89, True), (91, False)])
def test_a_closed_application_can_be_followed_for_ninety_days(days, opens):
    application = sent_make()
    services.application_withdraw(application=application)
    Application.objects.update(closed_at=timezone.now() - timedelta(days=days))
    assert (queries.application_at(TOKEN) is not None) == opens


def test_an_application_that_waits_is_open_however_long():
    application = sent_make()
    Application.objects.update(changed_at=timezone.now() - timedelta(days=400))
    assert queries.application_at(TOKEN) == application


def test_a_guess_opens_nothing():
    draft_make()
    assert queries.application_at("b" * 43) is None


def test_facts_are_kept_incomplete_and_emptied_again():
    draft = draft_make()
    services.facts_save(application=draft, facts={"name": "Трета", "eik": None, "town": "Русе"})
    draft.refresh_from_db()
    assert (draft.name, draft.eik, draft.town) == ("Трета", "", "Русе")
    services.facts_save(application=draft, facts={"town": ""})
    draft.refresh_from_db()
    assert (draft.name, draft.town) == ("Трета", "")


def test_each_change_gives_the_draft_more_time():
    draft = draft_make(changed_at=timezone.now() - timedelta(days=20))
    before = draft.link_until
    services.pillars_save(application=draft, pillars=["agrifood"])
    draft.refresh_from_db()
    assert draft.link_until > before + timedelta(days=19)


def test_the_same_person_is_not_named_twice():
    draft = draft_make()
    services.representative_name(application=draft, **PERSON)
    with pytest.raises(services.AlreadyNamed):
        services.representative_name(application=draft, **PERSON | {"email": "IVA@example.org"})
    assert draft.representatives.count() == 1


def test_no_more_people_are_named_than_are_invited_in_a_day():
    draft = draft_make()
    for number in range(10):
        services.representative_name(application=draft, **PERSON | {"email": f"{number}@a.bg"})
    with pytest.raises(services.TooMany):
        services.representative_name(application=draft, **PERSON)


def test_offers_come_and_go():
    draft = draft_make()
    made = services.offer_make(application=draft, **OFFER)
    services.offer_remove(application=draft, offer_id=made.pk)
    assert not draft.offers.exists()
    for _number in range(20):
        services.offer_make(application=draft, **OFFER)
    with pytest.raises(services.TooMany):
        services.offer_make(application=draft, **OFFER)


def test_a_consent_keeps_the_words_and_the_moment():
    draft = draft_make()
    services.consents_set(application=draft, purposes=["news"], language="bg")
    [given] = draft.consents.all()
    assert given.words == str(WORDS[Purpose.NEWS]) != ""
    services.consents_set(application=draft, purposes=["news", "events"], language="en")
    kept = draft.consents.get(purpose="news")
    assert (kept.words, kept.at) == (given.words, given.at)
    services.consents_set(application=draft, purposes=[], language="bg")
    assert not draft.consents.exists()


class TestMissing:
    def names(self, application) -> list[str]:
        return [one.step.view for one in progress.standings(application) if one.missing]

    def test_an_empty_draft_lacks_what_is_asked_for(self):
        assert self.names(draft_make()) == ["organisation", "place", "pillars", "people"]

    def test_a_complete_one_lacks_nothing(self):
        assert progress.is_complete(complete_make())

    def test_a_person_needs_no_code_and_no_form(self):
        facts = {"kind": "person", "eik": "", "legal_form": "", "size_class": ""}
        assert progress.is_complete(complete_make(**facts, activity_code="", activity_version=""))

    def test_a_university_needs_its_code_and_no_size(self):
        facts = {"kind": "university", "size_class": "", "activity_code": ""}
        assert progress.is_complete(complete_make(**facts, activity_version=""))
        assert self.names(complete_make("c" * 43, kind="university", eik="")) == ["organisation"]

    def test_somebody_has_to_be_owner(self):
        draft = complete_make()
        draft.representatives.update(role="editor")
        assert self.names(draft) == ["people"]


@pytest.mark.parametrize(
    "change",
    [
        lambda one: services.facts_save(application=one, facts={"name": "Друга"}),
        lambda one: services.pillars_save(application=one, pillars=["agrifood"]),
        lambda one: services.representative_name(application=one, **PERSON | {"email": "x@y.bg"}),
        lambda one: services.representative_remove(application=one, representative_id=1),
        lambda one: services.offer_make(application=one, **OFFER),
        lambda one: services.offer_remove(application=one, offer_id=1),
        lambda one: services.consents_set(application=one, purposes=[], language="bg"),
        lambda one: services.application_send(application=one, language="bg"),
    ],
)
def test_nothing_of_a_sent_application_changes(change):
    sent = sent_make()
    before = list(Application.objects.values())
    with pytest.raises(services.NotSo):
        change(sent)
    assert list(Application.objects.values()) == before
    assert (sent.representatives.count(), sent.offers.count(), sent.consents.count()) == (1, 1, 1)
