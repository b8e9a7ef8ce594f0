"""Operator constants from published kernel timings: one module per kind of operator.

Each module reads its tables, fits the form the engine computes with, and scores that form and the
previous one against the same rows. `resources.tools.derive_operators` runs them all.
"""
