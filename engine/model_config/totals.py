"""Sums over layers: stored bytes, cache, work, and the layers that draft further tokens."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, Final

from engine.model_config.fields import LAYER_LIMIT, MTP, Fields
from engine.model_config.parts import RECURRENT, Ffn, Mixer, Outline, Tensor
from engine.model_config.quantisation import Quantisation, Scheme

_NAMES: Final = {
    "full": "full attention",
    "window": "sliding-window attention",
    "latent": "latent attention",
    "compressed": "compressed sparse attention",
    "heavily_compressed": "heavily compressed attention",
    "linear": "linear attention",
    "lightning": "lightning attention",
    "kda": "Kimi delta attention",
    "mamba": "Mamba",
    "convolution": "short convolution",
    "plain": "plain linear mixer",
    "dense": "dense feed-forward",
    "moe": "experts",
    "dense+moe": "dense feed-forward with experts",
}
#: One shared key-value for all heads, kept whole on every tensor rank.
_LATENT: Final = ("latent", "compressed", "heavily_compressed")


def stored_weights(tensors: Sequence[Tensor], quantisation: Quantisation, active: float) -> dict[str, Any]:
    """Return bytes of the weights and the suggested precisions.

    Parameters
    ----------
    active : float
        Share of the routed experts one token uses; weighs what decides the precision of arithmetic.
    """
    stored = 0.0
    used: dict[str, Counter[Scheme]] = {"dense": Counter(), "expert": Counter(), "all": Counter()}
    for tensor in tensors:
        scheme = quantisation.scheme_of(tensor)
        stored += tensor.parameters * scheme.bits / 8.0
        if tensor.role in ("embedding", "head") or not tensor.matrix:
            continue
        expert = tensor.role == "expert"
        used["expert" if expert else "dense"][scheme] += tensor.parameters
        used["all"][scheme] += max(1, round(tensor.parameters * (active if expert else 1.0)))
    most = {name: _most(counter, quantisation.base) for name, counter in used.items()}
    dense = most["dense"]
    experts = most["expert"] if used["expert"] else dense
    return {
        "weight_bytes": stored,
        "quantisation": quantisation.label,
        "weights": dense.weights,
        "expert_weights": experts.weights,
        "compute": most["all"].compute,
        "kv": quantisation.kv[0],
        "kv_bits": quantisation.kv[1],
        "kv_declared": quantisation.kv_declared,
    }


def _most(counter: Counter[Scheme], base: Scheme) -> Scheme:
    return max(counter, key=lambda scheme: counter[scheme], default=base)


def attention_totals(mixers: Sequence[Mixer]) -> dict[str, Any]:
    """Return what a shape holds of attention, cache and state."""
    attending = [mixer for mixer in mixers if mixer.query_heads]
    full = [mixer for mixer in attending if mixer.kind != "window"]
    windows: defaultdict[int, float] = defaultdict(float)
    for mixer in attending:
        if mixer.window_elements:
            windows[mixer.window] += mixer.window_elements
    reach = max((mixer.reach for mixer in mixers), default=0)
    # What attends to everything beside layers that select is counted where no span limits it.
    free = sum(mixer.flops_decode for mixer in mixers if reach and not mixer.reach)
    free_prefill = sum(mixer.flops_prefill for mixer in mixers if reach and not mixer.reach)
    whole = sum(mixer.kv_elements for mixer in mixers if reach and not mixer.reach)
    shown = (full or attending or [Mixer("none", query_heads=1, kv_heads=1)])[0]
    return {
        "attention_kind": "mla" if any(mixer.kind in _LATENT for mixer in mixers) else "gqa",
        "query_heads": shown.query_heads,
        "kv_heads": shown.kv_heads,
        "full_layers": len(full),
        "window_layers": sum(mixer.window_elements > 0 for mixer in attending),
        "state_layers": sum(mixer.kind in RECURRENT for mixer in mixers),
        "kv_elements": sum(mixer.kv_elements for mixer in mixers),
        "index_bytes": sum(mixer.index_bytes for mixer in mixers),
        "whole_elements": whole,
        "windows": tuple(sorted(windows.items())),
        "sparse_context": reach,
        "attention_flops_decode": sum(mixer.flops_decode for mixer in mixers) - free,
        "attention_flops_prefill": sum(mixer.flops_prefill for mixer in mixers) - free_prefill,
        "attention_flops_window": sum(mixer.flops_window for mixer in mixers),
        "index_flops": sum(mixer.flops_index for mixer in mixers) + free,
        "state_bytes": sum(mixer.state_bytes for mixer in mixers),
    }


def expert_totals(parts: Sequence[tuple[Mixer, Ffn]]) -> dict[str, Any]:
    """Return experts of a layer, experts per token and the number of layers that have them."""
    routed = [ffn for _, ffn in parts if ffn.experts]
    return {
        "experts": routed[0].experts if routed else 1,
        "experts_per_token": routed[0].experts_per_token if routed else 1,
        "moe_layers": len(routed),
    }


def layer_kinds(parts: Sequence[tuple[Mixer, Ffn]]) -> tuple[tuple[str, int], ...]:
    """Return how many layers have each kind of mixer and of feed-forward half."""
    found = Counter(mixer.kind for mixer, _ in parts if mixer.kind != "none")
    halves = Counter(ffn.kind for _, ffn in parts if ffn.kind not in ("none", "plain"))
    named = [(_NAMES[kind], number) for kind, number in found.items()]
    return (*named, *((_NAMES[kind], number) for kind, number in halves.items()))


def drafting(outline: Outline, parts: Sequence[tuple[Mixer, Ffn]]) -> tuple[int, int]:
    """Return the number of layers that draft further tokens, and their parameters.

    One such layer is an attention layer with the largest feed-forward half of the model, a matrix that
    joins the embedding to the residual stream, and three norms (DeepSeek-V3: 11.6 billion).
    """
    fields = outline.fields
    _, value = Fields(fields.source, fields.values).find(*MTP)
    layers = 0 if value is None else fields.whole(MTP[0], value, 0, LAYER_LIMIT)
    if not layers or not fields.flag("use_mtp", True):
        return 0, 0
    mixers = [_size(mixer.tensors) for mixer, _ in parts if mixer.query_heads]
    halves = [_size(ffn.tensors) for _, ffn in parts]
    one = (mixers[-1] if mixers else 0) + max(halves, default=0)
    hidden = outline.hidden
    return layers, layers * (one + 2 * hidden * hidden + 5 * hidden)


def _size(tensors: Sequence[Tensor]) -> int:
    return sum(tensor.parameters for tensor in tensors)
