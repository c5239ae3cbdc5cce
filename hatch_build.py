"""Compile the translation catalogues, so that every installation carries them."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileCatalogues(BuildHookInterface):
    """Write each ``.mo`` beside its ``.po``."""

    def initialize(self, version: str, build_data: dict) -> None:
        for source in Path(self.root, "src").rglob("*.po"):
            with source.open("rb") as file:
                catalogue = read_po(file)
            with source.with_suffix(".mo").open("wb") as file:
                write_mo(file, catalogue)
