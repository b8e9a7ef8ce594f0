"""What a model is made of: tensors, and the two halves of a layer."""

from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from engine.model_config.families import Family
from engine.model_config.fields import Fields

Role = Literal["embedding", "head", "attention", "dense", "expert"]
MixerKind = Literal[
    "full",
    "window",
    "latent",
    "compressed",
    "heavily_compressed",
    "linear",
    "lightning",
    "kda",
    "mamba",
    "convolution",
    "plain",
    "none",
]
FfnKind = Literal["dense", "moe", "dense+moe", "plain", "none"]

#: Mixers that keep a constant state instead of a cache.
RECURRENT: Final = ("linear", "lightning", "kda", "mamba", "convolution")


class Tensor(NamedTuple):
    """Weights with one name.

    Attributes
    ----------
    name : str
        As in a checkpoint, from `layers.` on.
    parameters : int
        Scalars; for experts those of all experts of the layer.
    role : str
        The parameter group it belongs to.
    matrix : bool
        Whether it is the matrix of a linear layer, which quantisation may touch.
    """

    name: str
    parameters: int
    role: Role
    matrix: bool = True


@dataclass(frozen=True)
class Mixer:
    """What mixes tokens in one layer: attention, a recurrence, or nothing.

    Attributes
    ----------
    kv_elements : float
        Cached elements per token that grow with the context.
    window_elements, window : float, int
        Cached elements per token kept for at most `window` tokens.
    index_bytes : float
        Bytes per token of an indexer's own cache, whatever the precision of keys and values.
    state_bytes : int
        Recurrent state of a sequence [bytes].
    flops_decode, flops_prefill, flops_window, flops_index : float
        FLOP per token and cached token: decode, prefill, inside the window, and of the indexer.
    reach : int
        Cached tokens attended to at most; 0: all.
    """

    kind: MixerKind
    tensors: tuple[Tensor, ...] = ()
    query_heads: int = 0
    kv_heads: int = 0
    kv_elements: float = 0.0
    window_elements: float = 0.0
    window: int = 0
    index_bytes: float = 0.0
    state_bytes: int = 0
    flops_decode: float = 0.0
    flops_prefill: float = 0.0
    flops_window: float = 0.0
    flops_index: float = 0.0
    reach: int = 0


@dataclass(frozen=True)
class Ffn:
    """The feed-forward half of one layer."""

    kind: FfnKind
    tensors: tuple[Tensor, ...] = ()
    experts: int = 0
    experts_per_token: int = 0


@dataclass(frozen=True)
class Outline:
    """A config's fields with what was settled before its layers are read.

    Attributes
    ----------
    model_type : str
        Of the language model.
    hidden : int
        Width of the residual stream.
    mixers, ffns : tuple of str
        Kind of each layer's halves.
    """

    fields: Fields
    family: Family
    model_type: str
    hidden: int
    layers: int
    mixers: tuple[MixerKind, ...] = ()
    ffns: tuple[FfnKind, ...] = ()
    blocks: tuple[Fields, ...] = field(default=())

    def mixer_name(self, layer: int, name: str) -> str:
        """Return the full name of a tensor of a layer's mixer."""
        return f"layers.{layer}.{self.family.mixer_word}.{name}"

    def ffn_name(self, layer: int, name: str) -> str:
        """Return the full name of a tensor of a layer's feed-forward half."""
        return f"layers.{layer}.{self.family.ffn_word}.{name}"
