"""Keeping the words of an organisation beside it; `apps` says when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Prefetch, QuerySet

from kragozor.hub.members.models import MemberPage, Offering, Organisation
from kragozor.hub.members.search.words import Word, words

AT_ONCE = 2000
# What every text of this form begins with; another form is written anew by the chore.
FORM = "3"
# What stands in front of a word once more where the word says what the organisation is called, or
# what it offers and seeks: by these its weight is known.
NAME, OFFER = "=", "+"


def refresh(organisation: Organisation) -> None:
    """Write down the words of one organisation anew; it is read afresh."""
    _write(Organisation.objects.filter(pk=organisation.pk))


def refresh_missing() -> int:
    """Write down the words of whoever came in without, such as in bulk; return how many."""
    return _write(Organisation.objects.exclude(search_text__startswith=FORM)[:AT_ONCE])


def refresh_all() -> int:
    """Write down the words of every organisation anew; return how many there are."""
    return _write(Organisation.objects.all())


def search_text(organisation: Organisation) -> str:
    """Return the words of an organisation, each with a space in front.

    A word is found by its beginning, so a stem is added only where the word does not begin
    with it.
    """
    kept: dict[str, None] = {}
    for weight, texts in _texts(organisation):
        for word in words(" ".join(texts)):
            forms = (word.written, *_other_beginnings(word))
            kept |= dict.fromkeys((*forms, *(weight + form for form in forms if weight)))
    return FORM + "".join(f" {one}" for one in kept)


def _other_beginnings(word: Word) -> list[str]:
    return [one for one in word.beginnings if not word.written.startswith(one)]


def _write(found: QuerySet[Organisation]) -> int:
    offerings = Prefetch("offerings", Offering.objects.filter(withdrawn_at__isnull=True))
    whole = found.select_related("page").prefetch_related(offerings, "projects")
    written = 0
    for organisation in _in_batches(whole):
        text = search_text(organisation)
        if text != organisation.search_text:
            Organisation.objects.filter(pk=organisation.pk).update(search_text=text)
        written += 1
    return written


def _in_batches(found: QuerySet[Organisation]) -> Iterable[Organisation]:
    return found if found.query.is_sliced else found.iterator(chunk_size=AT_ONCE)


def _texts(organisation: Organisation) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield all that may be said of an organisation in public, each with its weight."""
    yield NAME, (organisation.name, organisation.name_latin)
    offerings = organisation.offerings.all()
    yield OFFER, [text for one in offerings for text in (one.text_bg, one.text_en)]
    yield "", _other_texts(organisation)


def _other_texts(organisation: Organisation) -> Iterator[str]:
    yield from (organisation.eik or "", organisation.town, organisation.website)
    for place in filter(None, (organisation.district_facts, organisation.activity)):
        yield from _both(place)
    page = getattr(organisation, "page", None) or MemberPage()
    yield from (page.text_bg, page.text_en)
    for project in organisation.projects.all():
        yield from (project.title_bg, project.title_en, project.text_bg, project.text_en)


def _both(thing: object) -> tuple[str, str]:
    """Return what a district or an activity is called in both languages."""
    named = thing.name if hasattr(thing, "name") else thing.title
    return named.values["bg"], named.values["en"]
