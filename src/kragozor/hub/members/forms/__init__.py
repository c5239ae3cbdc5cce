"""What an organisation, its owners and the Council's staff are asked."""

from kragozor.hub.members.forms.council import DayForm, MembersForm
from kragozor.hub.members.forms.organisations import (
    REGISTERED,
    OrganisationForm,
    RegistrationForm,
)
from kragozor.hub.members.forms.pages import LogoForm, OfferingForm, PageForm, ProjectForm
from kragozor.hub.members.forms.people import ROLES, GrantForm, InvitationForm, RoleForm
from kragozor.hub.members.forms.terms import PillarsForm, TermEndForm, TermForm

__all__ = [
    "REGISTERED",
    "ROLES",
    "DayForm",
    "GrantForm",
    "InvitationForm",
    "LogoForm",
    "MembersForm",
    "OfferingForm",
    "OrganisationForm",
    "PageForm",
    "PillarsForm",
    "ProjectForm",
    "RegistrationForm",
    "RoleForm",
    "TermEndForm",
    "TermForm",
]
