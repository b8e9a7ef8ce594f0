"""In how many bits each tensor of a checkpoint is stored, scales included."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from engine.model_config.container import Source
from engine.model_config.fields import Fields
from engine.model_config.parts import Tensor
from engine.model_config.scope import Scope, canonical_name, elsewhere, variants


@dataclass(frozen=True)
class Scheme:
    """One way to store weights.

    Attributes
    ----------
    label : str
        For people.
    bits : float
        Stored bits per weight with its share of the scales.
    weights, compute : str
        Nearest options of `precision.weights` and `precision.compute`.
    """

    label: str
    bits: float
    weights: str
    compute: str


BF16: Final = Scheme("BF16", 16.0, "bf16", "bf16")
FP32: Final = Scheme("FP32", 32.0, "bf16", "bf16")
FP8: Final = Scheme("FP8", 8.0, "fp8", "fp8")
_BLOCK: Final = 128 * 128
FP8_BLOCK: Final = Scheme("FP8 in blocks of 128 x 128", 8.0 + 32.0 / _BLOCK, "fp8", "fp8")
MXFP4: Final = Scheme("MXFP4", 4.0 + 8.0 / 32.0, "fp4", "bf16")
NF4: Final = Scheme("NF4", 4.0 + 32.0 / 64.0, "int4", "bf16")
INT8: Final = Scheme("INT8", 8.0, "int8", "int8")

_NO_QUANTISATION: Final = ("", "none", "no_quantization", "bf16", "bfloat16")
_KV: Final = {8: ("fp8", 8.0), 4: ("fp4", 4.5), 16: ("bf16", 16.0)}


@dataclass
class Quantisation:
    """The scheme of every tensor.

    Attributes
    ----------
    base : Scheme
        Of what is not quantised.
    default : Scheme or None
        Of every other matrix of a layer; None: only what is named is quantised.
    experts : Scheme or None
        Of routed experts, where they differ.
    kv : tuple of str and float
        Option of `precision.kv` and bits per element.
    """

    base: Scheme = BF16
    default: Scheme | None = None
    experts: Scheme | None = None
    named: dict[str, Scheme] = field(default_factory=dict)
    groups: list[tuple[Scope, Scheme]] = field(default_factory=list)
    ignored: Scope = field(default_factory=lambda: Scope(()))
    kv: tuple[str, float] = ("bf16", 16.0)
    kv_declared: bool = False
    label: str = "none"

    def scheme_of(self, tensor: Tensor) -> Scheme:
        """Return the scheme of `tensor`."""
        if not tensor.matrix or tensor.role == "embedding":
            return self.base
        if self.named:
            found = next((self.named[n] for n in variants(tensor.name) if n in self.named), None)
            return found or self.base
        if tensor.name in self.ignored:
            return self.base
        for scope, scheme in self.groups:
            if scope.linear or tensor.name in scope:
                return scheme
        if tensor.role == "head" or self.groups:
            return self.base
        if tensor.role == "expert" and self.experts is not None:
            return self.experts
        return self.default or self.base


def read_quantisation(source: Source, fields: Fields) -> Quantisation:
    """Return how the weights of `source` are stored; warnings go to `fields`."""
    result = Quantisation(base=_base(source, fields))
    section = Fields(f"{source.name}: quantization_config", source.quantisation)
    section.warnings = fields.warnings
    if not source.quantisation:
        return result
    method = section.text("quant_method").lower()
    algorithm = section.text("quant_algo").upper()
    _read_kv(section, result)
    ignored: list[Any] = []
    for name in (
        "ignore",
        "modules_to_not_convert",
        "exclude_modules",
        "ignored_layers",
        "llm_int8_skip_modules",
    ):
        ignored += section.items(name) or []
    result.ignored = Scope(ignored)
    _read_scheme(section, result, method, algorithm)
    if fields.text("expert_dtype").lower() in ("fp4", "mxfp4"):
        # Beside FP8 weights the activations are FP8 as well.
        result.experts = Scheme(MXFP4.label, MXFP4.bits, "fp4", "fp8")
    result.label = _label(result)
    unread = result.ignored.unread + [text for scope, _ in result.groups for text in scope.unread]
    if unread:
        section.warn(
            f"{len(unread)} entries of the quantisation lists could not be read, such as {unread[0][:60]!r}; "
            "the weight bytes may be slightly off."
        )
    return result


def _base(source: Source, fields: Fields) -> Scheme:
    for section in (source.inner, source.outer):
        for name in ("dtype", "torch_dtype"):
            value = section.get(name)
            if value is None:
                continue
            if not isinstance(value, str):
                raise fields.error(name, value, "text such as bfloat16")
            short = value.removeprefix("torch.").lower()
            if short in ("float32", "fp32"):
                return FP32
            if short.startswith("float8"):
                return FP8
            if short not in ("bfloat16", "float16", "bf16", "fp16", "half", "auto"):
                fields.warn(f"The dtype {value[:40]!r} is not known; 16 bits per weight were taken.")
            return BF16
    if not source.quantisation:
        fields.warn("The file names no dtype; 16 bits per weight were taken.")
    return BF16


def _read_kv(section: Fields, result: Quantisation) -> None:
    for name in ("kv_cache_scheme", "kv_cache_quant_algo"):
        value = section.values.get(name)
        bits = None
        if isinstance(value, dict):
            bits = value.get("num_bits")
        elif isinstance(value, str) and value.lower() not in _NO_QUANTISATION:
            bits = 4 if "4" in value else 8
        if bits in (4, 8):
            result.kv = _KV[int(bits)]
            result.kv_declared = True
            return


def _read_scheme(section: Fields, result: Quantisation, method: str, algorithm: str) -> None:
    if algorithm and algorithm.lower() not in _NO_QUANTISATION:
        _read_modelopt(section, result, algorithm)
    elif method == "compressed-tensors" or (section.has("config_groups") and not algorithm):
        _read_groups(section, result)
    elif method == "fp8":
        block = section.items("weight_block_size")
        result.default = FP8 if block is None else _blocked(section, block)
    elif method == "mxfp4":
        # Only experts have kernels for this format.
        result.experts = MXFP4
        result.default = None
    elif method in ("gptq", "awq", "auto-round", "auto_round", "gptq_marlin", "awq_marlin"):
        result.default = _integer(section, section.count("bits", "w_bit", low=1, high=16) or 4)
    elif method == "bitsandbytes" or section.has("load_in_4bit", "load_in_8bit"):
        result.default = NF4 if section.flag("load_in_4bit", False) else INT8
    elif method in ("fbgemm_fp8", "fp_quant_fp8", "modelopt_fp8"):
        result.default = FP8
    elif method in ("modelopt_fp4", "nvfp4"):
        result.default = _algorithm("NVFP4", 16)
    else:
        bits = section.count("bits", "num_bits", "nbits", "weight_bits", low=1, high=16)
        if bits is not None:
            result.default = _integer(section, bits)
        if method not in _NO_QUANTISATION or bits is not None:
            what = f"{bits}-bit weights" if bits else "unquantised weights"
            section.warn(f"The quantisation method {method[:40]!r} is not known; it was read as {what}.")


def _blocked(section: Fields, block: list[Any]) -> Scheme:
    size = 1
    for value in block:
        size *= section.whole("weight_block_size", value, 1, 1_000_000)
    if size == _BLOCK or not block:
        return FP8_BLOCK
    return Scheme(f"FP8 in blocks of {size}", 8.0 + 32.0 / size, "fp8", "fp8")


def _integer(section: Fields, bits: int) -> Scheme:
    _, group = section.find("group_size", "q_group_size")
    size = group if isinstance(group, int) and not isinstance(group, bool) and group > 0 else 0
    return _grouped_integer(bits, size)


def _grouped_integer(bits: int, group: int) -> Scheme:
    stored = bits + (16.0 / group if group else 0.0)
    where = f" in groups of {group}" if group else ""
    if bits > 8:
        return Scheme(f"INT{bits}{where}", stored, "bf16", "bf16")
    weights = "int8" if bits > 4 else "int4"
    return Scheme(f"INT{bits}{where}", stored, weights, "bf16")


def _algorithm(algorithm: str, group: int | None) -> Scheme | None:
    """Return the scheme of a ModelOpt algorithm name such as FP8, NVFP4 or W4A16_NVFP4."""
    name = algorithm.upper()
    if "NVFP4" in name:
        compute = "bf16" if "A16" in name else "fp8" if "FP8" in name else "fp4"
        return Scheme(name, 4.0 + 8.0 / (group or 16), "fp4", compute)
    if "MXFP4" in name:
        compute = "fp8" if "FP8" in name else "bf16" if "A16" in name else "fp4"
        return Scheme(name, MXFP4.bits, "fp4", compute)
    if "MXFP8" in name:
        return Scheme(name, 8.0 + 8.0 / 32.0, "fp8", "fp8")
    if "FP8" in name and "W4A8" not in name:
        blocks = "BLOCK" in name or "_PB" in name
        return Scheme(name, FP8_BLOCK.bits if blocks else 8.0, "fp8", "bf16" if "WO" in name else "fp8")
    if "INT4" in name or "W4A" in name:
        return Scheme(name, 4.0 + 16.0 / (group or 128), "int4", "fp8" if "A8" in name else "bf16")
    if "INT8" in name or "W8A" in name:
        return Scheme(name, 8.0, "int8", "bf16" if "A16" in name or "WO" in name else "int8")
    return None


def _read_modelopt(section: Fields, result: Quantisation, algorithm: str) -> None:
    group = section.count("group_size", low=1, high=1_000_000)
    listed = section.section("quantized_layers")
    if listed is not None:
        for name, entry in listed.values.items():
            if not isinstance(entry, dict) or elsewhere(name):
                continue
            one = Fields(f"{listed.source}: {name[:60]}", entry)
            found = _algorithm(
                one.text("quant_algo"), one.count("group_size", low=1, high=1_000_000) or group
            )
            if found is not None:
                result.named[canonical_name(name)] = found
        return
    result.default = _algorithm(algorithm, group)
    if result.default is None:
        section.warn(f"The quantisation {algorithm[:40]!r} is not known; weights were taken as unquantised.")


def _read_groups(section: Fields, result: Quantisation) -> None:
    groups = section.section("config_groups")
    layout = section.text("format")
    if groups is None:
        section.warn("The quantisation has no config_groups; weights were taken as unquantised.")
        return
    for name in groups.values:
        group = groups.section(name)
        weights = group.section("weights") if group is not None else None
        if group is None or weights is None:
            continue
        targets = Scope(group.items("targets") or ["Linear"])
        scheme = _group_scheme(weights, group.text("format") or layout, group.values.get("input_activations"))
        result.groups.append((targets, scheme))


def _group_scheme(weights: Fields, layout: str, activations: object) -> Scheme:
    bits = weights.count("num_bits", low=1, high=16) or 16
    group = weights.count("group_size", low=-1, high=1_000_000) or 0
    kind = weights.text("type")
    wide = not isinstance(activations, dict)
    if kind == "float" and bits == 4:
        if "mx" in layout or group == 32:
            return Scheme("MXFP4", MXFP4.bits, "fp4", "bf16" if wide else "fp4")
        return Scheme("NVFP4", 4.0 + 8.0 / max(group, 16), "fp4", "bf16" if wide else "fp4")
    if kind == "float":
        block = weights.items("block_structure")
        scheme = _blocked(weights, block) if block else FP8
        return Scheme(scheme.label, scheme.bits, "fp8", "bf16" if wide else "fp8")
    scheme = _grouped_integer(bits, max(group, 0))
    inputs = activations.get("num_bits") if isinstance(activations, dict) else None
    return Scheme(scheme.label, scheme.bits, scheme.weights, "int8" if inputs == 8 else "bf16")


def _label(result: Quantisation) -> str:
    schemes: Iterable[Scheme | None] = [
        result.default,
        result.experts,
        *dict.fromkeys(result.named.values()),
        *(scheme for _, scheme in result.groups),
    ]
    labels = list(dict.fromkeys(scheme.label for scheme in schemes if scheme is not None))
    return " + ".join(labels) if labels else "none"
