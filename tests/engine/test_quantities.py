import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import IsocostError, UnitError
from engine.parameters import SPECS
from engine.quantities import Range, parse, unit_symbol
from engine.units import UNITS, compatible, convert
from tests.each import each
from tests.effort import Effort

NUMBERS = sorted(key for key, spec in SPECS.items() if spec.kind == "number")
TOKENS, SHARE, RENT = (
    SPECS["workload.input_tokens"],
    SPECS["workload.cached_share"],
    SPECS["accelerator.rent"],
)
FIGURES = st.floats(min_value=1e-9, max_value=1e13, allow_nan=False)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("48", 48.0),
        (" 48 ", 48.0),
        ("5e3", 5000.0),
        ("5E+3", 5000.0),
        ("1.2M", 1.2e6),
        ("3k", 3000.0),
        ("3 k tokens", 3000.0),
        ("2B", 2e9),
        ("1.5bn", 1.5e9),
        ("6 000", 6000.0),
        ("6\u202f000", 6000.0),
        ("6'000", 6000.0),
        ("1,234,567", 1234567.0),
        ("1,234,567.5", 1234567.5),
        ("1.234.567,5", 1234567.5),
        ("−5", -5.0),
        ("+5", 5.0),
        (".5", 0.5),
        ("5.", 5.0),
        ("=2*1.3", 2.6),
        ("= 2 * (3k + 1)", 6002.0),
        ("=2^10", 1024.0),
        ("=2**-1", 0.5),
        ("=-(3-5)", 2.0),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, value: float) -> None:
    assert parse(text, TOKENS) == value


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("3.5", ".", 3.5),
        ("3,5", ".", 3.5),
        ("3.5", ",", 3.5),
        ("3,5", ",", 3.5),
        ("6,000", ".", 6000.0),
        ("6.000", ".", 6.0),
        ("6.000", ",", 6000.0),
        ("6,000", ",", 6.0),
        ("0.125", ",", 0.125),
        ("12,345.678", ",", 12345.678),
        ("=2,5*3", ",", 7.5),
        ("=2.5*3", ",", 7.5),
    ],
)
def test_the_locale_decides_only_what_is_ambiguous(text: str, decimal: str, value: float) -> None:
    assert parse(text, TOKENS, decimal) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("55", 0.55),
        ("55%", 0.55),
        ("55 %", 0.55),
        ("12.5", 0.125),
        ("0.07", 0.0007),
        ("0.5 ×", 0.5),
        ("=50+5", 0.55),
    ],
)
def test_a_share_is_typed_in_per_cent(text: str, value: float) -> None:
    assert parse(text, SHARE) == value


def test_per_cent_within_arithmetic_is_a_fraction() -> None:
    assert parse("=50%*50%", SHARE) == 0.25
    assert parse("=50%+5%", SHARE) == pytest.approx(0.55, rel=1e-15)


def test_bare_fractions_are_taken_where_the_declared_unit_is_meant() -> None:
    assert parse("0.4", SHARE, bare="declared") == 0.4
    assert parse("40%", SHARE, bare="declared") == 0.4
    assert parse("48", TOKENS, bare="declared") == 48.0


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2.6 $/h", 2.6),
        ("$2.60", 2.6),
        ("$2.60/h", 2.6),
        ("$ 2.6 per hour", 2.6),
        ("2.6 USD/h", 2.6),
        ("2.6 $ / h", 2.6),
        ("1900 $/month", convert(1900, "$/month", "$/h")),
        ("1.9k $/month", convert(1900, "$/month", "$/h")),
        ("$1.9k/month", convert(1900, "$/month", "$/h")),
        ("=1800+100 $/month", convert(1900, "$/month", "$/h")),
        ("=60/2 $/day", convert(30, "$/day", "$/h")),
    ],
)
def test_units_that_fit_are_converted(text: str, value: float) -> None:
    assert parse(text, RENT) == pytest.approx(value, rel=1e-15)


def test_a_count_of_parameters_is_typed_as_its_name_says() -> None:
    assert parse("70B", SPECS["model.dense_parameters"]) == 70.0
    assert parse("800M", SPECS["model.dense_parameters"]) == pytest.approx(0.8)


@each("key", NUMBERS)
def test_every_unit_of_the_table_is_understood_where_it_fits(key: str) -> None:
    spec = SPECS[key]
    for symbol in compatible(spec.unit):
        if symbol != "1":
            value = parse(f"3 {symbol}", spec)
            assert value == pytest.approx(convert(3, symbol, spec.unit), rel=1e-14), symbol


@pytest.mark.parametrize("text", ["3 to 6", "3–6", "3 TO 6", "3 … 6", "3 tokens to 6 tokens"])
def test_two_numbers_are_a_range(text: str) -> None:
    assert parse(text, TOKENS) == Range(3.0, 6.0)


def test_the_unit_of_a_range_may_stand_once() -> None:
    assert parse("12 to 30 %", SHARE) == Range(0.12, 0.3)
    low_high = parse("1900 to 2100 $/month", RENT)
    assert isinstance(low_high, Range)
    assert low_high.low == pytest.approx(convert(1900, "$/month", "$/h"))


def test_the_middle_of_a_range_is_geometric_where_it_can_be() -> None:
    assert Range(4.0, 9.0).median == pytest.approx(6.0)
    assert Range(-1.0, 3.0).median == 1.0


@pytest.mark.parametrize("text", ["6 to 3", "3 to 3"])
def test_a_range_that_does_not_rise_is_refused(text: str) -> None:
    with pytest.raises(UnitError, match="low number comes first"):
        parse(text, TOKENS)


@pytest.mark.parametrize(
    "text",
    [
        "1..2",
        "1,2,3",
        "abc",
        "+-5",
        "--5",
        "nan",
        "inf",
        "1e",
        "12 34",
        "0x10",
        "1_0",
        "$$5",
        "..",
        ",",
        "k",
        "3 to",
        "1,23,456",
    ],
)
def test_what_is_no_number_is_refused_with_examples(text: str) -> None:
    with pytest.raises(UnitError):
        parse(text, TOKENS)


def test_messages_name_the_text_and_the_cure() -> None:
    with pytest.raises(UnitError, match=r"^'1\.\.2' is not a number\. Examples: 1\.2, 3k, 12%$"):
        parse("1..2", TOKENS)
    with pytest.raises(UnitError, match=r"^kg does not measure money/time; use \$/h, .*\$/day, \$/month"):
        parse("3 kg", RENT)
    with pytest.raises(UnitError, match=r"Put = in front to calculate: =2\*3"):
        parse("2*3", TOKENS)
    with pytest.raises(UnitError, match="divides by zero"):
        parse("=1/(2-2)", TOKENS)
    with pytest.raises(UnitError, match="Type a number"):
        parse("  ", TOKENS)


@pytest.mark.parametrize(
    "text",
    [
        "=9**9**9",
        "=9^9^9^9",
        "=1e300*1e300",
        "1e400",
        "1e99999999999",
        "=1e999",
        "9" * 150 + "e350",
        "=" + "9**" * 60 + "9",
    ],
)
def test_huge_numbers_are_refused_at_once(text: str) -> None:
    with Effort() as spent, pytest.raises(UnitError, match="too large"):
        parse(text, TOKENS)
    assert spent.seconds < 0.1


@pytest.mark.parametrize(
    "text",
    [
        "=__import__('os')",
        "=x",
        "=1 if 1 else 2",
        "=[1]",
        "=2(3)",
        "=(1",
        "=1)",
        "=",
        "=()",
        "=1//2",
        "=1%2",
        "=(-8)^0.5",
        "=1,,2",
    ],
)
def test_only_arithmetic_is_calculated(text: str) -> None:
    with pytest.raises(UnitError):
        parse(text, TOKENS)


@given(
    text=st.one_of(
        st.text(max_size=40),
        st.text(alphabet="0123456789.,+-*/^()=%$ kMBGeEto–'_h", max_size=30),
        st.builds("=".__add__, st.text(alphabet="0123456789.+-*/^() k%", max_size=60)),
    ),
    key=st.sampled_from(NUMBERS),
    decimal=st.sampled_from([".", ","]),
)
@settings(max_examples=600, deadline=500)
def test_no_text_does_more_than_be_refused(text: str, key: str, decimal: str) -> None:
    try:
        value = parse(text, SPECS[key], decimal)
    except IsocostError:
        return
    ends = [value.low, value.high] if isinstance(value, Range) else [value]
    assert all(math.isfinite(end) for end in ends)


def test_unit_symbol_prefers_what_fits() -> None:
    assert unit_symbol("mw", SPECS["network.power"]) == "MW"
    assert unit_symbol("years", SPECS["finance.life"]) == "years"
    assert unit_symbol("month", SPECS["finance.life"]) == "months"


def test_units_table_has_no_unit_that_parses_as_another() -> None:
    for spec in (SPECS[key] for key in NUMBERS):
        for symbol in compatible(spec.unit):
            assert UNITS[unit_symbol(symbol, spec)].factor == UNITS[symbol].factor
