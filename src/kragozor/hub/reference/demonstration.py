"""One invented value, set and then corrected: what the history of a parameter looks like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kragozor.hub.common.demonstration import Guest
from kragozor.hub.people.services.demonstration import demonstration_clerk
from kragozor.hub.reference.models import ParameterChange
from kragozor.hub.reference.services import parameter_set
from kragozor.instruments.parameters import Name, Parameter, Status

INVENTED = Parameter(
    material="felt-example",
    name_bg="Филц (пример)",
    name_en="Felt (example)",
    parameter=Name.RECYCLING_OUTPUT_RATE,
    value=0.2,
    geography="BG",
    source="",
    status=Status.UNVERIFIED,
)
SOURCE = "Измислен източник за демонстрация, таблица 3"


def load() -> Iterator[Guest]:
    """Set the value and correct it, where that was not done yet."""
    if not ParameterChange.objects.filter(material=INVENTED.material).exists():
        clerk = demonstration_clerk()
        first = parameter_set(
            actor=clerk, parameter=INVENTED, reason="Първа оценка, още без източник"
        )
        corrected = replace(INVENTED, value=0.25, source=SOURCE, status=Status.PROXY)
        parameter_set(actor=clerk, parameter=corrected, reason="Намерен е източник", seen=first.pk)
    yield from ()
