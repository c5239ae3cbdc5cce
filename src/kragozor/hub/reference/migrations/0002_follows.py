from django.db import migrations, models


def follows_fill(apps, schema_editor):
    """Let each change follow the one of the same value before it."""
    changes = apps.get_model("reference", "ParameterChange").objects
    latest = {}
    for change in changes.order_by("id"):
        key = (change.material, change.parameter, change.geography)
        changes.filter(pk=change.pk).update(follows=latest.get(key, 0))
        latest[key] = change.pk


class Migration(migrations.Migration):
    dependencies = [("reference", "0001_foundation")]

    operations = [
        migrations.AddField(
            "parameterchange",
            "follows",
            models.PositiveBigIntegerField(default=0, verbose_name="follows"),
        ),
        migrations.RunPython(follows_fill, migrations.RunPython.noop, elidable=True),
        migrations.AddConstraint(
            "parameterchange",
            models.UniqueConstraint(
                fields=["material", "parameter", "geography", "follows"],
                name="parameter_change_follows_another_once",
            ),
        ),
    ]
