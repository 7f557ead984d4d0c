"""Inversion of a network of interferograms for displacement series: the pure part, arrays to arrays."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .solver.network_solver import GAP_MODELS, Inversion, NetworkSolver

__all__ = ["GAP_MODELS", "Inversion", "NetworkSolver", "invert"]


def invert(
    displacement: npt.ArrayLike,
    pairs: npt.ArrayLike,
    days: npt.ArrayLike,
    weights: npt.ArrayLike | None = None,
    gap_model: str = "linear",
    *,
    date_std: bool = False,
) -> Inversion:
    """Invert interferograms for displacement at every date by (weighted) least squares, pixel by pixel.

    Solves ``min sum_k w_k (x[late_k] - x[early_k] - d_k)^2`` with ``x[0] = 0``. Where a pixel's interferograms fall
    into parts that nothing connects, the data leave a constant open for each; `gap_model` decides:

    - ``linear``: the constants for which all dates together fit a constant velocity best: the limit of the NSBAS
      constraint (Lopez-Quiroz et al. 2009) for a vanishing weight.
    - ``seasonal``: the same with an annual sine and cosine, at pixels where a part spans 1.5 years and the parts
      together determine all terms; the others as ``linear``.
    - ``none``: dates not connected with the first date stay NaN.

    With ``linear`` and ``seasonal`` a date that no interferogram of the pixel reaches is a part of its own and gets
    the model's value; `n_gaps` counts such dates too.

    Parameters
    ----------
    displacement : array [pair, pixel]
        Displacement from the first to the second date of each pair, in mm or any unit; NaN is missing. float32 is
        enough; the arithmetic is in float64.
    pairs : int array [pair, 2]
        Indices of the dates of each pair. A pair with the later date first counts with the opposite sign.
    days : array [date]
        Days since 2000-01-01 (any common epoch but for the phase of the season), ascending.
    weights : array [pair, pixel], optional
        Inverse variances; a pair is missing where its weight is not positive. All alike where None.
    gap_model : str
        ``linear``, ``seasonal`` or ``none``.
    date_std : bool
        Whether to compute the formal standard deviation of every date too.

    Returns
    -------
    Inversion
        Of which the result of a pixel depends on that pixel alone, to the last bit.

    Raises
    ------
    InputError
        Where shapes do not fit, dates do not ascend, or a pair does not join two of them.

    References
    ----------
    Berardino et al. (2002), IEEE TGRS 40, 2375 (SBAS); Lopez-Quiroz et al. (2009), J. Appl. Geophys. 69, 1 (NSBAS).

    Examples
    --------
    Three dates and three interferograms of one pixel whose loop does not close by 0.3 mm: each takes its third.

    >>> made = invert([[1.0], [2.0], [3.3]], [[0, 1], [1, 2], [0, 2]], [0.0, 12.0, 24.0])
    >>> made.displacement.ravel().round(6)
    array([0. , 1.1, 3.2])
    """
    return NetworkSolver(pairs, days, gap_model).solve(np.asarray(displacement), weights, date_std=date_std)
