"""Saturation humidity and the sanity shift of the canopy air's humidity (Koster and Suarez 1992)."""

from __future__ import annotations

import numpy as np

from ...arrays import FloatArray
from .elementwise import clipped


def saturation(temperature: FloatArray, pressure: FloatArray) -> FloatArray:
    """Return the saturation specific humidity exp(21.18123 - 5418/T) / p at T (K) and p (Pa), kg kg-1."""
    return np.exp(21.18123 - 5418.0 / temperature) / (0.01 * pressure)


def saturation_slope(temperature: FloatArray, saturated: FloatArray) -> FloatArray:
    """Return the derivative of the saturation humidity `saturated` by the temperature, K-1."""
    return saturated * 5418.0 / (temperature * temperature)


def shifted(humidity: FloatArray, saturated: FloatArray, air: FloatArray) -> FloatArray:
    """Return the canopy air's humidity brought between saturation and the air's, where it lies beyond both."""
    above = np.maximum(saturated, air)
    below = np.minimum(saturated, air)
    return clipped(humidity, below, above)
