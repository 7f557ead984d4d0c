"""What reads files, each with a whole file of its kind: a step of the chain, or a reader that a step calls."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
from chain_files import make_chain
from gnss_files import SERIES
from groundswell.core.assimilation.options import AssimilationOptions
from groundswell.core.assimilation.run import assimilate
from groundswell.core.displacement.decomposition import decompose
from groundswell.core.displacement.downsampling import DownsampleOptions, mask_and_downsample
from groundswell.core.displacement.importing import DisplacementOptions, import_displacement
from groundswell.core.displacement.vertical import VerticalOptions, los_to_vertical
from groundswell.core.extraction.areas import read_area
from groundswell.core.extraction.points import extract_series
from groundswell.core.files import netcdf
from groundswell.core.files.raster import RasterGrid
from groundswell.core.files.stations import read_stations
from groundswell.core.findings import inputs as findings
from groundswell.core.gnss.formats.nevada import read_steps
from groundswell.core.gnss.formats.places import read_places
from groundswell.core.gnss.importing import GnssOptions, import_gnss
from groundswell.core.gnss.reference_series import read_reference_series
from groundswell.core.grace.comparison import CompareOptions, compare_grace
from groundswell.core.grace.importing import GraceOptions, import_grace
from groundswell.core.grace.level2 import read_level2
from groundswell.core.grid.regions import cell_fractions, read_polygons
from groundswell.core.insar.checking import CheckOptions, check_interferograms
from groundswell.core.insar.importing import ImportOptions, import_interferograms
from groundswell.core.insar.inversion import InversionOptions, invert_stack
from groundswell.core.land.importing import StorageOptions, import_storage
from groundswell.core.land.parameter_files import read_parameters
from groundswell.core.land.run import CatchmentOptions, open_weather, run_catchment
from groundswell.core.loading import love_numbers
from groundswell.core.loading.earth_tables import read_column
from groundswell.core.loading.forward import ForwardOptions, forward_model
from groundswell.core.loading.lakes import read_levels
from groundswell.core.loading.love_tables import read_love_numbers
from groundswell.core.loading.subtract import subtract_load
from groundswell.core.report.analysis_report import write_analysis_report
from groundswell.core.report.inversion_report import write_inversion_report
from groundswell.core.report.study_report import StudyFiles, write_study_report
from groundswell.core.work.progress import SilentProgress
from product_files import write_dated, write_egms, write_granule, write_mintpy

LON, LAT = 100.23, 25.58


@dataclass(frozen=True)
class Target:
    """Something that reads a file.

    Attributes
    ----------
    source : Path
        A whole file that it reads.
    run : callable
        Called with a damaged copy and a folder to write in.
    name : str
        Of the copy, where it counts; '' for ``damaged`` with the ending of the source.
    """

    source: Path
    run: Callable[[Path, Path], Any]
    name: str = ""


def all_targets(folder: Path) -> dict[str, Target]:
    """Return every target by name; the whole files are made in `folder`."""
    made = make_chain(folder)
    return {
        **_insar(made), **_displacement(made, folder), **_storage(made), **_assimilation(made),
        **_land(made, folder), **_tables(made, folder), **_reports(made), **_products(folder),
    }  # fmt: skip


def _insar(made: SimpleNamespace) -> dict[str, Target]:
    place = CheckOptions(reference=(made.area.reference_lon, made.area.reference_lat))
    checked, series, quiet = made.checked, made.series, SilentProgress()
    pair = sorted((made.frame / "GEOC").glob("2019*"))[0]

    def in_frame(part: Path, corrections: Path | None = None) -> Callable[[Path, Path], None]:
        def run(path: Path, out: Path) -> None:
            frame = out / made.frame.name
            (frame / "GEOC").mkdir(parents=True)
            for other in made.frame.glob("GEOC/*"):
                if other.is_file() or other.name[:6] in ("201901", "201902"):
                    copy = shutil.copy if other.is_file() else shutil.copytree
                    copy(other, frame / "GEOC" / other.name)
            shutil.copy(path, frame / part.relative_to(made.frame))
            import_interferograms(frame, out / "stack.nc", ImportOptions(corrections=corrections), SilentProgress())

        return run

    def delays(path: Path, out: Path) -> None:
        shutil.copytree(made.area.gacos, out / "gacos")
        shutil.copy(path, out / "gacos" / gacos.name)
        in_frame(pair / f"{pair.name}.geo.cc.tif", out / "gacos")(pair / f"{pair.name}.geo.cc.tif", out)

    gacos = sorted(made.area.gacos.glob("2019*"))[0]
    frame_files = {
        "unwrapped phase": pair / f"{pair.name}.geo.unw.tif",
        "coherence": pair / f"{pair.name}.geo.cc.tif",
        "look vector": made.frame / "GEOC" / f"{made.frame.name[:17]}.geo.E.tif",
        "height": made.frame / "GEOC" / f"{made.frame.name[:17]}.geo.hgt.tif",
        "frame metadata": made.frame / "GEOC" / "metadata.txt",
        "baselines": made.frame / "GEOC" / "baselines",
    }
    found = {name: Target(path, in_frame(path)) for name, path in frame_files.items()}
    found["delay"] = Target(gacos, delays)
    found["check: stack"] = Target(
        made.stack, lambda path, out: check_interferograms(path, out / "o.nc", place, SilentProgress())
    )
    found["invert: stack"] = Target(
        checked, lambda path, out: invert_stack(path, out / "o.nc", out / "v.tif", InversionOptions(workers=1), quiet)
    )
    found["gridding: series"] = Target(
        series, lambda path, out: mask_and_downsample(path, out / "o.nc", DownsampleOptions(200.0), SilentProgress())
    )
    return found


def _displacement(made: SimpleNamespace, folder: Path) -> dict[str, Target]:
    vertical = VerticalOptions(reference_series=made.area.reference_series)
    points = "\n".join(["date,up_mm", *(f"{made_day(k)},{k % 5}" for k in range(0, 900, 12))])
    (folder / "up.csv").write_text(points)

    def with_reference(path: Path, out: Path) -> None:
        los_to_vertical(made.gridded, out / "o.nc", VerticalOptions(reference_series=path), SilentProgress())

    return {
        "vertical: gridded": Target(
            made.gridded, lambda path, out: los_to_vertical(path, out / "o.nc", vertical, SilentProgress())
        ),
        "vertical: series": Target(
            made.series, lambda path, out: los_to_vertical(path, out / "o.nc", vertical, SilentProgress())
        ),
        "vertical: reference series": Target(made.area.reference_series, with_reference),
        "decompose: ascending": Target(made.gridded, lambda path, out: decompose(path, made.gridded, out / "o.nc")),
        "subtract: observations": Target(
            made.vertical, lambda path, out: subtract_load(path, made.storage, out / "o.nc", None, SilentProgress())
        ),
        "ground: series": Target(made.series, _opened),
        "ground: land model": Target(made.area.land_model, _opened),
        "extract: series": Target(made.series, _extract),
        "extract: vertical": Target(made.vertical, _extract),
        "extract: analysis": Target(made.analysis, _extract),
        "extract: GRACE": Target(made.grace, _extract),
        "area: analysis": Target(made.analysis, _area),
        "area: storage": Target(made.storage, _area),
    }


def made_day(k: int) -> date:
    """Return a date of the series."""
    return date(2018, 11, 20) + timedelta(days=k)


def _extract(path: Path, out: Path) -> None:
    extract_series(path, [("a", LON, LAT)], out / "o.csv", SilentProgress())


def _area(path: Path, out: Path) -> None:
    ring = [[99, 25], [101, 25], [101, 26], [99, 26], [99, 25]]
    read_area(path, ring, ("tws", "tws_analysis"))


def _storage(made: SimpleNamespace) -> dict[str, Target]:
    def compare(analysis: Path, grace: Path, out: Path, region: Path | None = None) -> None:
        compare_grace(
            analysis, grace, out / "o.nc", out / "o.csv", CompareOptions(region=region), progress=SilentProgress()
        )

    return {
        "importstorage: land model": Target(
            made.area.land_model,
            lambda path, out: import_storage([path], out / "o.nc", StorageOptions(), SilentProgress()),
        ),
        "importstorage: storage": Target(
            made.storage, lambda path, out: import_storage([path], out / "o.nc", StorageOptions(), SilentProgress())
        ),
        "importgrace: mascons": Target(
            made.area.grace, lambda path, out: import_grace(path, out / "o.nc", GraceOptions(), SilentProgress())
        ),
        "compare: analysis": Target(made.analysis, lambda path, out: compare(path, made.grace, out)),
        "compare: GRACE": Target(made.grace, lambda path, out: compare(made.analysis, path, out)),
        "compare: region": Target(made.area.region, lambda path, out: compare(made.analysis, made.grace, out, path)),
        "forward: storage": Target(
            made.storage, lambda path, out: forward_model(path, out / "o.nc", ForwardOptions(), SilentProgress())
        ),
        "subtract: load": Target(
            made.storage, lambda path, out: subtract_load(made.vertical, path, out / "o.nc", None, SilentProgress())
        ),
        "region": Target(made.area.region, _region),
        "forward: air": Target(_air(made), _of_the_air),
        "subtract: product": Target(
            _displacement_product(made),
            lambda path, out: subtract_load(made.vertical, path, out / "o.nc", None, SilentProgress()),
        ),
    }


def _air(made: SimpleNamespace) -> Path:
    """Write pressure of the air with a mask, over the place of the study area."""
    return _product(made, "air.nc", {"sp": (9e4 + 500.0 * np.arange(3), "Pa"), "lsm": (np.full(3, 0.7), "1")})


def _displacement_product(made: SimpleNamespace) -> Path:
    """Write displacement as a loading service does."""
    return _product(made, "loading.nc", {"duV": (1e-3 * np.arange(3), "m")})


def _product(made: SimpleNamespace, name: str, variables: dict[str, tuple[Any, str]]) -> Path:
    path = Path(made.vertical).with_name(name)
    with netcdf.open_dataset(made.vertical) as source:
        days = netcdf.read_days(source)
        lon, lat = netcdf.read_grid(source).lon_lat()
    grid = RasterGrid("EPSG:4326", np.floor(lon.min()) - 2.0, np.ceil(lat.max()) + 2.0, 1.0, 1.0, 7, 7)
    with netcdf.create(path, "Product", "test") as out:
        netcdf.write_grid(out, grid)
        netcdf.write_time(out, np.linspace(days[0] - 1, days[-1] + 1, 3))
        for variable, (values, unit) in variables.items():
            values = np.broadcast_to(np.asarray(values)[:, None, None], (3, 7, 7))
            netcdf.add_variable(out, variable, ("time", "y", "x"), unit, variable, dtype="f8")[:] = values
    return path


def _of_the_air(path: Path, out: Path) -> None:
    options = ForwardOptions(cells="equal_area_disk", points=(("A", LON, LAT),))
    forward_model(path, out / "o.nc", options, SilentProgress())


def _region(path: Path, out: Path) -> None:
    from groundswell.core.files.raster import RasterGrid

    cell_fractions(read_polygons(path), RasterGrid("EPSG:4326", 98.0, 28.0, 0.25, 0.25, 20, 20))


def _assimilation(made: SimpleNamespace) -> dict[str, Target]:
    options, restart = AssimilationOptions(members=6, workers=1), made.folder / "restart.nc"
    half = AssimilationOptions(members=6, workers=1, end="2019-06-30")
    assimilate(
        made.storage, made.vertical, made.folder / "half.nc", half, SilentProgress(), restart=None, save_restart=restart
    )
    stations = made.folder / "stations.nc"
    import_gnss([made.area.stations], stations, GnssOptions(), SilentProgress())

    def run(storage: Path, observations: Path, out: Path, **more: Any) -> None:
        assimilate(storage, observations, out / "o.nc", options, SilentProgress(), **more)

    return {
        "assimilate: storage": Target(made.storage, lambda path, out: run(path, made.vertical, out)),
        "assimilate: observations": Target(made.vertical, lambda path, out: run(made.storage, path, out)),
        "assimilate: stations": Target(
            stations, lambda path, out: run(made.storage, made.vertical, out, stations=path)
        ),
        "assimilate: restart": Target(restart, lambda path, out: run(made.storage, made.vertical, out, restart=path)),
        "stations": Target(stations, lambda path, out: read_stations(path)),
    }


LOAM = {
    "poros": 0.437, "bee": 5.96, "psis": -0.24, "cond": 3.57e-4, "gnu": 2.17, "wpwet": 0.3395, "dpth": 2500.0,
    "ars1": -1.98e-3, "ars2": 0.038, "ars3": 1.04e-4, "ara1": 0.0926, "ara2": 1.0, "ara3": 0.0926, "ara4": 1.0,
    "arw1": 0.0694, "arw2": 0.1975, "arw3": 5.78e-4, "arw4": 0.5209, "bf1": 21.03, "bf2": 1.1135, "bf3": 9.5,
    "tsa1": -2.924, "tsa2": -3.103, "tsb1": -2.84e-3, "tsb2": -5.11e-3, "atau": 0.0179, "btau": 0.0706,
    "vegcls": 4, "lai": [2.0] * 12, "grn": [0.7] * 12,
}  # fmt: skip
_CSV_WEATHER = "time,Tair,Qair,Psurf,Rainf,Snowf,LWdown,SWdown,Wind\n"


def _land(made: SimpleNamespace, folder: Path) -> dict[str, Target]:
    columns = [{**LOAM, "lon": LON, "lat": LAT, "fraction": 1.0}]
    parameters, weather, restart = folder / "parameters.json", folder / "weather.csv", folder / "land_restart.nc"
    parameters.write_text(json.dumps(columns))
    lines = [f"2018-01-0{k // 24 + 1}T{k % 24:02d}:00:00,285,0.007,82000,0.0001,0,300,200,2.5" for k in range(72)]
    weather.write_text(_CSV_WEATHER + "\n".join(lines) + "\n")
    options = CatchmentOptions(members=2, spin_up_years=0, workers=1, end=date(2018, 1, 2))
    run_catchment(weather, parameters, folder / "land.nc", options, SilentProgress(), restart_output=restart)
    on = CatchmentOptions(members=2, spin_up_years=0, workers=1)

    def go(forcing: Path, columns: Path, out: Path, options: CatchmentOptions = on) -> None:
        run_catchment(forcing, columns, out / "o.nc", options, SilentProgress())

    def gridded_weather(path: Path, out: Path) -> None:
        with open_weather(path, read_parameters(made.area.columns)) as source:
            source.read(0, 24)

    def go_on(path: Path, out: Path) -> None:
        again = CatchmentOptions(members=2, spin_up_years=0, workers=1, restart=path)
        go(weather, parameters, out, again)

    return {
        "land: parameters": Target(parameters, lambda path, out: go(weather, path, out)),
        "land: parameters of columns": Target(made.area.columns, lambda path, out: read_parameters(path)),
        "land: weather table": Target(weather, lambda path, out: go(path, parameters, out)),
        "land: weather": Target(made.area.forcing, gridded_weather),
        "land: restart": Target(restart, go_on),
    }


def _tables(made: SimpleNamespace, folder: Path) -> dict[str, Target]:
    love, column, lake, gravity = folder / "love.txt", folder / "crust.txt", folder / "lake.csv", folder / "GSM.gfc"
    numbers = love_numbers.load("PREM")
    rows = zip(*(column[:2000] for column in (numbers.degree, numbers.h, numbers.l, numbers.k)))
    lines = [" ".join([f"{row[0]:d}", *(f"{value:.8e}" for value in row[1:])]) for row in rows]
    love.write_text("n h l k\n" + "\n".join(lines) + "\n")
    column.write_text("thickness vp vs density\n2 5.0 2.5 2.4\n18 6.1 3.5 2.7\n14 6.8 3.9 2.95\n")
    lake.write_text("date,level_m\n" + "".join(f"{made_day(k)},{1965 + k / 100}\n" for k in range(0, 300, 30)))
    gravity.write_text(_gravity_field())
    nevada = folder / "KMIN.tenv3"
    nevada.write_text(_nevada())

    def gnss(path: Path, out: Path) -> None:
        import_gnss([path], out / "o.nc", GnssOptions(), SilentProgress())

    return {
        "love numbers": Target(love, lambda path, out: read_love_numbers(path)),
        "crust": Target(column, lambda path, out: read_column(path)),
        "lake levels": Target(lake, lambda path, out: read_levels(path)),
        "harmonics": Target(gravity, lambda path, out: read_level2(path, 20)),
        "gnss: table": Target(made.area.stations, gnss),
        "gnss: tenv3": Target(nevada, gnss),
        **{f"gnss: {path.name}": Target(path, gnss, path.name) for path in _position_series(folder)},
        "gnss: steps": Target(folder / "steps.txt", lambda path, out: read_steps(path)),
        "gnss: places": Target(folder / "stations.csv", lambda path, out: read_places(path)),
        "reference series: table": Target(folder / "up.csv", lambda path, out: read_reference_series(path)),
        "reference series: tenv3": Target(nevada, lambda path, out: read_reference_series(path)),
    }


def _position_series(folder: Path) -> list[Path]:
    """Write a series of every centre, and lists of steps and places; return the series."""
    for name, text in SERIES.items():
        (folder / name).write_text(text())
    (folder / "steps.txt").write_text("KMIN 18JUN01 1 Antenna\nKMIN 19MAR02 2 884.0 112.3 6.4 us1\n")
    (folder / "stations.csv").write_text("station,lon,lat\nKMIN,102.8,25.03\nLHAS,91.1,29.7\n")
    return [folder / name for name in SERIES]


def _gravity_field() -> str:
    head = "product_type gravity_field\nmodelname GSM-2_2019001-2019031_GRFO_UTCSR_BA01_0600\n"
    head += "earth_gravity_constant 0.3986004415E+15\nradius 0.6378136300E+07\nmax_degree 20\nnorm fully_normalized\n"
    head += "key L M C S sigma C sigma S\nend_of_head ====\n"
    rows = [
        f"gfc {n:4d} {m:4d} {1e-9 / (n + 1):.12e} {0.5e-9 / (n + 1):.12e} 1e-13 1e-13\n"
        for n in range(21)
        for m in range(n + 1)
    ]
    return head + "".join(rows)


def _nevada() -> str:
    lines = []
    for k in range(40):
        text = made_day(k).strftime("%y%b%d").upper()
        lines.append(
            f"KMIN {text} 2018.0000 {58442 + k}  1982 1  102.8  -237 -0.41548  2770712 0.864812  1986 "
            f"{0.2 + 0.001 * (k % 7):9.6f} 0.0000 0.0015 0.0014 0.006000  0.05829 -0.56488  0.04405"
            "  25.0295360000 -257.2017130000  1986.2\n"
        )
    return "".join(lines)


def _reports(made: SimpleNamespace) -> dict[str, Target]:
    def study(key: str) -> Callable[[Path, Path], None]:
        return lambda path, out: write_study_report(StudyFiles(**{key: path}), out / "o.html")

    found = {f"study report: {key}": study(key) for key in ("stack", "gridded", "analysis", "grace")}
    sources = {"stack": made.checked, "gridded": made.gridded, "analysis": made.analysis, "grace": made.grace}
    targets = {name: Target(sources[name.split(": ")[1]], run) for name, run in found.items()}
    look = {
        "series": (made.series, findings.series_finding), "storage": (made.area.land_model, findings.storage_finding),
        "stations": (made.area.stations, findings.stations_finding), "grace": (made.area.grace, findings.grace_finding),
        "parameters": (made.area.columns, findings.parameters_finding),
    }  # fmt: skip
    for name, (source, finding) in look.items():
        targets[f"wizard: {name}"] = Target(source, lambda path, out, finding=finding: finding(path))
    targets["report: analysis"] = Target(
        made.analysis, lambda path, out: write_analysis_report(path, out / "o.html", [])
    )
    targets["report: series"] = Target(made.series, lambda path, out: write_inversion_report(path, out / "o.html", []))
    return targets


def _products(folder: Path) -> dict[str, Target]:
    dates = ["20190105", "20190605", "20200105", "20200605", "20210105"]
    days = np.array([0.0, 151.0, 365.0, 517.0, 731.0]) + 6944
    rng = np.random.default_rng(1)
    values = rng.normal(0, 5, (5, 30, 40))
    write_mintpy(folder / "timeseries.h5", days, values / 1000)
    write_dated(folder / "dated", dates, values, unit="mm")
    pids = [f"P{k}" for k in range(12)]
    table = folder / "EGMS_L3_E32N34_100km_U_2019_2023_1.csv"
    write_egms(table, pids, 4.3e6 + 100.0 * np.arange(12), np.full(12, 3.2e6), dates, values[:, 0, :12].T)
    write_granule(folder / "opera", "20190105", "20190605", values[1] / 1000)
    dated, granule = sorted((folder / "dated").iterdir())[0], sorted((folder / "opera").iterdir())[0]

    def product(path: Path, out: Path) -> None:
        import_displacement(path, out / "o.nc", DisplacementOptions(), SilentProgress())

    def in_folder(path: Path, out: Path) -> None:
        shutil.copytree(folder / "dated", out / "dated")
        shutil.copy(path, out / "dated" / dated.name)
        product(out / "dated", out)

    return {
        "product: MintPy": Target(folder / "timeseries.h5", product, "timeseries.h5"),
        "product: EGMS": Target(table, product, table.name),
        "product: OPERA": Target(granule, product, granule.name),
        "product: dated raster": Target(dated, in_folder, dated.name),
    }


def _opened(path: Path, out: Path) -> None:
    with netcdf.open_chain_file(path) as dataset:
        netcdf.read_grid(dataset)
        netcdf.read_days(dataset)
