"""Writing the interferogram stack file pair by pair."""

from __future__ import annotations

import json

import numpy as np
import numpy.typing as npt

from ...arrays import BoolArray, FloatArray
from ...dates import day_number
from ...files import netcdf
from ...files.handles import Dataset
from ...files.names import LOS_EAST, LOS_NORTH, LOS_UP
from ...files.outputs import check_room
from ...files.raster import RasterGrid
from ..frames.geometry import Geometry
from ..frames.licsar import Frame, PairFiles
from ..frames.metadata import FrameMetadata
from ..frames.pair_reading import mean_of_counts
from ..frames.placement import Float32
from .reading import COHERENCE, COHERENCE_SCALE, OWN_CONSTANTS, PHASE, WHOLE_TURNS, chunk_rows, read_coherence_counts

_PER_PAIR = (
    ("perpendicular_baseline", "f4", "m", "perpendicular baseline"),
    ("gacos_corrected", "u1", "1", "1 where the tropospheric delay was removed"),
    ("phase_std_before", "f4", "rad", "standard deviation before the tropospheric delay was removed"),
    ("phase_std_after", "f4", "rad", "standard deviation after the tropospheric delay was removed"),
    ("mean_coherence", "f4", "1", "mean coherence over the pixels that have data in any pair"),
    ("valid_fraction", "f4", "1", "part of the pixels that have data in any pair"),
)


class StackWriter:
    """Adds interferograms to a new stack; call :meth:`finish` after the last.

    Parameters
    ----------
    dataset : netCDF4.Dataset
        Newly created, empty.
    grid : RasterGrid
        Of the stack.
    """

    def __init__(self, dataset: Dataset, grid: RasterGrid) -> None:
        self._dataset = dataset
        dataset.createDimension("pair", None)
        netcdf.write_grid(dataset, grid)
        chunks = (1, chunk_rows(*grid.shape), grid.columns)
        where = ("pair", "y", "x")
        self._phase = netcdf.add_variable(dataset, PHASE, where, "rad", "unwrapped phase", dtype="f4", chunks=chunks)
        self._phase.comment = "positive: range increase, away from the satellite"
        self._coherence = netcdf.add_variable(
            dataset, COHERENCE, where, "1", "coherence", dtype="u1", chunks=chunks, scale_factor=COHERENCE_SCALE
        )
        self._coherence.set_auto_maskandscale(False)
        for name, words in (("reference_date", "earlier acquisition"), ("secondary_date", "later acquisition")):
            netcdf.add_day_variable(dataset, name, ("pair",), words)
        for name, dtype, units, words in _PER_PAIR:
            fill = {"fill": None} if dtype == "u1" else {}
            netcdf.add_variable(dataset, name, ("pair",), units, words, dtype=dtype, chunks=(512,), **fill)
        self._pairs: list[PairFiles] = []
        self._rows: list[tuple[float, int, float, float]] = []
        self.n_valid: npt.NDArray[np.int32] = np.zeros(grid.shape, dtype=np.int32)
        self._counts: list[int] = []

    @property
    def pairs(self) -> list[PairFiles]:
        """What has been written."""
        return self._pairs

    @property
    def corrected(self) -> BoolArray:
        """Whether the delay was removed [pair]."""
        return np.array([row[1] for row in self._rows], dtype=bool)

    @property
    def baselines(self) -> FloatArray:
        """Perpendicular baselines in m, NaN where unknown [pair]."""
        return np.array([row[0] for row in self._rows], dtype=np.float64)

    @property
    def deviations(self) -> FloatArray:
        """Standard deviations before and after the correction [pair, 2]."""
        return np.array([row[2:] for row in self._rows], dtype=np.float64).reshape(-1, 2)

    def add(
        self,
        pair: PairFiles,
        phase: Float32,
        coherence: npt.NDArray[np.uint8] | None,
        baseline: float,
        deviations: tuple[float, float] | None,
        *,
        corrected: bool = True,
    ) -> None:
        """Write one pair.

        Parameters
        ----------
        pair : PairFiles
            Its dates.
        phase : array [row, column]
            In rad, NaN where missing.
        coherence : uint8 array [row, column] or None
            Times 255, 0 where missing.
        baseline : float
            In m.
        deviations : (float, float) or None
            Standard deviation before and after the delay was removed; None where it was not.
        corrected : bool
            False where the mean delay stood in for a date's own.
        """
        number = len(self._pairs)
        check_room(self._dataset.filepath())
        self._phase[number] = phase
        self._coherence[number] = np.zeros(phase.shape, np.uint8) if coherence is None else coherence
        there = np.isfinite(phase)
        self.n_valid += there
        self._counts.append(int(np.count_nonzero(there)))
        self._pairs.append(pair)
        before, after = deviations or (np.nan, np.nan)
        self._rows.append((baseline, int(deviations is not None and corrected), before, after))

    def finish(self, frame: Frame, metadata: FrameMetadata, geometry: Geometry, skipped: list[tuple[str, str]]) -> None:
        """Write what is known only now: dates, statistics per pair, geometry and the attributes."""
        dataset = self._dataset
        dataset["reference_date"][:] = [day_number(pair.reference) for pair in self._pairs]
        dataset["secondary_date"][:] = [day_number(pair.secondary) for pair in self._pairs]
        for column, name in enumerate(("perpendicular_baseline", "gacos_corrected")):
            dataset[name][:] = [row[column] for row in self._rows]
        dataset["phase_std_before"][:], dataset["phase_std_after"][:] = self.deviations.T
        any_data = self.n_valid > 0
        dataset["valid_fraction"][:] = np.array(self._counts) / max(1, np.count_nonzero(any_data))
        dataset["mean_coherence"][:] = self._mean_coherence(any_data)
        _write_geometry(dataset, geometry, any_data)
        dataset.setncatts(
            {
                "wavelength": metadata.wavelength,
                "frame": frame.name,
                "heading": metadata.heading if np.isfinite(metadata.heading) else frame.heading,
                "incidence_source": geometry.source,
                "metadata_incidence_angle": metadata.incidence_angle,
                "phase_constants": WHOLE_TURNS if _is_licsar(self._pairs) else OWN_CONSTANTS,
                "n_skipped": np.int32(len(skipped)),
                "skipped": json.dumps([{"pair": name, "reason": reason} for name, reason in skipped]),
                "synthetic": np.int32(metadata.synthetic),
            }
        )

        time = metadata.acquisition_time
        time = frame.acquisition_time if np.isnan(time) else time
        if np.isfinite(time):
            dataset.acquisition_time = float(time)

    def _mean_coherence(self, any_data: BoolArray) -> list[float]:
        """Mean per pair over the pixels of `any_data` [row, column] that have a coherence; NaN where none has."""
        rows = slice(0, any_data.shape[0])
        means = []
        for number in range(len(self._pairs)):
            counts = read_coherence_counts(self._dataset, rows, slice(number, number + 1))[0][any_data]
            means.append(mean_of_counts(counts))
        return means


def _is_licsar(pairs: list[PairFiles]) -> bool:
    """Whether all are named as LiCSAR's, whose unwrapping starts from the same phase in all pairs but for turns."""
    return all(str(pair.unwrapped).endswith(".geo.unw.tif") for pair in pairs)


def _write_geometry(dataset: Dataset, geometry: Geometry, any_data: BoolArray) -> None:
    for name, values, words in (
        (LOS_EAST, geometry.east, "east"),
        (LOS_NORTH, geometry.north, "north"),
        (LOS_UP, geometry.up, "up"),
    ):
        long_name = f"{words} component of the unit vector from the ground to the satellite"
        netcdf.add_variable(dataset, name, ("y", "x"), "1", long_name)[:] = values
    if geometry.height is None:
        return
    height = geometry.height.copy()
    # LiCSAR writes 0 both at sea level and outside the frame: it is a height where there is a measurement.
    height[(height == 0) & ~any_data] = np.nan
    variable = netcdf.add_variable(dataset, "height", ("y", "x"), "m", "height of the ground")
    variable.standard_name = "surface_altitude"
    variable[:] = height
