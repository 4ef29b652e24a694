"""Arithmetic on arrays of which some entries are undefined (NaN)."""

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
_TINY = 1e-9


def ratio(numerator: Array, denominator: Array, *, scale: Array | float = 1.0) -> Array:
    """Return the quotient, undefined where the denominator is 0 next to `scale`, the size of what it is a difference of."""
    numerator, denominator = np.broadcast_arrays(np.asarray(numerator, float), np.asarray(denominator, float))
    result = np.full(numerator.shape, np.nan)
    np.divide(numerator, denominator, out=result, where=np.abs(denominator) > _TINY * scale)
    return result


def mean_of_defined(values: Array, axis: int) -> Array:
    """Return the mean along `axis` of the entries that are defined; undefined where none is."""
    is_defined = ~np.isnan(values)
    return ratio(np.where(is_defined, values, 0).sum(axis), is_defined.sum(axis))


def quantiles_of_defined(samples: Array, shares: tuple[float, ...]) -> Array:
    """Return (shares × columns) linear quantiles of the defined entries of each column; undefined where none is."""
    ordered = np.sort(samples, axis=0)  # NaN last
    defined = (~np.isnan(ordered)).sum(0)
    place = np.asarray(shares)[:, None] * np.maximum(defined - 1, 0)
    low = np.floor(place).astype(int)
    high = np.minimum(low + 1, np.maximum(defined - 1, 0))
    below, above = np.take_along_axis(ordered, low, 0), np.take_along_axis(ordered, high, 0)
    return np.asarray(below + (above - below) * (place - low))
