"""Which facts of the absorbed record the kept one takes over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django import forms

from kragozor.hub.members.facts.model import FACTS
from kragozor.hub.records.columns import column_label
from kragozor.hub.records.wording import said

if TYPE_CHECKING:
    from kragozor.hub.members.models import Organisation

KEPT, ABSORBED = "kept", "absorbed"
# An activity is shown and taken with its edition.
CHOSEN = tuple(name for name in (*FACTS, "pillar") if name != "activity_version")


class MergeForm(forms.Form):
    """One choice for each fact in which two records differ."""

    def __init__(
        self, *args: object, kept: Organisation, absorbed: Organisation, **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        for name in CHOSEN:
            mine, theirs = (_value(record, name) for record in (kept, absorbed))
            if mine != theirs:
                self.fields[name] = forms.ChoiceField(
                    label=label(name),
                    choices=[(KEPT, mine), (ABSORBED, theirs)],
                    # What one knows and the other does not is worth keeping.
                    initial=KEPT if getattr(kept, name) else ABSORBED,
                    widget=forms.RadioSelect,
                )

    @property
    def taken(self) -> list[str]:
        """The facts of the absorbed record that were chosen."""
        return [name for name, choice in self.cleaned_data.items() if choice == ABSORBED]


def label(name: str) -> str:
    """Return what a fact is called."""
    return column_label("pillars" if name == "pillar" else name)


def same_facts(kept: Organisation, absorbed: Organisation) -> Iterable[tuple[str, str]]:
    """Yield the facts in which two records agree and which they know."""
    for name in CHOSEN:
        mine = _value(kept, name)
        if mine == _value(absorbed, name) and getattr(kept, name):
            yield label(name), mine


def _value(record: Organisation, name: str) -> str:
    text = said(name, getattr(record, name))
    if name == "activity_code" and record.activity_code:
        return f"{text} ({said('activity_version', record.activity_version)})"
    return text
