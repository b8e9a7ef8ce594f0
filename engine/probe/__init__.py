"""Measuring the machine's own accelerator: what it really reaches, as a part of the user's library.

`operations` says what is timed, `backends` who times it, `constants` turns timings into constants
with their spread, `result` makes a part of them and sets it beside the catalogue.
"""
