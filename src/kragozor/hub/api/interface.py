"""The API itself: which app answers which resource."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI

from kragozor.hub.api.callers import CALLERS
from kragozor.hub.api.limits import PerCaller
from kragozor.hub.api.problems import PROBLEM, PROBLEM_ANSWER, problem_handlers_add

# Each resource is a router of its app, named like the app's noun in the plural.
RESOURCES = {
    "members": "kragozor.hub.members.api.router",
    "pillars": "kragozor.hub.directory.api.router",
    "inventories": "kragozor.hub.measuring.api.inventories.router",
    "assessments": "kragozor.hub.measuring.api.assessments.router",
    "programme": "kragozor.hub.programme.api.router",
}


class HubAPI(NinjaAPI):
    """Says in its document also what every operation answers when something is wrong."""

    def get_openapi_schema(self, **options: Any) -> dict[str, Any]:
        document = super().get_openapi_schema(**options)
        document["components"]["schemas"]["Problem"] = PROBLEM
        for methods in document["paths"].values():
            for operation in methods.values():
                operation["responses"].setdefault("default", PROBLEM_ANSWER)
        return document


api = HubAPI(
    title="Kragozor",
    version="1",
    description=(
        "Declare inventories and measure circularity from your own programs; read members, "
        "pillars and the programme."
    ),
    urls_namespace="api",
    docs_url=None,
    auth=CALLERS,
    throttle=PerCaller(),
)
problem_handlers_add(api)
for _resource, _router in RESOURCES.items():
    api.add_router(f"/{_resource}", _router, tags=[_resource])
