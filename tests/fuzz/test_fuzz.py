"""A few hundred inputs from strangers for each reader: nothing comes out but figures or the declared errors.

The long run is `make fuzz`; what it found is kept under `cases` and comes first here.
"""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz import seeds
from tests.fuzz.mutate import mutated
from tests.fuzz.strategies import inputs
from tests.fuzz.targets import TARGETS

COUNT = 200
every_target = pytest.mark.parametrize("target", TARGETS.values(), ids=TARGETS)


@every_target
def test_inputs_that_once_did_harm_do_none(target):
    for data in seeds.kept(target.name):
        target.run(data)


@every_target
def test_changed_inputs_bring_declared_errors_only(target):
    rng = random.Random(f"{target.name} 1")
    origins = target.seeds()
    for origin in origins:
        target.run(origin)
    for _ in range(COUNT):
        target.run(mutated(rng.choice(origins), target.sort, rng))


@every_target
def test_inputs_out_of_nothing_bring_declared_errors_only(target):
    @settings(
        max_examples=60,
        database=None,
        derandomize=True,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(inputs(target))
    def run(data):
        target.run(data)

    run()


def test_a_reader_that_raises_anything_else_is_found(monkeypatch):
    import engine.files.codec

    def raising(*_):
        raise KeyError("lost")

    monkeypatch.setattr(engine.files.codec.Reader, "_parts", raising)
    with pytest.raises(KeyError):
        TARGETS["project"].run(seeds.projects()[0])


@given(st.binary(max_size=200), st.sampled_from(["json", "text", "binary"]), st.integers(0, 99))
@settings(max_examples=40, database=None, derandomize=True, deadline=None)
def test_same_seed_makes_the_same_input(data, sort, seed):
    assert mutated(data, sort, random.Random(seed)) == mutated(data, sort, random.Random(seed))
