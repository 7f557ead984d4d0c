"""Load Love numbers: computed from an Earth model, read from the shipped table, moved between frames."""

from __future__ import annotations

import functools
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ..arrays import FloatArray, IntArray
from ..errors import InputError, MissingPackageError
from ..work.progress import Progress, SilentProgress, stop_if_cancelled
from .earth_models import EarthModel
from .earth_tables import named_model
from .elastic import love_numbers_of_degree

FRAMES = ("CE", "CM", "CF", "CH", "CL")
SHIPPED = {
    "PREM": "prem_nodes.csv",
    "ak135": "ak135_nodes.csv",
    "PREM-soft": "prem_soft_nodes.csv",
    "PREM-hard": "prem_hard_nodes.csv",
    "PREM-continental": "prem_continental_nodes.csv",
    "PREM-sediments": "prem_sediments_nodes.csv",
}
"""Earth models whose Love numbers are shipped, and their files."""
MAX_DEGREE = 45_000
_DATA = Path(__file__).resolve().parent / "data"
_ALL_UP_TO = 40
_GROWTH = 1.0295


@dataclass(frozen=True, eq=False)  # compared, and kept as a key of tables, as the object that it is
class LoveNumbers:
    """Load Love numbers of a spherical Earth.

    Attributes
    ----------
    degree : array [n]
        0, 1, 2, ... without gaps.
    h, l, k : array [n]
        Vertical displacement, horizontal displacement and potential of the deformation, per unit of
        the load's potential. ``h[0]`` is the compression under a uniform load.
    frame : str
        Origin of degree 1: ``CE`` (centre of mass of the solid Earth), ``CM`` (of Earth and load),
        ``CF`` (centre of figure), ``CH`` or ``CL`` (no vertical or horizontal displacement of degree 1).
    """

    degree: IntArray
    h: FloatArray
    l: FloatArray  # noqa: E741 (its name in the literature)
    k: FloatArray
    frame: str = "CE"

    def __post_init__(self) -> None:
        """Check that the table is one."""
        size = len(self.degree)
        if size < 2 or not np.array_equal(self.degree, np.arange(size)):
            raise InputError("Load Love numbers must be given for the degrees 0, 1, 2, ... without a gap.")
        for name in ("h", "l", "k"):
            values = np.asarray(getattr(self, name))
            if values.shape != (size,) or not np.all(np.isfinite(values)):
                raise InputError(f"The load Love numbers {name} must be finite, one for each of the {size} degrees.")
        if self.frame not in FRAMES:
            raise InputError(f"'{self.frame}' is not a frame of load Love numbers: choose {', '.join(FRAMES)}.")
        if size > 2 and np.any(np.asarray(self.h)[2:] >= 0):
            raise InputError("Load Love numbers h are negative from degree 2 on (a load pushes down): check the signs.")

    @functools.cached_property
    def _asymptote(self) -> tuple[float, float]:
        return self._limit(np.asarray(self.h, np.float64))

    def _limit(self, values: FloatArray) -> tuple[float, float]:
        """Return c0 and c1 of `values` = c0 + c1 / n + c2 / n^2."""
        last = int(self.degree[-1])
        # The highest quarter only: lower degrees still feel what lies below the uppermost layer.
        n = np.arange(max(1, 3 * last // 4), last + 1)
        inverse = last / n
        powers = np.stack([np.ones(n.size), inverse, inverse**2], axis=1)
        solution = np.linalg.lstsq(powers[:, : min(3, n.size)], values[n], rcond=None)[0]
        return float(solution[0]), float(solution[1] * last)

    @property
    def h_inf(self) -> float:
        """Limit of h for high degrees: the elastic half-space of the uppermost layer."""
        return self._asymptote[0]

    @property
    def h1(self) -> float:
        """The next term: h is about h_inf + h1 / n."""
        return self._asymptote[1]

    @functools.cached_property
    def nl_inf(self) -> float:
        """Limit of n l for high degrees."""
        return self._limit(np.asarray(self.degree * np.asarray(self.l), np.float64))[0]

    def in_frame(self, frame: str) -> LoveNumbers:
        """Return the same numbers with the origin `frame` (Blewitt, 2003).

        Degree 1 of h, l and k alike changes by one amount: the shift of the origin.
        """
        if frame not in FRAMES:
            raise InputError(f"'{frame}' is not a frame of load Love numbers: choose {', '.join(FRAMES)}.")
        shift = -float(self.k[1])
        h1, l1 = float(self.h[1]) + shift, float(self.l[1]) + shift
        shift -= {"CE": 0.0, "CM": 1.0, "CF": (h1 + 2 * l1) / 3, "CH": h1, "CL": l1}[frame]
        h, l, k = (np.array(values, dtype=np.float64) for values in (self.h, self.l, self.k))  # noqa: E741
        for values in (h, l, k):
            values[1] += shift
        return replace(self, frame=frame, h=h, l=l, k=k)


def load(name: str = "PREM") -> LoveNumbers:
    """Return the shipped Love numbers of an Earth model, degrees 0 to 45,000 in the CE frame.

    Raises
    ------
    InputError
        Where there is no table of that name.
    """
    key = next((known for known in SHIPPED if known.lower() == str(name).lower()), None)
    if key is None:
        raise InputError(f"There are no load Love numbers for the Earth model '{name}': choose {', '.join(SHIPPED)}.")
    return _load(key)


@functools.lru_cache(maxsize=8)
def _load(key: str) -> LoveNumbers:
    nodes = np.loadtxt(_DATA / SHIPPED[key], delimiter=",", comments="#", skiprows=0, ndmin=2)
    return from_nodes(nodes)


def compute(
    earth_model: EarthModel | str, max_degree: int = MAX_DEGREE, progress: Progress | None = None
) -> LoveNumbers:
    """Return the Love numbers of an Earth model in the CE frame, by integration.

    Some 280 degrees are integrated (all the low ones); those between are a cubic spline in ln n, to 1e-8.

    Parameters
    ----------
    earth_model : EarthModel or str
        Layers, or the name of a model that Groundswell knows (:func:`.earth_tables.named_model`).
    max_degree : int
        Last degree of the table, 1 or more.
    progress : Progress, optional
        Of the caller.
    """
    model = named_model(earth_model) if isinstance(earth_model, str) else earth_model
    return from_nodes(compute_nodes(model, max_degree, progress))


def compute_nodes(
    earth_model: EarthModel, max_degree: int = MAX_DEGREE, progress: Progress | None = None
) -> FloatArray:
    """Return the integrated degrees only: n, h, l, k [node, 4]."""
    progress = SilentProgress() if progress is None else progress
    if max_degree < 1:
        raise InputError("Load Love numbers need a highest degree of 1 or more.")
    degrees = node_degrees(max_degree)
    rows = []
    for number, degree in enumerate(degrees):
        stop_if_cancelled(progress)
        rows.append((float(degree), *love_numbers_of_degree(earth_model, int(degree))))
        progress.report((number + 1) / degrees.size, f"Love numbers of {earth_model.name}")
    return np.array(rows)


def node_degrees(max_degree: int) -> IntArray:
    """Return the degrees to integrate: all up to 40, then each about 3 % above the one before."""
    steps = np.arange(np.log(max(max_degree, _ALL_UP_TO) / _ALL_UP_TO) / np.log(_GROWTH))
    higher = np.rint(_ALL_UP_TO * _GROWTH**steps).astype(np.int64)
    degrees = np.unique(np.concatenate([np.arange(_ALL_UP_TO + 1), higher, [max_degree]]))
    return np.asarray(degrees[degrees <= max_degree])


def from_nodes(nodes: npt.ArrayLike) -> LoveNumbers:
    """Return the table of all degrees from nodes n, h, l, k [node, 4] that begin with 0 and 1 (CE frame).

    Between nodes h, n l and n k are cubic splines in ln n.
    """
    table = np.asarray(nodes, dtype=np.float64)
    n, h, l, k = table.T  # noqa: E741
    last = int(n[-1])
    degree = np.arange(last + 1)
    if n.size == degree.size:
        return LoveNumbers(degree, h, l, k)
    try:
        from scipy.interpolate import CubicSpline
    except ImportError:
        raise MissingPackageError("scipy") from None
    between = degree[1:].astype(np.float64)
    spline = CubicSpline(np.log(n[1:]), np.stack([h, n * l, n * k], axis=1)[1:])
    smooth = spline(np.log(between))
    columns = np.vstack([table[:1, 1:], smooth / np.stack([np.ones(last), between, between], axis=1)])
    exact = n.astype(np.int64)
    columns[exact] = table[:, 1:]
    h, l, k = np.ascontiguousarray(columns.T)  # noqa: E741
    return LoveNumbers(degree, h, l, k)


def nodes_text(nodes: FloatArray) -> str:
    """Return integrated degrees as lines ``n,h,l,k``, with digits enough to read the same numbers back."""
    return "".join(f"{int(row[0])},{row[1]:.16e},{row[2]:.16e},{row[3]:.16e}\n" for row in nodes)
