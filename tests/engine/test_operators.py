"""Operator constants: what ships follows from the tables, and the forms fit them better than before."""

import json
from pathlib import Path

import numpy as np
import pytest

from engine.parameters import SPECS
from engine.parts import shipped
from resources.tools import efficiency

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT.parent / "shared" / "measured" / "ops"
CONSTANTS = json.loads((ROOT / "resources" / "tools" / "operators.json").read_text("utf-8"))

needs_tables = [
    pytest.mark.shared,
    pytest.mark.skipif(not TABLES.is_dir(), reason="the reference library is not beside the checkout"),
]


@pytest.fixture(scope="module")
def derived():
    pytest.importorskip("scipy")
    from resources.tools.derive_operators import derive

    return derive(TABLES)


def close(found, kept):
    return all(
        found[name] == pytest.approx(kept[name], rel=0.03, abs=0.02) for name in ("value", "low", "high")
    )


class TestDerivation:
    pytestmark = needs_tables

    def test_deriving_again_gives_the_constants_that_ship(self, derived):
        from resources.tools.derive_operators import constants

        again = constants(derived[0])
        assert {family: set(names) for family, names in again.items()} == {
            family: set(names) for family, names in CONSTANTS.items()
        }
        moved = [
            (family, name)
            for family, names in again.items()
            for name, found in names.items()
            if not close(found, CONSTANTS[family][name])
        ]
        assert moved == []

    def test_refined_forms_are_no_worse_than_the_previous_ones_at_the_median(self, derived):
        gain = {}
        for score in derived[1]:
            kind = score.operator.split(",")[0]
            gain.setdefault(kind, []).append(score.after[0] / score.before[0])
        assert {kind for kind, ratios in gain.items() if np.median(ratios) > 0.95} == set()

    def test_served_accelerators_meet_their_timings(self, derived):
        most = {"GEMM": 0.12, "Decode attention": 0.12, "MLA decode": 0.2, "Dispatch and combine": 0.14}
        for score in derived[1]:
            limit = most.get(score.operator.split(",")[0])
            if (
                limit is not None
                and score.family in {"H100", "H200", "B200", "GB200"}
                and score.precision == "bf16"
            ):
                assert score.after[0] <= limit, score


def test_every_family_gives_every_constant_within_its_range():
    for name in ("A100", "H100", "H200", "B200", "B300", "GB200", "GB300", "L40S", "RTX PRO 6000"):
        for constant, found in efficiency.family(name).items():
            spec = SPECS[f"efficiency.{constant}"]
            assert spec.low <= found.value <= spec.high, (name, constant)


def test_what_was_not_timed_on_a_part_is_not_graded_measured():
    for ident, part in shipped("accelerator").items():
        use = efficiency.USES.get(ident)
        for name in efficiency.NAMES:
            figure = part.values[f"efficiency.{name}"]
            timed_here = (
                use is not None and not use.why and efficiency.family(use.family)[name].timed == use.family
            )
            if figure.grade == "measured":
                assert timed_here or (use is not None and name in use.own), (ident, name)
            assert figure.source


def test_arithmetic_never_reaches_more_than_the_parts_best_large_product():
    for ident in ("mi300x", "mi325x", "mi355x"):
        values = shipped("accelerator")[ident].values
        h100 = shipped("accelerator")["h100-sxm"].values
        share = float(values["efficiency.gemm_compute_bf16"].value) / float(
            h100["efficiency.gemm_compute_bf16"].value
        )
        for name in ("prefill_attention", "moe_compute_bf16", "gemm_compute_fp8", "mla_compute_bf16"):
            key = f"efficiency.{name}"
            assert float(values[key].value) <= float(h100[key].value) * share + 0.006, (ident, name)
