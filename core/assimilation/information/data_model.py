"""The data of a run with their covariance: sizes by likelihood, what is left out, and the solution."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ...arrays import BoolArray, FloatArray, IntArray
from ..algebra.cell_groups import CellGroups, group_cells
from ..algebra.data_space import Solved
from ..inputs.compression import compressed
from ..inputs.data_rows import GRACE, STATION, DataRows, Points
from ..inputs.gathered import Gathered
from ..priors.covariance import DataCovariance
from ..priors.season import TERMS, Season
from ..priors.season_aware import Sizes
from .frame_errors import frame_errors, same_time
from .likelihood import Estimated, estimate

_LOSS_OF_SEARCH, _LOSS = 5.0, 2.0  # of ln L, by the combinations of data that are left out
_OF_SEASON = ("season_field", "season_local_mm")
_FIELDS = (*_OF_SEASON, "fast_mm", "fast_length_km", "fast_memory_days", "slow_mm")
_OF_STATIONS = ("station_factor", "station_slow_mm", "station_season_mm", "station_slope_mm_yr")
_WORTH = 3.0  # gain of ln L by which a frame alone may speak for an error of the season
_LEAST_BLOCKS = 10


@dataclass(frozen=True)
class DataModel:
    """Data, and what describes them.

    Attributes
    ----------
    gathered : Gathered
        Files brought together.
    season : Season, optional
        Of the open loop.
    points : Points
        Places.
    groups : CellGroups
        Of the storage's cells.
    values : array [block, point, column]
        Observed less predicted, about each point's mean (mm); NaN where there is none or it is not used. The first
        column is the data, the others are placebos.
    sizes : Sizes
        Of prior and errors.
    fixed : tuple of str
        Sizes that the user has set.
    believed : Sizes, optional
        Medians of the hyperpriors; `sizes` where not given. They stay what they are while sizes are estimated again.
    """

    gathered: Gathered
    season: Season | None
    points: Points
    groups: CellGroups
    values: FloatArray
    sizes: Sizes
    fixed: tuple[str, ...] = ()
    believed: Sizes | None = None

    @classmethod
    def of(
        cls,
        gathered: Gathered,
        values: FloatArray,
        sizes: Sizes,
        season: Season | None,
        fixed: tuple[str, ...] = (),
    ) -> DataModel:
        """Return the model of gathered data beside an open loop with a season."""
        displacement = gathered.kind != GRACE
        near = gathered.point_places[displacement] if displacement.any() else gathered.point_places
        cells = gathered.cells
        lon, lat = _degrees(gathered.places)
        groups = group_cells(cells, lon, lat, near)
        seasonal = np.zeros((0, gathered.kind.size, groups.count))
        if season is not None:
            seasonal = np.stack([groups.sums(gathered.operator * season.terms[term]) for term in range(TERMS)])
        points = Points(
            gathered.kind,
            gathered.point_places,
            groups.sums(gathered.operator),
            seasonal,
            gathered.std,
            names=gathered.names,
        )
        return cls(gathered, season, points, groups, values, sizes=sizes, fixed=fixed)

    @property
    def free(self) -> BoolArray:
        """Frames with an offset of unknown size at each epoch."""
        return ~self.gathered.tied

    def covariance(self, values: FloatArray | None = None, free: BoolArray | None = None) -> DataCovariance:
        """Return the covariance of the data, one row a point and time."""
        rows = DataRows.of(self.values if values is None else values, self.points.kind)
        return DataCovariance(self.points, self.groups, self.gathered.blocks, rows, self.free if free is None else free)

    def leading(self, covariance: DataCovariance, loss: float = _LOSS, whole: tuple[int, ...] = ()) -> DataCovariance:
        """Return the covariance of leading combinations of the data, but of the kinds that stay `whole`."""
        return covariance.with_rows(compressed(covariance.rows, *same_time(covariance, self.sizes), loss, whole))

    def without_points(self, points: IntArray | BoolArray) -> DataModel:
        """Return the model without the data of some points."""
        values = self.values.copy()
        values[:, points] = np.nan
        return replace(self, values=values)

    def with_frame_errors(self) -> DataModel:
        """Return the model with the frames' errors by their contrasts, unless the user has set them."""
        if "frame_own_mm" in self.fixed:
            return self
        sizes = frame_errors(self.covariance(), self.sizes, self.values[..., 0])
        return replace(self, sizes=sizes, believed=sizes)

    def estimated(self) -> tuple[DataModel, Estimated]:
        """Return the model with its most likely sizes."""
        used = np.isfinite(self.values[..., 0]).any(axis=0)
        kinds = self.points.kind[used]
        if (kinds == GRACE).any() and (kinds != GRACE).any():
            return self._estimated_with_grace()
        if (kinds == STATION).any() and (kinds >= 0).any():
            return self._estimated_with_frames()
        names: list[str] = []
        alone = bool((kinds >= 0).all())
        if not alone and not (kinds == GRACE).any():
            names += [name for name in _FIELDS if self.season is not None or name not in _OF_SEASON]
        if (kinds == STATION).any():
            names += _OF_STATIONS
        if (kinds >= 0).any():
            names.append("frame_slope_mm_yr")
            if self.gathered.tied[np.unique(kinds[kinds >= 0])].any():
                names.append("frame_tie_mm")
        if (kinds == GRACE).any():
            names.append("grace_factor")
        chosen = tuple(name for name in names if name not in self.fixed and getattr(self.sizes, name) > 0)
        covariance = self.leading(self.covariance(), _LOSS_OF_SEARCH)
        believed = self.believed or self.sizes
        found = estimate(covariance, self.sizes, chosen, believed)
        if alone and self.season is not None:
            without = estimate(covariance, self.sizes.without_season(), chosen, believed)
            if found.log_likelihood - without.log_likelihood < _WORTH:
                found = without
        return replace(self, sizes=found.sizes, believed=believed), found

    def _estimated_with_frames(self) -> tuple[DataModel, Estimated]:
        """Estimate the storage's errors by the stations, and those of the frames beside them.

        The cells of a frame differ by a few hundredths of a millimetre for what fast water errs by, and by far more for
        air and decorrelation, which can stay for months: taken for water, that made r three times too large. The
        factor on the season repeats every year, and how it varies is what a frame can tell.
        """
        model, _ = self.without_points(self.points.kind >= 0).estimated()
        believed = self.believed or self.sizes
        kinds = self.points.kind[np.isfinite(self.values[..., 0]).any(axis=0)]
        names = ["frame_slope_mm_yr"]
        if self.season is not None:
            names += _OF_SEASON
        if self.gathered.tied[np.unique(kinds[kinds >= 0])].any():
            names.append("frame_tie_mm")
        sizes = model.sizes
        chosen = tuple(name for name in names if name not in self.fixed and getattr(sizes, name) > 0)
        whole = replace(self, sizes=sizes, believed=believed)
        covariance = whole.leading(whole.covariance(), _LOSS_OF_SEARCH)
        found = estimate(covariance, sizes, chosen, believed)
        return replace(whole, sizes=found.sizes), found

    def _estimated_with_grace(self) -> tuple[DataModel, Estimated]:
        """Estimate all sizes by the displacement, and GRACE's own beside them.

        What GRACE's months differ by from one to the next is its noise for the most part, whose shape is not known:
        it must not decide how fast and how far storage is in error.
        """
        grace = self.points.kind == GRACE
        model, _ = self.without_points(grace).estimated()
        sizes = model.sizes
        believed = self.believed or self.sizes
        if sizes.season_common == 0 and believed.season_common > 0:
            # The displacement could not tell the season; GRACE can.
            names = ("season_common", "season_field", "shift_common", "shift_field", "season_local_mm")
            sizes = sizes.changed_to(**{name: getattr(believed, name) for name in names})
        model = replace(self, sizes=sizes, believed=believed)
        alone = model.without_points(~grace)
        chosen = ("grace_factor",) if "grace_factor" not in self.fixed else ()
        found = estimate(alone.leading(alone.covariance(), _LOSS_OF_SEARCH), sizes, chosen, model.believed)
        return replace(model, sizes=found.sizes), found

    def solved(self) -> tuple[DataCovariance, Solved]:
        """Return the covariance of the data that are used, and the solution."""
        covariance = self.leading(self.covariance(), whole=(STATION,))
        return covariance, Solved.of(covariance.total(self.sizes), covariance.rows.values)


def _degrees(places: FloatArray) -> tuple[FloatArray, FloatArray]:
    return np.degrees(np.arctan2(places[:, 1], places[:, 0])), np.degrees(np.arcsin(np.clip(places[:, 2], -1, 1)))


def departures(observed: FloatArray, predicted: FloatArray) -> FloatArray:
    """Return observed less predicted [block, point] about each point's mean; NaN where a point has one time only."""
    difference = observed - predicted
    known = np.isfinite(difference)
    count = known.sum(axis=0)
    mean = np.where(known, difference, 0.0).sum(axis=0) / np.where(count > 1, count, np.nan)
    values: FloatArray = difference - mean
    return values
