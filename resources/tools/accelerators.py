"""Accelerators: a complete group `accelerator` and `efficiency` for every row of the reference table.

What a row leaves open is derived from its other cells or guessed by a stated rule, so that choosing any
part gives a whole machine. Rules are anchored on the H100 server of 2026-05.
"""

import math
from pathlib import Path
from typing import Final

from resources.tools.aliases import ACCELERATORS, DRIVER_NAMES, FAMILY_OF
from resources.tools.efficiency import efficiency
from resources.tools.figures import Entry, Row, band, figure, grade_of, number, read, value_of
from resources.tools.power import power
from resources.tools.silicon import partner, silicon

#: H100 server price per accelerator, of which the accelerator itself.
_ANCHOR_SYSTEM: Final = 35625.0
_ANCHOR_SHARE: Final = 27500.0 / _ANCHOR_SYSTEM
#: $/h per $ of system price: H100 at the middle of contract and lowest on-demand, and at a hyperscaler.
_RENT_PER_PRICE: Final = 2.6 / _ANCHOR_SYSTEM
_LIST_RENT_PER_PRICE: Final = 6.88 / _ANCHOR_SYSTEM
#: All-in power over board power, median of the parts that state both.
_ALL_IN: Final = 1.7
_NIC: Final = {400.0: 1750.0, 800.0: 3000.0, 1600.0: 5000.0}
_PCIE: Final = frozenset(
    {"a10g", "l4", "l40s", "rtxpro6000-se", "rtx4090", "rtx5090"}
    | {"rtx3070", "rtx3080", "rtx3080ti", "rtx3090", "rtx4070ti", "rtx4080", "rtx4000-ada", "rtx5000-ada"}
    | {"rtx6000-ada", "rtx-a6000", "a40", "a10", "a30", "a100-pcie-80", "l20", "t4", "rx7900xtx"}
    | {"rtx3060", "rtx4060ti", "rtx4070", "rtx5080"}
)
#: Cards and computers that published benchmarks ran, in the columns of `accelerators.csv`.
MORE: Final = Path(__file__).with_name("more_accelerators.csv")

#: (value, why) where neither the row nor a rule gives a figure.
_GUESSES: Final[dict[tuple[str, str], tuple[float, str]]] = {
    ("groq-lpu1", "scaleup_bandwidth"): (240.0, "chip-to-chip links, 480 GB/s both ways, from memory"),
    ("inf2", "scaleup_bandwidth"): (96.0, "NeuronLink-v2, 192 GB/s both ways, from memory"),
    ("inf2", "tdp"): (130.0, "unpublished"),
    ("jalapeno", "bf16"): (1575.0, "unpublished; B200's FLOP per watt at 700 W"),
    ("jalapeno", "fp8"): (3150.0, "unpublished; B200's FLOP per watt at 700 W"),
    ("jalapeno", "memory"): (192.0, "unpublished; memory of its generation"),
    ("jalapeno", "bandwidth"): (6.0, "unpublished; bandwidth of its generation"),
    ("jalapeno", "scaleup_bandwidth"): (600.0, "unpublished; link of its generation"),
    ("maia100", "scaleup_domain"): (4.0, "four to a server"),
    ("maia200", "bf16"): (1250.0, "a quarter of the FP8 peak; Microsoft gives FP8 and FP4 only"),
    ("mi455x", "tdp"): (2300.0, "rumoured, unpublished"),
    ("mi350x", "price"): (30000.0, "as MI355X, same silicon"),
    **{
        (ident, "scaleup_bandwidth"): (900.0, "unpublished; link of a rack of 72 of its generation")
        for ident in ("mtia-400", "mtia-450", "mtia-500")
    },
    ("mtia-300", "scaleup_bandwidth"): (200.0, "unpublished"),
    ("ascend950dt", "scaleout_bandwidth"): (400.0, "usual adapter"),
    ("sn40l", "scaleup_bandwidth"): (100.0, "unpublished"),
    ("sn40l", "tdp"): (600.0, "unpublished"),
    ("ascend950dt", "tdp"): (600.0, "unpublished"),
    ("trn1", "scaleup_bandwidth"): (192.0, "NeuronLink-v2, 384 GB/s both ways, from memory"),
    ("trn1", "tdp"): (210.0, "unpublished"),
    ("wse3", "scaleup_bandwidth"): (150.0, "the wafer is one device; its network ports"),
    ("wse3", "system_power"): (23000.0, "a CS-3 system is one device"),
    ("wse3", "server_price"): (0.0, "the price is that of the whole CS-3 system"),
}
_SIZES: Final = {"inf2": 12, "trn1": 16, "trn2": 16, "trn3": 16, "sn40l": 16, "wse3": 1, "gh200-96": 1}
_SERVERS: Final = {"tpu-v5e": 8, "tpu-v5p": 4, "tpu-v6e": 8, "tpu-v7": 4, "maia100": 4, "maia200": 4}


def build(facts: Path) -> dict[str, Entry]:
    """Return one entry for each row of `accelerators.csv` and of the parts that only benchmarks ask for."""
    rows = [*read(facts / "accelerators.csv"), *read(MORE)]
    return {row["id"]: _Accelerator(row).entry() for row in rows}


class _Accelerator:
    """One row on its way to an entry."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.ident = row["id"]
        self.spec = (row["spec_source"], grade_of(row["spec_confidence"]))
        self.market = (row["price_source"] or row["spec_source"], grade_of(row["price_confidence"]))
        self.values: dict[str, Entry] = {}

    def entry(self) -> Entry:
        self._peaks()
        self._memory()
        self._links()
        self._power()
        self._prices()
        self.values.update(efficiency(self.row))
        self.values.update(power(self.ident, self.values))
        self.values.update(silicon(self.row, self.values))
        return {
            "label": self.row["name"],
            "vendor": self.row["vendor"].split(" (")[0],
            "aliases": sorted((*ACCELERATORS.get(self.ident, ()), *DRIVER_NAMES.get(self.ident, ()))),
            "note": self.row["notes"],
            "values": self.values,
            "facts": self._facts(),
        }

    def _put(self, name: str, value: float, source: str, grade: str, **more: float | str | None) -> None:
        self.values[f"accelerator.{name}"] = value_of(f"accelerator.{name}", value, source, grade, **more)

    def _guess(self, name: str, value: float, why: str) -> None:
        value, why = _GUESSES.get((self.ident, name), (value, why))
        self._put(name, value, f"guess: {why}", "guess")

    def _cell(self, name: str, column: str, fallback: float, why: str) -> float:
        found = number(self.row, column)
        if found is None:
            self._guess(name, fallback, why)
        else:
            self._put(name, found, *self.spec)
        return float(self.values[f"accelerator.{name}"]["value"])

    def _peaks(self) -> None:
        eight = number(self.row, "fp8_dense_tflops") or number(self.row, "int8_dense_tops") or 0.0
        self._cell("bf16", "bf16_dense_tflops", eight / 2.0, "half the 8-bit peak")
        columns = {"fp8": "fp8_dense_tflops", "int8": "int8_dense_tops", "fp4": "fp4_dense_tflops"}
        for name, column in columns.items():
            found = number(self.row, column)
            if found is None and (self.ident, name) in _GUESSES:
                self._guess(name, 0.0, "")
            elif found is None:
                self._put(name, 0.0, self.spec[0], self.spec[1], note="the maker gives no such rate")
            else:
                self._put(name, found, *self.spec)

    def _memory(self) -> None:
        nameplate = number(self.row, "mem_nameplate_gb")
        usable = number(self.row, "mem_usable_gb")
        if usable is None and nameplate is not None:
            self._put(
                "memory",
                round(0.965 * nameplate, 1),
                self.spec[0],
                "derived",
                note="0.965 of nameplate, as GB300",
            )
        else:
            self._cell("memory", "mem_usable_gb", 0.0, "unpublished")
        self._cell("bandwidth", "mem_bw_tb_per_s", 0.0, "unpublished")

    def _links(self) -> None:
        row = self.row
        if row["notes"] and ("halved" in row["notes"] or "bidirectional" in row["notes"].lower()):
            self.spec, kept = (self.spec[0], "derived"), self.spec
        else:
            kept = self.spec
        self._cell("scaleup_bandwidth", "scaleup_gb_per_s_per_direction", 100.0, "unpublished")
        self.spec = kept
        domain = number(row, "scaleup_domain_accels")
        size = number(row, "server_accels") or _SIZES.get(self.ident) or _SERVERS.get(self.ident) or 8.0
        if self.ident in _PCIE:
            note = "no scale-up link: the eight cards of a server meet over PCIe, at the measured efficiency"
            self._put("scaleup_domain", 8, self.spec[0], "derived", note=note)
        elif domain is None:
            self._guess("scaleup_domain", size, "one server")
        else:
            self._put("scaleup_domain", domain, *self.spec)
        if number(row, "server_accels"):
            self._put("server_size", size, self.market[0] or self.spec[0], self.spec[1])
        else:
            self._put("server_size", size, "guess: usual server or instance", "guess")
        big = (number(row, "tdp_w") or 0.0) > 450.0
        self._cell(
            "scaleout_bandwidth", "scaleout_gbit_per_s_per_accel", 400.0 if big else 100.0, "usual adapter"
        )

    def _power(self) -> None:
        tdp = self._cell("tdp", "tdp_w", 500.0, "unpublished")
        stated = number(self.row, "allin_it_power_w_per_accel")
        if stated is not None:
            source = "SemiAnalysisAI/InferenceX-app gpu-keys.ts: chip, host and network share, before PUE"
            self._put("system_power", stated, source, "press")
        elif (self.ident, "system_power") in _GUESSES:
            self._guess("system_power", tdp, "")
        else:
            ratio = 1.23 if self.ident.startswith("tpu") else _ALL_IN
            note = f"{ratio:g} times board power, as parts that state both"
            self._put("system_power", round(ratio * tdp), note, "guess")

    def _prices(self) -> None:
        row = self.row
        chip = band(row, "price_accel_usd_low", "price_accel_usd_high")
        server = band(row, "price_server_usd_low", "price_server_usd_high")
        size = number(row, "server_accels") or 1.0
        rack = "rack/72" in row["price_accel_date"]
        if (self.ident, "price") in _GUESSES:
            self._guess("price", 0.0, "")
            self._server_price(_GUESSES[self.ident, "price"][0], None)
        elif chip.middle is not None and not rack:
            more = {"low": chip.low, "high": chip.high, "date": row["price_accel_date"]}
            grade = grade_of(row["price_confidence"], row["price_accel_date"])
            self._put("price", chip.middle, self.market[0], grade, **more)
            self._server_price(chip.middle, None if server.middle is None else server.middle / size)
        else:
            known = server.middle / size if server.middle is not None else None
            total, source, grade = self._system_price(known)
            note = "split as in an H100 server: 77 % accelerator, 23 % the rest"
            self._put("price", round(total * _ANCHOR_SHARE, -1), source, grade, note=note)
            rest = max(total * (1.0 - _ANCHOR_SHARE) - self._nic(), 0.1 * total * _ANCHOR_SHARE)
            self._put("server_price", round(rest, -1), source, grade, note=note + "; network adapter apart")
        self._rent()

    def _nic(self) -> float:
        rate = float(self.values["accelerator.scaleout_bandwidth"]["value"])
        return _NIC.get(rate, 0.0)

    def _server_price(self, chip: float, system: float | None) -> None:
        if (self.ident, "server_price") in _GUESSES or system is None:
            self._guess("server_price", round(0.23 * chip, -1), "0.23 of the accelerator, as an H100 server")
            return
        rest = max(system - chip - self._nic(), 0.1 * chip)
        self._put(
            "server_price",
            round(rest),
            self.market[0],
            "derived",
            date=self.row["price_server_date"],
            note="server per accelerator less accelerator and adapter, at least a tenth of it",
        )

    def _system_price(self, known: float | None) -> tuple[float, str, str]:
        """Return price per accelerator with its server, the source, the grade."""
        row = self.row
        if known is not None:
            return (
                known,
                f"{self.market[0]}; rack price over accelerators, {row['price_server_date']}",
                "derived",
            )
        implied = number(row, "implied_allin_capex_usd_per_accel")
        if implied is not None:
            source = "SemiAnalysis owning cost inverted at 5 years, 8 %, 130 $/kW-month"
            return implied, source, "derived"
        listed = number(row, "rent_ondemand_hyperscaler_usd_h")
        if listed is not None:
            return (
                listed / _LIST_RENT_PER_PRICE,
                "guess: list rent over that of H100, times its price",
                "guess",
            )
        rent = number(row, "rent_1y_usd_h") or number(row, "rent_ondemand_low_usd_h")
        if rent is not None:
            return rent / _RENT_PER_PRICE, "guess: rent over that of H100, times its price", "guess"
        eight = max(float(self.values["accelerator.fp8"]["value"]), 2.0 * self._bf16())
        likeness = math.sqrt(eight / 1979.0 * float(self.values["accelerator.bandwidth"]["value"]) / 3.35)
        why = "guess: half an H100 server, for no maker's margin, times the root of FP8 and bandwidth ratios"
        return 0.5 * _ANCHOR_SYSTEM * likeness, why, "guess"

    def _bf16(self) -> float:
        return float(self.values["accelerator.bf16"]["value"])

    def _rent(self) -> None:
        row = self.row
        names: tuple[str, ...] = (
            "rent_ondemand_low_usd_h",
            "rent_ondemand_hyperscaler_usd_h",
            "rent_1y_usd_h",
            "rent_3y_usd_h",
        )
        names += ("rent_spot_or_block_usd_h", "retail_contract_usd_h")
        seen = {name: found for name in names if (found := number(row, name)) is not None}
        contract, low = seen.get("retail_contract_usd_h"), seen.get("rent_ondemand_low_usd_h")
        more = {"low": min(seen.values()), "high": max(seen.values())} if seen else {}
        grade, date = grade_of(row["price_confidence"], row["rent_date"]), row["rent_date"]
        listed = seen.get("rent_ondemand_hyperscaler_usd_h")
        if contract is not None and low is not None and low != listed:
            note = "middle of retail contract and lowest on-demand"
            self._put("rent", (contract + low) / 2.0, self.market[0], "derived", note=note, date=date, **more)
        elif seen:
            order = ("retail_contract_usd_h", "rent_ondemand_low_usd_h", "rent_1y_usd_h", "rent_3y_usd_h")
            name = next(name for name in order if name in seen)
            note = name.removeprefix("rent_").removesuffix("_usd_h").replace("_", " ")
            self._put(
                "rent", seen[name], self.market[0] or "from memory", grade, note=note, date=date, **more
            )
        else:
            total = sum(
                float(self.values[f"accelerator.{name}"]["value"]) for name in ("price", "server_price")
            )
            why = "guess: price of the system times H100's rent per $, 2.60 $/h for 35,625 $"
            self._put("rent", round(total * _RENT_PER_PRICE, 2), why, "guess")

    def _facts(self) -> dict[str, Entry | str]:
        row, (source, grade) = self.row, self.spec
        found: dict[str, Entry | str] = {}
        if partner(self.ident):
            found["design_partner"] = partner(self.ident)
        if self.ident in FAMILY_OF:
            found["family"] = FAMILY_OF[self.ident]
        for name in ("status", "release_date", "mem_type", "onchip_kind", "scaleup_tech", "scaleup_topology"):
            if row[name]:
                found[name] = row[name]
        for name in ("scaleout_nic", "design_house_and_silicon_partner", "memory_supplier_note"):
            if row[name]:
                found[name] = row[name]
        units = {
            "fp32_dense_tflops": "TFLOP/s",
            "tf32_dense_tflops": "TFLOP/s",
            "fp6_dense_tflops": "TFLOP/s",
            "mem_nameplate_gb": "GB",
            "onchip_mb": "MB",
        }
        for name, unit in units.items():
            if (known := number(row, name)) is not None:
                found[name] = figure(known, unit, source, grade)
        rents = [name for name in row if name.startswith("rent_") and name.endswith("_usd_h")]
        for name in (*rents, "own_tco_hyperscaler_usd_h", "retail_contract_usd_h"):
            if (known := number(row, name)) is not None:
                found[name] = figure(known, "$/h", *self.market, date=row["rent_date"])
        if (known := number(row, "implied_allin_capex_usd_per_accel")) is not None:
            found["implied_allin_capex"] = figure(known, "$", "owning cost inverted", "derived")
        return found
