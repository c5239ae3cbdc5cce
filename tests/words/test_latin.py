import pytest
from hypothesis import given
from hypothesis import strategies as st

from kragozor.words.latin import LETTERS, latin


@pytest.mark.parametrize(
    ("bulgarian", "written"),
    [
        ("Жеравна", "Zheravna"),
        ("Щърково", "Shtarkovo"),
        ("Панагюрище", "Panagyurishte"),
        ("Ямбол", "Yambol"),
        ("Нейков", "Neykov"),
        ("Гьоврен", "Gyovren"),
        ("Йордан", "Yordan"),
        ("Джебел", "Dzhebel"),
        ("Цар Асен", "Tsar Asen"),
        ("София", "Sofia"),
        ("ИЗПЪЛНИТЕЛНА АГЕНЦИЯ", "IZPALNITELNA AGENTSIA"),
        ("Софийска", "Sofiyska"),
        ("сестрите Мария и Илиян", "sestrite Maria i Iliyan"),
        ("България", "Bulgaria"),
        ("Българово", "Balgarovo"),
        ("я", "ya"),
        ("Я", "Ya"),
        ("ия", "ia"),
        ("Видин-2, EOOD №5", "Vidin-2, EOOD №5"),
    ],
)
def test_words_are_written_by_the_act(bulgarian, written):
    assert latin(bulgarian) == written


def test_every_letter_has_its_own_spelling_in_ascii():
    assert "".join(LETTERS) == "абвгдежзийклмнопрстуфхцчшщъьюя"
    assert all(spelling.isascii() for spelling in LETTERS.values())


@given(st.text(alphabet=st.sampled_from("".join(LETTERS) + " -")))
def test_bulgarian_comes_out_in_ascii_alone(text):
    assert latin(text).isascii()


@given(st.text())
def test_what_is_latin_stays_as_it_is(text):
    assert latin(latin(text)) == latin(text)
