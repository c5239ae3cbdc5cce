"""What staff are asked about cards."""

from kragozor.hub.pipeline.forms.board import (
    BoardForm,
    ChosenForm,
    FilterForm,
    MoveForm,
    SendForm,
    StepForm,
)
from kragozor.hub.pipeline.forms.cards import CardForm, card_initial, card_seen
from kragozor.hub.pipeline.forms.letters import TemplateChoiceForm, TemplateForm
from kragozor.hub.pipeline.forms.outlook import UntilForm
from kragozor.hub.pipeline.forms.papers import DocumentForm, NoteForm

__all__ = [
    "BoardForm",
    "CardForm",
    "ChosenForm",
    "DocumentForm",
    "FilterForm",
    "MoveForm",
    "NoteForm",
    "SendForm",
    "StepForm",
    "TemplateChoiceForm",
    "TemplateForm",
    "UntilForm",
    "card_initial",
    "card_seen",
]
