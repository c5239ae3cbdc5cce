"""Compiled translations: a checkout that was never built gets them on first use."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

HUB = Path(__file__).parents[1]


def compile_stale(root: Path = HUB) -> list[Path]:
    """Compile every catalogue whose ``.mo`` is missing or older than its ``.po``."""
    stale = [path for path in sorted(root.rglob("*.po")) if is_stale(path)]
    for path in stale:
        with path.open("rb") as source, path.with_suffix(".mo").open("wb") as target:
            write_mo(target, read_po(source, locale=path.parent.parent.name))
    return stale


def is_stale(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime
