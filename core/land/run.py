"""The step ``runcatchment``: weather and parameters to an ensemble of terrestrial water storage."""

from __future__ import annotations

import json
from concurrent.futures import Executor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from ..arrays import FloatArray
from ..dates import date_of, day_number
from ..errors import InputError
from ..work.blocks import default_workers, executor
from ..work.progress import PartOf, Progress
from .catchment import VARIANTS, State
from .equilibrium import read_equilibrium, weather_identity, write_equilibrium
from .land_run import LandRun
from .parameter_files import read_parameters
from .perturbations import PRESETS, PerturbationSettings
from .restart import Restart, check_continuity, read_restart, write_restart
from .spin_up import STEADY_MM, SpinUp, first_state, spin_up
from .storage_output import storage_file
from .tiles import Tiles
from .weather import Disaggregator, WeatherSource
from .weather_meaning import WeatherOptions
from .weather_opening import check_before_run, open_weather

_SPIN_UP_PART = 0.4  # of the progress


@dataclass(frozen=True)
class CatchmentOptions:
    """Options of a run.

    Attributes
    ----------
    perturbations : str
        Preset: ``paper``, ``geos`` or ``none``.
    changes : str
        Numbers of the preset to change, see :meth:`~.perturbations.PerturbationSettings.changed`.
    members, seed : int
        Of the ensemble.
    ease_grid : str
        For parameters that come with longitude and latitude.
    variant : str
        Version of the model, see :data:`~.catchment.VARIANTS`.
    spin_up_years : int
        Largest number of loops through the first year before the run.
    remove_shift : bool
        Take the shift of the ensemble mean against the unperturbed run off the members' storage.
    start, end : date, optional
        First and last day of the run; what the weather covers where None.
    precipitation : Path, optional
        File or folder of another precipitation (IMERG) to use instead of the weather's.
    restart : Path, optional
        Of an earlier run, to go on from instead of spinning up.
    workers : int
        Threads; 0 for the number of processors.
    scheduler : str
        Address of a Dask scheduler; '' for threads.
    weather : WeatherOptions
        What the weather's files do not say.
    weather_check : {"stop", "warn"}
        What to do where the weather is impossible at its place.
    equilibrium : Path, optional
        Of an earlier run's spin-up with the same columns and weather, to begin with instead of spinning up.
    """

    perturbations: str = "paper"
    changes: str = ""
    members: int = 24
    seed: int = 1
    ease_grid: str = "M25"
    variant: str = "fortuna"
    spin_up_years: int = 10
    remove_shift: bool = False
    start: date | None = None
    end: date | None = None
    precipitation: Path | None = None
    restart: Path | None = None
    workers: int = 0
    scheduler: str = ""
    weather: WeatherOptions = field(default_factory=WeatherOptions)
    weather_check: str = "stop"
    equilibrium: Path | None = None

    def __post_init__(self) -> None:
        """Check what goes together."""
        if self.equilibrium is not None and self.restart is not None:
            raise InputError("EQUILIBRIUM_INPUT and INITIAL both say where to begin: give one of them.")


@dataclass(frozen=True)
class CatchmentRun:
    """What a run did.

    Attributes
    ----------
    n_days, n_tiles, n_members : int
        Sizes; one member for a run without perturbations.
    spin_up_loops : int
        Times that the first year was looped.
    spin_up_drift_mm : float
        Change of storage in the last loop, the largest of all columns; NaN without spin-up.
    water_residual_mm, energy_residual : float
        Largest of a step: mm; W m-2 without snow.
    mean_shift_mm : float
        Ensemble mean less unperturbed run, mean over days and columns.
    """

    n_days: int
    n_tiles: int
    n_members: int
    spin_up_loops: int
    spin_up_drift_mm: float
    water_residual_mm: float
    energy_residual: float
    mean_shift_mm: float


def run_catchment(
    forcing: Path,
    parameters: Path,
    output: Path,
    options: CatchmentOptions,
    progress: Progress,
    *,
    restart_output: Path | None = None,
    equilibrium_output: Path | None = None,
) -> CatchmentRun:
    """Run the Catchment model over whole days of weather and write its storage.

    Parameters
    ----------
    forcing : Path
        File or folder of weather.
    parameters : Path
        Of the columns.
    output : Path
        Storage file.
    options : CatchmentOptions
        Of the run.
    progress : Progress
        To report to.
    restart_output : Path, optional
        Restart file to write.
    equilibrium_output : Path, optional
        File to write the state to that spin-up has found.

    Raises
    ------
    InputError
        Where weather, parameters or options cannot be used.
    """
    tiles = read_parameters(parameters, options.ease_grid)
    settings = perturbation_settings(options)
    opened = open_weather(forcing, tiles, options.precipitation, options.weather)
    with opened as source, executor(options.workers, options.scheduler, processes=True) as pool:
        covered = whole_days(source)
        check_before_run(source, tiles, progress, options.weather_check == "stop")
        weather = Disaggregator(source, *tiles.lon_lat)
        days = days_within(covered, options.start, options.end, source.name)
        model = VARIANTS[options.variant]
        workers = options.workers or default_workers()
        run = LandRun(tiles, weather, settings, options.members, options.seed, options=model, workers=workers)
        if options.restart is not None:
            restart = read_restart(options.restart, tiles, settings, options.members, options.seed)
            check_continuity(restart, float(days[0]), float(days[-1]) + 1.0, options.restart)
            days = days[days >= restart.day - 1e-6]
            if not days.size:
                raise InputError(f"{options.restart}: FORCING has no whole day after {date_of(restart.day)}.")
            state, spun = restart.state, SpinUp(restart.state, 0, np.nan)
            if run.random is not None and restart.moment is not None:
                run.random.resume(restart.moment, restart.fields)
            part: Progress = progress
        else:
            ahead = covered[covered >= days[0]]
            early = PartOf(progress, 0.0, _SPIN_UP_PART)
            spun = _equilibrium(tiles, weather, ahead, options, pool, progress=early, output=equilibrium_output)
            state = repeated(spun.state, run.rows)
            part = PartOf(progress, _SPIN_UP_PART, 1.0)
        step = _Step(run, tiles, days, options, settings, spun=spun, forcing=source.name, parameters=parameters)
        return step.write(state, output, restart_output, pool, part, progress=progress)


def _equilibrium(
    tiles: Tiles,
    weather: Disaggregator,
    days: FloatArray,
    options: CatchmentOptions,
    pool: Executor,
    *,
    progress: Progress,
    output: Path | None,
) -> SpinUp:
    """Return the state to begin with: that of an earlier run, or of a spin-up, which is written where asked for."""
    wanted = options.equilibrium is not None or output is not None
    identity = weather_identity(weather, days) if wanted else ""
    day = float(days[0])
    if options.equilibrium is not None:
        spun = read_equilibrium(options.equilibrium, tiles, options.variant, day, identity)
        _warn_unsteady(spun, options, progress)
    else:
        spun = spun_up(tiles, weather, days, options, pool, progress=progress)
    if output is not None:
        write_equilibrium(output, spun, tiles, options.variant, day, weather=identity)
    return spun


def spun_up(
    tiles: Tiles,
    weather: Disaggregator,
    days: FloatArray,
    options: CatchmentOptions,
    pool: Executor,
    *,
    progress: Progress,
) -> SpinUp:
    """Return an unperturbed state at the beginning of `days` that loops through their first year have made steady."""
    workers = options.workers or default_workers()
    single = LandRun(
        tiles, weather, PRESETS["none"], 1, options.seed, options=VARIANTS[options.variant], workers=workers
    )
    start = first_state(tiles, float(weather.day(float(days[0]))["Tair"].mean()))
    spun = spin_up(single, start, days, options.spin_up_years, pool, progress=progress)
    _warn_unsteady(spun, options, progress)
    return spun


def whole_days(source: WeatherSource) -> FloatArray:
    """Return the beginnings of the whole UTC days that weather covers.

    Raises
    ------
    InputError
        Where there is none.
    """
    first = np.ceil(source.timing.start - 1e-6)
    last = np.floor(source.timing.stop + 1e-6)
    if last - first < 1:
        raise InputError(f"{source.name} does not cover a whole day (UTC).")
    return np.arange(first, last)


def days_within(days: FloatArray, start: date | None, end: date | None, source: str) -> FloatArray:
    """Return the days from START to END.

    Raises
    ------
    InputError
        Where there is none.
    """
    first = -np.inf if start is None else day_number(start)
    last = np.inf if end is None else day_number(end)
    chosen = days[(days >= first) & (days <= last)]
    if not chosen.size:
        raise InputError(
            f"{source} covers {date_of(days[0])} to {date_of(days[-1])}, nothing of it from {start or 'the beginning'} "
            f"to {end or 'the end'}: change START and END."
        )
    return chosen


def perturbation_settings(options: CatchmentOptions) -> PerturbationSettings:
    """Return the perturbations that a user has chosen.

    Raises
    ------
    InputError
        Where the preset is not known, a change cannot be read, or one member is to be perturbed.
    """
    if options.perturbations not in PRESETS:
        raise InputError(f"PERTURBATIONS '{options.perturbations}' is not known: choose {', '.join(PRESETS)}.")
    if options.perturbations != "none" and options.members < 2:
        raise InputError("MEMBERS must be at least 2 with perturbations; for a single run choose PERTURBATIONS none.")
    return PRESETS[options.perturbations].changed(options.changes)


def repeated(state: State, rows: int) -> State:
    """Return a state [1, tile] as that of an ensemble whose members begin alike, [row, tile]."""
    return State(**{name: np.repeat(value, rows, axis=0) for name, value in state.as_dict().items()})


def _warn_unsteady(spun: SpinUp, options: CatchmentOptions, progress: Progress) -> None:
    if spun.loops and not spun.whole_year:
        progress.warn(
            f"{spun.loops} loops through the {spun.days} days of weather that there are, which are not {spun.loops} "
            f"years of spin-up: the last one changed the storage of a column by {spun.drift_mm:.1f} mm. A state of "
            "equilibrium needs a year of weather, and several to be one of its climate: give more in FORCING."
        )
    elif spun.loops and not spun.steady:
        progress.warn(
            f"After {spun.loops} years of spin-up (the weather's first {spun.days} days, looped) the storage of a "
            f"column still changes by {spun.drift_mm:.1f} mm in a year: deep water tables need long; raise "
            "SPIN_UP_YEARS or use anomalies with care."
        )
    elif not spun.loops and options.spin_up_years == 0:
        progress.warn("No spin-up: the storage starts from a guess and drifts for years.")


@dataclass
class _Step:
    """The run proper, with what its files say of it."""

    run: LandRun
    tiles: Tiles
    days: FloatArray
    options: CatchmentOptions
    settings: PerturbationSettings
    spun: SpinUp
    forcing: str
    parameters: Path

    def write(
        self, state: State, output: Path, restart_output: Path | None, pool: Any, part: Progress, *, progress: Progress
    ) -> CatchmentRun:
        members = self.options.members if self.run.perturbed else 0
        history = f"perturbations {self.settings.name}, {members} members, seed {self.options.seed}"
        water = energy = snow = 0.0
        opened = storage_file(
            output,
            self.tiles,
            self.days,
            members,
            self.options.remove_shift,
            parameters=history,
            source="Catchment land model",
        )
        with opened as (dataset, writer):
            for index, day in enumerate(self.run.run(state, self.days, pool, part, "Running the land model")):
                writer.write(index, day.result)
                state = day.result.state
                water = max(water, day.result.water_residual)
                energy = max(energy, day.result.energy_residual)
                snow = max(snow, day.result.snow_energy_residual)
            dataset.setncatts(self._attributes(water, energy, snow, writer.mean_shift))
        if restart_output is not None:
            write_restart(restart_output, self._restart(state), self.tiles)
        if members and abs(writer.mean_shift) > 1.0:
            progress.warn(
                f"Perturbations shift the ensemble mean by {writer.mean_shift:+.1f} mm against the unperturbed run: "
                "form anomalies from the ensemble, or set REMOVE_SHIFT."
            )
        return CatchmentRun(
            n_days=self.days.size,
            n_tiles=self.tiles.count,
            n_members=max(members, 1),
            spin_up_loops=self.spun.loops,
            spin_up_drift_mm=self.spun.drift_mm,
            water_residual_mm=water,
            energy_residual=energy,
            mean_shift_mm=writer.mean_shift,
        )

    def _restart(self, state: State) -> Restart:
        moment, fields = self.run.random.state if self.run.random is not None else (None, np.zeros((0, 0, 0)))
        stop = float(self.days[-1]) + 1.0
        seed, size = self.options.seed, self.options.members
        return Restart(stop, state, moment, fields, seed, members=size, perturbations=self.settings.described())

    def _attributes(self, water: float, energy: float, snow: float, shift: float) -> dict[str, Any]:
        return {
            "product": "Groundswell Catchment land model",
            "contains_grace": 0,
            "synthetic": int(self.tiles.synthetic or self.run.weather.source.synthetic),
            "anomaly_baseline": "none: storage of the column above the dry soil's rock",
            "forcing": Path(self.forcing).name,
            "parameters": self.parameters.name,
            "model_variant": self.options.variant,
            "time_step_seconds": self.run.weather.dt,
            "seed": self.options.seed,
            "perturbations": self.settings.described(),
            "shift_removed": int(self.options.remove_shift and self.run.perturbed),
            "mean_shift_mm": shift,
            "parameter_ranges": _ranges(self.tiles),
            "spin_up_loops": self.spun.loops,
            "spin_up_drift_mm": self.spun.drift_mm,
            "spin_up_days_of_weather": self.spun.days,
            "spin_up_starting_depths": self.spun.depths,
            "spin_up_criterion_mm": STEADY_MM,
            "largest_water_residual_mm": water,
            "largest_energy_residual_without_snow": energy,
            "largest_daily_mean_energy_residual_with_snow": snow,
        }


def _ranges(tiles: Tiles) -> str:
    """Return least value, median and largest of each parameter as JSON."""
    found = {name: value for name, value in tiles.parameters.items() if value is not None}
    return json.dumps(
        {name: [float(np.quantile(value, part)) for part in (0, 0.5, 1)] for name, value in found.items()}
    )
