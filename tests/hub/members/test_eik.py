"""ЕИК and БУЛСТАТ: 9 digits, 13 for a branch, each with its check digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.bg import vat

from kragozor.hub.members import eik


@given(st.text("0123456789", min_size=9, max_size=9))
def test_nine_digits_agree_with_an_independent_reading(code):
    assert eik.is_valid(code) == vat.is_valid(code)


@given(st.text("0123456789", min_size=8, max_size=8))
def test_exactly_one_last_digit_fits(beginning):
    fitting = [digit for digit in "0123456789" if eik.is_valid(beginning + digit)]
    assert len(fitting) == 1


def test_nine_digits_fall_back_to_the_second_weights():
    # The first weights leave 10 of both; the second leave 2, and of the other 10 again, which is 0.
    assert eik.is_valid("121823012")
    assert eik.is_valid("121824870")
    assert not eik.is_valid("121823010")


def test_branch_is_checked_with_its_own_weights():
    # The last digit of the first part and the branch's three: 2·2 + 7·0 + 3·0 + 5·1 = 9.
    assert eik.is_valid("175074752" + "001" + "9")
    assert not eik.is_valid("175074752" + "001" + "8")


def test_branch_falls_back_to_the_second_weights():
    # 2·2 + 7·0 + 3·2 + 5·0 = 10, so 4·2 + 9·0 + 5·2 + 7·0 = 18 decides: 18 mod 11 = 7.
    assert eik.is_valid("175074752" + "020" + "7")
    # Both leave 10 of 2, 0, 3 and 6, which is 0.
    assert eik.is_valid("175074752" + "036" + "0")


def test_branch_of_no_principal_is_refused():
    """Its own check digit is right, and that of the first nine is not."""
    assert eik.is_valid("175074752" + "001" + "9")
    assert not eik.is_valid("175074751" + "001" + "7")


@pytest.mark.parametrize(
    "written", ["BG 175 074 752", "175074752", "ЕИК 175074752", "175.074.752", "bg175074752"]
)
def test_codes_are_read_as_people_write_them(written):
    assert eik.compact(written) == "175074752"


@pytest.mark.parametrize(
    "code",
    ["", "17507475", "1750747520", "17507475200015", "175074751", "17507475a", "١٧٥٠٧٤٧٥٢"],
)
def test_what_is_no_code_is_refused(code):
    assert not eik.is_valid(code)
