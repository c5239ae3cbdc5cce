"""The reference tables: the Council reads them, its staff keeps them up, to others they are not."""

from kragozor.hub.reference import services
from kragozor.hub.reference.enums import Kind
from kragozor.hub.reference.models import ParameterChange
from tests.hub.access.matrix import COUNCIL_READS, STAFF_ACTS, STAFF_DOES, STAFF_SENDS, Case
from tests.hub.cast import Cast
from tests.hub.reference.making import ANNEX, BETTER, TITLES


def world(cast: Cast) -> dict[str, object]:
    """A value that was changed, a file that waits and one that is in force."""
    services.parameter_set(actor=cast.staff, parameter=BETTER, reason="ново измерване")
    told = {"actor": cast.staff, "origin": "Приложение"}
    waiting = services.batch_take(kind=Kind.PARAMETERS, name="c.csv", content=ANNEX, **told)
    applied = services.batch_take(kind=Kind.TITLES, name="t.csv", content=TITLES, **told)
    services.batch_apply(actor=cast.staff, batch=applied, seen=0)
    return {"annex_waiting": waiting, "annex_applied": applied}


def value(_world) -> dict[str, object]:
    return {
        "material": BETTER.material,
        "parameter": BETTER.parameter.value,
        "geography": BETTER.geography or "-",
    }


def reason(_world) -> dict[str, object]:
    return {"reason": "оспорена", "seen": ParameterChange.objects.latest("id").pk}


def edited(world) -> dict[str, object]:
    return {**reason(world), "value": "0,71", "status": "sourced", "source": "Протокол 6"}


def added(_world) -> dict[str, object]:
    names = {"name_bg": "Филц", "name_en": "Felt", "parameter_name": "recycled_content"}
    return {**names, "value": "0,1", "status": "unverified", "reason": "нова", "seen": "0"}


def waiting(world) -> dict[str, object]:
    return {"batch_id": world.annex_waiting.pk}


def applied(world) -> dict[str, object]:
    return {"batch_id": world.annex_applied.pk}


def seen(_world) -> dict[str, object]:
    return {"seen": ParameterChange.objects.latest("id").pk}


VALUE = "reference:parameter"
CASES = [
    Case("reference:parameters", COUNCIL_READS),
    Case("reference:parameter_new", STAFF_ACTS),
    Case("reference:parameter_new", STAFF_DOES, method="POST", data=added),
    Case(VALUE, COUNCIL_READS, kwargs=value),
    Case(f"{VALUE}_edit", STAFF_ACTS, kwargs=value),
    Case(f"{VALUE}_edit", STAFF_DOES, method="POST", kwargs=value, data=edited),
    Case(f"{VALUE}_withdraw", STAFF_SENDS, kwargs=value),
    Case(f"{VALUE}_withdraw", STAFF_DOES, method="POST", kwargs=value, data=reason),
    Case(f"{VALUE}_undo", STAFF_SENDS, kwargs=value),
    Case(f"{VALUE}_undo", STAFF_DOES, method="POST", kwargs=value, data=reason),
    Case("reference:batches", COUNCIL_READS),
    Case("reference:batch_new", STAFF_ACTS, kwargs=lambda _world: {"kind": "titles"}),
    Case("reference:batch", COUNCIL_READS, kwargs=waiting),
    Case("reference:batch_apply", STAFF_SENDS, kwargs=waiting),
    Case("reference:batch_apply", STAFF_DOES, method="POST", kwargs=waiting, data=seen),
    Case("reference:batch_forget", STAFF_SENDS, kwargs=waiting),
    Case("reference:batch_forget", STAFF_DOES, method="POST", kwargs=waiting),
    Case("reference:batch_undo", STAFF_SENDS, kwargs=applied),
    Case(
        "reference:batch_undo",
        STAFF_DOES,
        method="POST",
        kwargs=applied,
        data=lambda _world: {"reason": "нова редакция", "seen": "0"},
    ),
]
