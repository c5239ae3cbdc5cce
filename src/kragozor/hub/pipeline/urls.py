from django.urls import include, path

from kragozor.hub.pipeline.views import (
    board,
    cards,
    chosen,
    letters,
    outlook,
    papers,
    stopping,
    templates,
)

card_urls = [
    path("", cards.card_page, name="card"),
    path("edit/", cards.card_edit, name="edit"),
    path("move/", cards.card_moved, name="move"),
    path("step/", cards.card_step, name="step"),
    path("archive/", cards.card_archived, name="archive"),
    path("restore/", cards.card_restored, name="restore"),
    path("notes/", papers.note_new, name="note_new"),
    path("notes/<int:note_id>/remove/", papers.note_removed, name="note_remove"),
    path("documents/", papers.document_new, name="document_new"),
    path("documents/<uuid:document_id>/", papers.document_file, name="document"),
    path("documents/<uuid:document_id>/remove/", papers.document_removed, name="document_remove"),
    path("letter/", letters.letter, name="letter"),
    path("silence/", letters.silence, name="silence"),
]

app_name = "pipeline"
urlpatterns = [
    path("letters/stop/<str:token>/", stopping.stop, name="stop"),
    path(
        "council/pipeline/",
        include(
            [
                path("", board.board_page, name="board"),
                path("list/", board.list_page, name="list"),
                path("archive/", board.archive_page, name="archived"),
                path("new/", cards.card_new, name="new"),
                path("chosen/", chosen.chosen, name="chosen"),
                path("sending/", chosen.letters_sent, name="send"),
                path("sending/<uuid:job_id>/", chosen.sending, name="sending"),
                path("forecast/", outlook.forecast_page, name="forecast"),
                path("letters/", templates.template_list, name="templates"),
                path("letters/new/", templates.template_new, name="template_new"),
                path("letters/<int:template_id>/", templates.template_edit, name="template"),
                path("<uuid:card_id>/", include(card_urls)),
            ]
        ),
    ),
]
