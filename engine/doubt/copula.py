"""Rank correlations between inputs: a Gaussian copula, and what to do where the stated ones contradict."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

#: Least eigenvalue of a matrix that is used.
_LEAST: Final = 1e-8
_ROUNDS: Final = 200
_SETTLED: Final = 1e-10


@dataclass(frozen=True, slots=True)
class Copula:
    """How some of the inputs go together.

    Attributes
    ----------
    members : tuple of int
        Places among the inputs in doubt of those that go with another.
    root : ndarray, shape (m, m)
        Lower triangle that turns independent normals into correlated ones.
    used : tuple of (int, int, float)
        Rank correlation of each stated pair as it is used.
    note : str
        What had to be changed; empty if nothing.
    """

    members: tuple[int, ...]
    root: Floats
    used: tuple[tuple[int, int, float], ...]
    note: str

    def apply(self, u: Floats) -> Floats:
        """Return the probabilities `u`, shape (inputs, n), with members correlated; the rest as it is."""
        if not self.members:
            return u
        from scipy.special import ndtr, ndtri

        members = list(self.members)
        mixed = u.copy()
        mixed[members] = np.clip(ndtr(self.root @ ndtri(u[members])), 1e-12, 1.0 - 1e-12)
        return mixed


#: No input goes with another.
NO_COPULA: Final = Copula((), np.zeros((0, 0)), (), "")


def copula(pairs: Sequence[tuple[int, int, float]], names: Sequence[str]) -> Copula:
    """Return the copula with the rank correlations `pairs` between inputs called `names`.

    A normal pair has rank correlation s where its linear one is 2 sin(pi s / 6) (Pearson 1907). Pairs that
    nobody stated are not correlated, or, where that cannot be, by what links them. Where the stated ones
    cannot all be true, the nearest matrix that can is taken (Higham 2002).
    """
    if not pairs:
        return NO_COPULA
    members = tuple(sorted({place for pair in pairs for place in pair[:2]}))
    at = {place: i for i, place in enumerate(members)}
    matrix = np.eye(len(members))
    for a, b, rank in pairs:
        matrix[at[a], at[b]] = matrix[at[b], at[a]] = 2.0 * math.sin(math.pi * rank / 6.0)
    note = ""
    possible = matrix
    if _impossible(matrix):
        stated = {tuple(sorted((at[a], at[b]))) for a, b, _ in pairs}
        possible = _completed(matrix, stated)
    if _impossible(possible):
        possible = nearest_correlation(possible)
    used = tuple((a, b, 6.0 / math.pi * math.asin(possible[at[a], at[b]] / 2.0)) for a, b, _ in pairs)
    moved = max(zip(pairs, used, strict=True), key=lambda both: abs(both[0][2] - both[1][2]))
    if abs(moved[0][2] - moved[1][2]) > 5e-4:
        a, b, asked = moved[0]
        note = (
            "The stated rank correlations cannot all be true at once; the nearest possible ones are used: "
            f"{names[a]} with {names[b]} {moved[1][2]:+.2f} instead of {asked:+.2f}"
        )
    return Copula(members, np.asarray(np.linalg.cholesky(possible), np.float64), used, note)


def _impossible(matrix: Floats) -> bool:
    return bool(np.linalg.eigvalsh(matrix)[0] < _LEAST)


def _completed(matrix: Floats, stated: set[tuple[int, ...]]) -> Floats:
    """Return `matrix` with every pair not in `stated` correlated by the strongest chain of stated ones."""
    made = matrix.copy()
    for k in range(len(made)):
        through = np.outer(made[:, k], made[k, :])
        made = np.where(np.abs(through) > np.abs(made), through, made)
    for i, j in stated:
        made[i, j] = made[j, i] = matrix[i, j]
    np.fill_diagonal(made, 1.0)
    return made


def nearest_correlation(matrix: Floats) -> Floats:
    """Return the correlation matrix nearest to the symmetric `matrix`, all eigenvalues above zero."""
    shift = np.zeros_like(matrix)
    now = matrix.copy()
    for _ in range(_ROUNDS):
        lifted = _raised(now - shift)
        shift = lifted - (now - shift)
        last, now = now, lifted.copy()
        np.fill_diagonal(now, 1.0)
        if float(np.abs(now - last).max()) < _SETTLED:
            break
    made = _raised(now)
    scale = 1.0 / np.sqrt(np.diag(made))
    return np.asarray(made * scale[:, None] * scale[None, :])


def _raised(matrix: Floats) -> Floats:
    values, vectors = np.linalg.eigh(0.5 * (matrix + matrix.T))
    return np.asarray((vectors * np.maximum(values, 10.0 * _LEAST)) @ vectors.T)
