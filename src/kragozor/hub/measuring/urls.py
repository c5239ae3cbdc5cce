from django.urls import path

from kragozor.hub.measuring.exports import FACTS as FACTS_FILES
from kragozor.hub.measuring.exports import REPORTS
from kragozor.hub.measuring.views import (
    company,
    examples,
    exports,
    facts,
    history,
    home,
    measuring,
    results,
    schema,
    sharing,
    start,
    uploads,
)

INVENTORY = "work/inventories/<uuid:inventory_id>/"
FACTS = f"{INVENTORY}facts/<slug:name>/"
ASSESSMENT = "work/assessments/<uuid:assessment_id>/"

app_name = "measuring"
urlpatterns = [
    path("examples/", examples.examples, name="examples"),
    path("templates/<slug:pillar>.xlsx", start.template, name="template"),
    path("s/<str:token>/", sharing.shared, name="shared"),
    path("s/<str:token>/report.pdf", sharing.shared_pdf, name="shared_pdf"),
    path("work/", home.home, name="home"),
    path("work/<uuid:organisation_id>/start/", start.start, name="start"),
    path("work/<uuid:organisation_id>/draft/", start.draft_start, name="draft_start"),
    path("work/<uuid:organisation_id>/company/", company.company_page, name="company"),
    path("work/<uuid:organisation_id>/company.json", company.company_json, name="company_json"),
    path("work/<uuid:organisation_id>/upload/", uploads.upload, name="upload_send"),
    path("work/uploads/<uuid:upload_id>/", uploads.upload_page, name="upload"),
    path("work/uploads/<uuid:upload_id>/file", uploads.upload_file, name="upload_file"),
    path(INVENTORY, history.inventory_page, name="inventory"),
    path(f"{INVENTORY}archive/", history.archive, name="archive"),
    path(f"{INVENTORY}restore/", history.restore, name="restore"),
    path(f"{INVENTORY}measure/", measuring.measure, name="measure"),
    path(f"{INVENTORY}jobs/<uuid:job_id>/", measuring.job, name="job"),
    *[
        path(f"{INVENTORY}facts.{form}", exports.facts, {"form": form}, name=f"facts_{form}")
        for form in FACTS_FILES
    ],
    path(FACTS, facts.facts_page, name="facts"),
    path(f"{FACTS}save/", facts.section_save, name="section_save"),
    path(f"{FACTS}rows/", facts.row_add, name="row_add"),
    path(f"{FACTS}rows/<int:number>/", facts.row_save, name="row_save"),
    path(f"{FACTS}rows/<int:number>/remove/", facts.row_remove, name="row_remove"),
    path(f"{FACTS}restore/", facts.row_restore, name="row_restore"),
    path(ASSESSMENT, results.result, name="result"),
    path(f"{ASSESSMENT}compare/", history.compare, name="compare"),
    path(f"{ASSESSMENT}share/", sharing.share, name="share"),
    *[
        path(f"{ASSESSMENT}report.{form}", exports.report, {"form": form}, name=f"report_{form}")
        for form in REPORTS
    ],
    path("work/links/<int:link_id>/revoke/", sharing.revoke, name="revoke"),
]

machine_urls = [path("schemas/inventory-1.json", schema.schema, name="inventory_schema")]
