"""Create the example study area: its truth, and the files that a user of the chain would have."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..files.outputs import whole_folder, write_text
from ..work.progress import PartOf, Progress, SilentProgress, stop_if_cancelled
from .area import REFERENCE_LAT, REFERENCE_LON, STATIONS, geographic_grid, study_cells
from .columns import write_columns
from .displacement_truth import DisplacementTruth
from .frame_files import FrameFiles
from .grace_product import MASCON_DEG, observe, solutions_between, write_csr_layout
from .presets import DEFAULT_SEED, find_preset
from .readme import readme
from .reference_station import write_series, write_stations_table
from .region import write_region
from .station_network import network_heights, network_places
from .storage_files import write_land_model, write_truth
from .study_area import Parameters, StudyArea
from .view import FRAME
from .weather import write_forcing
from .worlds import DEFAULT_WORLD, world

_MODEL_STEP_DEG = 0.25
_WEATHER_STEP_DEG = 0.5
_AROUND_STEP_DEG, _AROUND_EVERY = 0.5, 2  # of the storage around the network: its load is smooth there


@dataclass(frozen=True)
class ExampleFiles:
    """Where the files of an example study area lie.

    Attributes
    ----------
    folder : Path
        Holds all of it.
    frame, gacos : Path
        Folders of the interferograms and of the delays.
    reference_series : Path
        Vertical series of the reference area (CSV).
    stations : Path
        Heights of other GNSS stations (CSV).
    network, around : Path
        Heights of a wide network of stations (CSV), and the storage of the land around it (NetCDF), known.
    land_model, grace : Path
        Land-model storage and GRACE mascons (NetCDF).
    region : Path
        Study region (GeoJSON).
    truth : Path
        True storage (NetCDF).
    displacement, velocity : Path
        True vertical displacement of cells (NetCDF) and its velocity (GeoTIFF).
    forcing, columns : Path
        Weather over the study box and parameters of its cells, for the land model (NetCDF).
    readme : Path
        Explains them.
    reference_lon, reference_lat : float
        Place of the reference area in degrees.
    """

    folder: Path
    frame: Path
    gacos: Path
    reference_series: Path
    stations: Path
    network: Path
    around: Path
    land_model: Path
    grace: Path
    region: Path
    truth: Path
    displacement: Path
    velocity: Path
    forcing: Path
    columns: Path
    readme: Path
    reference_lon: float = REFERENCE_LON
    reference_lat: float = REFERENCE_LAT


def files_in(folder: Path) -> ExampleFiles:
    """Return where an example's files lie in a folder."""
    return ExampleFiles(
        folder=folder,
        frame=folder / f"{FRAME}_synthetic",
        gacos=folder / "GACOS",
        reference_series=folder / "reference_up_synthetic.csv",
        stations=folder / "gnss_stations_synthetic.csv",
        network=folder / "network" / "gnss_network_synthetic.csv",
        around=folder / "network" / "storage_around_synthetic.nc",
        land_model=folder / "land_model_synthetic.nc",
        grace=folder / "grace_mascons_synthetic.nc",
        region=folder / "region_synthetic.geojson",
        truth=folder / "truth" / "storage_synthetic.nc",
        displacement=folder / "truth" / "vertical_displacement_synthetic.nc",
        velocity=folder / "truth" / "vertical_velocity_synthetic.tif",
        forcing=folder / "weather" / "forcing_synthetic.nc",
        columns=folder / "weather" / "parameters_synthetic.nc",
        readme=folder / "README.txt",
    )


def _names(files: ExampleFiles) -> dict[str, Path]:
    """Return every file and folder as seen from the study area's folder."""
    paths = {name: value for name, value in vars(files).items() if isinstance(value, Path)}
    return {name: path.relative_to(files.folder) for name, path in paths.items()}


def create_example(
    folder: Path,
    preset_name: str = "small",
    seed: int = DEFAULT_SEED,
    progress: Progress | None = None,
    parameters: Parameters | None = None,
    *,
    world_name: str = DEFAULT_WORLD,
) -> ExampleFiles:
    """Write a synthetic study area into a new folder, whole or not at all.

    Parameters
    ----------
    folder : Path
        New or empty.
    preset_name : str
        One of :data:`.presets.PRESETS`, or ``tiny``.
    seed : int
        The same seed gives the same files, but for the times in their history.
    progress : Progress, optional
        Hears of the progress, and is asked whether to stop.
    parameters : Parameters, optional
        Of the fields and their errors; those of the world where not given.
    world_name : str
        One of :data:`.worlds.WORLDS`: what the land model gets wrong. ``catchment`` has the preset of that name.

    Raises
    ------
    InputError
        Where the preset or the world is unknown.
    OutputError
        Where the folder is not empty or cannot be written.
    """
    heard = progress or SilentProgress()
    preset, of_world = world(world_name, find_preset(preset_name))
    parameters = parameters or of_world
    with whole_folder(Path(folder)) as temporary:
        heard.report(0.0, "Laying out the study area")
        start = 0.6 if preset.catchment else 0.0
        if preset.catchment:
            heard.report(0.0, "Running the land surface model, for the truth and for the model")
        area = StudyArea(preset, seed, parameters, PartOf(heard, 0.0, start))
        files = files_in(temporary)
        note = f"PRESET={preset.name}, SEED={seed}" + (f", WORLD={world_name}" if world_name != DEFAULT_WORLD else "")
        rest = PartOf(heard, start, 1.0)
        _write_storage(area, files, note, PartOf(rest, 0.0, 0.15))
        _write_weather(area, files, note, PartOf(rest, 0.15, 0.2))
        _write_frame(area, files, note, PartOf(rest, 0.2, 1.0))
        write_region(files.region)
        write_text(files.readme, readme(area, _names(files)))
    return files_in(Path(folder))


def _write_storage(area: StudyArea, files: ExampleFiles, note: str, progress: Progress) -> None:
    """Write what knows of storage: truth, land model, GRACE, and the stations' series."""
    seed, parameters, domain = area.seed, area.parameters, area.domain
    progress.report(0.0, "Storing water")
    write_truth(files.truth, area.storage.values(area.days, domain.lon, domain.lat), area.days, domain, note)
    stop_if_cancelled(progress)
    grid = geographic_grid(domain, _MODEL_STEP_DEG, 0.0)
    storage = area.land_model.values(area.model_days, *grid.lon_lat()).reshape(-1, *grid.shape)
    write_land_model(files.land_model, storage, area.model_days, grid, note)
    progress.report(0.4, "Observing it from GRACE")
    stop_if_cancelled(progress)
    mascons = geographic_grid(domain, MASCON_DEG, 1.0)
    solutions = solutions_between(area.model_days[0], area.model_days[-1])
    seen = observe(area.storage, solutions, mascons, seed, parameters.grace)
    write_csr_layout(files.grace, seen, solutions, mascons, note)
    progress.report(0.6, "Bending the ground")
    stop_if_cancelled(progress)
    write_series(files.reference_series, area.model_days, area.reference_series())
    heights, formal = area.station_heights(), parameters.station.formal_std_mm
    write_stations_table(files.stations, area.model_days, STATIONS, heights, formal)
    progress.report(0.9)
    _write_network(area, files, note)
    progress.report(1.0)


def _write_network(area: StudyArea, files: ExampleFiles, note: str) -> None:
    """Write what the inversion without a model needs: a wide network of stations, and the storage around it."""
    days, station = area.model_days, area.parameters.station
    places = network_places(area.domain, area.seed)
    heights = network_heights(area.storage, area.domain, days, places, station, seed=area.seed)
    write_stations_table(files.network, days, places, heights, station.formal_std_mm)
    grid = geographic_grid(area.domain, _AROUND_STEP_DEG, 0.0)
    some = days[::_AROUND_EVERY] if days[-1] in days[::_AROUND_EVERY] else np.append(days[::_AROUND_EVERY], days[-1])
    storage = area.storage.values(some, *grid.lon_lat()).reshape(-1, *grid.shape)
    comment = "SYNTHETIC: the true storage, known beforehand around the network"
    write_land_model(files.around, storage, some, grid, note, comment=comment)


def _write_weather(area: StudyArea, files: ExampleFiles, note: str, progress: Progress) -> None:
    """Write what a land surface model needs to run over the study box."""
    progress.report(0.0, "Making weather")
    stop_if_cancelled(progress)
    cells = study_cells()
    grid = geographic_grid(cells, _WEATHER_STEP_DEG, 0.0)
    weather = area.reported_weather(grid)
    write_forcing(files.forcing, weather, grid, note)
    write_columns(files.columns, cells, area.seed)
    progress.report(1.0)


def _write_frame(area: StudyArea, files: ExampleFiles, note: str, progress: Progress) -> None:
    """Write the frame with its interferograms, the delays and the true displacement."""
    plan = area.plan
    out = FrameFiles(files.frame, files.gacos, area.grid)
    out.write_geometry(area.view, area.ground)
    out.write_texts(plan, area.days, float(area.ground.height.mean()))
    truth = DisplacementTruth(area.grid, area.days)
    phases = []
    dates = PartOf(progress, 0.0, 0.5)
    dates.report(0.0, f"Passing over {area.days.size} times")
    for date, day in enumerate(area.days):
        stop_if_cancelled(progress)
        epoch = area.epoch(date)
        phases.append(epoch.phase)
        truth.add(date, epoch.up_mm)
        if date not in plan.missing_delays:
            out.write_delay(float(day), epoch.gacos_rad, area.view, date in plan.partial_delays)
        dates.report((date + 1) / area.days.size)
    truth.write(files.displacement, files.velocity, note)
    pairs = PartOf(progress, 0.5, 1.0)
    pairs.report(0.0, f"Writing {len(plan.names)} interferograms")
    for number, (first, second) in enumerate(plan.pairs):
        stop_if_cancelled(progress)
        made = area.interferograms.make(
            number,
            phases[first],
            phases[second],
            float(area.days[first]),
            float(area.days[second]),
            patch=number in plan.unwrapping_errors,
        )
        out.write_pair(plan.names[number], made, plan.damage.get(number, ""))
        pairs.report((number + 1) / len(plan.names))
