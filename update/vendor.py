"""Fetch the JavaScript that the hub serves, from npm, at a fixed version.

Run ``python update/vendor.py`` and commit what it changes.
"""

import subprocess
import tarfile
import tempfile
from pathlib import Path

HTMX = "htmx.org@2.0.11"
TARGET = Path(__file__).parents[1] / "src/kragozor/hub/common/static/js"
# htmx carries its licence (0BSD) beside its code; both are kept.
FILES = {"package/dist/htmx.min.js": "htmx.min.js", "package/LICENSE": "htmx.LICENSE.txt"}


def main() -> None:
    """Write the files of the package into the hub's static folder."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", HTMX], cwd=folder, check=True)
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as package:
            for member, name in FILES.items():
                content = package.extractfile(member)
                assert content is not None, member
                (TARGET / name).write_bytes(content.read())
                print(f"{HTMX}: {name}")


if __name__ == "__main__":
    main()
