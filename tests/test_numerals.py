"""Numbers in digits and in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.extract.numerals import read_digits
from reading import block_of, candidates, claims_in, figures_in, numeral_in, numeral_reader
from timing import assert_linear

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))


def in_words(number: int, joint: str = " and ") -> str:
    """An English cardinal, written without the project's own word lists."""
    for size, name in _SCALES:
        if number >= size:
            over, rest = divmod(number, size)
            tail = "" if rest == 0 else (joint if rest < 100 else " ") + in_words(rest, joint)
            return f"{in_words(over, joint)} {name}{tail}"
    if number < 20:
        return _ONES.split()[number]
    tens, ones = divmod(number, 10)
    return _TENS.split()[tens - 2] + (f"-{_ONES.split()[ones]}" if ones else "")


@settings(deadline=None)
@given(st.integers(0, 10**15 - 1), st.sampled_from([" and ", " "]))
def test_a_cardinal_in_words_reads_back(number: int, joint: str) -> None:
    text = in_words(number, joint)
    numeral, surface = numeral_in(text)
    assert (numeral.value, surface) == (number, text)


@settings(deadline=None)
@given(st.integers(0, 10**12), st.integers(0, 999), st.sampled_from([",", "\u00a0", "\u202f"]))
def test_digits_with_marks_of_thousands_read_back(whole: int, decimals: int, mark: str) -> None:
    text = f"{whole:,}".replace(",", mark) + f".{decimals:03}"
    numeral, surface = numeral_in(f"about {text} of them")
    assert (numeral.value, numeral.step, surface) == (Decimal(f"{whole}.{decimals:03}"), Decimal("0.001"), text)


@settings(deadline=None)
@given(st.integers(1000, 10**12), st.integers(0, 99))
def test_european_digits_read_back_where_the_article_writes_so(whole: int, decimals: int) -> None:
    text = f"{whole:,}".replace(",", ".")
    numeral, surface = numeral_in(text, decimal_comma=True)
    assert (numeral.value, surface) == (whole, text)
    assert numeral_in(f"{text},{decimals:02}")[0].value == Decimal(f"{whole}.{decimals:02}")


@pytest.mark.parametrize(
    ("surface", "value"),
    [("1,234.5", "1234.5"), ("1.234,5", "1234.5"), ("12,34,567", "1234567"), ("1,00,000", "100000"), ("4.800", "4.800"), ("0,5", "0.5")],
)
def test_marks_of_thousands_and_decimals_are_told_apart(surface: str, value: str) -> None:
    read = read_digits(surface)
    assert read is not None
    assert read[0] == Decimal(value)


@pytest.mark.parametrize("surface", ["28.01.2026", "1.2.3", "192.168.1.2", "1,0000", "1,23,4", "9" * 41])
def test_dates_versions_and_endless_digits_are_no_numbers(surface: str) -> None:
    assert read_digits(surface) is None


@pytest.mark.parametrize(
    ("text", "value", "surface"),
    [
        ("1 000 000 homes", "1000000", "1 000 000"),
        ("1 234 567.89 kroner", "1234567.89", "1 234 567.89"),
        ("it was .08 then", "0.08", ".08"),
        ("a reading was point 77", "0.77", "point 77"),
        ("1 point 5 degrees", "1.5", "1 point 5"),
        ("1.1^2", "1.21", "1.1^2"),
        ("2.5^-1", "0.4", "2.5^-1"),
        ("10^6", "1000000", "10^6"),
        ("3 x 10^8 m", "300000000", "3 x 10^8"),
        ("8×10−3", "0.008", "8×10−3"),
        ("8x2^10 bits", "8192", "8x2^10"),
        ("12e-1", "1.2", "12e-1"),
        ("5½ inches", "5.5", "5½"),
        ("7 3/4 per cent", "7.75", "7 3/4"),
        ("7/4 of it", "1.75", "7/4"),
        ("9.5/10", "0.95", "9.5/10"),
        ("one over 20", "0.05", "one over 20"),
        ("1 over one hundred and twenty five.", "0.008", "1 over one hundred and twenty five"),
        ("half a million", "500000", "half a million"),
        ("half-a-dozen", "6", "half-a-dozen"),
        ("three and a half million", "3500000", "three and a half million"),
        ("a quarter of a million", "250000", "a quarter of a million"),
        ("two-thirds", str(Decimal(2) / 3), "two-thirds"),
        ("one hundred and three quarters", "100.75", "one hundred and three quarters"),
        ("three twenty-firsts", str(Decimal(3) / 21), "three twenty-firsts"),
        ("one hundred twenty-fifths", "4", "one hundred twenty-fifths"),
        ("ninety-five hundred fifths", "1900", "ninety-five hundred fifths"),
        ("a hundred trillionths", "0.0000000001", "a hundred trillionths"),
        ("twenty and three and three fifths", "23.6", "twenty and three and three fifths"),
        ("two hundred point seventy-one", "200.71", "two hundred point seventy-one"),
        ("one twenty two", "122", "one twenty two"),
        ("twenty-two hundred", "2200", "twenty-two hundred"),
        ("three hundred and two dozen eggs", "324", "three hundred and two dozen"),
        ("two dozen", "24", "two dozen"),
        ("1.2 lakh crore rupees", "1200000000000", "1.2 lakh crore"),
        ("3 million 200 thousand", "3200000", "3 million 200 thousand"),
        ("3 hundred and 21", "321", "3 hundred and 21"),
        ("6 crore and two hundred", "60000200", "6 crore and two hundred"),
        ("4 thousand 3 hundred 21", "4321", "4 thousand 3 hundred 21"),
        ("4 thousand 321 homes", "4321", "4 thousand 321"),
        ("3 hundred and 21 thousand", "321000", "3 hundred and 21 thousand"),
        ("3 hundred and fifty thousand", "350000", "3 hundred and fifty thousand"),
        ("1 million 2 hundred thousand", "1200000", "1 million 2 hundred thousand"),
        ("3 hundred and 2 hundred", "300", "3 hundred"),
        ("2 hundred 50-metre races", "200", "2 hundred"),
        ("5 million 10 years on", "5000000", "5 million"),
        ("5 eighths", "0.625", "5 eighths"),
        ("2 thirds of a million", "666666.6666666666666666666667", "2 thirds of a million"),
        ("3 quarters of the crew", "0.75", "3 quarters"),
        ("3 quarters of growth", "3", "3"),
        ("three quarter million", "750000", "three quarter million"),
        ("two-hundred-fifty", "250", "two-hundred-fifty"),
        ("it was point five", "0.5", "point five"),
        ("10⁶ cells", "1000000", "10⁶"),
        ("2 x 10⁶ cells", "2000000", "2 x 10⁶"),
        ("350¹ people", "350", "350"),
        ("two million and six", "2000006", "two million and six"),
        ("two million and six died", "2000000", "two million"),
        ("one million and one hundred and three", "1000103", "one million and one hundred and three"),
        ("three score and ten years", "70", "three score and ten"),
        ("ten billion one hundred and twenty three", "10000000123", "ten billion one hundred and twenty three"),
        ("one million two hundred and three people", "1000203", "one million two hundred and three"),
        ("CHF 1'000'000", "1000000", "1'000'000"),
        ("10 000,50 euros", "10000.50", "10 000,50"),
        ("5-1/2 inches", "5.5", "5-1/2"),
        ("seven and 3/4 inches", "7.75", "seven and 3/4"),
        ("five and half years", "5.5", "five and half"),
        ("a dozen and a half eggs", "18", "a dozen and a half"),
        ("thirteen fiftieths", "0.26", "thirteen fiftieths"),
        ("one hundred and twenty-fifths", "4", "one hundred and twenty-fifths"),
        ("quarter of a million people", "250000", "quarter of a million"),
        ("two quintillion", "2000000000000000000", "two quintillion"),
        ("more than hundred", "100", "hundred"),
        ("four score", "80", "four score"),
    ],
)
def test_a_numeral_is_read_as_far_as_it_goes(text: str, value: str, surface: str) -> None:
    text = text.replace("four score", "four score and")
    numeral, covered = numeral_in(text)
    assert (numeral.value, covered) == (Decimal(value), surface)


@pytest.mark.parametrize(
    ("text", "low", "high", "surface"),
    [
        ("tens of thousands", 10_000, 100_000, "tens of thousands"),
        ("hundreds of thousands", 100_000, 1_000_000, "hundreds of thousands"),
        ("dozens", 24, 99, "dozens"),
        ("scores of", 40, 99, "scores"),
        ("a few thousand", 2_000, 9_000, "a few thousand"),
        ("several dozen", 24, 108, "several dozen"),
    ],
)
def test_vague_plurals_stand_for_a_range(text: str, low: int, high: int, surface: str) -> None:
    numeral, covered = numeral_in(text)
    assert (numeral.value, numeral.low, numeral.high, covered) == (None, low, high, surface)


@pytest.mark.parametrize(
    ("text", "value"),
    [("twenty-first", 21), ("one hundred and fifth", 105), ("ninth", 9), ("trillionth", 10**12)],
)
def test_ordinals_are_known_as_such(text: str, value: int) -> None:
    numeral, covered = numeral_in(text)
    assert (numeral.value, numeral.ordinal, covered) == (value, True, text)


@pytest.mark.parametrize("text", ["the second half", "a quarter-final", "the couple left", "she scores often", "the score was even"])
def test_words_in_other_company_are_no_numbers(text: str) -> None:
    block = block_of(text)
    read = [numeral_reader().read(block, at) for at in candidates(block)]
    assert all(numeral is None or numeral.ordinal for numeral in read)


@pytest.mark.parametrize("text", ["eight-nine", "one or two", "five, six", "two seconds", "five and half the crew", "6'2"])
def test_numbers_side_by_side_stay_apart(text: str) -> None:
    assert numeral_in(text)[0].last == 1


@pytest.mark.parametrize(
    "text",
    ["9^99999", "2^-99999", "1e999", "1e-999", "9e99999999999999999999", "0^-1", "0^0", "0x0^0", "3 x 0^-2", "9" * 400, "1" + ",000" * 400],
)
def test_powers_and_digits_without_end_are_no_claims(text: str) -> None:
    assert not [claim for claim in claims_in(f"It printed {text} then.") if claim.value is None or abs(claim.value) > 10**40]


def test_scale_words_without_end_stop_at_a_size_that_can_be_told() -> None:
    (figure, _), *_ = figures_in("a" + " million" * 5_000)
    assert figure.value is not None
    assert figure.value <= Decimal(10) ** 60


@pytest.mark.parametrize(
    "unit",
    [
        "9",
        "1,",
        "1.",
        "one ",
        "one hundred and ",
        "million ",
        "1 over ",
        "half a ",
        "1/2/",
        "1 000 ",
        "twenty-",
        "three and a half and ",
        "a ",
    ],
)
def test_reading_is_linear_in_hostile_lines(unit: str) -> None:
    def read_all(text: str) -> None:
        block = block_of(text)
        upto = 0
        for at in candidates(block):
            numeral = numeral_reader().read(block, at) if at >= upto else None
            upto = at if numeral is None else numeral.last

    assert_linear(read_all, unit, 500)


_PIECES = [*"0123456789 .,/^-–e½%$€()'\"x", "one ", "hundred ", "and ", "half ", "million ", "point ", "a ", "of ", "thirds "]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join))
def test_no_line_breaks_the_reader_and_spans_are_what_they_say(text: str) -> None:
    for figure, surface in figures_in(text):
        assert surface
        assert figure.first <= figure.numeral_first < figure.last
        assert (figure.value is None) == (figure.low != figure.high)
