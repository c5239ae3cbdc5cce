"""Write the JSON Schema of inventories anew: run ``python update/schema.py`` after a change.

The schema is made from ``files/fields.toml``; a test fails when the committed one is old.
"""

from pathlib import Path

import kragozor.files
from kragozor.files.schema import FILE, schema_text


def main() -> None:
    """Write the schema beside the table it is made from."""
    Path(kragozor.files.__file__).with_name(FILE).write_text(schema_text(), "utf-8")


if __name__ == "__main__":
    main()
