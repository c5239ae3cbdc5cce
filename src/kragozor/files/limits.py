"""How much of a file is taken; beyond, it is refused before it is parsed."""

MEGABYTE = 1024 * 1024

MAX_BYTES = 10 * MEGABYTE
MAX_ROWS = 5_000
MAX_DEPTH = 10

# A workbook is a ZIP archive: what it may unpack to, how tightly and from how many parts.
MAX_UNPACKED = 100 * MEGABYTE
MAX_RATIO = 100
MAX_ENTRIES = 2_000
# How much XML one row may be, and how many of its cells are read: a row is held as a whole.
MAX_ROW = 5 * MEGABYTE
MAX_COLUMNS = 100
