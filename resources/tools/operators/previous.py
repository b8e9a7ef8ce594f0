"""Constants of the previous forms, by family, to score them on the same rows.

Matrix products: longer of arithmetic and weights, fixed time apart. Decode attention: bytes over
bandwidth. Prefill attention: one share of peak. MLA: longer of bytes and BF16 arithmetic, one share.
Grouped products: as matrix products, one share for all precisions. All-reduce: fixed time and volume.
"""

from typing import Final

_NAMES: Final = (
    *("compute_bf16", "compute_fp8", "compute_fp4", "memory_bf16", "memory_fp8", "memory_fp4"),
    *("time_bf16", "time_fp8", "time_fp4", "decode_bf16", "decode_fp8", "prefill", "mla"),
    *("moe_memory", "moe_compute", "link", "collective"),
)
_ROWS: Final = {
    "A100": "0.84 0.81 0.42 0.73 0.77 0.61 5.6 5.4 8.1 0.73 0.67 0.56 0.26 0.68 0.45 0.74 5.2",
    "H100": "0.78 0.54 0.42 0.85 0.77 0.59 3.6 5.4 8.1 0.91 0.84 0.59 0.71 0.74 0.50 0.79 3.0",
    "H200": "0.76 0.60 0.42 0.86 0.73 0.59 3.9 5.8 8.1 0.90 0.66 0.59 0.60 0.71 0.53 0.79 3.1",
    "B200": "0.67 0.49 0.42 0.83 0.65 0.59 3.6 5.9 8.1 0.92 0.90 0.50 0.59 0.68 0.50 0.69 5.0",
    "B300": "0.72 0.52 0.29 0.81 0.65 0.58 3.3 5.8 7.6 0.91 0.89 0.64 0.65 0.68 0.51 0.71 4.6",
    "GB200": "0.66 0.46 0.40 0.82 0.62 0.58 3.6 6.0 8.8 0.92 0.91 0.49 0.64 0.70 0.49 0.70 4.9",
    "GB300": "0.75 0.54 0.30 0.82 0.62 0.58 3.6 6.0 8.8 0.90 0.88 0.61 0.67 0.68 0.50 0.71 4.9",
    "L40S": "0.59 0.48 0.42 0.83 0.71 0.86 3.6 5.4 8.1 0.81 0.78 0.48 0.40 0.80 0.48 0.12 13.7",
    "RTX PRO 6000": "0.85 0.72 0.63 0.83 0.78 0.52 3.6 5.4 8.1 0.85 0.84 0.59 0.19 0.80 0.52 0.47 13.1",
}

PREVIOUS: Final = {
    family: dict(zip(_NAMES, map(float, row.split()), strict=True)) for family, row in _ROWS.items()
}
