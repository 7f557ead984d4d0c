"""Phase and coherence of one interferogram, out of what happened on its two dates."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..arrays import BoolArray, FloatArray
from ..dates import DAYS_PER_YEAR
from ..files.raster import RasterGrid
from .area import REFERENCE_LAT, REFERENCE_LON, offsets_km
from .randomness import generator
from .terrain import Ground, GroundParameters
from .view import WAVELENGTH

RAD_PER_M = 4.0 * np.pi / WAVELENGTH
_STEP_RAD = 1.0 / 1024.0


@dataclass(frozen=True)
class NoiseParameters:
    """What an interferogram adds to the phases of its dates.

    Attributes
    ----------
    looks_at_small : float
        Independent looks in a pixel of 0.0125 degrees; fewer in smaller pixels, by their area.
    coherence_std : float
        Error of the estimated coherence.
    min_coherence : float
        Pixels below it are not unwrapped.
    max_turns : int
        Every interferogram is off by a number of whole turns, up to this: phase is known but for these, so that loops
        of three close but for these, too.
    patch_radius_km : (float, float)
        Least and greatest size of a patch with an unwrapping error.
    """

    looks_at_small: float = 60.0
    coherence_std: float = 0.02
    min_coherence: float = 0.10
    max_turns: int = 3
    patch_radius_km: tuple[float, float] = (8.0, 30.0)


@dataclass(frozen=True)
class Interferogram:
    """One pair on the pixels [row, column].

    Attributes
    ----------
    phase : float32 array
        Unwrapped, in rad, positive where the range grows; 0 = no data.
    coherence : uint8 array
        Counts of 1/255; 0 = no data.
    """

    phase: npt.NDArray[np.float32]
    coherence: npt.NDArray[np.uint8]


class InterferogramMaker:
    """Makes the interferograms of a study area.

    Parameters
    ----------
    grid : RasterGrid
        Pixels.
    ground : Ground
        For the coherence.
    inside : bool array [row, column]
        True within the swath.
    seed : int
        Of the study area.
    parameters : NoiseParameters
        Of the noise.
    ground_parameters : GroundParameters
        For the wet season's loss of coherence.
    """

    def __init__(
        self,
        grid: RasterGrid,
        ground: Ground,
        inside: BoolArray,
        seed: int,
        parameters: NoiseParameters,
        *,
        ground_parameters: GroundParameters,
    ) -> None:
        self.parameters, self._ground, self._inside, self._seed = parameters, ground, inside, seed
        self._wet_loss = ground_parameters.wet_season_loss
        self._lon, self._lat = grid.lon_lat()
        self._looks = max(4.0, parameters.looks_at_small * (grid.dx / 0.0125) ** 2)

    def make(
        self, number: int, first: FloatArray, second: FloatArray, first_day: float, second_day: float, *, patch: bool
    ) -> Interferogram:
        """Return the interferogram `number` from the phases (rad, [row, column]) of its dates.

        `patch` asks for an unwrapping error.
        """
        rng = generator(self._seed, "interferogram", number)
        coherence = self._coherence(rng, first_day, second_day)
        spread = np.sqrt((1 - coherence**2) / (2 * coherence**2 * self._looks))
        phase = second - first + spread * rng.standard_normal(first.shape)
        if patch:
            phase = phase + 2 * np.pi * self._patch(rng)
        turns = int(rng.integers(-self.parameters.max_turns, self.parameters.max_turns + 1))
        phase = phase + 2 * np.pi * turns
        # Fewer digits compress better; the step is 0.004 mm.
        phase = np.round(phase / _STEP_RAD) * _STEP_RAD
        phase = np.where(phase == 0, _STEP_RAD, phase)
        estimated = np.clip(coherence + self.parameters.coherence_std * rng.standard_normal(first.shape), 0.01, 1.0)
        solved = self._inside & ~self._ground.water & (estimated >= self.parameters.min_coherence)
        return Interferogram(
            np.where(solved, phase, 0.0).astype(np.float32),
            np.where(self._inside, np.floor(255 * estimated), 0).astype(np.uint8),
        )

    def _coherence(self, rng: np.random.Generator, first_day: float, second_day: float) -> FloatArray:
        ground = self._ground
        middle = (first_day + second_day) / 2
        wet = 0.5 * (1 + np.cos(2 * np.pi * (middle - 220.0) / DAYS_PER_YEAR))
        start = ground.coherence_start * (1 - self._wet_loss * wet) * rng.uniform(0.9, 1.1)
        decay = np.exp(-(second_day - first_day) / ground.coherence_memory)
        coherence = ground.coherence_end + (np.maximum(start, ground.coherence_end) - ground.coherence_end) * decay
        return np.where(ground.water, 0.04, np.clip(coherence, 0.05, 0.98))

    def _patch(self, rng: np.random.Generator) -> FloatArray:
        """Return a wavy patch [row, column] of +1 or -1 that spares the reference station."""
        radius = rng.uniform(*self.parameters.patch_radius_km)
        turn, sign = rng.uniform(0, 2 * np.pi), rng.choice([-1.0, 1.0])
        while True:
            lon = rng.uniform(self._lon.min(), self._lon.max())
            lat = rng.uniform(self._lat.min(), self._lat.max())
            if np.hypot(*offsets_km(REFERENCE_LON, REFERENCE_LAT, lon, lat)) > 1.4 * radius + 3:
                break
        east, north = offsets_km(self._lon, self._lat, lon, lat)
        edge = radius * (1 + 0.25 * np.sin(3 * np.arctan2(north, east) + turn))
        return np.where(np.hypot(east, north) < edge, sign, 0.0)
