"""Long lists of the API, a page at a time: ``@paginate(Pages, ordering=("-created_at",))``.

The cursor names the last item that was seen, so that nothing is skipped or told twice when
items come or go between two pages.
"""

from __future__ import annotations

import base64
import json
import re
from datetime import datetime
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Field, Model, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from ninja import Field as Parameter
from ninja import Schema
from ninja.pagination import PaginationBase

from kragozor.hub.common.problems import Fault, Problem

LIMIT = 50
HIGHEST_LIMIT = 200
SURROGATE = re.compile("[\ud800-\udfff]")


class Pages(PaginationBase):
    """Pages of a queryset in a stable order; the primary key settles equal values."""

    class Input(Schema):
        cursor: str = Parameter(
            "", description=gettext_noop("Where the page begins, as in “next”.")
        )
        limit: int = Parameter(
            LIMIT, ge=1, le=HIGHEST_LIMIT, description=gettext_noop("Items on one page, 1 to 200.")
        )

    class Output(Schema):
        items: list[Any] = Parameter(description=gettext_noop("What is on this page."))
        next: str | None = Parameter(
            description=gettext_noop("The address of the next page, null on the last one.")
        )

    items_attribute: ClassVar[str] = "items"

    def __init__(self, *, ordering: tuple[str, ...] = (), **options: Any) -> None:
        super().__init__(**options)
        self.ordering = (*ordering, "pk")

    def paginate_queryset(
        self, queryset: QuerySet, pagination: Input, request: HttpRequest, **_others: Any
    ) -> dict[str, Any]:
        """Return one page and the address of the next."""
        ordered = queryset.order_by(*self.ordering)
        if pagination.cursor:
            ordered = ordered.filter(self._after(self._position(queryset, pagination.cursor)))
        found = list(ordered[: pagination.limit + 1])
        page, more = found[: pagination.limit], found[pagination.limit :]
        return {"items": page, "next": self._address(request, page[-1]) if more else None}

    def _fields(self, model: type[Model]) -> list[Field]:
        names = (name.removeprefix("-") for name in self.ordering)
        return [model._meta.pk if name == "pk" else model._meta.get_field(name) for name in names]

    def _address(self, request: HttpRequest, last: Model) -> str:
        query = request.GET.copy()
        query["cursor"] = encoded([f.value_to_string(last) for f in self._fields(type(last))])
        return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")

    def _position(self, queryset: QuerySet, cursor: str) -> list[Any]:
        try:
            pairs = zip(self._fields(queryset.model), decoded(cursor), strict=True)
            return [_value(field, text) for field, text in pairs]
        except (ValueError, OverflowError, RecursionError, ValidationError) as error:
            wrong = Fault("/query/cursor", _("This is not a cursor of this list."))
            raise Problem(422, faults=[wrong]) from error

    def _after(self, position: list[Any]) -> Q:
        """Return what comes after a position: ties in one value are settled by the next."""
        after, ties = Q(), Q()
        for name, value in zip(self.ordering, position, strict=True):
            field, side = name.removeprefix("-"), "lt" if name.startswith("-") else "gt"
            after |= ties & Q(**{f"{field}__{side}": value})
            ties &= Q(**{field: value})
        return after


def encoded(position: list[str]) -> str:
    """Return a position as text without a meaning to anybody else."""
    return base64.urlsafe_b64encode(json.dumps(position).encode()).decode().rstrip("=")


def decoded(cursor: str) -> list[str]:
    """Return the position that a cursor names; a `ValueError` where it names none."""
    position = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    if not isinstance(position, list) or not all(_is_sound(text) for text in position):
        raise ValueError(cursor)
    return position


def _is_sound(text: object) -> bool:
    """Whether a database can compare with this: PostgreSQL knows no zero, UTF-8 no surrogates."""
    return isinstance(text, str) and "\0" not in text and not SURROGATE.search(text)


def _value(field: Field, text: str) -> Any:
    """Return what a field holds; what the database could not write down is found out here."""
    value = field.to_python(text)
    if isinstance(value, datetime) and timezone.is_naive(value):
        raise ValueError(text)
    field.get_db_prep_value(value, connection)
    return value
