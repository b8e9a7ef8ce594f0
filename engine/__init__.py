"""The model: numpy, numba and the standard library. Knows no window."""
