from django.urls import path

from kragozor.hub.directory.views import council, members, pillars, regions

app_name = "directory"
urlpatterns = [
    path("pillars/", pillars.pillar_list, name="pillars"),
    path("pillars/<slug:code>/", pillars.pillar_page, name="pillar"),
    path("members/", members.member_list, name="members"),
    path("members/<uuid:organisation_id>/", members.member_page, name="member"),
    path("regions/", regions.region_list, name="regions"),
    path("regions/<slug:code>/", regions.region_page, name="region"),
    path("council/pillars/<slug:code>/", council.pillar_edit, name="pillar_edit"),
]
