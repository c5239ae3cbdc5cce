"""Records: imports, duplicates and exports, which are the Council's own."""

from kragozor.hub.records.enums import Target
from kragozor.hub.records.services.duplicates import organisations_merge
from kragozor.hub.records.services.exporting import export_ask, export_make
from kragozor.hub.records.services.imports import import_take
from tests.hub.access.matrix import (
    COUNCIL_READS,
    STAFF,
    STAFF_ACTS,
    STAFF_DOES,
    STAFF_SENDS,
    Answer,
    Case,
    each,
)
from tests.hub.cast import Cast, company_make
from tests.hub.records.files import applied, compared, csv, row

LED = STAFF_ACTS | each(Answer.LED_ON, *STAFF)
# An export is there for who asked for it alone.
OWN = STAFF_ACTS | each(Answer.ABSENT, *STAFF)


def world(cast: Cast) -> dict[str, object]:
    """A file that was sent, one that was compared, one applied; a pair, a merger, an export."""
    export = export_ask(actor=cast.staff, form="json", with_people=False)
    export_make(export=export, language="bg")
    content = csv(row(1))
    twin, absorbed = (company_make("Нишка", code) for code in ("000000018", "000000025"))
    return {
        "sent": import_take(actor=cast.staff, target=Target.MEMBERS, name="a.csv", content=content),
        "compared": compared(cast.staff, csv(row(2))),
        "applied": applied(cast.staff, csv(row(3))),
        "twin": twin,
        "merge": organisations_merge(actor=cast.staff, kept=twin, absorbed=absorbed),
        "export": export,
    }


def target(_world) -> dict[str, object]:
    return {"target": "members"}


def of(name: str):
    return lambda world: {"batch_id": getattr(world, name).pk}


def pair(world) -> dict[str, object]:
    return {"kept_id": world.company.pk, "absorbed_id": world.twin.pk}


def merge(world) -> dict[str, object]:
    return {"merge_id": world.merge.pk}


def export(world) -> dict[str, object]:
    return {"export_id": world.export.pk}


def columns(world) -> dict[str, object]:
    return {f"column_{index}": key for index, key in world.sent.columns.items()}


CASES = [
    Case("records:imports", COUNCIL_READS),
    Case("records:import_new", STAFF_ACTS, kwargs=target),
    Case(
        "records:import_new",
        STAFF_ACTS | each(Answer.INVALID, *STAFF),
        method="POST",
        kwargs=target,
    ),
    Case("records:import_template", COUNCIL_READS, kwargs=target),
    Case("records:import", COUNCIL_READS, kwargs=of("compared")),
    Case("records:import_columns", STAFF_ACTS, kwargs=of("sent")),
    Case("records:import_columns", STAFF_DOES, method="POST", kwargs=of("sent"), data=columns),
    Case("records:import_refused", COUNCIL_READS, kwargs=of("compared")),
    Case("records:import_apply", STAFF_SENDS, kwargs=of("compared")),
    Case(
        "records:import_apply",
        STAFF_DOES,
        method="POST",
        kwargs=of("compared"),
        data=lambda world: {"comparison": world.compared.comparison},
    ),
    Case("records:import_undo", STAFF_ACTS, kwargs=of("applied")),
    Case("records:import_undo", STAFF_DOES, method="POST", kwargs=of("applied")),
    Case("records:import_invite", STAFF_ACTS, kwargs=of("applied")),
    Case(
        "records:import_invite",
        STAFF_DOES,
        method="POST",
        kwargs=of("applied"),
        data=lambda _world: {"language": "bg"},
    ),
    Case("records:import_forget", STAFF_SENDS, kwargs=of("sent")),
    Case("records:import_forget", STAFF_DOES, method="POST", kwargs=of("sent")),
    Case("records:duplicates", COUNCIL_READS),
    Case("records:merge_new", STAFF_ACTS, kwargs=pair),
    Case(
        "records:merge_new",
        STAFF_DOES,
        method="POST",
        kwargs=pair,
        data=lambda _world: {"name": "kept", "district": "kept"},
    ),
    Case("records:keep_apart", STAFF_SENDS, kwargs=pair),
    Case("records:keep_apart", STAFF_DOES, method="POST", kwargs=pair),
    Case("records:merge", COUNCIL_READS, kwargs=merge),
    Case("records:merge_reverse", STAFF_SENDS, kwargs=merge),
    Case("records:merge_reverse", STAFF_DOES, method="POST", kwargs=merge),
    Case("records:exports", STAFF_ACTS),
    Case(
        "records:exports",
        STAFF_DOES,
        method="POST",
        data=lambda _world: {"form": "xlsx", "with_people": "on", "reason": "отчет"},
    ),
    Case("records:export", OWN | each(Answer.LED_ON, "staff"), kwargs=export),
    Case("records:export_file", OWN | each(Answer.OPEN, "staff"), kwargs=export),
]
