from django.urls import path

from kragozor.hub.figures.views import agreements, council, published

app_name = "figures"
urlpatterns = [
    path("figures/", published.published, name="published"),
    path("work/figures/", agreements.agreements, name="agreements"),
    path("work/figures/<uuid:organisation_id>/", agreements.agree, name="agree"),
    path("council/figures/", council.council, name="council"),
    path("council/figures/publish/", council.publish, name="publish"),
]
