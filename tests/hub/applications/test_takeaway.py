"""A member takes along what it told, signed and was answered when it applied."""

import io
import json
import zipfile

from kragozor.hub.applications import services
from kragozor.hub.applications.models import Declaration
from kragozor.hub.members.takeaway import archive_write
from tests.hub.applications.making import EMAIL, OFFER, sent_make, term
from tests.hub.applications.signing import signed


def test_the_archive_holds_the_application_and_what_was_signed(staff, cast):
    application = sent_make()
    services.declaration_take(application=application, content=signed())
    question = services.question_ask(actor=staff, application=application, text="Колко души?")
    services.question_answer(application=application, question=question, text="Дванайсет.")
    application.refresh_from_db()
    member = services.application_approve(
        actor=staff, application=application, pillars=["textiles"], term=term(), reason="Отговаря."
    )
    place = f"applications/{application.pk}"
    files = archive_of(member)
    told = json.loads(files[f"{place}/application.json"])
    assert (told["eik"], told["state"]) == (member.eik, "approved")
    assert told["representatives"][0]["email"] == EMAIL
    assert told["offers_and_needs"][0]["text"] == OFFER["text"]
    assert [one["purpose"] for one in told["consents"]] == ["news"]
    assert told["questions"][0]["answer"] == "Дванайсет."
    assert told["decision"]["reason"] == "Отговаря."
    with Declaration.objects.get().file.open() as file:
        assert files[f"{place}/declaration.pdf"] == file.read()
    assert not [name for name in archive_of(cast.company) if name.startswith("applications/")]


def archive_of(organisation) -> dict[str, bytes]:
    packed = io.BytesIO()
    archive_write(packed, organisation, lambda done, total: None)
    with zipfile.ZipFile(packed) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
