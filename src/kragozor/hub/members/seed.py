"""The three pillars and what they are for, as the hub begins; staff words them anew when it likes.

They are put in after every migration and not by one of them, since a test that empties the
database migrates nothing.
"""

from __future__ import annotations

from django.apps.registry import Apps

PURPOSES = {
    "textiles": (
        "Да губим по-малко по пътя от влакното до готовото изделие и да връщаме износеното "
        "обратно като влакно: проектиране за дълга употреба, разделно събиране, сортиране и "
        "рециклиране в България.",
        "To lose less on the way from fibre to garment, and to bring what is worn out back as "
        "fibre: design for long use, separate collection, sorting and recycling in Bulgaria.",
    ),
    "plastics": (
        "Да подготвим опаковките и пластмасовите изделия за изискванията от 2030 г.: по-малко "
        "материал, повторна употреба, рециклируемост и рециклирано съдържание, доказани с числа.",
        "To make packaging and plastic products ready for the requirements of 2030: less "
        "material, reuse, recyclability and recycled content, proved by numbers.",
    ),
    "agrifood": (
        "Да превърнем остатъците от земеделието и хранителната промишленост в суровина: храна, "
        "фураж, торове, енергия и нови материали вместо отпадък.",
        "To turn the residues of farming and the food industry into raw material: food, feed, "
        "fertilisers, energy and new materials instead of waste.",
    ),
}


def pillars_seed(apps: Apps, using: str) -> None:
    """Add the pillars that are not there yet."""
    try:
        pillars = apps.get_model("members", "Pillar").objects.using(using)
    except LookupError:
        # The migrations were taken back: there is no table to fill.
        return
    for code, (bulgarian, english) in PURPOSES.items():
        pillars.get_or_create(code=code, defaults={"purpose_bg": bulgarian, "purpose_en": english})
