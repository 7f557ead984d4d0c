"""Everything that is true in an example study area, for a preset and a seed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from ..arrays import FloatArray
from .area import (
    REFERENCE_LAT,
    REFERENCE_LON,
    acquisition_days,
    frame_grid,
    load_domain,
    model_days,
)
from .atmosphere import Atmosphere, AtmosphereParameters
from .deformation import DeformationParameters
from .grace_product import GraceParameters
from .ground_motion import GroundMotion
from .interferograms import RAD_PER_M, InterferogramMaker, NoiseParameters
from .land_model import LandModelParameters
from .network import plan_pairs
from .presets import Preset
from .reference_station import StationParameters, station_noise
from .storage_field import StorageField, StorageParameters
from .terrain import GroundParameters, make_ground
from .view import view_of


@dataclass(frozen=True)
class Parameters:
    """All that can be changed about an example study area beyond its size."""

    storage: StorageParameters = field(default_factory=StorageParameters)
    land_model: LandModelParameters = field(default_factory=LandModelParameters)
    ground: GroundParameters = field(default_factory=GroundParameters)
    atmosphere: AtmosphereParameters = field(default_factory=AtmosphereParameters)
    deformation: DeformationParameters = field(default_factory=DeformationParameters)
    noise: NoiseParameters = field(default_factory=NoiseParameters)
    station: StationParameters = field(default_factory=StationParameters)
    grace: GraceParameters = field(default_factory=GraceParameters)


@dataclass(frozen=True)
class Epoch:
    """One acquisition on the pixels [row, column].

    Attributes
    ----------
    up_mm : array
        Vertical motion in the absolute frame.
    phase : float32 array
        Of the radar wave, in rad, without what is the same on all dates; it grows with the range.
    gacos_rad : array
        Slant delay as GACOS has it, the constant part included.
    """

    up_mm: FloatArray
    phase: FloatArray
    gacos_rad: FloatArray


class StudyArea:
    """The truth of a study area.

    Parameters
    ----------
    preset : Preset
        Its size.
    seed : int
        The same seed gives the same study area.
    parameters : Parameters
        Of the fields.

    Attributes
    ----------
    days, model_days : array [date], [time]
        Acquisitions; every 12th day from before the first to after the last of them.
    """

    def __init__(self, preset: Preset, seed: int, parameters: Parameters | None = None) -> None:
        self.preset, self.seed = preset, seed
        self.parameters = p = parameters or Parameters()
        self.days, self.model_days = acquisition_days(preset), model_days(preset)
        self.grid, self.domain = frame_grid(preset), load_domain(preset)
        self.plan = plan_pairs(preset, self.days, seed)
        self.view = view_of(self.grid)
        self.ground = make_ground(self.grid, seed, p.ground)
        self.storage = StorageField(seed, p.storage)
        self.atmosphere = Atmosphere(self.grid, self.ground, self.view, seed, p.atmosphere)
        self.interferograms = InterferogramMaker(self.grid, self.ground, self.view.inside, seed, p.noise, p.ground)

    @cached_property
    def motion(self) -> GroundMotion:
        """The ground's motion at `model_days`."""
        return GroundMotion(
            self.storage, self.domain, self.model_days, self.preset.net_deg, self.parameters.deformation
        )

    def epoch(self, date: int) -> Epoch:
        """Return what happened on the acquisition `date` (its position)."""
        time = int(np.searchsorted(self.model_days, self.days[date]))
        up = self.motion.on_grid(time, self.grid)
        delay = self.atmosphere.delay(float(self.days[date]), date)
        range_m = delay.true - up * self.view.up / 1000.0
        return Epoch(up, (RAD_PER_M * range_m).astype(np.float32), RAD_PER_M * delay.gacos)

    def reference_series(self) -> FloatArray:
        """Return the station's vertical series [time] at `model_days` in mm, with its noise."""
        noise = station_noise(self.parameters.station, self.model_days, self.seed)
        return np.asarray(self.motion.at(REFERENCE_LON, REFERENCE_LAT) + noise)
