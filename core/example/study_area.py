"""Everything that is true in an example study area, for a preset and a seed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from ..arrays import FloatArray
from ..dates import day_number, parse_date
from ..files.raster import RasterGrid
from ..work.progress import Progress, SilentProgress
from .area import (
    REFERENCE_LAT,
    REFERENCE_LON,
    STATIONS,
    acquisition_days,
    column_net,
    frame_grid,
    load_domain,
    model_days,
    offsets_km,
)
from .atmosphere import Atmosphere, AtmosphereParameters
from .column_run import ColumnStorage, run_columns
from .columns import MODEL_SOILS, TRUE_SOILS, columns_at, side_by_side
from .deformation import DeformationParameters
from .grace_product import GraceParameters
from .ground_motion import GroundMotion
from .interferograms import RAD_PER_M, InterferogramMaker, NoiseParameters
from .land_model import LandModel, LandModelParameters
from .network import plan_pairs
from .presets import Preset
from .randomness import generator
from .reference_station import StationParameters, station_noise
from .storage_field import Storage, StorageField, StorageParameters
from .terrain import GroundParameters, make_ground
from .view import view_of
from .weather import RainErrorParameters, Weather, WeatherParameters, make_weather, with_rain_error


@dataclass(frozen=True)
class Parameters:
    """All that can be changed about an example study area beyond its size.

    `ramp_mm` is the standard deviation, per 100 km along each axis, of a plane in the frame at each date.
    """

    storage: StorageParameters = field(default_factory=StorageParameters)
    land_model: LandModelParameters = field(default_factory=LandModelParameters)
    ground: GroundParameters = field(default_factory=GroundParameters)
    atmosphere: AtmosphereParameters = field(default_factory=AtmosphereParameters)
    deformation: DeformationParameters = field(default_factory=DeformationParameters)
    noise: NoiseParameters = field(default_factory=NoiseParameters)
    station: StationParameters = field(default_factory=StationParameters)
    grace: GraceParameters = field(default_factory=GraceParameters)
    weather: WeatherParameters = field(default_factory=WeatherParameters)
    rain_error: RainErrorParameters = field(default_factory=RainErrorParameters)
    ramp_mm: float = 0.0


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
    progress : Progress, optional
        Hears of the runs of the land surface model, where the preset has them.

    Attributes
    ----------
    storage, land_model : Storage
        The truth, and what a land surface model makes of it.
    days, model_days : array [date], [time]
        Acquisitions; every 12th day from before the first to after the last of them.
    """

    def __init__(
        self, preset: Preset, seed: int, parameters: Parameters | None = None, progress: Progress | None = None
    ) -> None:
        self.preset, self.seed = preset, seed
        self.parameters = p = parameters or Parameters()
        self.days, self.model_days = acquisition_days(preset), model_days(preset)
        self.grid, self.domain = frame_grid(preset), load_domain(preset)
        self.plan = plan_pairs(preset, self.days, seed)
        self.view = view_of(self.grid)
        self.ground = make_ground(self.grid, seed, p.ground)
        self._drawn = StorageField(seed, p.storage)
        self.storage: Storage = self._drawn
        self.land_model: Storage = LandModel(self._drawn, seed, p.land_model)
        if preset.catchment:
            self.storage, self.land_model = self._runs(progress or SilentProgress())
        self.atmosphere = Atmosphere(self.grid, self.ground, self.view, seed, p.atmosphere)
        self.interferograms = InterferogramMaker(
            self.grid, self.ground, self.view.inside, seed, p.noise, ground_parameters=p.ground
        )

    @cached_property
    def motion(self) -> GroundMotion:
        """The ground's motion at `model_days`."""
        return GroundMotion(
            self.storage, self.domain, self.model_days, self.preset.net_deg, self.parameters.deformation
        )

    def weather(self, grid: RasterGrid) -> Weather:
        """Return the true weather on a geographic grid."""
        first, last = (float(day_number(parse_date(text))) for text in self.preset.weather)
        return make_weather(self._drawn, grid, first, last, self.seed, parameters=self.parameters.weather)

    def reported_weather(self, grid: RasterGrid) -> Weather:
        """Return the weather on a geographic grid as weather data have it."""
        lon, lat = (part.ravel() for part in grid.lon_lat())
        return with_rain_error(self.weather(grid), lon, lat, self.seed, self.parameters.rain_error)

    def _runs(self, progress: Progress) -> tuple[Storage, Storage]:
        """Return truth and land model as runs of the Catchment model, side by side."""
        net = column_net()
        lon, lat = (part.ravel() for part in net.lon_lat())
        weathers = self.weather(net), self.reported_weather(net)
        columns = [columns_at(lon, lat, soils, self.seed) for soils in (TRUE_SOILS, MODEL_SOILS)]
        both = {name: np.hstack([each.values[name] for each in weathers]) for name in weathers[0].values}
        weather = Weather(weathers[0].days, both)
        storage = run_columns(weather, np.tile(lon, 2), np.tile(lat, 2), side_by_side(*columns), progress)
        true, model = np.hsplit(storage, 2)
        first = float(weather.days[0])
        return ColumnStorage(net, first, true), ColumnStorage(net, first, model)

    def epoch(self, date: int) -> Epoch:
        """Return what happened on the acquisition `date` (its position)."""
        time = int(np.searchsorted(self.model_days, self.days[date]))
        up = self.motion.on_grid(time, self.grid)
        delay = self.atmosphere.delay(float(self.days[date]), date)
        range_m = delay.true - up * self.view.up / 1000.0
        if self.parameters.ramp_mm > 0:
            east, north = offsets_km(*self.grid.lon_lat())
            slopes = self.parameters.ramp_mm / 1e5 * generator(self.seed, "ramp", date).standard_normal(2)
            range_m = range_m - (slopes[0] * east + slopes[1] * north) * self.view.up
        return Epoch(up, (RAD_PER_M * range_m).astype(np.float32), RAD_PER_M * delay.gacos)

    def reference_series(self) -> FloatArray:
        """Return the station's vertical series [time] at `model_days` in mm, with its noise."""
        noise = station_noise(self.parameters.station, self.model_days, self.seed)
        return np.asarray(self.motion.at(REFERENCE_LON, REFERENCE_LAT) + noise)

    def station_heights(self) -> FloatArray:
        """Return the heights of the other stations [station, time] at `model_days` in mm, with their noise."""
        parameters, days = self.parameters.station, self.model_days
        return np.stack(
            [
                self.motion.at(lon, lat) + station_noise(parameters, days, self.seed, number)
                for number, (lon, lat) in enumerate(STATIONS.values(), 1)
            ]
        )
