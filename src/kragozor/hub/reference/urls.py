from django.urls import path

from kragozor.hub.reference.views import batches, parameters

BATCH = "council/tables/<uuid:batch_id>/"
VALUE = "council/parameters/<str:material>/<str:parameter>/<str:geography>/"

app_name = "reference"
urlpatterns = [
    path("council/parameters/", parameters.parameter_list, name="parameters"),
    path("council/parameters/new/", parameters.parameter_new, name="parameter_new"),
    path(VALUE, parameters.parameter_page, name="parameter"),
    path(f"{VALUE}edit/", parameters.parameter_edit, name="parameter_edit"),
    path(f"{VALUE}withdraw/", parameters.parameter_withdrawal, name="parameter_withdraw"),
    path(f"{VALUE}undo/", parameters.parameter_undoing, name="parameter_undo"),
    path("council/tables/", batches.batch_list, name="batches"),
    path("council/tables/new/<slug:kind>/", batches.batch_new, name="batch_new"),
    path(BATCH, batches.batch_page, name="batch"),
    path(f"{BATCH}apply/", batches.batch_applying, name="batch_apply"),
    path(f"{BATCH}undo/", batches.batch_undoing, name="batch_undo"),
    path(f"{BATCH}forget/", batches.batch_forgetting, name="batch_forget"),
]
