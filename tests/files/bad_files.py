"""Every bad file that the page and the command line must refuse, with what both say of it."""

from tests.files.books import changed, empty, filled, repacked, workbook_of
from tests.files.workbook.test_reader import with_rows

MB = 1024 * 1024
POST_CONSUMER = "рециклиран от отпадък след потребление"
WORKBOOK = workbook_of()


def without_sheet(book):
    del book["Изход"]


def renamed_column(book):
    book["Вход"]["B4"], book["Вход"]["B5"] = "Тегло", ""


def older(book):
    book.custom_doc_props["KragozorTemplate"].value = "0"


BAD = {
    "not a workbook": (lambda: b"hello", "нито JSON", "nor JSON"),
    "empty": (lambda: b"", "Файлът е празен", "The file is empty"),
    "macros": (
        lambda: repacked(empty(), add={"xl/vbaProject.bin": b"x"}),
        "съдържа макроси",
        "contains macros",
    ),
    "zip bomb": (
        lambda: repacked(empty(), add={"xl/media/image1.png": bytes(50 * MB)}),
        "компресиран повече от 100 пъти",
        "compressed more than 100 times",
    ),
    "missing sheet": (
        lambda: changed(WORKBOOK, without_sheet),
        "Липсва лист „Изход“",
        "The sheet “Изход” is missing",
    ),
    "renamed column": (
        lambda: changed(WORKBOOK, renamed_column),
        "намерено заглавие „Тегло“",
        "found the heading “Тегло”",
    ),
    "text for a number": (
        lambda: filled({"inflows!B7": "дванадесет"}),
        "очаква се число, например 12,5",
        "expected a number, for example 12.5",
    ),
    "formula without value": (
        lambda: filled({"inflows!B7": "=1+1"}),
        "формулата няма запазена стойност",
        "formula has no stored value",
    ),
    "negative mass": (
        lambda: filled({"inflows!B7": -3}),
        "намерено „−3“",
        "found “−3”",
    ),
    "destinations do not add up": (
        lambda: filled({"subject!C11": 250}),
        "сборът на редовете",
        "add up to",
    ),
    "share above 1": (
        lambda: filled({"outflows!I8": 38}),
        "намерено „38“; очаква се дял от 0 до 1: напишете 0,38 или 38 %",
        "found “38”; expected a share from 0 to 1: write 0.38 or 38%",
    ),
    "code that the list does not have": (
        lambda: filled({"outflows!J8": "15 01 08"}),
        "непознат код „15 01 08“; най-близкият е",
        "unknown code “15 01 08”; the nearest is",
    ),
    "hazardous code declared not hazardous": (
        lambda: filled({"outflows!J8": "15 01 10", "outflows!L8": "не"}),
        "е код за опасен отпадък; очаква се „да“",
        "is a code for hazardous waste; expected “yes”",
    ),
    "name that nobody sees": (
        lambda: filled({"subject!C5": "\ufeff\u200b"}),
        "намерени са само невидими знаци",
        "found only invisible characters",
    ),
    "lifetime of no years": (
        lambda: filled({"subject!C14": 0}),
        "намерено „0“; очаква се число, по-голямо от 0",
        "found “0”; expected a number above 0",
    ),
    "more recycled than collected": (
        lambda: filled({"inflows!C8": POST_CONSUMER, "inflows!J8": "рециклиране"}),
        "се връщат общо 40",
        "40 kg in all return",
    ),
    "hundred thousand rows": (
        lambda: with_rows(100_000),
        "повече от 5\u00a0000 реда с данни",
        "more than 5,000 rows of data",
    ),
    "older template": (
        lambda: changed(WORKBOOK, older),
        "Образецът е версия 0",
        "The template is of version 0",
    ),
}
