from django.urls import path

from kragozor.hub.records.views import batches, duplicates, exports, imports

BATCH = "council/imports/<uuid:batch_id>/"
PAIR = "council/duplicates/<uuid:kept_id>/<uuid:absorbed_id>/"

app_name = "records"
urlpatterns = [
    path("council/imports/", imports.import_list, name="imports"),
    path("council/imports/new/<slug:target>/", imports.import_new, name="import_new"),
    path("council/imports/<slug:target>.xlsx", imports.import_template, name="import_template"),
    path(BATCH, imports.import_page, name="import"),
    path(f"{BATCH}columns/", imports.import_columns, name="import_columns"),
    path(f"{BATCH}refused.xlsx", imports.import_refused, name="import_refused"),
    path(f"{BATCH}apply/", batches.import_apply, name="import_apply"),
    path(f"{BATCH}undo/", batches.import_undo_page, name="import_undo"),
    path(f"{BATCH}invite/", batches.import_invite, name="import_invite"),
    path(f"{BATCH}forget/", batches.import_forget, name="import_forget"),
    path("council/duplicates/", duplicates.duplicate_list, name="duplicates"),
    path(PAIR, duplicates.merge_new, name="merge_new"),
    path(f"{PAIR}apart/", duplicates.keep_apart, name="keep_apart"),
    path("council/mergers/<uuid:merge_id>/", duplicates.merge_page, name="merge"),
    path("council/mergers/<uuid:merge_id>/reverse/", duplicates.merge_undo, name="merge_reverse"),
    path("council/exports/", exports.export_list, name="exports"),
    path("council/exports/<uuid:export_id>/", exports.export_state, name="export"),
    path("council/exports/<uuid:export_id>/file", exports.export_file, name="export_file"),
]
