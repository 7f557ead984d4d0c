"""The land model as the prior of an assimilation: what to run, and from where."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ...arrays import FloatArray
from ...dates import date_of
from ...errors import InputError
from ...land.catchment import VARIANTS
from ...land.land_run import LandRun
from ...land.parameter_files import read_parameters
from ...land.perturbations import PerturbationSettings
from ...land.restart import read_restart
from ...land.run import (
    CatchmentOptions,
    perturbation_settings,
    repeated,
    spun_up,
    whole_days,
)
from ...land.tiles import Tiles
from ...land.weather import Disaggregator
from ...land.weather_meaning import WeatherOptions
from ...land.weather_opening import check_before_run, open_weather
from ...work.blocks import executor
from ...work.progress import Progress
from ..options import AssimilationOptions
from .land_ensemble import CellTiles, LandEnsemble, Mark
from .put_back import DISAGGREGATIONS


@dataclass(frozen=True)
class LandModel:
    """Choices of the model that cycles.

    Attributes
    ----------
    forcing, parameters : Path
        Weather, and the columns' parameters, as for ``runcatchment``.
    background : Path, optional
        Storage whose cells outside the columns' add to the load.
    disaggregation : str
        How an increment of storage goes to the stores, one of `DISAGGREGATIONS`.
    perturbations, changes : str
        Preset, and numbers of it to change.
    variant : str
        Version of the model.
    spin_up_years : int
        Largest number of loops through the first year.
    ease_grid : str
        For parameters that come with longitude and latitude.
    scheduler : str
        Address of a Dask scheduler; '' for threads.
    weather : WeatherOptions
        What the weather's files do not say.
    weather_check : {"stop", "warn"}
        What to do where the weather is impossible at its place.

    Raises
    ------
    InputError
        Where a choice is none of those offered.
    """

    forcing: Path
    parameters: Path
    background: Path | None = None
    disaggregation: str = "ensemble"
    perturbations: str = "paper"
    changes: str = ""
    variant: str = "fortuna"
    spin_up_years: int = 10
    ease_grid: str = "M25"
    scheduler: str = ""
    weather: WeatherOptions = field(default_factory=WeatherOptions)
    weather_check: str = "stop"

    def __post_init__(self) -> None:
        """Hold the choices against what is offered."""
        for name, choices in (("disaggregation", DISAGGREGATIONS), ("variant", tuple(VARIANTS))):
            value = getattr(self, name)
            if value not in choices:
                raise InputError(f"{name.upper()}: '{value}' is not offered. Choose {' or '.join(choices)}.")
        if self.perturbations == "none":
            raise InputError("PERTURBATIONS none leaves all members alike, without spread: choose paper or geos.")

    def described(self) -> str:
        """Return the choices that decide the result in one line."""
        background = self.background.name if self.background else ""
        return (
            f"disaggregation={self.disaggregation}; perturbations={self.perturbations}; changes={self.changes}; "
            f"variant={self.variant}; background={background}"
        )

    def catchment(self, options: AssimilationOptions) -> CatchmentOptions:
        """Return the options of the land model's run."""
        return CatchmentOptions(
            perturbations=self.perturbations,
            changes=self.changes,
            members=options.members,
            seed=options.seed,
            ease_grid=self.ease_grid,
            variant=self.variant,
            spin_up_years=self.spin_up_years,
            workers=options.workers or 0,
            scheduler=self.scheduler,
            weather=self.weather,
            weather_check=self.weather_check,
        )


@dataclass(frozen=True)
class Land:
    """The land model made ready.

    Attributes
    ----------
    tiles : Tiles
        Columns.
    cells : CellTiles
        Their cells.
    settings : PerturbationSettings
        Of the ensemble.
    options : CatchmentOptions
        Of the model.
    weather : Disaggregator
        Open.
    days : array
        Whole days of weather.
    pool : Executor
        That computes.
    source : str
        Name of the weather.
    """

    tiles: Tiles
    cells: CellTiles
    settings: PerturbationSettings
    options: CatchmentOptions
    weather: Disaggregator
    days: FloatArray
    pool: Executor
    source: str

    @property
    def stop(self) -> float:
        """Midnight at which the weather ends."""
        return float(self.days[-1]) + 1.0

    def ensemble(self, mark: Mark) -> LandEnsemble:
        """Return an ensemble of its own at a mark; ensembles from the same mark have the same draws."""
        options = self.options
        run = LandRun(
            self.tiles, self.weather, self.settings, options.members, options.seed, options=VARIANTS[options.variant]
        )
        return LandEnsemble(run, mark, self.cells, self.pool)

    def first_mark(self, progress: Progress) -> Mark:
        """Return the beginning of the weather, spun up; all members are alike there."""
        check_before_run(self.weather.source, self.tiles, progress, self.options.weather_check == "stop")
        spun = spun_up(self.tiles, self.weather, self.days, self.options, self.pool, progress=progress)
        return Mark(float(self.days[0]), repeated(spun.state, self.options.members + 1), None, np.zeros((0, 0, 0)))

    def mark_of(self, path: Path) -> Mark:
        """Return where a run of ``runcatchment`` ended.

        Raises
        ------
        InputError
            Where it is of other columns, members, seed or perturbations.
        """
        found = read_restart(path, self.tiles, self.settings, self.options.members, self.options.seed)
        return self.checked(Mark(found.day, found.state, found.moment, found.fields), path)

    def checked(self, mark: Mark, path: Path) -> Mark:
        """Return the mark where the weather goes on from it.

        Raises
        ------
        InputError
            Where it does not, or the states are of other columns.
        """
        wanted = self.options.members + 1, self.tiles.count
        if mark.state.catdef.shape != wanted:
            raise InputError(
                f"{path} holds states of {mark.state.catdef.shape[0] - 1} members and {mark.state.catdef.shape[1]} "
                f"columns, MEMBERS and PARAMETERS ask for {wanted[0] - 1} and {wanted[1]}: use the same."
            )
        if not self.days[0] <= mark.midnight <= self.stop:
            raise InputError(
                f"{path} stops at the beginning of {date_of(mark.midnight)}, but FORCING covers whole days from "
                f"{date_of(self.days[0])} to {date_of(self.days[-1])}: give weather that goes on from there."
            )
        return mark


@contextmanager
def opened(model: LandModel, options: AssimilationOptions) -> Iterator[Land]:
    """Open weather and parameters.

    Raises
    ------
    InputError
        Where they cannot be used.
    """
    catchment = model.catchment(options)
    tiles = read_parameters(model.parameters, model.ease_grid)
    settings = perturbation_settings(catchment)
    source_of = open_weather(model.forcing, tiles, None, model.weather)
    with source_of as source, executor(options.workers, model.scheduler) as pool:
        weather = Disaggregator(source, *tiles.lon_lat)
        yield Land(
            tiles,
            CellTiles(tiles),
            settings,
            catchment,
            weather,
            days=whole_days(source),
            pool=pool,
            source=model.forcing.name,
        )
