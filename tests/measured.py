"""Rows of measured points, made up for tests: one of each sort, in the columns of the reference."""

from engine.validation import mapping, points

#: What a row says unless told otherwise: a closed loop on one H100.
ROW = {
    "point_id": "x",
    "source": "inferencex_aic",
    "date": "2025-11-02",
    "hardware": "H100-SXM-80GB",
    "n_devices": "1",
    "model": "meta-llama/Llama-3.1-8B-Instruct",
    "model_canon": "Llama-3.1-8B",
    "engine": "trtllm",
    "tp": "1",
    "pp": "1",
    "ep": "1",
    "dp": "1",
    "isl": "1024",
    "osl": "256",
    "concurrency_or_batch": "16",
    "batch_kind": "max_concurrency",
    "disagg": "0",
    "tpot_ms_median": "8.77",
    "ttft_ms_median": "60",
    "split": "calibrate",
}
#: Columns that some rows have and `ROW` has not.
MORE = (
    "weight_precision", "kv_precision", "engine_version", "request_rate", "spec_decode", "scenario",
    "decode_tok_s_per_user", "e2e_latency_s", "energy_J_per_out_token", "itl_ms_median", "itl_ms_mean",
    "prefill_tok_s", "throughput_out_tok_s", "throughput_out_tok_s_per_gpu", "throughput_total_tok_s",
    "throughput_total_tok_s_per_gpu", "tpot_ms_mean", "ttft_ms", "ttft_ms_mean", "notes", "suspect", "moe_tp",
)  # fmt: skip
COLUMNS = (*ROW, *MORE)


def text(*rows):
    """Return a points file of `rows`, each the changes to `ROW`; a value of None leaves the cell empty."""
    lines = [",".join(COLUMNS)]
    for index, changes in enumerate(rows):
        cells = {**ROW, "point_id": f"x{index}", **changes}
        lines.append(",".join(f'"{cells.get(name) or ""}"' for name in COLUMNS))
    return "\n".join(lines) + "\n"


def made(*rows):
    """Return the points of `rows`."""
    return points.parse(text(*rows))


def case(**changes):
    """Return the case, or what is Unmapped, of `ROW` with `changes`."""
    return mapping.case(made(changes)[0])


def cases(*rows):
    """Return the cases of `rows`, all of which must map."""
    found = [mapping.case(point) for point in made(*rows)]
    assert all(isinstance(one, mapping.Case) for one in found)
    return found
