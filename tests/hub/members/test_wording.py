"""The log of a member in words."""

import re
from pathlib import Path

import pytest
from django.utils.translation import override

from kragozor.hub.common.models import AuditEntry
from kragozor.hub.members import wording

HUB = Path(wording.__file__).parents[1]
ACTION = re.compile(
    r'"((?:organisation|term|pillars|representation|grant|invitation|page|offering|project)'
    r'\.[a-z_]+)"'
)


def test_whatever_services_write_down_is_said_in_words():
    written = {
        action
        for service in (HUB / "members" / "services").glob("*.py")
        for action in ACTION.findall(service.read_text("utf-8"))
    }
    assert len(written) > 20
    assert written <= set(wording.WORDS)


@pytest.mark.parametrize("action", [*wording.WORDS, "unheard.of"])
@pytest.mark.parametrize(
    "detail",
    [
        {},
        {"role": "owner", "until": "2026-12-31", "pillars": ["textiles"], "reason": "100 %"},
        {"before": {"town": "Габрово"}, "starts": "2026-01-01", "ends": "2026-12-31", "days": 7},
    ],
)
def test_every_entry_can_be_said(action, detail):
    with override("en"):
        assert wording.what(AuditEntry(action=action, detail=detail)).strip()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("bg", "записан срок: 1 януари 2026 г. – 31 декември 2026 г."),
        ("en", "term written: 1 January 2026 – 31 December 2026"),
    ],
)
def test_days_are_written_as_the_reader_writes_them(language, words):
    detail = {"starts": "2026-01-01", "ends": "2026-12-31"}
    with override(language):
        said = wording.what(AuditEntry(action="term.begun", detail=detail))
    assert said.replace("\u00a0", " ") == words


def test_nobody_did_what_the_clock_does():
    with override("en"):
        assert wording.who(AuditEntry(action="term.reminded")) == "by itself"
