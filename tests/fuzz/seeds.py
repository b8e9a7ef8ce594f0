"""What fuzzing starts from: small inputs of every sort that a reader takes."""

import functools
import io
import json
import struct
import zipfile
import zlib
from importlib.resources import files as packaged
from pathlib import Path

from engine import files, library
from engine.catalog import load
from engine.files import carriers
from engine.parameters import SPECS
from engine.scenario import DEFAULT, Uncertainty

#: Inputs that once brought a fault to light: one folder a target, one file an input.
CASES = Path(__file__).parent / "cases"


def kept(name: str) -> list[bytes]:
    """Return the inputs kept for target `name`."""
    folder = CASES / name
    return [path.read_bytes() for path in sorted(folder.iterdir())] if folder.is_dir() else []


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def _short(name: str, **values: object) -> dict[str, object]:
    return {"name": name, "values": {key: {"value": value} for key, value in values.items()}}


@functools.cache
def projects() -> list[bytes]:
    """Return scenario files: one whole, short ones of today and of before."""
    rent = {"value": 2.5, "unit": "$/h", "source": "a quote", "note": "of May", "locked": True}
    rent["uncertainty"] = {"low": 2.0, "high": 3.1, "kind": "lognormal"}
    root = {"name": "Root", "note": "as agreed", "values": {"accelerator.rent": rent}, "doubt": {"seed": 7}}
    child = {"name": "Child", "parent": root, "overrides": {"deployment.precision": {"value": "fp8"}}}
    tiers = {"routing.tiers": {"value": "two"}, "tier2.model.part": {"value": "llama-3.1-8b"}}
    whole = files.Project((DEFAULT.annotate("price.output", uncertainty=Uncertainty(2.0, 4.0)),))
    made = [
        {"schema": files.SCHEMA, "scenarios": [root]},
        {"schema": files.SCHEMA, "active": 1, "scenarios": [root, child],
        "views": {"surfaces": {"x": "price.output"}}},
        {"schema": files.SCHEMA, "scenarios": [{"name": "T", "values": tiers}], "baseline": root,
        "future": [1]},
        {"schema": files.SCHEMA + 1, "app": "Isocost 9", "scenarios": [root]},
        *({"schema": number, "scenarios": [root]} for number in range(1, files.SCHEMA)),
    ]  # fmt: skip
    return [*map(_json, made), files.to_bytes(whole)]


@functools.cache
def recoveries() -> list[bytes]:
    """Return the bodies of files of unsaved work."""
    short, other = (projects()[n].decode() for n in (0, 1))
    made = {"now": other, "pairs": [0, None], "path": "x.isocost", "saved": short, "when": 1.7e9}
    return [_json(made), _json({**made, "path": None, "pairs": [0], "now": short})]


def _chunk(sort: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + sort + body + struct.pack(">I", zlib.crc32(sort + body))


def _pixel() -> bytes:
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = (_chunk(b"IHDR", head), _chunk(b"IDAT", zlib.compress(b"\0\0")), _chunk(b"IEND", b""))
    return b"".join((b"\x89PNG\r\n\x1a\n", *parts))


def _document(payload: bytes, *, squeezed: bool) -> bytes:
    body = zlib.compress(payload) if squeezed else payload
    said = b"/Filter/FlateDecode" if squeezed else b""
    parts = (
        b"%PDF-1.7\n2 0 obj\n<<",
        said,
        b"/Length 7 0 R>>\nstream\r\n",
        body,
        b"\nendstream\nendobj\n%%EOF",
    )
    return b"".join(parts)


def _sheet(payload: bytes, method: int) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        rows = "".join(f"<si><t>{line}</t></si>" for line in carriers.armour(payload))
        archive.writestr("xl/sharedStrings.xml", f"<sst>{rows}</sst>")
    return held.getvalue()


@functools.cache
def carried() -> list[bytes]:
    """Return a picture, a drawing, documents and sheets that carry a scenario."""
    payload = projects()[0]
    drawing = carriers.into_svg(
        b'<?xml version="1.0"?>\n<svg width="9"><rect/></svg>', payload, {"Made": "x"}
    )
    packed = carriers.into_png(_pixel(), payload, {"Software": "Isocost"})
    plain = _pixel()[:-12] + _chunk(b"iTXt", b"isocost\0\0\0\0\0" + payload) + _pixel()[-12:]
    documents = [_document(payload, squeezed=squeezed) for squeezed in (True, False)]
    sheets = [_sheet(payload, method) for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)]
    return [packed, plain, drawing, *documents, *sheets]


@functools.cache
def configs() -> list[bytes]:
    """Return configurations of models: dense, with experts, latent attention, hybrid, wrapped."""
    dense = {
        "architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 4096,
        "intermediate_size": 14336, "num_hidden_layers": 32, "num_attention_heads": 32,
        "num_key_value_heads": 8, "vocab_size": 128256, "max_position_embeddings": 131072,
        "torch_dtype": "bfloat16", "tie_word_embeddings": False, "rope_scaling": {"factor": 8.0},
    }  # fmt: skip
    expert = {**dense, "model_type": "qwen3_moe", "num_experts": 128, "num_experts_per_tok": 8}
    expert |= {"moe_intermediate_size": 768, "decoder_sparse_step": 1, "mlp_only_layers": [], "head_dim": 128}
    latent = {**dense, "model_type": "deepseek_v3", "kv_lora_rank": 512, "q_lora_rank": 1536}
    latent |= {"qk_nope_head_dim": 128, "qk_rope_head_dim": 64, "v_head_dim": 128, "n_routed_experts": 256}
    latent |= {"n_shared_experts": 1, "first_k_dense_replace": 3, "num_nextn_predict_layers": 1}
    latent["quantization_config"] = {"quant_method": "fp8", "weight_block_size": [128, 128]}
    hybrid = {**dense, "model_type": "jamba", "layer_types": ["full_attention", "sliding_attention"] * 16}
    hybrid |= {"sliding_window": 4096, "mamba_d_state": 16, "attn_layer_period": 8}
    wrapped = {"model_type": "gemma3", "text_config": dense, "vision_config": {}, "quantization_config": None}
    return [_json(each) for each in (dense, expert, latent, hybrid, wrapped)]


@functools.cache
def points() -> list[bytes]:
    """Return tables of measured points."""
    head = "point_id,hardware,n_devices,model,weight_precision,isl,osl,concurrency_or_batch,"
    head += "tpot_ms_median,ttft_ms"
    rows = (
        "a,H100 SXM,8,Llama 3.1 70B,fp8,1024,256,32,21.5,340",
        '"b, 2",MI300X,1,"x",bf16,"1","2",,nan,inf',
    )
    return ["\n".join((head, *rows[:n], "")).encode() for n in range(3)]


@functools.cache
def traces() -> list[bytes]:
    """Return traces; the first byte tells whether the name says it is packed."""
    import gzip

    named = b"TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:17:03.98,4808,10\n"
    named += b"2023-11-16T18:17:04Z,110,27\n"
    plain = b"0.5,1024,256\n1.25,2048,128\n9,7,3\n"
    return [b"p" + named, b"p" + plain, b"p\xef\xbb\xbf" + named, b"z" + gzip.compress(plain, mtime=0)]


@functools.cache
def parts() -> list[bytes]:
    """Return parts of a library as TOML."""
    import tomli_w

    made = [next(iter(load(kind).values())) for kind in ("accelerator", "workload", "model")]
    based = b'kind = "accelerator"\nid = "mine"\nbase = "h100-sxm"\nlabel = "Ours"\n'
    based += b'[values]\n"accelerator.rent" = 1.9\n'
    return [based, *(tomli_w.dumps(library.to_file(one)).encode() for one in made)]


#: What people type into fields, and what they should not.
_TYPED = (
    "8", "2.5 $/h", "1,900 $/month", "60%", "3e5 tokens", "= 2*(3+4) $/h", "1/3", "3 to 6", "2.6 ± 10%",
    "1.5 k",
    "=1900 $/month * 12 / 8760", "0,5", "12 GB", "1 TiB/s", "-3", "1e308", "=2^0.5", "5 min", "7 €", "½",
)  # fmt: skip
_DRAWN = (
    "uniform 2 6", "triangular 1 2 3", "pert 2 3 6 $/h", "normal 1 4", "lognormal 1 4", "0.7: 4, 0.3: 8",
    "70%: 4; 30%: 8", "2.6 +- 0.3", "beta 1 2", "3..6",
)  # fmt: skip


def _for_some_inputs(texts: tuple[str, ...]) -> list[bytes]:
    return [bytes((n % 2 * 128, n * 7 % 200)) + text.encode() for n, text in enumerate(texts)]


def quantities() -> list[bytes]:
    """Return typed quantities; the first two bytes tell which input and which decimal mark."""
    return _for_some_inputs(_TYPED)


def distributions() -> list[bytes]:
    """Return typed distributions, likewise."""
    return _for_some_inputs((*_DRAWN, *_TYPED[7:9]))


def settings() -> list[bytes]:
    """Return settings of the command line."""
    texts = (
        "accelerator.rent=1900 $/month", "accelerator.part=h200-sxm", "deployment.precision=fp8",
        "model.part=x",
        "workload.output_tokens=3 to 6 k", "price.output=pert 2 3 6", "tier2.model.part=llama-3.1-8b",
        "deployment.precision=0.7: fp8, 0.3: bf16", "routing.tiers=two", "reliability.target=99.9%", "=",
        "x=1",
    )  # fmt: skip
    numbers = [f"{key}={spec.default}" for key, spec in list(SPECS.items())[::9]]
    return [text.encode() for text in (*texts, *numbers)]


def axes() -> list[bytes]:
    """Return axes of sweeps."""
    texts = (
        "price.output=1:8:24",
        "price.output=1:8:24:log",
        "deployment.precision=fp8, bf16",
        "price.output",
    )
    return [text.encode() for text in (*texts, "accelerator.rent=1; 2; 3 $/h", "accelerator.count=8, 16, 32")]


def filters() -> list[bytes]:
    """Return conditions on rows."""
    texts = (
        "gross margin > 20% and feasible",
        "price.output <= 3 $",
        "feasible = yes",
        "cost_per_request!=0",
    )
    return [text.encode() for text in texts]


#: Settings of the window, and what their file may say of them.
SETTING_NAMES = ("theme", "language", "scale", "units", "geometry", "open_groups", "recent", "recent_finds",
                 "hints_done", "sentence", "version", "of_later")  # fmt: skip
#: A list that PySide unpickles while Qt reads the file.
_PICKLE = r"\x80\x4\x8c\x5posix\x8c\x6getpid\x93)R."
PICKLED = rf"@Variant(\0\0\0\x7f\0\0\0\x18PySide::PyObjectWrapper\0\0\0\0\x15{_PICKLE})"
SETTING_VALUES = (
    "", "dark", "contrast", "de", "1.5", "nan", "inf", "-1", "0", "1e308", "9" * 400, "\u00b2", "[" * 3000,
    "@Invalid()", "@ByteArray(", r"@ByteArray(\x1\xd9\xd0\xcb)", r"@ByteArray(\x100)", "@Size(1 1)", "@@x",
    "@Rect(0 0 1 1)", r"@Variant(\0\0\0\x7f)", r"@Variant(\0\0\0\xa\0\0\0\x2\0x)", r"@DateTime(\0\0\0\x10)",
    PICKLED, r"\x40Variant(\0\0\0\x2\0\0\0\x1)", "a, b", "x" * 5000, r"\0", r"\x", r"\xd800", r"\x12345",
    '"unclosed', '"a" b', r'"[\"/a/b.isocost\", \"c\", 3, null]"', r'"[\"/\\udcff\", \"/\\ud800\"]"',
    r'"{\"$/h\": \"$/month\", \"s\": 3, \"q\": \"ms\"}"', "\ud800", "\u202e", "back\\", "line\rline", "\0",
    "workload price ../.. \u00e9", "dismissed", "2", "999",
)  # fmt: skip


def _placed(*edges: int) -> str:
    """Return a place of a window as Qt writes it, the frame's rectangle twice."""
    made = struct.pack(">IHH8iiBBi4i", 0x1D9D0CB, 3, 0, *edges, *edges, 0, 0, 0, 1920, *edges)
    return "@ByteArray(" + "".join(f"\\x{byte:x}" for byte in made) + ")"


@functools.cache
def remembered() -> list[bytes]:
    """Return files of settings; the first letter tells whether a file or a folder stands there."""
    most = 2**31 - 1
    rows = ("[General]", f"geometry={_placed(100, 80, 1400, 900)}", "hints_done=2", "language=de",
            "open_groups=workload price", r'recent="[\"/home/a/b.isocost\", \"/c d/\\u00e9.isocost\"]"',
            "recent_finds=view:surfaces", "scale=1.25", "sentence=dismissed", "theme=dark",
            r'units="{\"$/h\": \"$/month\"}"', "version=1")  # fmt: skip
    whole = "\n".join((*rows, ""))
    places = (
        (-most, -most, most, most), (most - 5, 0, most, 9), (-1 - most,) * 4, (5, 5, 4, 4), (90_000,) * 4
    )  # fmt: skip
    made = ["f" + whole, "f" + whole.replace("\n", "\r\n"), "d", "f"]
    made += [f"f[General]\ntheme={PICKLED}\nscale=2\n"]
    made += [f"f[General]\ngeometry={_placed(*edges)}\n" for edges in places]
    return [text.encode() for text in (*made, f'f{whole}\n[Later]\nview="a;b"\n')]


def words() -> tuple[str, ...]:
    """Return what texts are spliced with."""
    keys = tuple(SPECS)[::5]
    shipped = tuple(entry.name for entry in (packaged("resources") / "scenarios").iterdir())
    return (*keys, *_TYPED, *_DRAWN, *shipped, "nan", "inf", "-inf", "1e999", "9" * 400, "\0", "\ud800",
    "=" * 50,
            "(" * 300, "=" + "(" * 40 + "1", "=9**9**9", "=1/0", "=0*1e400", "\u202e", "٣", "²", "１２",
            "0x10", "1_0",
            "--", "±", "%", ":", ";", ",", '"', "\n", "\r", "tier9.", "tier2.", "to", "true", "[",
            "{")  # fmt: skip
