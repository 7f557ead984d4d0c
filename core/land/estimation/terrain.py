"""Topographic index of a digital elevation model: ln(upslope area per contour length / slope)."""

from __future__ import annotations

import heapq

import numpy as np

from ...arrays import FloatArray, IntArray

_STEPS = ((-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1))
_LEAST_SLOPE = 1e-3  # flat ground drains, too: an index beyond ln(area / 0.001) is a matter of the raster


def filled(elevation: FloatArray) -> tuple[FloatArray, IntArray]:
    """Return the elevation with sinks filled to their outlets, and the order in which pixels drain (outlets first).

    Priority flood (Barnes et al. 2014) from the edges and from pixels beside missing ones; NaN is outside.

    Parameters
    ----------
    elevation : array [row, column]
        m.

    Returns
    -------
    filled : array [row, column]
        No pixel is lower than the one that it drains to.
    order : int array [pixel]
        Flat indices of pixels with data, each after the one that it drains to.
    """
    rows, columns = elevation.shape
    level = np.where(np.isnan(elevation), np.inf, elevation)
    height = level.ravel().tolist()
    known = np.isnan(elevation).ravel()
    outside = np.pad(np.isnan(elevation), 1, constant_values=True)
    edge = np.zeros_like(level, dtype=bool)
    for down, right in _STEPS:
        edge |= outside[1 + down : 1 + down + rows, 1 + right : 1 + right + columns]
    heap = [(height[cell], cell) for cell in np.flatnonzero(edge.ravel() & ~known)]
    heapq.heapify(heap)
    seen = known.copy()
    for _, cell in heap:
        seen[cell] = True
    visited = seen.tolist()
    order: list[int] = []
    while heap:
        lowest, cell = heapq.heappop(heap)
        order.append(cell)
        row, column = divmod(cell, columns)
        for down, right in _STEPS:
            r, c = row + down, column + right
            if 0 <= r < rows and 0 <= c < columns:
                other = r * columns + c
                if not visited[other]:
                    visited[other] = True
                    height[other] = max(height[other], lowest)
                    heapq.heappush(heap, (height[other], other))
    surface = np.array(height).reshape(rows, columns)
    return np.where(np.isnan(elevation), np.nan, surface), np.array(order, dtype=np.intp)


def topographic_index(elevation: FloatArray, width: FloatArray | float, height: float) -> FloatArray:
    """Return the topographic index [row, column] of a digital elevation model.

    Water goes to the steepest lower neighbour (O'Callaghan and Mark 1984), in filled sinks to the one that the flood
    came from; the slope is that of the same step, at least 0.001.

    Parameters
    ----------
    elevation : array [row, column]
        m; NaN = missing.
    width, height : float
        Size of a pixel, m; the width may be one a row, [row, 1].
    """
    surface, order = filled(elevation)
    rows, columns = elevation.shape
    across = np.broadcast_to(np.asarray(width, dtype=np.float64), (rows, 1))
    steepest = np.full(surface.shape, -np.inf)
    target = np.full(surface.shape, -1, dtype=np.intp)
    padded = np.pad(surface, 1, constant_values=np.nan)
    cells = np.arange(surface.size).reshape(surface.shape)
    rank = np.full(surface.size, surface.size, dtype=np.intp)
    rank[order] = np.arange(order.size)
    padded_rank = np.pad(rank.reshape(surface.shape), 1, constant_values=surface.size)
    for down, right in _STEPS:
        there = (slice(1 + down, 1 + down + rows), slice(1 + right, 1 + right + columns))
        length = np.hypot(down * height, right * across)
        slope = (surface - padded[there]) / length
        earlier = padded_rank[there] < rank.reshape(surface.shape)
        better = earlier & (slope >= 0.0) & (slope > steepest)
        steepest = np.where(better, slope, steepest)
        target = np.where(better, cells + down * columns + right, target)
    area = np.where(np.isnan(surface), 0.0, across * height).ravel().tolist()
    flows = target.ravel().tolist()
    for cell in order[::-1].tolist():
        if flows[cell] >= 0:
            area[flows[cell]] += area[cell]
    contour = np.sqrt(across * height)
    slope = np.maximum(np.where(np.isfinite(steepest), steepest, 0.0), _LEAST_SLOPE)
    index = np.log(
        np.array(area).reshape(surface.shape) / contour / slope, where=~np.isnan(surface), out=surface.copy()
    )
    return np.where(np.isnan(surface), np.nan, index)


def moments(values: FloatArray) -> tuple[float, float, float]:
    """Return mean, standard deviation and skewness of the values that are there."""
    known = values[np.isfinite(values)]
    mean = float(known.mean())
    std = float(known.std())
    skew = float(((known - mean) ** 3).mean() / std**3) if std > 0 else 0.0
    return mean, std, skew
