"""Errors of the API: one form, whatever went wrong and wherever it was noticed."""

import json

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.http import HttpResponse
from django.test import RequestFactory
from ninja.errors import ValidationError

from kragozor.hub.api.interface import api
from kragozor.hub.api.middleware import ForPrograms
from kragozor.hub.api.problems import fault_of
from kragozor.hub.common.problems import Fault, Problem

pytestmark = pytest.mark.django_db
MEDIA_TYPE = "application/problem+json"


def problem(answer, status):
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == MEDIA_TYPE
    body = json.loads(answer.content)
    assert body["type"] == "about:blank"
    assert body["status"] == status
    return body


@pytest.mark.parametrize(
    ("accepted", "language", "title"),
    [
        (None, "bg", "Тук няма нищо, достъпно за Вас."),
        ("en", "en", "There is nothing here that is open to you."),
        ("en-GB,en;q=0.9,bg;q=0.8", "en", "There is nothing here that is open to you."),
        ("de;q=0.9, bg;q=0.5", "bg", "Тук няма нищо, достъпно за Вас."),
        ("de", "bg", "Тук няма нищо, достъпно за Вас."),
    ],
)
def test_problem_is_in_the_language_of_the_caller(client, accepted, language, title):
    headers = {"Accept-Language": accepted} if accepted else {}
    answer = client.get("/api/v1/nothing", headers=headers)
    assert problem(answer, 404)["title"] == title
    assert answer.headers["Content-Language"] == language
    assert "Accept-Language" in answer.headers["Vary"]


def test_wrong_method_is_a_problem_that_names_the_right_ones(cast, client_of):
    answer = client_of(cast.owner).delete("/api/v1/members")
    problem(answer, 405)
    assert answer.headers["Allow"] == "GET"


def test_pages_of_people_are_left_alone(client):
    assert client.get("/nothing").headers["Content-Type"].startswith("text/html")


def test_what_a_schema_finds_wrong_has_a_line_each(cast, client_of):
    answer = client_of(cast.owner).get(
        "/api/v1/members?limit=many", headers={"Accept-Language": "en"}
    )
    assert problem(answer, 422)["errors"] == [
        {"pointer": "/query/limit", "detail": "Expected a number."}
    ]


@pytest.mark.parametrize(
    ("entry", "fault"),
    [
        (
            {"loc": ("body", "facts", "inflows", 3, "mass"), "type": "missing", "msg": ""},
            Fault("/inflows/3/mass", "Това е задължително."),
        ),
        (
            {"loc": ("body", "facts", "a/b", "c~d"), "type": "string_type", "msg": ""},
            Fault("/a~1b/c~0d", "Очаква се текст."),
        ),
        (
            {"loc": ("query", "x"), "type": "bool_parsing", "msg": ""},
            Fault("/query/x", "Очаква се true или false."),
        ),
        (
            {"loc": ("query", "x"), "type": "uuid_parsing", "msg": ""},
            Fault("/query/x", "Очаква се идентификатор (UUID)."),
        ),
        (
            {"loc": ("query", "x"), "type": "date_from_datetime_parsing", "msg": ""},
            Fault("/query/x", "Очаква се дата във вида ГГГГ-ММ-ДД."),
        ),
        (
            {"loc": ("query", "x"), "type": "enum", "msg": "", "ctx": {"expected": "'a' or 'b'"}},
            Fault("/query/x", "Очаква се едно от: 'a' or 'b'."),
        ),
        (
            {"loc": ("query", "x"), "type": "greater_than_equal", "msg": "", "ctx": {"ge": 1}},
            Fault("/query/x", "Очаква се поне 1."),
        ),
        (
            {"loc": ("query", "x"), "type": "less_than_equal", "msg": "", "ctx": {"le": 9}},
            Fault("/query/x", "Очаква се най-много 9."),
        ),
        (
            {"loc": ("body", "facts"), "type": "other", "msg": "odd"},
            Fault("", "Това не отговаря на описанието на операцията (odd)."),
        ),
    ],
)
def test_fault_names_the_place_and_says_what_is_wrong(entry, fault):
    assert fault_of(entry) == fault


@pytest.mark.parametrize(
    ("raised", "status", "more"),
    [
        (Problem(409, "Друг го промени."), 409, {"detail": "Друг го промени."}),
        (
            Problem(422, faults=[Fault("/name", "Празно.")]),
            422,
            {"errors": [{"pointer": "/name", "detail": "Празно."}]},
        ),
        (Problem(418), 418, {"title": "I'm a Teapot"}),
        (RequestDataTooBig(), 413, {}),
        (ValidationError([{"loc": ("query", "x"), "type": "missing", "msg": ""}]), 422, {}),
    ],
)
def test_what_an_operation_raises_is_a_problem(raised, status, more):
    answer = api.on_exception(RequestFactory().get("/api/v1/members"), raised)
    body = problem(answer, status)
    assert more.items() <= body.items()


def test_what_may_not_be_done_is_a_problem(cast, client_of, monkeypatch):
    def refuse(_person):
        raise PermissionDenied

    monkeypatch.setattr("kragozor.hub.members.queries.organisations_for", refuse)
    problem(client_of(cast.owner).get("/api/v1/members"), 403)


def test_a_fault_of_ours_is_a_problem_that_tells_nothing(cast, client_of, monkeypatch):
    def break_down(_person):
        raise RuntimeError("a secret")

    monkeypatch.setattr("kragozor.hub.members.queries.organisations_for", break_down)
    client = client_of(cast.owner)
    client.raise_request_exception = False
    answer = client.get("/api/v1/members")
    problem(answer, 500)
    assert "secret" not in answer.text


def test_headers_that_tell_what_to_do_survive():
    page = HttpResponse("Wait", status=429, headers={"Retry-After": "7"})
    answer = ForPrograms(lambda _request: page)(RequestFactory().get("/api/v1/members"))
    assert problem(answer, 429)["status"] == 429
    assert answer.headers["Retry-After"] == "7"
