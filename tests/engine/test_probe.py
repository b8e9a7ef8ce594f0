"""The probe: timings to constants, constants to a part, and what it says where nothing can be measured."""

import dataclasses
import json
import sys
import types

import numpy as np
import pytest

from engine import catalog, cli, library
from engine.errors import CatalogError
from engine.probe import operations, torch_backend
from engine.probe.backends import Device, Draw, Measurement, NoAcceleratorError, Timing
from engine.probe.command import probe
from engine.probe.constants import Peaks, constants, estimate, line
from engine.probe.operations import Operation, plan
from engine.probe.result import base_of, compare, data_sheet, known_part, measure, nearest, work_out

GB = 1e9
H200 = Device("NVIDIA H200", 150.1e9, 2, "PyTorch 2.11, CUDA 13.0", 700.0)
PEAKS = {"bf16": 989e12, "fp8": 1979e12, "int8": 1979e12}
BANDWIDTH, LINK = 4.8e12, 450e9

#: What the fake accelerator reaches, and what the fit has to find again.
TRUE = {
    "efficiency.gemm_compute_bf16": 0.7,
    "efficiency.gemm_compute_fp8": 0.55,
    "efficiency.gemm_memory_bf16": 0.88,
    "efficiency.gemm_memory_fp8": 0.75,
    "efficiency.gemm_time_bf16": 4e-6,
    "efficiency.gemm_time_fp8": 6e-6,
    "efficiency.decode_attention_bf16": 0.82,
    "efficiency.attention_time": 11e-6,
    "efficiency.prefill_attention": 0.6,
    "efficiency.prefill_half": 1800.0,
    "efficiency.activation_memory": 0.9,
    "efficiency.collective_time": 9e-6,
    "efficiency.link": 0.72,
    "efficiency.idle_power": 75.0,
    "efficiency.active_power": 190.0,
    "efficiency.byte_energy": 60e-12,
    "efficiency.flop_energy_bf16": 0.7e-12,
    "efficiency.flop_energy_fp8": 0.4e-12,
    "launch_eager": 6e-6,
    "launch_graph": 1.5e-6,
}
#: Intercepts, which noise moves more than slopes.
LOOSE = ("gemm_time_bf16", "gemm_time_fp8", "attention_time", "prefill_half")


class Fake:
    """An accelerator whose constants are `TRUE`, with noise of relative width `noise`."""

    def __init__(self, device=H200, noise=0.02, precisions=("bf16", "fp8", "int8"), watts=True):
        self._device, self._noise, self._precisions, self._watts = device, noise, precisions, watts
        self._random = np.random.default_rng(7)
        self.asked = []

    def device(self):
        return self._device

    def precisions(self):
        return self._precisions

    def clock(self):
        return 1.98e9

    def exact(self, one: Operation) -> float:
        name = "bf16" if one.precision == "bf16" else "fp8"
        if one.kind in {"product", "stream"}:
            work = one.flop / (PEAKS[one.precision] * TRUE[f"efficiency.gemm_compute_{name}"])
            read = TRUE[f"efficiency.gemm_time_{name}"] + one.moved / (
                BANDWIDTH * TRUE[f"efficiency.gemm_memory_{name}"]
            )
            return work if one.kind == "product" else read
        return {
            "decode": TRUE["efficiency.attention_time"]
            + one.moved / (BANDWIDTH * TRUE["efficiency.decode_attention_bf16"]),
            "prefill": one.flop
            / (PEAKS["bf16"] * TRUE["efficiency.prefill_attention"])
            * (1 + TRUE["efficiency.prefill_half"] / one.shape[0]),
            "copy": one.moved / (BANDWIDTH * TRUE["efficiency.activation_memory"]),
            "launch-eager": one.shape[0] * TRUE["launch_eager"],
            "launch-graph": one.shape[0] * TRUE["launch_graph"],
            "all-reduce": max(
                TRUE["efficiency.collective_time"], one.moved / (LINK * TRUE["efficiency.link"])
            ),
        }[one.kind]

    def time(self, operation, repeats, budget):
        self.asked.append((operation, repeats, budget))
        return tuple(self.exact(operation) * self._random.uniform(1 - self._noise, 1 + self._noise, repeats))

    def draw(self, operation, duration):
        if not self._watts:
            return Draw(operation, ())
        if operation is None:
            watts, seconds = TRUE["efficiency.idle_power"], 0.0
        else:
            name = "bf16" if operation.precision == "bf16" else "fp8"
            seconds = self.exact(operation)
            energy = operation.moved * TRUE["efficiency.byte_energy"]
            energy += operation.flop * TRUE[f"efficiency.flop_energy_{name}"]
            watts = TRUE["efficiency.active_power"] + energy / seconds
            if watts > self._device.power_limit:
                # At its limit a board takes longer for the same work.
                seconds *= (watts - 190.0) / (self._device.power_limit - 190.0)
                watts = self._device.power_limit
        return Draw(operation, tuple(watts * self._random.uniform(0.99, 1.01, 15)), seconds)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    place = tmp_path / "library"
    monkeypatch.setenv("ISOCOST_LIBRARY", str(place))
    return place


@pytest.fixture(scope="module")
def measurement():
    return measure(Fake(), 60.0)


# constants


def test_constants_of_synthetic_timings_are_found_again(measurement):
    found = constants(measurement, Peaks(PEAKS, BANDWIDTH, LINK))
    wrong = {
        key: (one.value, TRUE[key])
        for key, one in found.items()
        if key in TRUE and abs(one.value / TRUE[key] - 1.0) > (0.15 if key.endswith(LOOSE) else 0.04)
    }
    assert wrong == {}
    assert set(TRUE) <= set(found)


def test_spread_follows_the_noise_of_the_repeats():
    def spread(noise):
        found = constants(measure(Fake(noise=noise), 60.0), Peaks(PEAKS, BANDWIDTH, LINK))
        return found["efficiency.prefill_attention"].spread

    assert spread(1e-9) < 1e-6
    assert 0.002 < spread(0.05) < 0.1


def test_board_at_its_limit_still_tells_the_energy_of_an_operation():
    hot = dataclasses.replace(H200, power_limit=400.0)
    found = constants(measure(Fake(hot), 60.0), Peaks(PEAKS, BANDWIDTH, LINK))
    assert found["efficiency.flop_energy_bf16"].value == pytest.approx(0.7e-12, rel=0.06)


def test_int8_stands_in_where_there_is_no_fp8():
    old = measure(Fake(precisions=("bf16", "int8")), 60.0)
    found = constants(old, Peaks({"bf16": PEAKS["bf16"], "int8": PEAKS["int8"]}, BANDWIDTH))
    assert found["efficiency.gemm_compute_fp8"].value == pytest.approx(0.55, rel=0.03)
    assert "INT8" in found["efficiency.gemm_compute_fp8"].what


def test_line_weighs_small_and_large_alike():
    x = np.array([1e6, 1e7, 1e8, 1e9])
    start, slope = line(x, 5e-6 + x * 2e-12)
    assert start == pytest.approx(5e-6)
    assert slope == pytest.approx(2e-12)


def test_estimate_is_the_median_with_quartiles():
    one = estimate([1.0, 2.0, 3.0, 4.0, 100.0], "s", "five")
    assert (one.value, one.low, one.high, one.count) == (3.0, 2.0, 4.0, 5)
    assert one.spread == pytest.approx(2 / 3)


def test_operation_that_cannot_run_leaves_its_constant_out(measurement):
    silent = tuple(
        Timing(one.operation, ()) if one.operation.kind == "prefill" else one for one in measurement.timings
    )
    found = constants(dataclasses.replace(measurement, timings=silent), Peaks(PEAKS, BANDWIDTH, LINK))
    assert "efficiency.prefill_attention" not in found
    assert "efficiency.decode_attention_bf16" in found


# operations


def test_work_of_operations_by_hand():
    assert Operation("product", "fp8", (2, 3, 5)).flop == 60
    assert Operation("product", "fp8", (2, 3, 5)).moved == 5 * 5 + 2 * 6
    assert Operation("decode", "bf16", (4, 100, 8, 2, 16)).moved == 2 * 2 * 4 * 100 * 2 * 16
    assert Operation("prefill", "bf16", (10, 2, 4)).flop == 4 * 10 * 10 * 2 * 4 / 2
    assert Operation("copy", "bf16", (1000,)).moved == 2000


def test_plan_fits_the_memory_and_asks_for_what_the_device_has():
    small, large = plan(8 * GB, ("bf16",)), plan(140 * GB, ("bf16", "fp8", "int8"), 4)
    assert max(one.footprint for one in small) <= operations.ROOM * 8 * GB
    assert {one.precision for one in small} == {"bf16"}
    assert len(small) < len(large)
    assert {one.kind for one in large} - {one.kind for one in small} == {"all-reduce"}
    assert any(one.kind == "decode" and one.moved >= 2 * GB for one in large)


def test_measuring_keeps_to_the_time_it_was_given():
    fake = Fake()
    measure(fake, 30.0)
    assert sum(budget for _, _, budget in fake.asked) == pytest.approx(18.0)
    assert min(repeats for _, repeats, _ in fake.asked) >= 5


# parts


def test_known_device_keeps_its_data_sheet_and_takes_what_was_measured(measurement):
    result = work_out(measurement)
    assert (result.base.id, result.known) == ("h200-sxm", True)
    values, ours = result.part.values, result.base.values
    assert values["accelerator.bf16"] == ours["accelerator.bf16"]
    assert values["accelerator.price"] == ours["accelerator.price"]
    figure = values["efficiency.decode_attention_bf16"]
    assert figure.grade == "measured"
    assert figure.low <= figure.value <= figure.high
    assert figure.value == pytest.approx(0.82, rel=0.03)
    assert "NVIDIA H200" in figure.source
    assert "1980 MHz" in figure.source
    assert values["accelerator.memory"].value == pytest.approx(150.1)
    assert values["efficiency.gemm_time_bf16"].value == pytest.approx(4.0, rel=0.15)
    assert set(values) == set(ours)


def test_unknown_device_takes_measured_peaks_and_the_rest_from_its_nearest():
    strange = dataclasses.replace(H200, name="NVIDIA Unheard-of 3000", power_limit=0.0)
    result = work_out(measure(Fake(strange), 60.0))
    assert not result.known
    assert result.base.id in {"h100-sxm", "h100-nvl", "h200-sxm", "gh200-96"}
    assert result.part.id.startswith("my-nvidia-unheard-of-3000")
    assert result.part.values["accelerator.bf16"].value == pytest.approx(989 * 0.7, rel=0.03)
    assert result.part.values["accelerator.bandwidth"].value == pytest.approx(4.8 * 0.9, rel=0.03)
    # Against its own best product the median product is close to one.
    assert 0.9 < result.part.values["efficiency.gemm_compute_bf16"].value <= 1.0
    assert result.part.values["accelerator.price"].grade == "transferred"


def test_every_name_that_a_driver_gives_is_of_one_part():
    from resources.tools.aliases import DRIVER_NAMES

    for ident, names in DRIVER_NAMES.items():
        for name in names:
            assert known_part(name.upper()).id == ident
    assert known_part("NVIDIA  H200").id == "h200-sxm"
    assert known_part("Unheard-of 3000") is None


def test_nearest_part_of_a_data_sheet_is_the_part_itself():
    for ident in ("l4", "mi300x", "b200-sxm"):
        sheet = data_sheet(catalog.part("accelerator", ident))
        assert data_sheet(nearest(sheet)).bandwidth == sheet.bandwidth


def test_board_that_tells_no_power_leaves_power_out():
    found = work_out(measure(Fake(watts=False), 60.0)).found
    assert not {key for key in found if "power" in key or "energy" in key}


@pytest.mark.parametrize("suffix", [".toml", ".json"])
def test_part_written_to_a_file_comes_back_through_the_library(measurement, tmp_path, folder, suffix):
    made = work_out(measurement).part
    path = folder / "accelerator" / f"{made.id}{suffix}"
    library.write_file(made, path)
    found = library.parts("accelerator")[made.id]
    assert found.to_dict() == made.to_dict()
    assert library.problems() == {}
    assert catalog.part("accelerator", made.id).origin == "library"


def test_compare_sets_only_measured_figures_beside_the_catalogue(measurement):
    result = work_out(measurement)
    rows = {row.key: row for row in compare(result.part, base_of(result.part))}
    assert "accelerator.price" not in rows
    row = rows["efficiency.prefill_attention"]
    assert row.ratio == pytest.approx(
        row.value / catalog.part("accelerator", "h200-sxm").values[row.key].value
    )
    assert rows["probed_launch_graph"].unit == "µs"
    assert rows["probed_launch_graph"].value == pytest.approx(1.5, rel=0.03)
    assert rows["probed_launch_graph"].ratio is None


def test_part_that_was_not_probed_has_nothing_to_compare():
    with pytest.raises(CatalogError, match="not measured by isocost probe"):
        base_of(catalog.part("accelerator", "h200-sxm"))


# command


def test_probe_writes_a_part_and_tells_where(tmp_path, capsys):
    out = tmp_path / "mine.toml"
    assert probe(str(out), backend=Fake) == 0
    assert "mine.toml" in capsys.readouterr().out
    assert library.import_file(out).id == "my-h200-sxm"


def test_probe_of_an_earlier_file_prints_it_beside_the_catalogue_and_adds_it(tmp_path, capsys):
    out = tmp_path / "mine.toml"
    probe(str(out), backend=Fake)
    capsys.readouterr()
    assert cli.main(["probe", "--part", str(out), "--compare", "--add"]) == 0
    text = capsys.readouterr().out
    assert "NVIDIA H200 beside" in text
    assert "Prefill attention" in text
    assert "accelerator.part=my-h200-sxm" in text
    assert "my-h200-sxm" in library.parts("accelerator")


def test_probe_as_json_holds_part_and_constants(capsys):
    assert probe(None, as_json=True, backend=Fake) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["device"], told["beside"], told["known"]) == ("NVIDIA H200", "h200-sxm", True)
    one = told["constants"]["efficiency.gemm_compute_bf16"]
    assert one["low"] <= one["value"] <= one["high"]
    assert one["value"] == pytest.approx(0.7, rel=0.03)
    assert told["part"]["kind"] == "accelerator"


@pytest.mark.parametrize(
    ("torch", "cure"),
    [
        (None, "pip install"),
        (types.SimpleNamespace(cuda=types.SimpleNamespace(is_available=lambda: False)), "no accelerator"),
    ],
    ids=["without PyTorch", "without a GPU"],
)
def test_probe_says_in_one_line_that_nothing_can_be_measured(monkeypatch, capsys, torch, cure):
    monkeypatch.setitem(sys.modules, "torch", torch)
    assert cli.main(["probe", "--json"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert cure in told.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--out", "part.yaml"], "part.yaml"),
        (["--seconds", "1"], "--seconds 1"),
        (["--seconds", "nan"], "--seconds nan"),
        (["--part", "missing.toml"], "missing.toml"),
    ],
)
def test_probe_refuses_what_it_cannot_do_in_one_line(arguments, words, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert cli.main(["probe", *arguments]) == 2
    told = capsys.readouterr().err
    assert words in told
    assert told.count("\n") == 1


def test_unwritable_place_is_told(tmp_path, capsys):
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(CatalogError, match="cannot be written"):
        probe(str(tmp_path / "file" / "part.toml"), backend=Fake)


# PyTorch


def test_backend_asks_for_pytorch_only_when_used(monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(NoAcceleratorError, match="PyTorch is not installed"):
        torch_backend.available()


def test_pytorch_on_the_processor_times_every_operation():
    pytest.importorskip("torch", reason="PyTorch is not installed")
    backend = torch_backend.TorchBackend("cpu")
    for one in (
        Operation("product", "bf16", (64, 64, 64)),
        Operation("stream", "bf16", (16, 128, 128)),
        Operation("decode", "bf16", (2, 64, 8, 2, 16)),
        Operation("prefill", "bf16", (64, 2, 16)),
        Operation("copy", "bf16", (2**16,)),
        Operation("launch-eager", "bf16", (10,)),
    ):
        seconds = backend.time(one, 3, 0.03)
        assert len(seconds) == 3
        assert min(seconds) > 0.0
    assert backend.draw(None, 0.1).watts == ()


def test_measurement_without_operations_has_no_constants():
    assert constants(Measurement(H200, (), ()), Peaks(PEAKS, BANDWIDTH)) == {}
