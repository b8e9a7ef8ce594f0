"""What leaves the program: tables, sheets, and scenarios fit to be handed on."""

from engine.share.payload import payload
from engine.share.private import public, shareable
from engine.share.scenario_tables import inputs_table, metrics_table, scenario_table
from engine.share.tables import Column, Table, column, csv_text, tsv_text

__all__ = [
    "Column",
    "Table",
    "column",
    "csv_text",
    "inputs_table",
    "metrics_table",
    "payload",
    "public",
    "scenario_table",
    "shareable",
    "tsv_text",
]
