"""Put the official Bulgarian titles into the List of Waste.

Run ``python -m update.waste_titles ANNEX`` from the root of the repository, where ANNEX is Annex 1
to Ordinance No 2 of 2014 on the classification of waste as a workbook or a CSV file. What the
annex names becomes official; what it leaves out stays as it is.
"""

import csv
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kragozor.files.problems import FileRefused
from kragozor.files.waste_titles import read_waste_titles
from kragozor.instruments.reference.waste import TitleStatus

ORDINANCE = "Bulgarian title of Ordinance No 2 of 2014, Annex 1"
TARGET = Path(__file__).parent.parent / "src/kragozor/instruments/reference/list-of-waste.csv"


def with_titles(
    rows: Iterable[Mapping[str, str]], titles: Mapping[str, str]
) -> Iterator[Mapping[str, str]]:
    """Yield the rows of the list, with the official title and its source where there is one."""
    for row in rows:
        title = titles.get(row["code"])
        yield {**row, **_official(row["source"], title)} if title else row


def _official(source: str, title: str) -> Mapping[str, str]:
    law = source.partition(f"; {ORDINANCE}")[0]
    return {
        "title_bg": title,
        "title_bg_status": TitleStatus.OFFICIAL.value,
        "source": f"{law}; {ORDINANCE}",
    }


def main() -> None:
    """Read the annex and write the table, or say what is wrong with the annex."""
    try:
        titles = read_waste_titles(Path(sys.argv[1]))
    except FileRefused as refusal:
        sys.exit("\n".join(refusal.lines("en")))
    with TARGET.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(with_titles(rows, titles))
    print(f"{len(titles)} of {len(rows)} titles are official now.")


if __name__ == "__main__":
    main()
