"""The air's delay on each acquisition, and what GACOS knows of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..dates import DAYS_PER_YEAR
from ..files.raster import RasterGrid
from .area import KM_PER_DEGREE
from .randomness import generator
from .spectral import SpectralFields
from .terrain import Ground
from .view import View

_MIDSUMMER = 205.0  # days after 1 January: wettest and most turbulent


@dataclass(frozen=True)
class AtmosphereParameters:
    """Delays of the air.

    Attributes
    ----------
    turbulence_std_mm : float
        Standard deviation over the box of the turbulent delay along the line of sight, mean of the year.
    turbulence_season : float
        Part by which summer exceeds and winter falls short of it.
    turbulence_spread : float
        Random part of it from date to date (of its logarithm).
    turbulence_slope, turbulence_outer_km : float
        Power spectrum and longest wave.
    common_std_mm : float
        Random delay of a date that is the same for the whole box.
    stratified_season_mm_per_km : float
        Amplitude of the year in the zenith delay's fall with height.
    stratified_std_mm_per_km : float
        Random part of it from date to date.
    gacos_sees : float
        Part of the common delay, of the turbulence's long waves and of the stratified delay that GACOS has.
    gacos_wavelength_km : float
        Waves shorter than this are hidden to it.
    gacos_error : float
        Its own error, as a fraction of the turbulence.
    """

    turbulence_std_mm: float = 10.0
    turbulence_season: float = 0.35
    turbulence_spread: float = 0.2
    turbulence_slope: float = 8.0 / 3.0
    turbulence_outer_km: float = 150.0
    common_std_mm: float = 15.0
    stratified_season_mm_per_km: float = 5.0
    stratified_std_mm_per_km: float = 4.0
    gacos_sees: float = 0.85
    gacos_wavelength_km: float = 12.0
    gacos_error: float = 0.18


@dataclass(frozen=True)
class Delay:
    """Delay along the line of sight on one date, in m [row, column].

    Attributes
    ----------
    true : array
        What the radar wave suffers, less the part that is the same on all dates.
    gacos : array
        The model's total delay, the constant part included.
    """

    true: FloatArray
    gacos: FloatArray


class Atmosphere:
    """Delays of any date over the study box.

    Parameters
    ----------
    grid : RasterGrid
        Pixels.
    ground : Ground
        For the height.
    view : View
        For the slant.
    seed : int
        Of the study area.
    parameters : AtmosphereParameters
        Of the delays.
    """

    def __init__(
        self, grid: RasterGrid, ground: Ground, view: View, seed: int, parameters: AtmosphereParameters
    ) -> None:
        self.parameters = p = parameters
        self._seed, self._up = seed, view.up
        self._km = (ground.height - ground.height.mean()) / 1000.0
        self._fields = SpectralFields(
            grid.rows, grid.columns, grid.dy * KM_PER_DEGREE, p.turbulence_slope, p.turbulence_outer_km
        )
        self._hidden = np.exp(-0.5 * (self._fields.wavenumber * p.gacos_wavelength_km) ** 2)
        # Dry air and the mean moisture: the same on all dates, so that it drops out of every pair.
        self._constant = 2.30 * np.exp(-ground.height / 8400.0) + 0.15 * np.exp(-ground.height / 2200.0)

    def delay(self, day: float, number: int) -> Delay:
        """Return the delay of the acquisition `number` on `day` (days since 2000-01-01)."""
        p = self.parameters
        rng = generator(self._seed, "atmosphere", number)
        season = np.cos(2 * np.pi * (day - _MIDSUMMER) / DAYS_PER_YEAR)
        std = p.turbulence_std_mm * (1 + p.turbulence_season * season) * np.exp(p.turbulence_spread * rng.normal())
        common = p.common_std_mm * rng.normal()
        fall = p.stratified_season_mm_per_km * season + p.stratified_std_mm_per_km * rng.normal()
        wave = self._fields.transform(rng)
        whole = self._fields.field(wave)
        scale = std / whole.std()
        error = p.gacos_error * std * self._fields.unit_field(rng)
        steepness = self._up / self._up.mean()  # the path through the air is the longer, the less steep it is
        turbulent = (common + whole * scale) / steepness
        known = (p.gacos_sees * (common + self._fields.field(wave * self._hidden) * scale) + error) / steepness
        stratified = -fall * self._km / self._up
        model = self._constant / self._up + (known + p.gacos_sees * stratified) / 1000.0
        return Delay((turbulent + stratified) / 1000.0, model)
