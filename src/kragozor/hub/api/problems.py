"""Every error of the API as RFC 9457 problem details, in the language of the caller."""

from __future__ import annotations

import json
from collections.abc import Iterable
from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from kragozor.hub.common.problems import Fault, Problem

MEDIA_TYPE = "application/problem+json"

# How the document describes a problem to programs.
TEXT = {"type": "string"}
FAULT = {"type": "object", "properties": {"pointer": TEXT, "detail": TEXT}}
PROBLEM = {
    "type": "object",
    "properties": {
        "type": TEXT,
        "title": TEXT,
        "status": {"type": "integer"},
        "detail": TEXT,
        "errors": {"type": "array", "items": FAULT},
    },
    "required": ["type", "title", "status"],
}
PROBLEM_ANSWER = {
    "description": "A problem (RFC 9457), in the language of Accept-Language.",
    "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
}

TITLES = {
    400: gettext_lazy("The request cannot be read."),
    401: gettext_lazy("Say who you are: send a valid token."),
    403: gettext_lazy("You may not do this."),
    404: gettext_lazy("There is nothing here that is open to you."),
    405: gettext_lazy("This address does not answer to this method."),
    406: gettext_lazy("This is not to be had in that form."),
    409: gettext_lazy("This is no longer as you think it is."),
    413: gettext_lazy("What was sent is too large."),
    415: gettext_lazy("What was sent is of a kind that is not read here."),
    422: gettext_lazy("What was sent is not as it should be."),
    429: gettext_lazy("Too many requests. Wait a little."),
    500: gettext_lazy("Something broke, and the fault is ours."),
}


def problem_response(status: int, detail: str = "", faults: Iterable[Fault] = ()) -> HttpResponse:
    """Return a problem; its kind is that of its status, so its type is `about:blank`."""
    title = TITLES.get(status) or HTTPStatus(status).phrase
    problem = {"type": "about:blank", "title": str(title), "status": status}
    if detail:
        problem["detail"] = detail
    if errors := [{"pointer": fault.pointer, "detail": fault.detail} for fault in faults]:
        problem["errors"] = errors
    text = json.dumps(problem, ensure_ascii=False)
    response = HttpResponse(text, status=status, content_type=MEDIA_TYPE)
    if status == HTTPStatus.UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def problem_handlers_add(api: NinjaAPI) -> None:
    """Let an API answer with problems where what went wrong has more to say than its status."""
    api.add_exception_handler(Problem, _refused)
    api.add_exception_handler(ValidationError, _invalid)
    api.add_exception_handler(HttpError, _failed)
    api.add_exception_handler(RequestDataTooBig, _too_big)


def _refused(request: HttpRequest, problem: Problem) -> HttpResponse:
    return problem_response(problem.status, problem.detail, problem.faults)


def _failed(request: HttpRequest, error: HttpError) -> HttpResponse:
    # The framework's own sentences are English only; the title says the same.
    ours = error.message if error.status_code == HTTPStatus.FORBIDDEN else ""
    return problem_response(error.status_code, ours)


def _too_big(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    return problem_response(413)


def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return problem_response(422, faults=[fault_of(entry) for entry in error.errors])


def fault_of(entry: dict) -> Fault:
    """Return what the schema of a request found wrong, in the words of this site."""
    source, *path = entry["loc"]
    # Of a body, the first step is the name of the operation's argument, not part of the JSON.
    steps = path[1:] if source == "body" else [source, *path]
    pointer = "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in steps)
    return Fault(pointer, _wording(entry))


def _wording(entry: dict) -> str:
    facts = entry.get("ctx", {})
    kind = entry["type"]
    if kind == "missing":
        return _("This is required.")
    if kind.startswith(("int", "float", "decimal")):
        return _("Expected a number.")
    if kind.startswith("string_type"):
        return _("Expected a text.")
    if kind.startswith("bool"):
        return _("Expected true or false.")
    if kind.startswith("uuid"):
        return _("Expected an identifier (UUID).")
    if kind.startswith(("date", "datetime")):
        return _("Expected a date as YYYY-MM-DD.")
    if kind in {"enum", "literal_error"}:
        return _("Expected one of: %(expected)s.") % {"expected": facts.get("expected", "")}
    if kind == "greater_than_equal":
        return _("Expected at least %(least)s.") % {"least": facts["ge"]}
    if kind == "less_than_equal":
        return _("Expected at most %(most)s.") % {"most": facts["le"]}
    return _("This is not as the description of the operation says (%(message)s).") % {
        "message": entry["msg"]
    }
