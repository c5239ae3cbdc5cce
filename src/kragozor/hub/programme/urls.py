from django.urls import path

from kragozor.hub.programme.views import conduct, evidence, progress, reports, scoreboard

app_name = "programme"
urlpatterns = [
    path("progress/", progress.progress, name="progress"),
    path("progress/evidence/<uuid:evidence_id>/", progress.evidence_file, name="evidence_shown"),
    path("council/programme/", scoreboard.scoreboard, name="scoreboard"),
    path("council/programme/<int:number>/", scoreboard.activity, name="activity"),
    path("council/programme/<int:number>/records/", scoreboard.records, name="records"),
    path("council/programme/<int:number>/change/", conduct.change, name="change"),
    path("council/programme/<int:number>/target/", conduct.target, name="target"),
    path("council/programme/<int:number>/evidence/", evidence.add, name="evidence_add"),
    path(
        "council/programme/evidence/<uuid:evidence_id>/file/", evidence.file, name="evidence_file"
    ),
    path("council/programme/evidence/<uuid:evidence_id>/show/", evidence.show, name="show"),
    path(
        "council/programme/evidence/<uuid:evidence_id>/withdraw/",
        evidence.withdraw,
        name="withdraw",
    ),
    path("council/programme/report/", reports.reports, name="reports"),
    path("council/programme/report/<int:year>/", reports.preview, name="report"),
    path(
        "council/programme/report/<int:year>/<str:language>.<str:form>",
        reports.download,
        name="report_file",
    ),
]
