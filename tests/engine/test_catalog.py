import csv
import gzip
import json
import math
import re
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from engine import catalog
from engine.catalog_command import catalog_json, catalog_text
from engine.drivers import points
from engine.errors import CatalogError
from engine.kinds import KINDS
from engine.parameters import GROUPS, SPECS
from engine.parts import GRADES, Figure, read_part, shipped
from engine.scenario import DEFAULT
from tests.each import each

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
FOLDER = ROOT / "resources" / "catalog"
RAW = {kind: json.loads((FOLDER / KINDS[kind].file).read_text("utf-8"))["entries"] for kind in KINDS}
ENTRIES = [(kind, ident) for kind, entries in RAW.items() for ident in entries]
FILLING = [(kind, ident) for kind, ident in ENTRIES if KINDS[kind].groups]


needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the reference library is not beside the checkout"
)


@pytest.fixture(autouse=True)
def _no_library(tmp_path, monkeypatch):
    monkeypatch.setenv("ISOCOST_LIBRARY", str(tmp_path / "library"))


def _facts(name):
    with (SHARED / "facts" / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def _total(part):
    value = {key.split(".")[1]: figure.value for key, figure in part.values.items()}
    parameters = sum(value[f"{name}_parameters"] for name in ("embedding", "attention", "dense", "expert"))
    return 1e9 * parameters + value["hidden_size"] * value["vocabulary"]


def _kv_bytes(part, context):
    value = {key.split(".")[1]: figure.value for key, figure in part.values.items()}
    inside = value["kv_elements_window"] * min(context, value["window"]) / context
    return 2.0 * (value["kv_elements"] + inside) + value["index_elements"]


# every entry of every file


@each("kind, ident", ENTRIES)
def test_entry_is_sound(kind, ident):
    """Unknown key, value out of its hard range, strange unit, missing source or grade: all refused."""
    part = read_part(kind, ident, RAW[kind][ident], KINDS[kind].file)
    assert part.label.strip()
    assert re.fullmatch(r"[a-z0-9][a-z0-9._-]*", ident)
    assert part.values or part.facts
    for figure in [
        *part.values.values(),
        *(fact for fact in part.facts.values() if isinstance(fact, Figure)),
    ]:
        assert figure.grade in GRADES
        assert figure.grade != "user"
        if isinstance(figure.value, float):
            assert math.isfinite(figure.value)
        if figure.low is not None and figure.high is not None:
            assert figure.low <= figure.high


@each("kind, ident", FILLING)
def test_part_fills_its_whole_group(kind, ident):
    chosen = catalog.apply(DEFAULT, kind, ident)
    given = set(shipped(kind)[ident].values)
    assert all(figure.unit == SPECS[key].unit for key, figure in shipped(kind)[ident].values.items())
    if kind == "price":
        tokens = {"price.scheme", "price.input", "price.cached", "price.output"}
        assert given in (tokens, {"price.scheme", "price.subscription", "price.paying_share"})
    elif kind == "decision":
        numbers = {key for key in KINDS[kind].keys if SPECS[key].kind == "number"}
        assert given == {"value.kind"} | {key for key in numbers if not chosen.inert(key)}
    elif kind == "facility":
        # A building of one's own is no property of the site.
        assert given == set(KINDS[kind].required)
    elif kind == "shape":
        assert given == set()
        assert len(shipped(kind)[ident].series) == 168
    else:
        assert given == set(KINDS[kind].keys)
    assert chosen.get(KINDS[kind].part_key) == ident
    changed = {key for key, value in chosen.values.items() if value != DEFAULT.values[key]}
    assert changed <= given | {KINDS[kind].part_key}


@pytest.mark.parametrize("kind", KINDS)
def test_file_is_sorted_with_one_figure_a_line(kind):
    text = (FOLDER / KINDS[kind].file).read_text("utf-8")
    assert list(RAW[kind]) == sorted(RAW[kind])
    assert all(line.count('"source":') <= 1 for line in text.splitlines() if '"grade"' in line)


@pytest.mark.parametrize("kind", KINDS)
def test_no_two_parts_share_a_name(kind):
    names = Counter(alias for part in shipped(kind).values() for alias in part.aliases)
    names.update(part.id for part in shipped(kind).values())
    assert [name for name, count in names.items() if count > 1] == []
    assert all(alias == alias.lower() for part in shipped(kind).values() for alias in part.aliases)


@pytest.mark.parametrize("group", [group for group in GROUPS if group.catalog], ids=lambda group: group.key)
def test_declared_defaults_are_those_of_the_default_part(group):
    chosen = catalog.apply(DEFAULT, group.catalog, str(DEFAULT.get(f"{group.key}.part")))
    assert chosen.overrides() == {}


def test_machines_are_whole_and_sane():
    for part in shipped("accelerator").values():
        own = [key for key in part.values if key.startswith("accelerator.")]
        value = {key.split(".")[1]: part.values[key].value for key in own}
        assert value["memory"] > 0.0
        assert value["bandwidth"] > 0.0
        assert value["bf16"] > 0.0
        assert value["system_power"] >= value["tdp"]
        assert value["rent"] > 0.0
        assert value["price"] > 0.0
        assert value["fp8"] == 0.0 or value["fp8"] >= value["bf16"]
        months = (value["price"] + value["server_price"]) / (730.0 * value["rent"])
        assert 3.0 < months < 60.0, f"{part.id}: the price is {months:.0f} months of rent"


def test_every_part_gives_a_case_that_can_be_computed():
    """A case is feasible with finite figures, or it says what stops it; never neither."""
    cases = [(kind, ident, catalog.apply(DEFAULT, kind, ident)) for kind, ident in FILLING]
    out = points(np.concatenate([case.to_record() for _, _, case in cases]))
    for (kind, ident, _), row in zip(cases, out, strict=True):
        assert (row["feasible"] == 1.0) == (row["binding"] == 0.0), (kind, ident)
        if row["feasible"] == 1.0:
            for metric in (
                "cost_per_output_token",
                "cost_per_request",
                "margin_per_request",
                "tpot_p95",
                "ttft_p95",
            ):
                assert np.isfinite(row[metric]), (kind, ident, metric)
    feasible = sum(row["feasible"] == 1.0 for row in out)
    assert feasible > 0.75 * len(cases)


def test_token_prices_are_ordered():
    for part in shipped("price").values():
        if part.values["price.scheme"].value == "tokens":
            cached, fresh, made = (
                part.values[f"price.{name}"].value for name in ("cached", "input", "output")
            )
            assert 0.0 <= cached <= fresh
            assert 0.0 < fresh <= 1.01 * made or part.id.startswith(
                ("google-", "mistral-", "together-", "fireworks-")
            )


# the catalogue's own interface


def test_unknown_part_is_answered_with_near_names():
    with pytest.raises(CatalogError, match="there is no accelerator 'h100-smx'; did you mean h100-sxm"):
        catalog.part("accelerator", "h100-smx")
    with pytest.raises(
        CatalogError, match="'gpu' is no kind of part; there are workload, model, accelerator"
    ):
        catalog.load("gpu")


def test_lookup_finds_by_id_alias_and_label_in_any_case():
    for name in ("h100-sxm", "H100-SXM-80GB", "NVIDIA H100 SXM5 80GB"):
        assert catalog.lookup("accelerator", name).id == "h100-sxm"


def test_applying_an_accelerator_takes_its_efficiency_along():
    chosen = catalog.apply(DEFAULT, "accelerator", "b200-sxm")
    assert chosen.number("accelerator.fp4") == 9000.0
    assert chosen.number("efficiency.gemm_compute_bf16") == 0.68
    assert chosen.get("model.part") == DEFAULT.get("model.part")
    assert chosen.parts == {}


def test_reference_rows_cannot_be_applied():
    ident = next(iter(shipped("rental")))
    with pytest.raises(CatalogError, match="fills no inputs"):
        catalog.apply(DEFAULT, "rental", ident)


def test_provenance_holds_until_the_value_is_changed():
    known = catalog.figure(DEFAULT, "accelerator.bandwidth")
    assert known is not None
    assert known.grade == "vendor"
    changed = DEFAULT.with_value("accelerator.bandwidth", 4.0)
    assert catalog.figure(changed, "accelerator.bandwidth") is None
    assert catalog.library_value(changed, "accelerator.bandwidth") == 3.35
    assert catalog.library_value(changed, "efficiency.link") == 0.62
    assert catalog.library_value(changed, "limits.tpot") is None


def test_command_lists_kinds_and_parts():
    kinds = catalog_json()["kinds"]
    assert kinds["accelerator"]["parts"] == 91
    assert kinds["model"]["parts"] == 107
    assert "rental" in catalog_text()
    listed = catalog_json("accelerator")["parts"]["h100-sxm"]["values"]["accelerator.memory"]
    assert listed["value"] == 80
    assert {"unit", "source", "grade"} <= set(listed)
    text = catalog_text("accelerator")
    assert "h100-sxm" in text
    assert max(len(line) for line in text.splitlines()) < 160
    json.dumps(catalog_json("price"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_prints(kind):
    text = catalog_text(kind)
    assert len(text.splitlines()) == len(RAW[kind]) + 1
    assert not re.search(r"\b(nan|inf|None)\b", text.split(KINDS[kind].id, 1)[1].replace("None (", ""))


def test_price_lists_follow_from_the_snapshot_that_ships():
    from resources.tools.snapshot_prices import listings

    taken = catalog.market()
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", taken["date"])
    assert "MIT" in taken["source"]
    made = json.loads(json.dumps(listings(taken)))
    assert made == RAW["price"]
    models = taken["providers"]["anthropic"]["models"]
    assert any("when" in row for rows in models.values() for row in rows)
    assert any(
        "from" in row
        for one in taken["providers"].values()
        for rows in one["models"].values()
        for row in rows
    )


def test_price_in_force_is_the_newest_outside_special_hours():
    from resources.tools.snapshot_prices import _current

    rows = [
        {"prices": {"input": 3.0, "output": 9.0}},
        {"prices": {"input": {"base": 2.0, "tiers": [[200000, 4.0]]}, "output": 8.0}, "from": "2026-01-01"},
        {"prices": {"input": 1.0, "output": 7.0}, "from": "2027-01-01"},
        {"prices": {"input": 0.5, "output": 1.0}, "hours": ["00:30", "16:30"]},
        {"prices": {"input": 0.1, "output": 0.2}, "when": {"processing": "batch"}},
    ]
    assert _current(rows, "2026-11-22") == (2.0, 8.0, None)
    assert _current(rows, "2025-11-22") == (3.0, 9.0, None)
    assert _current(rows[3:], "2026-11-22") is None


def test_one_table_added_by_hand_is_a_part(tmp_path):
    """The recipe: one table in the file of its kind, nothing else, and a rebuild leaves it."""
    from resources.tools.figures import write

    path = tmp_path / "networks.json"
    values = {
        f"network.{name}": {"value": 1, "unit": unit, "source": "quote", "grade": "press"}
        for name, unit in (("price", "$"), ("nic_price", "$"), ("power", "W"))
    }
    own = {
        "label": "Own",
        "values": values,
        "facts": {},
        "aliases": [],
        "note": "",
        "vendor": "",
        "kept": True,
    }
    write(path, "network", {"own": own})
    assert write(path, "network", {"other": {**own, "kept": False}}) == 2
    entry = json.loads(path.read_text("utf-8"))["entries"]["own"]
    assert read_part("network", "own", entry, "networks.json").values["network.price"].value == 1.0


# against the reference tables


@pytest.mark.parametrize("name", ["accelerators", "models"])
@pytest.mark.shared
@needs_shared
def test_every_row_of_the_reference_is_a_part(name):
    from resources.tools.figures import read

    more = {row["id"] for row in read(ROOT / "resources" / "tools" / f"more_{name}.csv")}
    reference = {row["id"] for row in _facts(f"{name}.csv")}
    assert not more & reference
    assert more | reference == set(shipped(name[:-1]))


@pytest.mark.shared
@needs_shared
def test_building_again_gives_the_files_that_ship(tmp_path):
    from resources.tools.build_catalog import build

    for stem in build(SHARED, tmp_path):
        assert (tmp_path / f"{stem}.json").read_bytes() == (FOLDER / f"{stem}.json").read_bytes(), stem


@pytest.mark.shared
@needs_shared
def test_model_parameters_sum_to_the_counted_total():
    for row in _facts("models.csv"):
        part = catalog.part("model", row["id"])
        assert _total(part) == pytest.approx(float(row["params_total"]), rel=1e-3), row["id"]
        value = {key.split(".")[1]: figure.value for key, figure in part.values.items()}
        share = value["experts_per_token"] / value["experts"]
        active = 1e9 * (
            value["attention_parameters"] + value["dense_parameters"] + share * value["expert_parameters"]
        )
        active += value["hidden_size"] * value["vocabulary"]
        assert active == pytest.approx(float(row["params_active_no_embed"]), rel=1e-3), row["id"]


@pytest.mark.parametrize(("context", "column"), [(8192, "8k"), (131072, "128k")])
@pytest.mark.shared
@needs_shared
def test_kv_cache_per_token_agrees_with_the_reference(context, column):
    for row in _facts("models.csv"):
        expected = float(row[f"kv_bytes_per_tok_{column}_bf16"])
        assert _kv_bytes(catalog.part("model", row["id"]), context) == pytest.approx(expected, rel=1e-3), row[
            "id"
        ]


@pytest.mark.parametrize(("context", "column"), [(8192, "8k"), (131072, "128k")])
@pytest.mark.shared
@needs_shared
def test_work_of_a_generated_token_agrees_with_the_reference(context, column):
    for row in _facts("models.csv"):
        if row["id"] == "llama-3.3-nemotron-super-49b":
            continue  # the table counts attention in all of its 80 layers, of which its cache shows 49
        value = {key.split(".")[1]: f.value for key, f in catalog.part("model", row["id"]).values.items()}
        seen = min(context, value["sparse_context"] or context)
        work = 2.0 * float(row["params_active_no_embed"]) + value["attention_flops_decode"] * seen
        work += (
            value["attention_flops_window"] * min(context, value["window"]) + value["index_flops"] * context
        )
        expected = float(row[f"gflop_per_tok_{column}_decode"])
        assert work / 1e9 == pytest.approx(expected, rel=0.003), row["id"]


@pytest.mark.shared
@needs_shared
def test_models_are_those_their_config_files_describe():
    """The catalogue counts from a table, the importer from config files: two ways to the same shapes."""
    from engine.model_config import read_config

    compared = 0
    for path in sorted((SHARED / "configs").rglob("*_config.json")):
        name = path.name.removesuffix("_config.json").replace("--", "/")
        if path.name.endswith("hf_quant_config.json") or name.lower() == "deepseek-ai/deepseek-v4-pro":
            continue  # V4: both put layers that read every 128th token elsewhere, with the same sum
        try:
            part = catalog.lookup("model", name)
        except CatalogError:
            continue
        found = read_config(path).to_values()
        total = _total(part) / 1e9
        for key in set(part.values) - {"model.native_bits", "model.quality"}:
            value = part.values[key].value
            spread = 5e-4 * total if key.endswith("_parameters") else 0.0
            assert found[key] == value or found[key] == pytest.approx(value, rel=2e-3, abs=spread), (
                name,
                key,
            )
        compared += 1
    assert compared >= 25


@pytest.mark.shared
@needs_shared
def test_benchmarks_name_parts_that_are_known():
    """Rows of data-centre NVIDIA and AMD parts, and four in five of their models, resolve by alias."""
    with gzip.open(SHARED / "measured" / "points.csv.gz", "rt", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    machines = {name for part in shipped("accelerator").values() for name in (part.id, *part.aliases)}
    models = {name for part in shipped("model").values() for name in (part.id, *part.aliases)}
    wanted = [row for row in rows if re.match(r"(H[12]00|A100|B200|GB200|MI300X)-", row["hardware"])]
    assert len(wanted) > 6000
    assert all(row["hardware"].lower() in machines for row in wanted)
    known = [row for row in wanted if row["model"].lower() in models or row["model_canon"].lower() in models]
    assert len(known) > 0.8 * len(wanted)
    precisions = {row["weight_precision"] for row in wanted if row["weight_precision"]}
    assert precisions <= set(catalog.PRECISION_ALIASES)
