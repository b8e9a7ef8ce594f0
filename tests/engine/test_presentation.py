"""Units for the eye: whatever is shown and typed, the declared value is what was meant."""

import pytest

from engine.errors import ParameterError, UnitError
from engine.formatting import format_delta, format_value
from engine.metrics import METRICS
from engine.parameters import SPECS
from engine.presentation import choices, field_in, metric_in, read_in, spec_in, text_in
from engine.quantities import Range
from engine.uncertainty import Uncertainty
from tests.each import each

RENT = SPECS["accelerator.rent"]
TOKENS = SPECS["workload.input_tokens"]
NUMBERS = sorted(key for key, spec in SPECS.items() if spec.kind == "number")


def test_neighbours_are_offered_and_strangers_are_not():
    assert choices("s") == ("ms", "s", "min", "h")
    assert choices("$/h") == ("$/year", "$/month", "$/day", "$/h", "$/s")
    assert "GiB" in choices("GB")
    assert choices("tokens") == ("tokens", "k tokens", "M tokens")
    assert choices("1") == ("1",)
    assert choices("heads") == ("heads",)


@pytest.mark.parametrize(
    ("key", "symbol", "typed", "declared"),
    [
        ("accelerator.rent", "$/month", "1898", 1898 / 730),
        ("accelerator.rent", "$/month", "2.6 $/h", 2.6),
        ("accelerator.rent", "$/month", "=2*949", 1898 / 730),
        ("workload.input_tokens", "k tokens", "6", 6000.0),
        ("workload.input_tokens", "k tokens", "6,5", 6500.0),
        ("workload.input_tokens", "k tokens", "1e1", 10_000.0),
        ("workload.input_tokens", "k tokens", "6500 tokens", 6500.0),
        ("workload.input_tokens", "k tokens", "6k", 6000.0),
        ("limits.tpot", "s", "0.03", 30.0),
        ("limits.tpot", "s", "30 ms", 30.0),
        ("price.output", "$/k tokens", "0.002", 2.0),
        ("price.output", "$/k tokens", "$2 per M tokens", 2.0),
    ],
)
def test_figure_without_unit_is_in_the_unit_shown_and_any_other_as_written(key, symbol, typed, declared):
    assert read_in(typed, SPECS[key], symbol) == pytest.approx(declared, rel=1e-12)


def test_ranges_and_distributions_are_in_the_unit_shown_too():
    assert read_in("3 to 6", TOKENS, "k tokens") == Range(3000.0, 6000.0)
    assert read_in("pert 2 3 6", TOKENS, "k tokens") == Uncertainty(2e3, 6e3, "pert", 3e3, True)
    assert read_in("3000 to 6000 tokens", TOKENS, "k tokens") == Range(3000.0, 6000.0)
    assert read_in("5 ± 10%", TOKENS, "k tokens") == Uncertainty(4500.0, 5500.0, "normal")


@each("key", NUMBERS)
def test_text_under_the_caret_reads_back_as_exactly_the_value(key):
    spec = SPECS[key]
    for symbol in choices(spec.unit) if not spec.percent else (spec.unit,):
        for value in (spec.default, spec.soft_low, spec.soft_high):
            for decimal in ".,":
                text = field_in(value, spec, symbol, decimal, exact=True)
                assert read_in(text, spec, symbol, decimal) == value, (symbol, text)


def test_reading_says_the_unit_and_keeps_its_own_where_another_does_not_fit():
    assert text_in(2.6, RENT, "$/month", full=True) == "$1,898/month"
    assert text_in(6000.0, TOKENS, "k tokens", full=True) == "6 k tokens"
    assert text_in(2.6, RENT, "GB", full=True) == "$2.60/h"
    assert spec_in(RENT, "GB") is RENT
    assert spec_in(RENT, "$/month").soft_high == pytest.approx(RENT.soft_high * 730)
    assert spec_in(SPECS["workload.cached_share"], "%").percent


def test_metric_follows_with_its_change():
    ttft, cost = METRICS["ttft_p95"], METRICS["cost_per_output_token"]
    assert format_value(0.62, metric_in(ttft, "ms")) == "620 ms"
    assert format_delta(0.62, 0.6, metric_in(ttft, "ms"))[0] == "20 ms"
    seen = metric_in(cost, "$/k tokens")
    assert format_value(1.98e-6, seen, full=True) == "$0.00198/k tokens"
    assert seen.key == cost.key
    assert metric_in(cost, "$/k tokens") is seen
    assert metric_in(METRICS["gross_margin"], "ms") is METRICS["gross_margin"]


def test_nonsense_is_still_refused_with_the_reason():
    with pytest.raises(UnitError, match="'abc'"):
        read_in("abc", RENT, "$/month")
    with pytest.raises(UnitError, match="does not measure"):
        read_in("3 GB", RENT, "$/month")
    with pytest.raises(ParameterError):
        RENT.check(read_in("-5", RENT, "$/month"))
