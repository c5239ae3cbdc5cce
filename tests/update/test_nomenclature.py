"""The page of symbols tells what the catalogue holds."""

from kragozor.instruments.indicators.catalogue import indicators
from update.nomenclature import PAGE, page, quantities


def test_page_is_up_to_date():
    assert PAGE.read_text("utf-8") == page()


def test_every_symbol_is_listed_once():
    for entry in indicators():
        listed = [quantity.symbol for _, quantity in quantities(entry)]
        assert len(listed) == len(set(listed))
        named = {*entry.input_of, *entry.value_of, *entry.item_of}
        # What is told in words or in an order has no symbol.
        assert set(listed) == named - {""}


def test_row_shows_symbol_name_unit_and_both_languages():
    row = "| *F*<sub>R</sub> | `recycled_feedstock` | – | Share of feedstock that is recycled |"
    assert any(line.startswith(row) for line in page().splitlines())
    assert "| *m*<sub>i</sub> | `inflows[].mass` | kg |" in page()
