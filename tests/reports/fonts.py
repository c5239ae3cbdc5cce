"""Where the fonts of the reports are."""

from importlib import resources

FONTS = sorted(
    (file for file in resources.files("kragozor.reports").joinpath("fonts").iterdir()),
    key=lambda file: file.name,
)
FONTS = [file for file in FONTS if file.name.endswith(".ttf")]
