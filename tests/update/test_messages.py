"""The catalogues of translations: what a source asks for is found, and what is missing is told."""

import pytest

from update import messages

PAGE = """{% load i18n %}
  <h1>{% translate "Result" %}</h1>
    {% blocktranslate count rows=rows %}One row{% plural %}{{ rows }} rows{% endblocktranslate %}
{% translate "May" context "month" %}
"""
VIEWS = """from django.utils.translation import gettext_lazy as _, pgettext
title = _("Inventory")
label = pgettext("verb", "Open")
"""
COMPLETE = r"""
msgid "Result"
msgstr "Резултат"

msgid "One row"
msgid_plural "%(rows)s rows"
msgstr[0] "Един ред"
msgstr[1] "%(rows)s реда"

msgctxt "month"
msgid "May"
msgstr "май"

msgid "Inventory"
msgstr "Опис"

msgctxt "verb"
msgid "Open"
msgstr "Отваряне"
"""


@pytest.fixture
def hub(tmp_path, monkeypatch):
    """A hub of one app, with one template, one module and an empty catalogue."""
    app = tmp_path / "measuring"
    (app / "templates").mkdir(parents=True)
    (app / "templates" / "page.html").write_text(PAGE, "utf-8")
    (app / "views.py").write_text(VIEWS, "utf-8")
    catalogue = app / "locale" / "bg" / "LC_MESSAGES" / "django.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text("", "utf-8")
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    monkeypatch.setattr(messages, "HUB", tmp_path)
    return catalogue


def test_check_names_every_message_that_is_missing(hub, capsys):
    assert messages.main(["--check"]) == 1
    said = capsys.readouterr().out
    assert all(word in said for word in ("Result", "One row", "May", "Inventory", "Open"))
    assert hub.read_text("utf-8") == ""


def test_check_accepts_a_complete_catalogue(hub):
    hub.write_text(COMPLETE, "utf-8")
    assert messages.main(["--check"]) == 0


@pytest.mark.parametrize(
    ("before", "after", "finding"),
    [
        ('msgstr "Резултат"', 'msgstr ""', "not translated: 'Result'"),
        ('msgid "Result"', '#, fuzzy\nmsgid "Result"', "not translated: 'Result'"),
        ("%(rows)s реда", "", "not translated: ('One row'"),
        ("%(rows)s реда", "%(redove)s реда", "malformed: ('One row'"),
        ('msgid "Inventory"', 'msgid "Stock list"', "no longer used: 'Stock list'"),
    ],
)
def test_check_finds_what_is_wrong(hub, capsys, before, after, finding):
    hub.write_text(COMPLETE.replace(before, after), "utf-8")
    assert messages.main(["--check"]) == 1
    assert finding in capsys.readouterr().out


def test_update_adds_what_is_missing_and_keeps_what_is_translated(hub, capsys):
    hub.write_text(COMPLETE.replace('msgid "Inventory"', 'msgid "Stock list"'), "utf-8")
    assert messages.main([]) == 1
    assert "not translated: 'Inventory'" in capsys.readouterr().out
    text = hub.read_text("utf-8")
    assert "Резултат" in text
    assert "Stock list" not in text
    assert messages.main([]) == 1
    assert hub.read_text("utf-8") == text


def test_a_nearer_catalogue_speaks_for_its_own_package(hub, tmp_path):
    outer = tmp_path / "locale" / "bg" / "LC_MESSAGES" / "django.po"
    outer.parent.mkdir(parents=True)
    outer.write_text("", "utf-8")
    (tmp_path / "urls.py").write_text("name = gettext('Home')", "utf-8")
    assert [m.id for m in messages.extracted(outer) if m.id] == ["Home"]


def test_one_message_is_translated_the_same_in_every_app(hub, tmp_path, capsys):
    hub.write_text(COMPLETE, "utf-8")
    other = tmp_path / "people" / "locale" / "bg" / "LC_MESSAGES" / "django.po"
    other.parent.mkdir(parents=True)
    (tmp_path / "people" / "views.py").write_text("a = _('Inventory'), pgettext('noun', 'Open')")
    other.write_text(
        'msgid "Inventory"\nmsgstr "Опис"\n\nmsgctxt "noun"\nmsgid "Open"\nmsgstr "Ч"\n'
    )
    assert messages.main(["--check"]) == 0
    other.write_text(other.read_text("utf-8").replace("Опис", "Инвентар"), "utf-8")
    assert messages.main(["--check"]) == 1
    assert "two translations of 'Inventory': 'Опис' in measuring, 'Инвентар' in people" in (
        capsys.readouterr().out
    )


@pytest.mark.parametrize(("word", "ours", "code"), [("May", "Права", 1), ("Save", "Запис", 0)])
def test_a_text_of_django_is_reworded_on_purpose_only(hub, tmp_path, capsys, word, ours, code):
    (tmp_path / "measuring" / "templates" / "page.html").unlink()
    (tmp_path / "measuring" / "views.py").write_text(f"title = _('{word}')")
    hub.write_text(f'msgid "{word}"\nmsgstr "{ours}"\n', "utf-8")
    assert messages.main(["--check"]) == code
    assert ("a package says 'Май' for 'May'" in capsys.readouterr().out) == bool(code)
