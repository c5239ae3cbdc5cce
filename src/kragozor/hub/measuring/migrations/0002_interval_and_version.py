from django.db import migrations, models
from django.db.models import F, Q


def columns_fill(apps, schema_editor):
    """Copy from each result what its columns repeat of it from now on."""
    assessments = apps.get_model("measuring", "Assessment").objects.only("result", "headline")
    for assessment in assessments.iterator(chunk_size=20):
        framework, _, name = assessment.headline.partition(".")
        readings = assessment.result.get("readings", ())
        for reading in readings:
            if reading["indicator"] == framework:
                spread = reading["values"].get(name, {}).get("uncertainty") or {}
                assessment.version = reading["version"]
                assessment.low, assessment.high = spread.get("p05"), spread.get("p95")
        assessment.save(update_fields=["low", "high", "version"])


class Migration(migrations.Migration):
    dependencies = [("measuring", "0001_foundation")]

    operations = [
        migrations.AddField(
            "assessment", "low", models.FloatField(null=True, verbose_name="low value")
        ),
        migrations.AddField(
            "assessment", "high", models.FloatField(null=True, verbose_name="high value")
        ),
        migrations.AddField(
            "assessment",
            "version",
            models.CharField(default="", max_length=20, verbose_name="version of the framework"),
        ),
        migrations.RunPython(columns_fill, migrations.RunPython.noop, elidable=True),
        migrations.AddConstraint(
            "assessment",
            models.CheckConstraint(
                condition=Q(low__isnull=True, high__isnull=True) | Q(low__lte=F("high")),
                name="assessment_low_is_not_above_high",
            ),
        ),
    ]
