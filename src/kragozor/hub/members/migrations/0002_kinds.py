from django.db import migrations

NEW = {"business": "company", "academia": "university", "association": "cluster"}


def rename(apps, schema_editor):
    organisations = apps.get_model("members", "Organisation").objects
    for old, new in NEW.items():
        organisations.filter(kind=old).update(kind=new)


class Migration(migrations.Migration):
    dependencies = [("members", "0001_foundation")]
    operations = [
        migrations.RemoveConstraint("organisation", "organisation_kind_is_known"),
        migrations.RunPython(rename, migrations.RunPython.noop),
    ]
