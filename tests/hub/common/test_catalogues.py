"""Translations are compiled when they are missing or old."""

import gettext
import os

from kragozor.hub.common.catalogues import compile_stale

PO = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "mass"\nmsgstr "маса"\n'
)


def test_a_catalogue_is_compiled_once_and_again_when_it_changed(tmp_path):
    source = tmp_path / "bg" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(PO)
    assert compile_stale(tmp_path) == [source]
    assert compile_stale(tmp_path) == []
    with source.with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("mass") == "маса"
    later = source.stat().st_mtime + 10
    os.utime(source, (later, later))
    assert compile_stale(tmp_path) == [source]
