"""A value, an annex of parameters and one of titles that the tests bring in."""

from dataclasses import replace

from kragozor.instruments.parameters import Name, Status, packaged_parameters

GLASS = next(
    row for row in packaged_parameters() if row.key[:2] == ("glass", Name.RECYCLING_OUTPUT_RATE)
)
BETTER = replace(GLASS, value=0.7, source="Протокол 5", status=Status.SOURCED)

# One value that is new, one that is already known by its name, one that cannot be.
ANNEX = b"Material;Application;A;R2 EU;BG\nFelt;;0,5;0,4;0,3\nGlass;;0,2;1,7;0,61\n"
TITLES = (
    "Код;Наименование\n15 01;опаковки\n15 01 02;пластмасови опаковки\n99 99 99;няма такъв код\n"
).encode()
