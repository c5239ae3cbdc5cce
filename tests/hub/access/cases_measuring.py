"""Measuring: inventories, results, files, links, and the API's part."""

from datetime import timedelta

from django.utils import timezone

from kragozor.files.facts import facts
from kragozor.hub.common.models import Job, JobState
from kragozor.hub.measuring.exports import REPORTS
from kragozor.hub.measuring.services.inventories import inventory_archive
from kragozor.hub.measuring.services.sharing import link_create
from kragozor.hub.measuring.services.uploads import upload_take
from kragozor.hub.measuring.tasks import MEASURING
from tests.files.books import SWEATER
from tests.hub.access.matrix import (
    COMPANY,
    COUNCIL,
    EDITORS,
    EVERYBODY,
    NUMBERS,
    SIGNED_IN,
    Answer,
    Case,
    each,
)
from tests.hub.cast import Cast
from tests.hub.measuring.making import assessment_make, inventory_make
from tests.inventories import inventory as declared

ROW = {"material": "лен", "mass": "12,5", "origin": "virgin", "revision": "1"}
SUBJECT = facts(SWEATER)["subject"] | {"revision": "1"}
# What editors do with an inventory that the Council knows of.
EDITED = COMPANY | each(Answer.FORBIDDEN, "reader", *COUNCIL)
DONE = EDITED | each(Answer.DONE, *EDITORS)
# What editors do with a result, of which staff without a grant know nothing.
SHARED = NUMBERS | each(Answer.FORBIDDEN, "reader", "granted")
SHARED_DONE = SHARED | each(Answer.DONE, *EDITORS)
# A decorator answers to a look before anybody is asked who they are.
ONLY_SENT = each(Answer.NOT_SO)
API = {"visitor": Answer.UNKNOWN}
API_NUMBERS = NUMBERS | API


def world(cast: Cast) -> dict[str, object]:
    """An inventory with a result, a link, a refused file and work under way."""
    inventory = inventory_make(cast.owner, cast.company)
    scarf = declared(*SWEATER.inflows, name="Шал")
    archived = inventory_make(cast.owner, cast.company, scarf)
    inventory_archive(actor=cast.owner, inventory=archived)
    assessment = assessment_make(cast.owner, inventory)
    until = timezone.localdate() + timedelta(days=7)
    upload = upload_take(
        actor=cast.owner,
        organisation=cast.company,
        name="a.xlsx",
        content=WRONG,
        language="bg",
    )
    return {
        "inventory": inventory,
        "archived": archived,
        "assessment": assessment,
        "link": link_create(actor=cast.owner, assessment=assessment, expires_on=until),
        "upload": upload,
        "work": Job.objects.create(owner=cast.owner, work=MEASURING, state=JobState.RUNNING),
    }


WRONG = b'{"format": "kragozor-inventory", "version": 1}'


def company(world) -> dict[str, object]:
    return {"organisation_id": world.company.pk}


def inventory(world) -> dict[str, object]:
    return {"inventory_id": world.inventory.pk}


def archived(world) -> dict[str, object]:
    return {"inventory_id": world.archived.pk}


def assessment(world) -> dict[str, object]:
    return {"assessment_id": world.assessment.pk}


def upload(world) -> dict[str, object]:
    return {"upload_id": world.upload.pk}


def section(name: str, **more: int):
    return lambda world: inventory(world) | {"name": name} | more


def sent(view: str, expected, kwargs, **data) -> list[Case]:
    """An address that only takes what is sent: looked at, and sent to."""
    return [
        Case(view, ONLY_SENT, kwargs=kwargs),
        Case(view, expected, method="POST", kwargs=kwargs, data=lambda _world: data),
    ]


CASES = [
    Case("measuring:examples", EVERYBODY),
    Case("measuring:template", EVERYBODY, kwargs=lambda _world: {"pillar": "textiles"}),
    Case("inventory_schema", EVERYBODY),
    Case("measuring:shared", EVERYBODY, kwargs=lambda world: {"token": world.link.token}),
    Case("measuring:shared", each(Answer.ABSENT), kwargs=lambda _world: {"token": "x" * 32}),
    Case("measuring:shared_pdf", EVERYBODY, kwargs=lambda world: {"token": world.link.token}),
    Case("measuring:shared_pdf", each(Answer.ABSENT), kwargs=lambda _world: {"token": "x" * 32}),
    Case("measuring:home", SIGNED_IN),
    Case("measuring:start", EDITED, kwargs=company),
    *sent("measuring:draft_start", DONE, company, kind="product", pillar="textiles"),
    Case("measuring:company", NUMBERS, kwargs=company),
    Case("measuring:company_json", NUMBERS, kwargs=company),
    Case("measuring:upload_send", ONLY_SENT, kwargs=company),
    Case(
        "measuring:upload_send",
        EDITED | each(Answer.INVALID, *EDITORS),
        method="POST",
        kwargs=company,
    ),
    Case("measuring:upload", NUMBERS, kwargs=upload),
    # Of a file without cells no marked copy is kept.
    Case(
        "measuring:upload_file",
        each(Answer.ABSENT) | each(Answer.SIGN_IN, "visitor"),
        kwargs=upload,
    ),
    Case("measuring:inventory", COMPANY, kwargs=inventory),
    *sent("measuring:archive", DONE, inventory),
    *sent("measuring:restore", DONE, archived),
    *[Case(f"measuring:facts_{form}", NUMBERS, kwargs=inventory) for form in ("xlsx", "json")],
    Case("measuring:facts", NUMBERS, kwargs=section("inflows")),
    *sent("measuring:section_save", DONE, section("subject"), **SUBJECT),
    *sent("measuring:row_add", DONE, section("inflows"), **ROW),
    *sent("measuring:row_save", DONE, section("inflows", number=1), **ROW),
    *sent("measuring:row_remove", DONE, section("inflows", number=1), revision="1"),
    # No row was removed that could be put back; test_facts_pages.py puts one back.
    *sent(
        "measuring:row_restore",
        DONE | each(Answer.ABSENT, *EDITORS),
        section("inflows"),
        revision="1",
    ),
    Case("measuring:measure", ONLY_SENT, kwargs=inventory),
    # The facts are measured already: whoever may measure is led to that result.
    Case("measuring:measure", DONE, method="POST", kwargs=inventory, logged=False),
    Case(
        "measuring:job",
        each(Answer.ABSENT) | each(Answer.OPEN, "owner") | each(Answer.SIGN_IN, "visitor"),
        kwargs=lambda world: inventory(world) | {"job_id": world.work.pk},
    ),
    Case("measuring:result", NUMBERS, kwargs=assessment),
    Case("measuring:compare", NUMBERS, kwargs=assessment),
    *[Case(f"measuring:report_{form}", NUMBERS, kwargs=assessment) for form in REPORTS],
    Case("measuring:share", SHARED, kwargs=assessment),
    Case(
        "measuring:share",
        SHARED_DONE,
        method="POST",
        kwargs=assessment,
        data=lambda _world: {"expires_on": timezone.localdate()},
    ),
    *sent("measuring:revoke", SHARED_DONE, lambda world: {"link_id": world.link.pk}),
    Case("api:inventory_list", SIGNED_IN | API),
    Case("api:inventory_detail", COMPANY | API, kwargs=inventory),
    Case(
        "api:inventory_create",
        each(Answer.INVALID) | API,
        method="POST",
        json=True,
        data=lambda _world: facts(SWEATER),
    ),
    Case("api:assessment_list", SIGNED_IN | API),
    Case("api:assessment_detail", API_NUMBERS, kwargs=assessment),
    Case(
        "api:assessment_file",
        API_NUMBERS,
        kwargs=lambda world: assessment(world) | {"form": "svg"},
    ),
    Case(
        "api:assessment_create",
        EDITED | each(Answer.CREATED, *EDITORS) | API,
        method="POST",
        json=True,
        logged=False,
        data=lambda world: {"inventory": str(world.inventory.pk)},
    ),
    Case(
        "api:job_detail",
        each(Answer.ABSENT) | each(Answer.OPEN, "owner") | API,
        kwargs=lambda world: {"job_id": world.work.pk},
    ),
]
