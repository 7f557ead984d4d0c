"""Tying the unconnected parts of a pixel's network by a model of motion.

Interferograms fix the displacement inside a connected part up to a constant. NSBAS (Lopez-Quiroz et al. 2009) adds
the equations ``x_i - f(t_i) - c = 0`` of a motion f with a small weight gamma to those of the interferograms. In the
limit of gamma to 0 the interferograms are kept to the letter and the constants o_c of the parts and the motion follow
from least squares alone, which has a closed form and nothing to choose: centred part by part, the constants drop out,

    sum_c sum_i (x_i - mean_c x - (B_i - mean_c B) theta)^2 -> min over theta,
    o_c = (mean_c B - mean_0 B) theta - (mean_c x - mean_0 x),

with the terms B of the motion and its coefficients theta.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ...arrays import BoolArray
from ...dates import DAYS_PER_YEAR
from .band import Float64
from .motion import MIN_SEASONAL_YEARS, MotionModel, solve_normal


def bridge(series: Float64, first: npt.NDArray[np.int32], model: MotionModel) -> Float64:
    """Shift every part of each pixel's series so that the whole fits a motion best; in place.

    Dates that no interferogram of a pixel reaches are parts of their own: they get the model's value.

    Parameters
    ----------
    series : array [date, pixel]
        Displacement, 0 at the first date of every part.
    first : int array [date, pixel]
        First date of the part that a date belongs to.
    model : MotionModel
        The motion. Its annual term is used only at pixels where a part spans 1.5 years and the parts together
        determine it; the others get the constant velocity alone.
    """
    normal = normal_equations(series, first, model)
    matrix, rhs = normal.matrix, normal.rhs
    n_terms = len(rhs)
    theta = _coefficients(matrix, rhs, model, _long_part(first, model.days))
    shift = -(normal.mean - normal.mean[0])
    for k in range(n_terms):
        shift += (normal.term_means[k] - normal.term_means[k][0]) * theta[k]
    series += np.take(shift, normal.place)
    return series


@dataclass(frozen=True)
class PartNormals:
    """Least squares of a motion with a constant for each part of a pixel's network.

    Attributes
    ----------
    place : int array [date, pixel]
        Where the sums of a date's part lie in a flattened array [date, pixel].
    mean : array [date, pixel]
        Mean of the series over a part, at the part's first date.
    term_means : list of array [date, pixel]
        The same of every term.
    centred : list of array [date, pixel]
        Every term less its mean over the date's part: 0 at dates that no interferogram reaches.
    matrix : array [term, term, pixel]
        Normal matrix of the centred terms.
    rhs : array [term, pixel]
        Its right-hand side.
    """

    place: npt.NDArray[np.int64]
    mean: Float64
    term_means: list[Float64]
    centred: list[Float64]
    matrix: Float64
    rhs: Float64


def normal_equations(series: Float64, first: npt.NDArray[np.int32], model: MotionModel) -> PartNormals:
    """Return the normal equations of a motion whose constant is another in every part.

    Parameters
    ----------
    series : array [date, pixel]
        Displacement, each part with any constant.
    first : int array [date, pixel]
        First date of the part that a date belongs to.
    model : MotionModel
        The motion.
    """
    n_pixels = series.shape[1]
    place = first * n_pixels + np.arange(n_pixels)
    count = np.maximum(_part_sums(place, None), 1.0)
    x_mean = _part_sums(place, series) / count
    x_centred = series - np.take(x_mean, place)
    means, centred = [], []
    for term in model.terms.T:
        values = np.broadcast_to(term[:, None], series.shape)
        means.append(_part_sums(place, values) / count)
        centred.append(values - np.take(means[-1], place))
    n_terms = len(centred)
    matrix, rhs = np.empty((n_terms, n_terms, n_pixels)), np.empty((n_terms, n_pixels))
    for k in range(n_terms):
        rhs[k] = np.add.reduce(centred[k] * x_centred, axis=0)
        for j in range(k + 1):
            matrix[j, k] = matrix[k, j] = np.add.reduce(centred[j] * centred[k], axis=0)
    return PartNormals(place, x_mean, means, centred, matrix, rhs=rhs)


def part_sums(first: npt.NDArray[np.int32], values: Float64 | None) -> Float64:
    """Return the sum over each date's part [date, pixel] of `values` [date, pixel], or its number of dates."""
    n_pixels = first.shape[1]
    place = first * n_pixels + np.arange(n_pixels)
    return np.asarray(np.take(_part_sums(place, values), place))


def part_numbers(first: npt.NDArray[np.int32]) -> npt.NDArray[np.uint16]:
    """Return the number, from 1, of the part that determines each date [date, pixel]; 0 where none does.

    A date that no interferogram reaches is a part of its own, which determines nothing. Parts are numbered by their
    first dates.
    """
    dates = np.arange(len(first))[:, None]
    several = part_sums(first, None) > 1.0
    begins = (first == dates) & several
    numbers = np.cumsum(begins, axis=0)
    n_pixels = first.shape[1]
    own = np.take(numbers, first * n_pixels + np.arange(n_pixels))
    return np.where(several, own, 0).astype(np.uint16)


def _coefficients(matrix: Float64, rhs: Float64, model: MotionModel, long: BoolArray) -> Float64:
    """Return the coefficients [term, pixel] of the richest model that a pixel's parts determine.

    All terms; without the periodic ones; the velocity alone, which one part of two dates determines.
    """
    n_terms, n_pixels = rhs.shape
    velocity = matrix[0, 0] > 0.0
    theta = np.zeros((n_terms, n_pixels))
    theta[0] = np.where(velocity, rhs[0] / np.where(velocity, matrix[0, 0], 1.0), 0.0)
    choices = []
    if model.steps:
        choices.append([0, *range(model.steps, n_terms)])
    if model.annual:
        choices.append(list(range(n_terms)))
    for numbers in choices:
        solution, _, determined = solve_normal(matrix[np.ix_(numbers, numbers)], rhs[numbers])
        if model.annual and len(numbers) == n_terms:
            determined &= long
        whole = np.zeros((n_terms, n_pixels))
        whole[numbers] = solution
        theta = np.where(determined, whole, theta)
    return theta


def _part_sums(place: npt.NDArray[np.int64], values: Float64 | None) -> Float64:
    """Sum per part [first date of the part, pixel]; the number of dates where `values` is None."""
    weights = None if values is None else values.ravel()
    return np.bincount(place.ravel(), weights, place.size).reshape(place.shape).astype(np.float64, copy=False)


def _long_part(first: npt.NDArray[np.int32], days: Float64) -> BoolArray:
    """Whether a part of the pixel's network spans 1.5 years [pixel]."""
    longest = spans(first, days)[1]
    return np.asarray(longest >= MIN_SEASONAL_YEARS * DAYS_PER_YEAR)


def unconnected(first: npt.NDArray[np.int32]) -> BoolArray:
    """Return which dates are not connected with the first date of all [date, pixel]."""
    return np.asarray(first > 0)


def spans(first: npt.NDArray[np.int32], days: Float64) -> tuple[Float64, Float64]:
    """Return how long the longest gap and the longest part are, in days [pixel].

    A gap is a run of steps from a date to the next that the interferograms do not determine: from the last date of
    a part to the first date that continues it or another part for two dates in a row.

    Parameters
    ----------
    first : int array [date, pixel]
        First date of the part that a date belongs to.
    days : array [date]
        Of the dates.
    """
    run, longest = np.zeros(first.shape[1]), np.zeros(first.shape[1])
    for date in range(1, len(days)):
        run += days[date] - days[date - 1]
        run *= first[date] != first[date - 1]
        np.maximum(longest, run, out=longest)
    return longest, (days[:, None] - days[first]).max(axis=0)
