"""Files as people send them, and imports made of them."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook

from kragozor.hub.members.eik import BRANCH_WEIGHTS, FIRST_WEIGHTS, _check_digit
from kragozor.hub.records.enums import Target
from kragozor.hub.records.models import Import
from kragozor.hub.records.services.applying import import_apply
from kragozor.hub.records.services.comparing import import_compare
from kragozor.hub.records.services.imports import columns_set, import_take

HEAD = ("ЕИК", "Име", "Сектор", "Област", "Град", "Член от", "Член до", "Внос", "Имейл")
ROW = (
    *("", "Вълна ООД", "Текстил", "Сливен", "Сливен"),
    *("01.01.2026", "31.12.2026", "120,50", "mira@vulna.example"),
)


def code(number: int) -> str:
    """Return an ЕИК that begins with a zero, as old ones do."""
    digits = f"{1_000_000 + number:08d}"
    return f"{digits}{_check_digit(digits, FIRST_WEIGHTS)}"


def branch(eik: str, number: int) -> str:
    """Return the code of a branch of an organisation."""
    own = f"{number:03d}"
    return f"{eik}{own}{_check_digit(eik[8] + own, BRANCH_WEIGHTS)}"


def row(number: int = 1, **facts: str) -> tuple[str, ...]:
    """Return a row of a member, with other facts where they are given, by heading."""
    said = dict(zip(HEAD, ROW, strict=True)) | {"ЕИК": code(number)}
    return tuple(
        {**said, **{name.replace("_", " "): text for name, text in facts.items()}}.values()
    )


def csv(*rows: tuple[str, ...], head: tuple[str, ...] = HEAD, encoding: str = "utf-8") -> bytes:
    """Return a text table."""
    return "\n".join(";".join(cells) for cells in (head, *rows)).encode(encoding)


def xlsx(*rows: tuple, head: tuple[str, ...] = HEAD) -> bytes:
    """Return a workbook with one sheet."""
    book, content = Workbook(), BytesIO()
    for cells in (head, *rows):
        book.active.append(cells)
    book.save(content)
    return content.getvalue()


def compared(
    actor, content: bytes, target: str = Target.MEMBERS, defaults: dict | None = None
) -> Import:
    """Return an import whose rows were compared with what is on record."""
    batch = import_take(actor=actor, target=target, name="списък.csv", content=content)
    if defaults:
        columns = {int(index): key for index, key in batch.columns.items()}
        columns_set(actor=actor, batch=batch, columns=columns, defaults=defaults)
        batch.refresh_from_db()
    import_compare(batch=batch)
    batch.refresh_from_db()
    return batch


def applied(
    actor, content: bytes, target: str = Target.MEMBERS, defaults: dict | None = None
) -> Import:
    """Return an import that was applied."""
    batch = compared(actor, content, target, defaults)
    import_apply(actor=actor, batch=batch, comparison=batch.comparison)
    batch.refresh_from_db()
    return batch


def outcomes(batch: Import) -> list[str]:
    """Return what each row is, in the order of the file."""
    return list(batch.rows.values_list("outcome", flat=True))


def reasons(batch: Import, language: str = "en") -> list[str]:
    """Return why the rows are refused."""
    return [why["said"][language] for one in batch.rows.all() for why in one.reasons]
