"""Errors stay short whatever was put into them, and tell beginning, length and cure."""

import pytest

from engine.command_inputs import with_setting
from engine.doubt.entry import parse_entry
from engine.errors import LONGEST, IsocostError, ParameterError, ScenarioFileError, quoted
from engine.quantities import parse
from engine.row_filter import conditions
from engine.scenario import DEFAULT, spec_of
from engine.sweep_command import metric_of
from engine.sweep_plan import axis_of

LONG = "x" * 20_000
RENT = spec_of("accelerator.rent")


@pytest.mark.parametrize(
    ("tried", "begins", "cure"),
    [
        (lambda: parse_entry(f"0.5: {LONG}", RENT), "", ""),
        (lambda: parse_entry(f"0.5: 2, {LONG}", RENT), "'xxx", "must be WEIGHT: VALUE"),
        (lambda: parse_entry(f"0.5: {LONG}", spec_of("precision.kv")), "precision.kv: 'xxx", "not one of"),
        (lambda: parse(f"5 {'y' * 150}", RENT), "'yyy", "use $/h"),
        (lambda: with_setting(DEFAULT, LONG), "--set xxx", "1900 $/month"),
        (lambda: with_setting(DEFAULT, f"precision.kv={LONG}"), "precision.kv: 'xxx", "fp4"),
        (lambda: with_setting(DEFAULT, f"{LONG}=2"), "xxx", "is not a parameter"),
        (lambda: axis_of("accelerator.rent", f"1:2:3:{LONG}"), "accelerator.rent=1:2:3:xxx", ":log"),
        (
            lambda: axis_of("accelerator.rent", f"1:2:{'9' * 9000}"),
            "accelerator.rent: the number of points",
            "999",
        ),
        (lambda: conditions(LONG, ("accelerator.rent",)), "'xxx", ""),
        (lambda: conditions(f"{LONG} > 2", ("accelerator.rent",)), "no column is called 'xxx", "there are"),
        (lambda: conditions(f"precision.kv = {LONG}", ("precision.kv",)), "", "not one of"),
        (lambda: spec_of(LONG), "xxx", "is not a parameter"),
        (lambda: metric_of(LONG), "xxx", ""),
        (lambda: DEFAULT.with_value("accelerator.rent", LONG), "accelerator.rent: 'xxx", "finite number"),
        (lambda: DEFAULT.with_value("model.part", [LONG]), "model.part: ['xxx", "name of a part"),
    ],
)
def test_a_long_input_is_never_repeated_whole(tried, begins, cure):
    with pytest.raises(IsocostError) as error:
        tried()
    text = str(error.value)
    assert len(text) <= LONGEST
    assert "x" * 70 not in text or not begins
    assert text.startswith(begins)
    assert cure in text


def test_a_message_that_is_too_long_keeps_its_ends():
    told = str(IsocostError("accelerator.rent: " + LONG + "; write a number"))
    assert len(told) == LONGEST
    assert told.startswith("accelerator.rent: xxx")
    assert told.endswith("xxx; write a number")
    assert "20,034 characters in all" in told
    assert str(IsocostError("short")) == "short"


def test_problems_of_a_file_stay_short_each():
    error = ScenarioFileError("first", ("first", LONG))
    assert error.problems[0] == "first"
    assert len(error.problems[1]) == LONGEST
    assert ParameterError("accelerator.rent", LONG).key == "accelerator.rent"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("abc", "'abc'"),
        (1.5, "1.5"),
        ("z" * 61, f"'{'z' * 60}'\u2026 (61 characters)"),
        ([1] * 40, f"{str([1] * 40)[:60]}\u2026 (120 characters)"),
    ],
)
def test_what_is_quoted_tells_its_beginning_and_length(value, told):
    assert quoted(value) == told


def test_a_number_too_long_to_be_written_is_told_in_words():
    assert quoted(10**5000) == "a number of thousands of digits"


def test_a_whole_number_beyond_every_other_is_refused_in_words():
    with pytest.raises(ParameterError, match=r"accelerator\.rent: a number of thousands of digits is not"):
        DEFAULT.with_value("accelerator.rent", 10**5000)


def test_without_marks_the_beginning_stands_alone():
    assert quoted("3 $/h", marks=False) == "3 $/h"
