"""Where the report is signed: who drew it up, and who adopts it."""

from __future__ import annotations

from collections.abc import Iterator

from kragozor.reports.activity.blocks import Block, Heading, Paragraph, Signature
from kragozor.reports.activity.wording import Wording


def blocks(words: Wording) -> Iterator[Block]:
    """Yield the part of the report."""
    yield Heading(1, words.say("signature.heading"))
    yield Paragraph(words.say("signature.text"), keeps=True)
    yield Signature(
        signers=words.head("signature", "drawn-up", "adopted"),
        labels=words.head("signature", "name", "sign", "day"),
    )
