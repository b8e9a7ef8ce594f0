"""The command `import-model`: what it prints, for people and for programs."""

from pathlib import Path
from typing import Any

from engine.model_config.count import read_config
from engine.model_config.shape import DEFAULT_CONTEXT, summary


def import_model_json(path: Path | str, context: float | None = None) -> dict[str, Any]:
    """Return the summary of the model in `path` and the parameter values it gives.

    Raises
    ------
    ModelConfigError
        The file cannot be read, or `context` (tokens; 8,192 where not given) is out of range.
    """
    shape = read_config(Path(path))
    return summary(shape, DEFAULT_CONTEXT if context is None else context) | {"values": shape.to_values()}


def import_model_text(path: Path | str, context: float | None = None) -> str:
    """Return the same for people; raise as `import_model_json` does."""
    context = DEFAULT_CONTEXT if context is None else context
    found = summary(read_config(Path(path)), context)
    layers = ", ".join(f"{number} {kind}" for kind, number in found["layer_kinds"].items())
    rows = [
        ("Model type", found["model_type"] or "not given"),
        ("Layers", f"{found['layers']}: {layers}"),
        ("Parameters", _billions(found["parameters_total"])),
        ("  active per token", _billions(found["parameters_active"])),
        ("  without input embedding", _billions(found["parameters_active_without_embedding"])),
        ("  without embedding and head", _billions(found["parameters_active_without_embedding_and_head"])),
    ]
    if found["experts"]:
        rows.append(("Experts", f"{found['experts_per_token']} of {found['experts']} per token"))
    if found["parameters_mtp"]:
        rows.append(("Drafting layers (MTP), apart", _billions(found["parameters_mtp"])))
    per_token = f"{found['kv_bytes_per_token'] / 1e3:,.2f}"
    per_sequence = f"{found['kv_bytes_per_sequence'] / 1e9:,.3f}"
    rows += [
        ("Quantisation", found["quantisation"]),
        ("Weights", f"{found['weight_bytes'] / 1e9:,.2f} GB, {found['bits_per_weight']:.2f} bits each"),
        (
            f"KV cache at {context:,.0f} tokens",
            f"{per_token} kB a token, {per_sequence} GB a sequence, in {found['kv_precision']}",
        ),
    ]
    if found["state_bytes_per_sequence"]:
        rows.append(("State per sequence", f"{found['state_bytes_per_sequence'] / 1e6:,.1f} MB"))
    width = max(len(label) for label, _ in rows)
    lines = [found["name"], *(f"  {label:<{width}}  {text}" for label, text in rows)]
    lines += [f"  Warning: {text}" for text in found["warnings"]]
    return "\n".join(lines)


def _billions(parameters: int) -> str:
    return f"{parameters / 1e9:,.3f} billion ({parameters:,})"
