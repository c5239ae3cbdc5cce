"""``python -m kragozor.cli`` is the ``kragozor`` command."""

import sys

from kragozor.cli import main

if __name__ == "__main__":
    sys.exit(main())
