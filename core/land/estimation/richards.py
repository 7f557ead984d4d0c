"""How fast a root zone gives its excess to the water table: Richards's equation in a column of 5 m.

Clapp and Hornberger (1978) soil; saturated layers keep pressure by a small elastic storage, so that the water table
stands in hydrostatic balance. Fully implicit in time, Newton iterations, no flow through either end.
"""

from __future__ import annotations

import numpy as np

from ...arrays import FloatArray
from .root_exchange import TABLE_ANOMALIES, TABLE_DEPTHS, LossTable
from .soils import Soil

_LAYERS = 500
_LAYER = 0.01  # m
_ROOT_LAYERS = 100
_ELASTIC = 1e-4  # m-1, of degree of saturation: a metre of pressure stores next to nothing
_LEAST = 1e-3  # degree of saturation
_FIRST_STEP, _GROWTH, _LONGEST_STEP = 20.0, 1.2, 1800.0  # s
_ITERATIONS = 4
_CONVERGED = 1e-8
_DAY = 86400.0
_NO_EXCESS = 1e-5  # m
_CENTRES = (np.arange(_LAYERS) + 0.5) * _LAYER


def loss_table(soil: Soil, depths: FloatArray = TABLE_DEPTHS, anomalies: FloatArray = TABLE_ANOMALIES) -> LossTable:
    """Return the loss of root-zone excess in a day.

    Parameters
    ----------
    soil : Soil
        Texture class.
    depths : array [depth]
        Of the water table, m.
    anomalies : array [anomaly]
        Degree of saturation that is added to the first metre.
    """
    rows = [_losses(soil, np.full(anomalies.size, depth), anomalies) for depth in depths]
    return LossTable(np.stack([excess for excess, _ in rows]), np.stack([loss for _, loss in rows]))


def _equilibrium(table: FloatArray, soil: Soil) -> FloatArray:
    """Return the degree of saturation [layer, column] over water tables at depths [column] (m)."""
    height = np.maximum(table[None, :] - _CENTRES[:, None], 0.0)
    return ((soil.psis - height) / soil.psis) ** (-1.0 / soil.bee)


def _losses(soil: Soil, table: FloatArray, anomaly: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return excess (m) and the part of it lost in a day, [column]."""
    start = _equilibrium(table, soil)
    start[:_ROOT_LAYERS] = np.clip(start[:_ROOT_LAYERS] + anomaly, _LEAST, 1.0)
    root = soil.poros * _LAYER
    before = root * start[:_ROOT_LAYERS].sum(axis=0)
    excess = before - root * _balanced(start, soil)[:_ROOT_LAYERS].sum(axis=0)
    pressed = _ELASTIC * np.maximum(_CENTRES[:, None] - table[None, :], 0.0)
    end = _drained(np.where(start >= 1.0, start + pressed, start), soil)
    lost = before - root * np.minimum(end[:_ROOT_LAYERS], 1.0).sum(axis=0)
    some = np.abs(excess) >= _NO_EXCESS
    return excess, np.where(some, lost / np.where(some, excess, 1.0), 1.0)


def _balanced(start: FloatArray, soil: Soil) -> FloatArray:
    """Return the equilibrium profile that holds as much water, by bisection."""
    total = start.sum(axis=0)
    low, high = np.zeros(total.size), np.full(total.size, 60.0)
    for _ in range(60):
        middle = 0.5 * (low + high)
        wetter = _equilibrium(middle, soil).sum(axis=0) > total
        low, high = np.where(wetter, middle, low), np.where(wetter, high, middle)
    return _equilibrium(0.5 * (low + high), soil)


def _drained(wetness: FloatArray, soil: Soil) -> FloatArray:
    """Return the degree of saturation [layer, column] after a day."""
    passed, step = 0.0, _FIRST_STEP
    while passed < _DAY - 1e-6:
        now = min(step, _DAY - passed)
        wetness = _implicit_step(wetness, soil, now)
        passed += now
        step = min(step * _GROWTH, _LONGEST_STEP)
    return wetness


def _implicit_step(old: FloatArray, soil: Soil, dt: float) -> FloatArray:
    from scipy.linalg import solve_banded

    storage = soil.poros * _LAYER / dt
    new = old
    for _ in range(_ITERATIONS):
        downward, by_upper, by_lower = _flow(new, soil)
        bands = np.zeros((3, new.shape[1], _LAYERS))
        bands[1] = storage
        bands[1, :, :-1] += by_upper.T
        bands[1, :, 1:] -= by_lower.T
        bands[0, :, 1:] = by_lower.T
        bands[2, :, :-1] = -by_upper.T
        misfit = -storage * (new - old)
        misfit[:-1] -= downward
        misfit[1:] += downward
        # All columns in one banded system: the bands' ends separate them.
        right = np.ascontiguousarray(misfit.T).ravel()
        change = solve_banded((1, 1), bands.reshape(3, -1), right, check_finite=False).reshape(-1, _LAYERS).T
        tried = new + change
        # The slope jumps at saturation: an iteration stops there before it goes on to the other side.
        tried = np.where((new < 1.0) & (tried > 1.0), 1.0 + 1e-9, tried)
        tried = np.where((new >= 1.0) & (tried < 0.98), 0.995, tried)
        new = np.maximum(tried, _LEAST)
        if np.abs(change).max() < _CONVERGED:
            break
    return new


def _flow(wetness: FloatArray, soil: Soil) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return the flow down between layers (m s-1) and its derivatives by the upper and the lower one's wetness."""
    b, psi = soil.bee, soil.psis
    unsaturated = np.minimum(wetness, 1.0)
    full = wetness >= 1.0
    head = np.where(full, psi + (wetness - 1.0) / _ELASTIC, psi * unsaturated ** (-b))
    slope = np.where(full, 1.0 / _ELASTIC, -b * psi * unsaturated ** (-b - 1.0))
    conductivity = soil.conductivity * unsaturated ** (2.0 * b + 3.0)
    mean = 0.5 * (conductivity[1:] + conductivity[:-1])
    downward = mean * ((head[:-1] - head[1:]) / _LAYER + 1.0)
    return downward, mean * slope[:-1] / _LAYER, -mean * slope[1:] / _LAYER
