"""The List of Waste: 20 chapters, 111 sub-chapters and 842 types of waste, 408 of them hazardous.

Decision 2000/532/EC as amended by Decision 2014/955/EU; in Bulgaria Annex 1 to Ordinance No 2 of
2014 on the classification of waste.
"""

from kragozor.instruments.reference.waste.catalogue import (
    EntryType,
    Heading,
    TitleStatus,
    Waste,
    by_code,
    chapters,
    headings,
    subchapters,
    waste,
    wastes,
)
from kragozor.instruments.reference.waste.codes import (
    compact,
    nearest,
    written,
)
from kragozor.instruments.reference.waste.mirrors import mirrors
from kragozor.instruments.reference.waste.official import (
    OfficialTitles,
    official_titles,
    titles_in_use,
)

__all__ = [
    "EntryType",
    "Heading",
    "OfficialTitles",
    "TitleStatus",
    "Waste",
    "by_code",
    "chapters",
    "compact",
    "headings",
    "mirrors",
    "nearest",
    "official_titles",
    "subchapters",
    "titles_in_use",
    "waste",
    "wastes",
    "written",
]
