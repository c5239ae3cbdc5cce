"""The API itself: which app answers which resource."""

from ninja import NinjaAPI

from kragozor.hub.api.callers import CALLERS
from kragozor.hub.api.limits import PerCaller
from kragozor.hub.api.problems import problem_handlers_add

# Each resource is a router of its app, named like the app's noun in the plural.
RESOURCES = {
    "members": "kragozor.hub.members.api.router",
    "pillars": "kragozor.hub.directory.api.router",
    "inventories": "kragozor.hub.measuring.api.inventories.router",
    "assessments": "kragozor.hub.measuring.api.assessments.router",
    "programme": "kragozor.hub.programme.api.router",
}

api = NinjaAPI(
    title="Kragozor",
    version="1",
    description="Measure circularity from your own programs.",
    urls_namespace="api",
    docs_url=None,
    auth=CALLERS,
    throttle=PerCaller(),
)
problem_handlers_add(api)
for _resource, _router in RESOURCES.items():
    api.add_router(f"/{_resource}", _router, tags=[_resource])
