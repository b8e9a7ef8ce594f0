"""The helper that runs one test over many cases tells every case that fails, and passes nothing by."""

import pytest

from tests.each import each


def test_every_case_that_fails_is_told_and_the_others_are_run():
    seen = []

    @each("value, limit", [(1, 2), (3, 2), (5, 2), (0, 2)])
    def small(value, limit):
        seen.append(value)
        assert value < limit

    with pytest.raises(AssertionError, match=r"(?s)2 of 4.*\(3, 2\).*\(5, 2\)"):
        small()
    assert seen == [1, 3, 5, 0]


def test_no_case_at_all_is_a_failure():
    with pytest.raises(AssertionError, match="no case"):
        each("value", [])(lambda value: None)()


@each("value", range(3))
def test_fixtures_are_given_beside_the_case(tmp_path, value):
    assert tmp_path.is_dir()
    assert value in range(3)
