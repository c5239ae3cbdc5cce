"""Consents: a word for each purpose, taken back as easily as given; every word stays."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from kragozor.hub.common.models import AuditEntry
from kragozor.hub.people.enums import Purpose, Source
from kragozor.hub.people.models import Consent, Person
from kragozor.hub.people.queries import consents_of, has_consent, people_who_consented
from kragozor.hub.people.services import consent_record
from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db


def say(person, given: bool, purpose=Purpose.NEWS, **facts):
    return consent_record(
        person=person, purpose=purpose, given=given, **{"source": Source.ACCOUNT, **facts}
    )


def test_without_a_word_there_is_no_consent(owner):
    assert not any(has_consent(owner, purpose) for purpose in Purpose)
    assert say(owner, given=False) is None
    assert not consents_of(owner).exists()


def test_the_latest_word_counts(owner, editor):
    say(owner, given=True)
    say(editor, given=True)
    assert has_consent(owner, Purpose.NEWS)
    assert not has_consent(owner, Purpose.PHOTOS)
    say(owner, given=False)
    assert not has_consent(owner, Purpose.NEWS)
    assert list(people_who_consented(Purpose.NEWS)) == [editor]
    assert [consent.given for consent in consents_of(owner)] == [False, True]


def test_who_may_not_sign_in_is_not_asked(owner):
    say(owner, given=True)
    Person.objects.filter(pk=owner.pk).update(is_active=False)
    assert not people_who_consented(Purpose.NEWS).exists()


def test_saying_the_same_again_adds_nothing(owner):
    say(owner, given=True)
    assert say(owner, given=True) is None
    assert consents_of(owner).count() == 1


def test_an_older_word_that_arrives_later_changes_nothing(owner):
    """An application is written down when it is decided, with the moment it was sent."""
    say(owner, given=True)
    say(owner, given=False)
    a_week_ago = timezone.now() - timedelta(days=7)
    late = say(owner, given=True, at=a_week_ago, source=Source.APPLICATION)
    assert late.at == a_week_ago
    assert not has_consent(owner, Purpose.NEWS)


def test_a_consent_keeps_the_words_that_were_read(owner):
    with translation.override("en"):
        assert say(owner, given=True).words.startswith("The Council may write to me")
    with translation.override("bg"):
        assert say(owner, given=False).words.startswith("Съветът може да ми пише")
    assert say(owner, given=True, words="As on paper").words == "As on paper"


def test_it_is_written_down_who_said_so(owner, staff):
    say(owner, given=True)
    say(owner, given=False, source=Source.STAFF, actor=staff)
    given, withdrawn = AuditEntry.objects.order_by("id")
    assert (given.action, given.actor) == ("consent.given", owner)
    assert (withdrawn.action, withdrawn.actor) == ("consent.withdrawn", staff)
    assert withdrawn.detail["source"] == "staff"


def test_a_consent_is_never_changed_or_deleted(owner):
    consent = say(owner, given=True)
    with pytest.raises(TypeError):
        consent.save()
    with pytest.raises(TypeError):
        consent.delete()
    with pytest.raises(TypeError):
        Consent.objects.update(given=False)


@pytest.mark.parametrize(("prefix", "language"), [("", "bg"), ("/en", "en")])
def test_the_page_gives_and_withdraws_with_one_press_each(owner, client_of, prefix, language):
    client, page = client_of(owner), f"{prefix}/account/consents/"
    assert_page(client.get(page), language=language)
    told = client.post(f"{page}news/", {"given": "yes"}, follow=True)
    assert_page(told, language=language)
    assert has_consent(owner, Purpose.NEWS)
    assert told.text.count('value="no"') == 1
    client.post(f"{page}news/", {"given": "no"})
    assert not has_consent(owner, Purpose.NEWS)
    history = client.get(page)
    assert_page(history, language=language)
    assert history.text.count('<th scope="row">') == 2


def test_the_page_shows_each_the_own_words_only(owner, editor, client_of):
    say(editor, given=True)
    assert 'value="no"' not in client_of(owner).get("/account/consents/").text


@pytest.mark.parametrize("purpose", ["nothing", "news2"])
def test_an_unknown_purpose_is_absent(owner, client_of, purpose):
    answer = client_of(owner).post(f"/account/consents/{purpose}/", {"given": "yes"})
    assert answer.status_code == 404
    assert not consents_of(owner).exists()


@pytest.mark.parametrize("words", [1, 20])
def test_the_page_takes_the_same_queries_for_any_history(
    owner, client_of, django_assert_num_queries, words
):
    for number in range(words):
        say(owner, given=number % 2 == 0)
    client = client_of(owner)
    client.get("/account/consents/")
    with django_assert_num_queries(4):
        client.get("/account/consents/")
