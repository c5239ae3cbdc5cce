"""Members for programs: the organisations whose pages are open to the caller."""

from typing import Literal
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_noop
from ninja import Field, Router, Schema
from ninja.pagination import paginate

from kragozor.hub.common.paging import Pages
from kragozor.hub.members import queries, rules
from kragozor.hub.members.enums import LegalForm, OrganisationKind, Role, SizeClass
from kragozor.hub.members.models import Organisation
from kragozor.instruments.inventory import Pillar
from kragozor.instruments.reference.activities import Version

router = Router()


class Member(Schema):
    """An organisation, as those see it to whom it is open."""

    id: UUID = Field(description=gettext_noop("Its identifier in the API."))
    name: str = Field(description=gettext_noop("As registered."), examples=["Нишка ООД"])
    eik: str | None = Field(
        description=gettext_noop("ЕИК or БУЛСТАТ; absent for demonstration companies."),
        examples=["175074752"],
    )
    pillar: Pillar = Field(description=gettext_noop("Its sector in the cluster."))
    kind: OrganisationKind = Field(description=gettext_noop("What kind of organisation it is."))
    name_latin: str = Field(
        description=gettext_noop("Its name in Latin letters, as it writes it; may be empty.")
    )
    legal_form: LegalForm | Literal[""] = Field(
        description=gettext_noop("Its legal form; may be empty.")
    )
    size_class: SizeClass | Literal[""] = Field(
        description=gettext_noop("Its size by Recommendation 2003/361/EC; may be empty.")
    )
    activity_version: Version | Literal[""] = Field(
        description=gettext_noop("The edition that the code of its activity is of; may be empty.")
    )
    activity_code: str = Field(
        description=gettext_noop("Its main activity; may be empty."), examples=["13.20"]
    )
    district: str = Field(
        description=gettext_noop("The NUTS 3 code of its district; may be empty."),
        examples=["BG322"],
    )
    town: str = Field(description=gettext_noop("Its seat; may be empty."), examples=["Габрово"])
    website: str = Field(description=gettext_noop("Its website; may be empty."))
    is_demonstration: bool = Field(description=gettext_noop("Whether it is an invented company."))


class MemberInDetail(Member):
    """The same, with what the caller may do for it."""

    role: Role | None = Field(
        description=gettext_noop("Your role; absent when you do not represent it.")
    )
    may_view_numbers: bool = Field(
        description=gettext_noop("Whether its inventories are open to you.")
    )
    may_edit_inventories: bool = Field(
        description=gettext_noop("Whether you may declare and measure.")
    )


@router.get("", response=list[Member], summary=gettext_noop("List members"))
@paginate(Pages, ordering=("name",))
def member_list(request: HttpRequest) -> QuerySet[Organisation]:
    return queries.organisations_for(request.user)


@router.get("/{uuid:member_id}", response=MemberInDetail, summary=gettext_noop("Read a member"))
def member_detail(request: HttpRequest, member_id: UUID) -> Organisation:
    member = get_object_or_404(queries.organisations_for(request.user), pk=member_id)
    standing = queries.standing_of(request.user, member)
    member.role = standing.role
    member.may_view_numbers = rules.may_view_numbers(standing)
    member.may_edit_inventories = rules.may_edit_inventories(standing)
    return member
