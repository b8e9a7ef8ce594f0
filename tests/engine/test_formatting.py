import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.formatting import (
    MINUS,
    NOTHING,
    format_delta,
    format_exact,
    format_input,
    format_number,
    format_value,
    unit_text,
)
from engine.metrics import METRICS
from engine.parameters import SPECS
from engine.quantities import parse
from tests.each import each

NUMBERS = sorted(key for key, spec in SPECS.items() if spec.kind == "number")
TOKENS, SHARE, RENT = (
    SPECS["workload.input_tokens"],
    SPECS["workload.cached_share"],
    SPECS["accelerator.rent"],
)
FIGURES = st.floats(min_value=1e-9, max_value=1e13, allow_nan=False)


@given(
    value=FIGURES, key=st.sampled_from(NUMBERS), decimal=st.sampled_from([".", ","]), negative=st.booleans()
)
@settings(max_examples=400)
def test_what_a_field_shows_reads_back(value: float, key: str, decimal: str, negative: bool) -> None:
    spec = SPECS[key]
    value = -value if negative else value
    shown = parse(format_input(value, spec, decimal), spec, decimal)
    assert shown == pytest.approx(value, rel=5.1e-6)
    assert parse(format_input(float(shown), spec, decimal), spec, decimal) == shown
    assert parse(format_exact(value, spec, decimal), spec, decimal) == value


@each("key, decimal", itertools.product(NUMBERS, [".", ","]))
def test_every_default_reads_back_exactly(key: str, decimal: str) -> None:
    spec = SPECS[key]
    for value in (spec.default, spec.low, spec.soft_low, spec.soft_high):
        assert parse(format_exact(float(value), spec, decimal), spec, decimal) == float(value)


@pytest.mark.parametrize(
    ("key", "base", "text"),
    [
        ("cost_per_output_token", 1.98e-6, "$1.98"),
        ("cost_per_output_token", 1.9e-6, "$1.90"),
        ("cost_per_output_token", 22.353e-6, "$22.35"),
        ("cost_per_request", 0.00231, "$0.00231"),
        ("margin_per_request", -0.00231, f"{MINUS}$0.00231"),
        ("gross_margin", 0.1, "+10 %"),
        ("gross_margin", -1.2, f"{MINUS}120 %"),
        ("gross_margin", -1e-12, "0 %"),
        ("gross_margin", 0.0, "0 %"),
        ("tpot_p95", 0.032, "32 ms"),
        ("tpot_p95", 0.03171, "31.7 ms"),
        ("ttft_p95", 0.31, "0.31 s"),
        ("accelerators", 36.0, "36"),
        ("accelerators", 12345.0, "12,345"),
        ("capex", 1.2e6, "$1.2 M"),
        ("capex", 999_999.0, "$1 M"),
        ("capex", 99.999, "$100"),
        ("utilization", 0.45, "45 %"),
        ("binding", 2.0, "TTFT limit"),
        ("feasible", 1.0, "yes"),
        ("tpot_p95", math.nan, NOTHING),
        ("capex", math.inf, NOTHING),
    ],
)
def test_figures_read_as_designed(key: str, base: float, text: str) -> None:
    assert format_value(base, METRICS[key]) == text


def test_a_full_figure_names_what_it_is_per() -> None:
    assert format_value(2.6, RENT, full=True) == "$2.60/h"
    assert format_value(36.0, METRICS["accelerators"], full=True) == "36 accelerators"
    assert unit_text(METRICS["cost_per_output_token"]) == "per M tokens"
    assert format_value("fp8", SPECS["precision.weights"]) == "FP8"
    assert format_value(0.4, SHARE) == "40 %"
    assert format_value(20000.0, SPECS["workload.users"], decimal=",") == "20.000"


@pytest.mark.parametrize(
    ("key", "now", "base", "expected"),
    [
        ("cost_per_output_token", 1.6e-6, 2e-6, ("20 %", -1)),
        ("gross_margin", 0.32, 0.1, ("22 pt", 1)),
        ("tpot_p95", 0.028, 0.032, ("4 ms", -1)),
        ("accelerators", 72.0, 64.0, ("8", 1)),
        ("margin_per_request", -0.01, 0.02, ("$0.03", -1)),
        ("utilization", 0.45, 0.45, ("unchanged", 0)),
        ("utilization", 0.45, 0.45 * (1 + 1e-15), ("unchanged", 0)),
        ("ttft_p95", math.nan, 1.0, (NOTHING, 0)),
        ("ttft_p95", 1.0, math.inf, (NOTHING, 0)),
        ("price_per_request", 0.5, 0.0, ("$0.50", 1)),
        ("binding", 0.0, 2.0, ("was TTFT limit", -1)),
    ],
)
def test_deltas_read_as_designed(key: str, now: float, base: float, expected: tuple[str, int]) -> None:
    assert format_delta(now, base, METRICS[key]) == expected


@given(value=st.floats(), base=st.floats(), key=st.sampled_from(sorted(METRICS)), full=st.booleans())
@settings(max_examples=400)
def test_no_figure_is_written_as_nan_or_infinity(value: float, base: float, key: str, full: bool) -> None:
    texts = [format_value(value, METRICS[key], full=full), format_delta(value, base, METRICS[key])[0]]
    for text in texts:
        assert text
        assert not {"nan", "inf"} & set(text.lower().split())
        assert "-" not in text


@given(value=st.floats(min_value=1e-5, max_value=9e14))
def test_three_digits_are_kept(value: float) -> None:
    text = format_number(value).replace(",", "")
    number, _, scale = text.partition(" ")
    shown = float(number) * {"": 1.0, "M": 1e6, "B": 1e9, "T": 1e12}[scale]
    assert shown == pytest.approx(value, rel=5.01e-3)


@pytest.mark.parametrize(
    ("times", "told"), [(1.2, "20 %"), (25.45, "2,445 %"), (154.1, "15k %"), (2e5, "20 M %")]
)
def test_a_change_of_thousands_of_per_cent_stays_short(times, told):
    metric = METRICS["cost_per_output_token"]
    assert format_delta(times * 1e-6, 1e-6, metric)[0] == told


def test_a_year_of_the_calendar_has_no_thousands():
    spec = SPECS["outlook.start_year"]
    assert format_value(2026.0, spec) == format_value(2026.0, spec, full=True, decimal=",") == "2026"
    assert spec.show(2026.0) == "2026"
    assert spec.bounds_text() == "between 2000 and 2100"
    assert [key for key, one in SPECS.items() if one.calendar] == [
        "outlook.start_year", "outlook.pause_year", "industry.commodity_year",
    ]  # fmt: skip
