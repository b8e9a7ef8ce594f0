"""What was read of a model: counts, cache, state, and the parameter values they give."""

from dataclasses import dataclass
from typing import Any, Final

from engine.errors import ModelConfigError, ParameterError
from engine.model_config.fields import CONTEXT_LIMIT
from engine.parameters import SPECS

#: Context at which cache per token is given unless another is asked for [tokens].
DEFAULT_CONTEXT: Final = 8192
_ROLES: Final = ("embedding", "attention", "dense", "expert")
#: Values whose parameter has the name and the unit they have here.
_SAME_NAME: Final = (
    "layers",
    "hidden_size",
    "vocabulary",
    "experts",
    "experts_per_token",
    "moe_layers",
    "attention_kind",
    "query_heads",
    "kv_heads",
    "full_layers",
    "window_layers",
    "sparse_context",
    "index_flops",
    "attention_flops_decode",
    "attention_flops_prefill",
    "attention_flops_window",
)


@dataclass(frozen=True)
class ModelShape:
    """A language model as counts that cost something.

    Attributes
    ----------
    name, model_type : str
        What to call the model; type of the language model as the file gives it.
    known : bool
        Whether the structure of the type is on record, or was read from the fields alone.
    layers, hidden_size, vocabulary, context : int
        Layers as the file counts them; width; tokens; longest context (0: not given).
    tied : bool
        Embedding and head are one table.
    embedding_parameters, head_parameters, attention_parameters, dense_parameters, expert_parameters : int
        Scalars. A tied table is counted once, as head. Norms and routers are in `dense_parameters`.
    mtp_layers, mtp_parameters : int
        Layers that draft further tokens; not in the total.
    experts, experts_per_token, moe_layers : int
    attention_kind : "gqa" or "mla"
    query_heads, kv_heads, full_layers, window_layers, state_layers : int
    kv_elements, index_bytes : float
        Cached per token at any context: elements of keys and values; bytes of an indexer's keys.
    whole_elements : float
        Of `kv_elements`, those of layers that read all of them beside layers that read a selection.
    windows : tuple of (int, float)
        Window [tokens] and the elements cached per token inside it.
    sparse_context : int
        Cached tokens attended to at most; 0: all.
    attention_flops_decode, attention_flops_prefill, attention_flops_window, index_flops : float
        FLOP per token and cached token over all layers. Where some layers attend to a selection only,
        the work of those that do not is with the indexer's, which nothing limits.
    state_bytes : int
        Recurrent state of a sequence [bytes].
    weight_bytes : float
        Of the checkpoint, without MTP layers [bytes].
    quantisation : str
        How weights are stored, for people.
    weights, expert_weights, compute, kv : str
        Suggested options of the group `precision`.
    kv_bits : float
        Bits per cached element, of the suggested `kv`.
    kv_declared : bool
        Whether the file gives the precision of the cache.
    layer_kinds : tuple of (str, int)
        Layers by kind of mixer and of feed-forward half.
    warnings : tuple of str
        Sentences for the user.
    """

    name: str
    model_type: str
    known: bool
    layers: int
    hidden_size: int
    vocabulary: int
    context: int
    tied: bool
    embedding_parameters: int
    head_parameters: int
    attention_parameters: int
    dense_parameters: int
    expert_parameters: int
    mtp_layers: int
    mtp_parameters: int
    experts: int
    experts_per_token: int
    moe_layers: int
    attention_kind: str
    query_heads: int
    kv_heads: int
    full_layers: int
    window_layers: int
    state_layers: int
    kv_elements: float
    index_bytes: float
    whole_elements: float
    windows: tuple[tuple[int, float], ...]
    sparse_context: int
    attention_flops_decode: float
    attention_flops_prefill: float
    attention_flops_window: float
    index_flops: float
    state_bytes: int
    weight_bytes: float
    quantisation: str
    weights: str
    expert_weights: str
    compute: str
    kv: str
    kv_bits: float
    kv_declared: bool
    layer_kinds: tuple[tuple[str, int], ...]
    warnings: tuple[str, ...]

    @property
    def parameters_total(self) -> int:
        """Return all parameters of the language model, MTP layers left out."""
        return (
            self.embedding_parameters
            + self.head_parameters
            + self.attention_parameters
            + self.dense_parameters
            + self.expert_parameters
        )

    @property
    def parameters_active(self) -> int:
        """Return the parameters one token uses, embedding and head included."""
        idle = self.expert_parameters * (self.experts - self.experts_per_token) // self.experts
        return self.parameters_total - idle

    @property
    def parameters_active_without_embedding(self) -> int:
        """Return the active parameters without the input embedding: what costs arithmetic."""
        return self.parameters_active - self.embedding_parameters

    @property
    def parameters_active_without_embedding_and_head(self) -> int:
        """Return the active parameters of the layers alone."""
        return self.parameters_active_without_embedding - self.head_parameters

    def kv_bytes_per_token(self, context: float, bits: float | None = None) -> float:
        """Return cached bytes per token of a sequence `context` tokens long.

        Parameters
        ----------
        context : float
            Tokens, at least 1; window layers keep at most their window of them.
        bits : float, optional
            Per element; the suggested precision of the cache where not given.
        """
        elements = self.kv_elements
        for window, inside in self.windows:
            elements += inside * min(1.0, window / context)
        return elements * (self.kv_bits if bits is None else bits) / 8.0 + self.index_bytes

    def to_values(self) -> dict[str, float | str]:
        """Return the numeric fields of the group `model` and the suggested choices of `precision`.

        Keys are full (`model.layers`), values in the declared units. Windows of several widths are
        given as one; what is read whole beside a selection is given with the indexer's cache, which
        nothing limits.
        """
        window = max(self.windows, key=lambda item: item[1], default=(0, 0.0))[0]
        inside = sum(width * elements for width, elements in self.windows) / window if window else 0.0
        values: dict[str, float | str] = {name: getattr(self, name) for name in _SAME_NAME}
        values |= {f"{role}_parameters": getattr(self, f"{role}_parameters") / 1e9 for role in _ROLES}
        values |= {
            "window": window,
            "kv_elements": self.kv_elements - self.whole_elements,
            "index_elements": self.index_bytes + self.whole_elements * self.kv_bits / 8.0,
            "kv_elements_window": inside,
            "state_bytes": self.state_bytes / 1e6,
            "native_bits": 8.0 * self.weight_bytes / self.parameters_total,
        }
        named = {f"model.{name}": value for name, value in values.items()}
        return named | {
            "precision.weights": self.weights,
            "precision.experts": self.expert_weights,
            "precision.compute": self.compute,
            "precision.kv": self.kv,
        }

    def check(self) -> None:
        """Raise `ModelConfigError` where a value is beyond what its parameter allows."""
        for key, value in self.to_values().items():
            try:
                SPECS[key].check(value)
            except ParameterError as error:
                raise ModelConfigError(
                    f"{self.name}: the file adds up to an impossible model: {error}. "
                    "Correct the file or download it again"
                ) from error


def summary(shape: ModelShape, context: float = DEFAULT_CONTEXT) -> dict[str, Any]:
    """Return what the command prints of `shape`; bytes, tokens and counts as plain numbers.

    Raises
    ------
    ModelConfigError
        `context` is no number from 1 to a thousand million tokens.
    """
    usable = isinstance(context, (int, float)) and not isinstance(context, bool)
    if not usable or not 1 <= context <= CONTEXT_LIMIT:
        raise ModelConfigError(
            f"context is {context!r}; give a number of tokens from 1 to {CONTEXT_LIMIT:,}, such as 8192"
        )
    precision = f"{shape.kv} ({'as the file says' if shape.kv_declared else 'assumed'})"
    return {
        "name": shape.name,
        "model_type": shape.model_type,
        "layers": shape.layers,
        "layer_kinds": dict(shape.layer_kinds),
        "hidden_size": shape.hidden_size,
        "vocabulary": shape.vocabulary,
        "tied_embeddings": shape.tied,
        "maximum_context": shape.context,
        **_counts(shape),
        "experts": shape.experts if shape.moe_layers else 0,
        "experts_per_token": shape.experts_per_token if shape.moe_layers else 0,
        "quantisation": shape.quantisation,
        "weight_bytes": round(shape.weight_bytes),
        "bits_per_weight": 8.0 * shape.weight_bytes / shape.parameters_total,
        "context": context,
        "kv_precision": precision,
        "kv_bytes_per_token": shape.kv_bytes_per_token(context),
        "kv_bytes_per_token_bf16": shape.kv_bytes_per_token(context, 16.0),
        "kv_bytes_per_sequence": shape.kv_bytes_per_token(context) * context,
        "state_bytes_per_sequence": shape.state_bytes,
        "warnings": list(shape.warnings),
    }


def _counts(shape: ModelShape) -> dict[str, int]:
    return {
        "parameters_total": shape.parameters_total,
        "parameters_active": shape.parameters_active,
        "parameters_active_without_embedding": shape.parameters_active_without_embedding,
        "parameters_active_without_embedding_and_head": shape.parameters_active_without_embedding_and_head,
        "parameters_embedding": shape.embedding_parameters,
        "parameters_head": shape.head_parameters,
        "parameters_attention": shape.attention_parameters,
        "parameters_dense": shape.dense_parameters,
        "parameters_experts": shape.expert_parameters,
        "parameters_mtp": shape.mtp_parameters,
    }
