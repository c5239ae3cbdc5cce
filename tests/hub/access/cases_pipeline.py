"""Recruitment: the Council reads, its staff acts, to everybody else it is not there."""

from django.core.files.uploadedfile import SimpleUploadedFile

from kragozor.hub.pipeline import services
from kragozor.hub.pipeline.models import LetterTemplate
from kragozor.hub.pipeline.rules import address_hash
from kragozor.hub.pipeline.silence import SIGNER
from kragozor.hub.pipeline.tasks import letters_ask
from tests.hub.access.matrix import (
    COUNCIL_READS,
    EVERYBODY,
    STAFF_ACTS,
    STAFF_DOES,
    STAFF_SENDS,
    Answer,
    Case,
    each,
)
from tests.hub.cast import Cast
from tests.hub.pipeline.making import card_made

FILE = b"%PDF-1.7 ..."


def world(cast: Cast) -> dict[str, object]:
    """A card with a note and a document, and one that is archived; letters that went out."""
    card = card_made(cast.staff, contact_email="contact@example.org")
    archived = card_made(cast.staff)
    services.card_archive(actor=cast.staff, card=archived)
    file = SimpleUploadedFile("offer.pdf", FILE)
    template = LetterTemplate.objects.first()
    return {
        "card": card,
        "archived_card": archived,
        "note": services.note_add(actor=cast.staff, card=card, text="Обадиха се."),
        "document": services.document_add(actor=cast.staff, card=card, file=file),
        "template": template,
        "letters_job": letters_ask(actor=cast.staff, cards=[], template=template),
    }


def card(world) -> dict[str, object]:
    return {"card_id": world.card.pk}


def note(world) -> dict[str, object]:
    return card(world) | {"note_id": world.note.pk}


def document(world) -> dict[str, object]:
    return card(world) | {"document_id": world.document.pk}


def template(world) -> dict[str, object]:
    return {"template_id": world.template.pk}


def card_facts(_world) -> dict[str, object]:
    return {
        "name": "Совалка ООД",
        "kind": "company",
        "pillars": ["textiles"],
        "language": "bg",
        "source": "own",
    }


def template_facts(_world) -> dict[str, object]:
    fields = ("name", "subject", "body")
    return {f"{field}_{code}": "Здравейте" for field in fields for code in ("bg", "en")}


def chosen(world) -> dict[str, object]:
    return {"cards": [world.card.pk], "do": "stage", "stage": "invited"}


def letter(world) -> dict[str, object]:
    return {"template": world.template.pk}


def posted(view: str, data=lambda _world: {}, kwargs=lambda _world: {}) -> list[Case]:
    """A page that only takes a form: what who looks is answered, and who sends it."""
    return [
        Case(view, STAFF_SENDS, kwargs=kwargs),
        Case(view, STAFF_DOES, method="POST", kwargs=kwargs, data=data),
    ]


def stop_link(_world) -> dict[str, object]:
    return {"token": SIGNER.sign(address_hash("contact@example.org"))}


CASES = [
    # The link in a letter; whoever has it may press.
    Case("pipeline:stop", EVERYBODY, kwargs=stop_link),
    Case("pipeline:stop", each(Answer.DONE), method="POST", kwargs=stop_link),
    Case("pipeline:board", COUNCIL_READS),
    Case("pipeline:list", COUNCIL_READS),
    Case("pipeline:archived", COUNCIL_READS),
    Case("pipeline:forecast", COUNCIL_READS),
    Case("pipeline:templates", COUNCIL_READS),
    Case("pipeline:card", COUNCIL_READS, kwargs=card),
    Case("pipeline:document", COUNCIL_READS, kwargs=document),
    Case("pipeline:new", STAFF_ACTS),
    Case("pipeline:new", STAFF_DOES, method="POST", data=card_facts),
    Case("pipeline:edit", STAFF_ACTS, kwargs=card),
    Case("pipeline:edit", STAFF_DOES, method="POST", kwargs=card, data=card_facts),
    *posted("pipeline:move", lambda _world: {"stage": "invited"}, card),
    *posted("pipeline:step", lambda _world: {"next_step": "Среща"}, card),
    *posted("pipeline:archive", kwargs=card),
    *posted("pipeline:restore", kwargs=lambda world: {"card_id": world.archived_card.pk}),
    *posted("pipeline:note_new", lambda _world: {"text": "Утре."}, card),
    *posted("pipeline:note_remove", kwargs=note),
    *posted(
        "pipeline:document_new",
        lambda _world: {"file": SimpleUploadedFile("a.pdf", FILE)},
        card,
    ),
    *posted("pipeline:document_remove", kwargs=document),
    *posted("pipeline:silence", kwargs=card),
    Case("pipeline:letter", STAFF_ACTS, kwargs=card),
    Case("pipeline:letter", STAFF_DOES, method="POST", kwargs=card, data=letter),
    *posted("pipeline:chosen", chosen),
    *posted("pipeline:send", lambda world: letter(world) | {"cards": str(world.card.pk)}),
    # Who asked for the letters follows them; to colleagues the page is not there.
    Case(
        "pipeline:sending",
        STAFF_ACTS | each(Answer.ABSENT, "granted", "administrator"),
        kwargs=lambda world: {"job_id": world.letters_job.pk},
    ),
    Case("pipeline:template_new", STAFF_ACTS),
    Case("pipeline:template_new", STAFF_DOES, method="POST", data=template_facts),
    Case("pipeline:template", STAFF_ACTS, kwargs=template),
    Case("pipeline:template", STAFF_DOES, method="POST", kwargs=template, data=template_facts),
]
