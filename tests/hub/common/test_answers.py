"""What holds for every request and every answer."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from kragozor.files.limits import MAX_BYTES
from kragozor.hub.people.services import token_create
from tests.hub.pages import assert_page

pytestmark = pytest.mark.django_db


def kept_by_nobody(response) -> bool:
    return {"private", "no-store"} <= set(response.headers.get("Cache-Control", "").split(", "))


@pytest.mark.parametrize("path", ["/desk/", "/companies/", "/account/", "/absent/", "/"])
def test_what_is_told_to_a_person_is_kept_by_nobody(client_of, owner, path):
    assert kept_by_nobody(client_of(owner).get(path))


def test_what_is_told_to_a_program_is_kept_by_nobody(client, cast):
    _token, secret = token_create(
        person=cast.owner, name="ERP", expires_on=timezone.localdate(), may_write=False
    )
    answer = client.get("/api/v1/members", headers={"Authorization": f"Bearer {secret}"})
    assert answer.status_code == 200
    assert kept_by_nobody(answer)


def test_what_everybody_sees_may_be_kept(client):
    assert "Cache-Control" not in client.get("/").headers


@pytest.mark.parametrize("path", ["/s/%00/", "/en/s/a%00b/", "/?next=%00", "/companies/?page=1%00"])
def test_an_address_with_a_zero_character_is_not_known(client, path):
    assert_page(client.get(path), status=404, language="en" if "/en/" in path else "bg")


def test_a_zero_character_is_a_problem_for_programs(client):
    answer = client.get("/api/v1/members?cursor=%00")
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(("size", "kept"), [(MAX_BYTES, True), (MAX_BYTES + 1, False)])
def test_no_address_takes_a_file_that_is_too_large(client, size, kept):
    """Reading the token of a form reads its files: of a visitor too, on every page."""
    sent = SimpleUploadedFile("large.bin", bytes(size))
    answer = client.post("/account/login/", {"login": "x", "password": "y", "file": sent})
    assert answer.status_code == 200
    assert ("file" in answer.wsgi_request.FILES) is kept
