"""Keeping the words of an organisation beside it; `apps` says when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db.models import Prefetch, QuerySet

from kragozor.hub.members.models import MemberPage, Offering, Organisation
from kragozor.hub.members.search.words import words

AT_ONCE = 2000


def refresh(organisation: Organisation) -> None:
    """Write down the words of one organisation anew; it is read afresh."""
    _write(Organisation.objects.filter(pk=organisation.pk))


def refresh_missing() -> int:
    """Write down the words of whoever came in without, such as in bulk; return how many."""
    return _write(Organisation.objects.filter(search_text="")[:AT_ONCE])


def refresh_all() -> int:
    """Write down the words of every organisation anew; return how many there are."""
    return _write(Organisation.objects.all())


def search_text(organisation: Organisation) -> str:
    """Return the words of an organisation, each with a space in front.

    A word is found by its beginning, so a stem is added only where the word does not begin
    with it.
    """
    kept: dict[str, None] = {}
    for word in words(" ".join(_texts(organisation))):
        kept |= dict.fromkeys(
            (word.written, *(one for one in word.beginnings if not word.written.startswith(one)))
        )
    return "".join(f" {one}" for one in kept)


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


def _texts(organisation: Organisation) -> Iterator[str]:
    """Yield all that may be said of an organisation in public."""
    yield from (organisation.name, organisation.name_latin, organisation.eik or "")
    yield from (organisation.town, organisation.website)
    for place in filter(None, (organisation.district_facts, organisation.activity)):
        yield from _both(place)
    page = getattr(organisation, "page", None) or MemberPage()
    yield from (page.text_bg, page.text_en)
    for offering in organisation.offerings.all():
        yield from (offering.text_bg, offering.text_en)
    for project in organisation.projects.all():
        yield from (project.title_bg, project.title_en, project.text_bg, project.text_en)


def _both(thing: object) -> tuple[str, str]:
    """Return what a district or an activity is called in both languages."""
    named = thing.name if hasattr(thing, "name") else thing.title
    return named.values["bg"], named.values["en"]
