from django.db import migrations

PURPOSES = {
    "textiles": (
        "Да намалим загубите по пътя от влакното до готовото изделие и да върнем износеното "
        "обратно като влакно: проектиране за дълга употреба, разделно събиране, сортиране и "
        "рециклиране в България.",
        "To lose less on the way from fibre to garment, and to bring what is worn out back as "
        "fibre: design for a long life, separate collection, sorting and recycling in Bulgaria.",
    ),
    "plastics": (
        "Да подготвим опаковките и пластмасовите изделия за изискванията от 2030 г.: по-малко "
        "материал, повторна употреба, рециклируемост и рециклирано съдържание, доказани с числа.",
        "To make packaging and plastic products ready for the requirements of 2030: less "
        "material, reuse, recyclability and recycled content, proved by numbers.",
    ),
    "agrifood": (
        "Да превърнем остатъците от земеделието и хранителната промишленост в суровина: храна, "
        "фураж, торове, енергия и нови материали, вместо отпадък.",
        "To turn the residues of farming and food industry into raw material: food, feed, "
        "fertilisers, energy and new materials instead of waste.",
    ),
}


def sow(apps, schema_editor):
    pillars = apps.get_model("members", "Pillar").objects
    for code, (bulgarian, english) in PURPOSES.items():
        pillars.get_or_create(
            code=code, defaults={"purpose_bg": bulgarian, "purpose_en": english}
        )


class Migration(migrations.Migration):
    dependencies = [("members", "0003_membership")]
    operations = [migrations.RunPython(sow, migrations.RunPython.noop)]
