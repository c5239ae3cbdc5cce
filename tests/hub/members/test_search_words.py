"""The form in which words are compared: forms of one word meet, other words do not."""

import pytest

from kragozor.hub.members.search.stems import stems
from kragozor.hub.members.search.words import words, words_sought

FORMS = """
отпадък отпадъци отпадъкът отпадъка отпадъците
остатък остатъци остатъка остатъкът остатъците
производител производители производителите производителят производителя
университет университети университета университетът университетите
институт института институти институтът
царевица царевици царевицата царевиците
памук памуци памука памукът
опаковка опаковки опаковката опаковките
пластмаса пластмаси пластмасата пластмасите
пластмасов пластмасова пластмасово пластмасови пластмасовите пластмасовият пластмасовия
текстилен текстилна текстилно текстилни текстилните
мляко млека млякото
млечен млечни млечна млечните
тор торове торовете тора
предприятие предприятия предприятието предприятията
енергия енергии енергията енергиите
бял бяла бели бялата белите
технолог технолози технолога технологът
анализ анализи анализът
сертификат сертификати сертификата
търговец търговци търговецът търговците
влакно влакна влакното влакната
плод плодове плодовете плода
животновъд животновъди животновъдите
област области областта областите
компост компости компоста
български българска българско българските българският
изследване изследвания изследването изследванията
слой слоеве слоевете слоя
музей музеи музея музеите музеят
случай случаи случая случаите
мед меда медът
дърво дървета дърветата дървото
парче парчета парчетата парчето
"""
FOREIGN = [
    ("памук", "пане"),
    ("опаковка", "опашка"),
    ("хартия", "харпун"),
    ("вълна", "вълк"),
    ("текстил", "тестени"),
]


@pytest.mark.parametrize("forms", FORMS.split("\n")[1:-1])
def test_forms_of_a_word_share_a_stem(forms):
    assert set.intersection(*(set(stems(form)) for form in forms.split()))


@pytest.mark.parametrize(("one", "other"), FOREIGN)
def test_different_words_share_no_stem(one, other):
    assert not set(stems(one)) & set(stems(other))


@pytest.mark.parametrize("word", ["ад", "лен", "та", "ия", "ръж"])
def test_a_short_word_is_its_own_stem(word):
    assert stems(word) == (word,)


def test_case_accents_and_punctuation_make_no_difference():
    same = [[*words(text)] for text in ("Нишка-ООД", "НИШКА, „ООД“", "нишка  оод")]
    assert same[0] == same[1] == same[2]
    assert [word.written for word in words("café Ѝ")] == ["cafe", "i"]


@pytest.mark.parametrize("text", ["vulna", "VULNATA", "vylna", "valnata"])
def test_a_query_in_latin_letters_is_read_as_bulgarian(text):
    [stem] = {beginning for word in words("вълна") for beginning in word.beginnings}
    assert any(one.startswith(stem) for word in words_sought(text) for one in (*word.beginnings,))


@pytest.mark.parametrize("text", ["булка", "кука"])
def test_a_query_in_cyrillic_is_taken_as_it_stands(text):
    assert list(words_sought(text)) == list(words(text))


def test_particles_say_nothing():
    assert [word.written for word in words("отпадъци от и за the of")] == ["otpadatsi"]


@pytest.mark.parametrize(
    ("text", "beginning"),
    [("companies", "compan"), ("recyclers", "recycler"), ("glass", "glass"), ("status", "status")],
)
def test_english_plurals_are_cut(text, beginning):
    assert [word.beginnings for word in words(text)] == [(beginning,)]
