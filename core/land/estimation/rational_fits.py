"""Fits of w = y0 + (1 - y0)(1 + c1 D)/(1 + c2 D + c3 D^2): by least squares, and through three points."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ...arrays import FloatArray

Coefficients = tuple[float, float, float]
_SMALLEST_SINGULAR = 1e-6
_RISE = 1e-4


def evaluate(coefficients: Coefficients, deficit: FloatArray, asymptote: float = 0.0) -> FloatArray:
    """Return the curve at deficits (mm)."""
    c1, c2, c3 = coefficients
    return asymptote + (1.0 - asymptote) * (1.0 + c1 * deficit) / (1.0 + deficit * (c2 + c3 * deficit))


def least_squares(deficit: FloatArray, value: FloatArray) -> Coefficients:
    """Return the fit of asymptote 0 to points, linear in its coefficients, small singular values left out."""
    return solve_rows(np.stack([deficit, -deficit * value, -deficit * deficit * value], axis=1), value - 1.0)


def solve_rows(rows: FloatArray, right: FloatArray) -> Coefficients:
    """Return the least-squares solution with singular values below 1e-6 of the largest set to zero."""
    left, singular, vectors = np.linalg.svd(rows, full_matrices=False)
    used = singular >= _SMALLEST_SINGULAR * singular[0]
    inverse = np.where(used, 1.0 / np.where(used, singular, 1.0), 0.0)
    solved = vectors.T @ (inverse * (left.T @ right))
    return float(solved[0]), float(solved[1]), float(solved[2])


def decreases(coefficients: Coefficients, largest: float, asymptote: float = 0.0, least: float = 0.0) -> bool:
    """Return whether a curve is usable up to a deficit: never rising by more than 1e-4 a mm, never above 1.

    With a positive `least` it must also stay above that; otherwise only its positive part counts.
    """
    deficit = np.arange(int(np.ceil(largest)) + 1, dtype=np.float64)
    deficit[-1] = largest
    curve = evaluate(coefficients, deficit, asymptote)
    if not np.isfinite(curve).all() or (curve > 1.0 + 1e-12).any():
        return False
    rises = np.diff(curve) > _RISE
    if least > 0.0:
        return not rises.any() and bool((curve >= least).all())
    return not (rises & (curve[1:] > 0.0)).any()


def through_points(deficit: FloatArray, value: FloatArray, asymptote: float) -> Coefficients:
    """Return the curve through three points [3] and 1 at no deficit."""
    above = value - asymptote
    with np.errstate(divide="ignore", invalid="ignore"):
        # A point on the asymptote gives no finite curve: such a fit is rejected by those who ask for it.
        return _through(deficit, value, asymptote, above)


def _through(deficit: FloatArray, value: FloatArray, asymptote: float, above: FloatArray) -> Coefficients:
    f = (1.0 - value) / (above * deficit)
    g = (1.0 - asymptote) / above
    step = deficit[1] - deficit[0]
    f_slope, g_slope = (f[1] - f[0]) / step, (g[1] - g[0]) / step
    f0, g0 = f[0] - deficit[0] * f_slope, g[0] - deficit[0] * g_slope
    c1 = -(f[2] - f0 - deficit[2] * f_slope) / (g[2] - g0 - deficit[2] * g_slope + 1e-10)
    return float(c1), float(f0 + c1 * g0), float(f_slope + c1 * g_slope)


def has_pole(coefficients: Coefficients, largest: float) -> bool:
    """Return whether the denominator vanishes at a deficit that matters.

    The second condition asks after the first root where one would expect the second: as in the original.
    """
    _, c2, c3 = coefficients
    square = c2 * c2 - 4.0 * c3
    if square < 0.0 or c3 == 0.0:
        return False
    first, second = (-c2 - np.sqrt(square)) / (2.0 * c3), (-c2 + np.sqrt(square)) / (2.0 * c3)
    return bool(0.0 < first < largest or (second > 0.0 and first < largest))


def through_curve(
    deficit: FloatArray,
    value: FloatArray,
    points: tuple[int, int, int],
    asymptote: float,
    bad: Callable[[Coefficients], bool],
) -> Coefficients | None:
    """Return the curve through three points of a table, trying others where `bad` rejects it; None where none will do.

    First the wettest point is moved to a quarter of its deficit; then the middle point goes up to the third, and, with
    the moved first point, down to the first.
    """
    first, middle, third = points

    def fit(centre: int, moved: bool) -> Coefficients:
        at = np.array([deficit[first], deficit[centre], deficit[third]])
        of = np.array([value[first], value[centre], value[third]])
        if moved:
            at[0], of[0] = deficit[0] / 4.0 if first == 0 else deficit[first] / 4.0, (1.0 + of[0]) / 2.0
        return through_points(at, of, asymptote)

    for centre in range(middle, third):
        for moved in (False, True):
            made = fit(centre, moved)
            if not bad(made):
                return made
    for centre in range(middle - 1, first, -1):
        made = fit(centre, True)
        if not bad(made):
            return made
    return None
