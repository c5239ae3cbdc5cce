"""The description of the API: the document for programs, the page for people."""

import pytest

from kragozor.hub.api.description import RESOURCES, resources
from kragozor.hub.api.interface import RESOURCES as ROUTERS

pytestmark = pytest.mark.django_db
DOCUMENT = "/api/v1/openapi.json"


@pytest.fixture
def document(client):
    return client.get(DOCUMENT).json()


def test_document_is_openapi_and_names_the_way_to_call(document):
    assert document["openapi"].startswith("3.1")
    assert document["components"]["securitySchemes"]["TokenBearer"]["scheme"] == "bearer"
    assert {"/api/v1/members", "/api/v1/members/{member_id}"} <= set(document["paths"])


def test_document_describes_every_operation(document):
    for path, methods in document["paths"].items():
        for method, facts in methods.items():
            assert facts["tags"], (path, method)
            assert facts["summary"], (path, method)


@pytest.mark.parametrize(
    ("address", "texts"),
    [
        ("/api/v1/docs", ["Списък на членовете", "Вашата роля; липсва"]),
        ("/en/api/v1/docs", ["List members", "Your role; absent"]),
    ],
)
def test_page_is_in_the_language_of_its_address(client, document, address, texts):
    page = client.get(address)
    assert page.status_code == 200
    for path in document["paths"]:
        assert path in page.text
    for text in texts:
        assert text in page.text
    assert "curl -H &quot;Authorization: Bearer $TOKEN&quot;" in page.text


def test_every_resource_has_a_title_in_words():
    assert set(RESOURCES) == set(ROUTERS)


def test_document_says_how_problems_look(document):
    problem = document["components"]["schemas"]["Problem"]
    assert set(problem["required"]) == {"type", "title", "status"}
    for methods in document["paths"].values():
        for facts in methods.values():
            assert "application/problem+json" in facts["responses"]["default"]["content"]


def test_page_says_how_much_may_be_asked(client, settings):
    settings.API_RATE = "7/min"
    assert "7 заявки за 60 секунди" in client.get("/api/v1/docs").text
    assert "7 requests in 60 seconds" in client.get("/en/api/v1/docs").text


def test_page_needs_nothing_from_elsewhere(client):
    page = client.get("/api/v1/docs").text
    assert "<style" not in page
    assert " style=" not in page
    assert 'src="http' not in page


SCHEMA = {
    "paths": {
        "/things": {
            "post": {
                "operationId": "thing_create",
                "summary": "Make a thing",
                "tags": ["things"],
                "parameters": [
                    {"name": "thing_id", "in": "path", "schema": {"type": "string"}},
                    {"name": "dry", "in": "query", "schema": {"type": "boolean"}, "required": True},
                ],
                "requestBody": {
                    "content": {"application/json": {"schema": {"$ref": "#/components/Thing"}}}
                },
                "responses": {
                    "201": {
                        "content": {"application/json": {"schema": {"$ref": "#/components/Thing"}}}
                    }
                },
            }
        }
    },
    "components": {
        "Thing": {
            "properties": {
                "name": {"type": "string", "examples": ["Нишка"]},
                "kind": {"enum": ["a", "b"]},
                "parts": {
                    "type": "array",
                    "items": {"$ref": "#/components/Thing"},
                    "description": "What it is made of.",
                },
                "size": {"anyOf": [{"type": "number"}, {"type": "null"}]},
                "list": {"type": "array", "items": {"$ref": "#/components/Thing"}},
                "anything": {},
            },
            "required": ["name"],
        }
    },
}


def test_operation_holds_all_that_its_schema_says():
    (resource,) = resources(SCHEMA, "https://kragozor.example")
    (operation,) = resource.operations
    assert (operation.method, operation.path, operation.status) == ("POST", "/things", "201")
    assert [value.name for value in operation.parameters] == ["dry"]
    assert [(value.name, value.kind) for value in operation.sent if "[]" not in value.name] == [
        ("name", "string"),
        ("kind", '"a" | "b"'),
        ("parts", "[JSON]"),
        ("size", "number | null"),
        ("anything", "JSON"),
    ]
    returned = [value.name for value in operation.returned]
    assert {"parts", "parts[].name", "list[].name"} <= set(returned)
    assert "list" not in returned
    assert [value.is_required for value in operation.sent][:2] == [True, False]


def test_example_can_be_pasted_into_a_shell():
    (resource,) = resources(SCHEMA, "https://kragozor.example")
    assert resource.operations[0].example == (
        'curl -H "Authorization: Bearer $TOKEN" \\\n'
        "  -X POST \\\n"
        '  -H "Content-Type: application/json" \\\n'
        '  -d \'{"name": "Нишка"}\' \\\n'
        "  https://kragozor.example/things"
    )
