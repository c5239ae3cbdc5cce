"""A result as it was kept when there were three frameworks, and neither draws nor items.

The file was written by the code of that day, for the example of the flour mill.
"""

from pathlib import Path

TEXT = (Path(__file__).parent / "kept" / "flour-mill-three-frameworks.json").read_text("utf-8")
