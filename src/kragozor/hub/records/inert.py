"""Text that a spreadsheet would run: marked where it is written, without the mark when read."""

# A spreadsheet takes a text that begins like this for a formula, and would run it.
# Some take the wide forms of these signs as well.
FORMULA_SIGNS = tuple("=+-@\t\r\n＝＋－＠")
MARK = "'"


def harmless(text: str) -> str:
    """Return a text that a spreadsheet shows and does not run.

    >>> harmless("=1+1"), harmless("Нишка")
    ("'=1+1", 'Нишка')
    """
    return f"{MARK}{text}" if text.startswith(FORMULA_SIGNS) else text


def meant(text: str) -> str:
    """Return the text of which `harmless` made this one.

    >>> meant("'+359 2 100 200"), meant("'s-Hertogenbosch")
    ('+359 2 100 200', "'s-Hertogenbosch")
    """
    bare = text.removeprefix(MARK)
    return bare if bare.startswith(FORMULA_SIGNS) else text
