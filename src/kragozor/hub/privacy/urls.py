from django.urls import path

from kragozor.hub.privacy.views import erasures, letters, mine, public, registry

app_name = "privacy"
urlpatterns = [
    path("privacy/", public.public, name="public"),
    path("account/data/", mine.mine, name="mine"),
    path("account/data/export/", mine.export_new, name="export_new"),
    path("account/data/export/<uuid:export_id>/", mine.export, name="export"),
    path("account/data/erase/", mine.erase, name="erase"),
    path("account/data/erase/withdraw/", mine.erase_withdraw, name="erase_withdraw"),
    path("council/privacy/", registry.registry, name="registry"),
    path("council/privacy/overdue/", registry.overdue, name="overdue"),
    path("council/privacy/overdue/<str:key>/", registry.overdue_now, name="overdue_now"),
    path("council/privacy/erasures/", erasures.erasures, name="erasures"),
    path("council/privacy/erasures/new/", erasures.erasure_new, name="erasure_new"),
    path("council/privacy/erasures/<uuid:erasure_id>/", erasures.erasure, name="erasure"),
    path(
        "council/privacy/erasures/<uuid:erasure_id>/withdraw/",
        erasures.erasure_withdraw,
        name="erasure_withdraw",
    ),
    path("council/letters/", letters.letters, name="letters"),
]
