"""What a file or folder that somebody brings is, and which step takes it: by its content, not by its name alone."""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from ..dates import parse_date, with_compact_dates
from ..errors import GroundswellError, InputError
from . import netcdf
from .handles import Dataset
from .names import DISPLACEMENT, TWS, TWS_ANALYSIS, TWS_OPEN_LOOP, VERTICAL_DISPLACEMENT
from .trial import open_for_trial

VECTORS = (".gpkg", ".shp", ".geojson", ".json", ".fgb", ".kml", ".sqlite")
TABLES = (".csv", ".zip", ".txt")
RASTERS = (".tif", ".tiff")
LAYER = "|layername="
_POSITIONS = {
    **dict.fromkeys((".tenv3", ".tenv", ".txyz2"), "Nevada Geodetic Laboratory"), ".pos": "PBO", ".series": "JPL",
    ".neu": "SIO", ".tms": "TMS",
}  # fmt: skip
"""Endings of position series, and whose they are."""

_NETCDF = (".nc", ".nc4", ".h5", ".he5", ".hdf5")
_HEAD_BYTES = 1 << 20
"""A header of a table with 1000 dates has 10 kB."""

DATE_FIELD = re.compile(r"[Dd]?_?(\d{8})(?:[Tt]\d{6})?")
OPERA_NAME = re.compile(r"OPERA_L3_DISP-S1_\w+_F\d{5}_.*\.nc")
_EGMS_NAME = re.compile(r"EGMS_L(?:2a|2b|3)_", re.IGNORECASE)
_TWO_DATES = re.compile(r"(?<!\d)(\d{8})(?:T\d{6}Z?)?[_-](\d{8})(?:T\d{6}Z?)?(?!\d)")
_ONE_DATE = re.compile(r"(?<!\d)\d{8}(?!\d)")
_PAIR_FOLDER = re.compile(r"\d{6,8}[_-]\d{6,8}")


@dataclass(frozen=True)
class Recognised:
    """What something is.

    Attributes
    ----------
    path : Path
        File or folder that the step takes: of a folder sometimes a file in it.
    kind : str
        Short fixed name, such as ``egms``.
    title : str
        In words.
    step : str
        Identifier of the algorithm that takes it.
    parameter : str
        Parameter of the algorithm that it goes to.
    note : str
        What else should be known; empty where nothing is.
    """

    path: Path
    kind: str
    title: str
    step: str
    parameter: str = "INPUT"
    note: str = ""


def recognise(path: Path) -> Recognised | None:
    """Return what a file or folder is, or None where nothing here knows it.

    Parameters
    ----------
    path : Path
        File or folder.

    Raises
    ------
    InputError
        Where it does not exist.
    """
    path = Path(path)
    if LAYER in str(path):  # as QGIS names a layer of a file
        path = Path(str(path).partition(LAYER)[0])
    if path.is_dir():
        return _of_folder(path)
    if not path.is_file():
        raise InputError(f"{path} does not exist.")
    suffix = path.suffix.lower()
    if suffix in _NETCDF:
        return _of_netcdf(path)
    if suffix in _POSITIONS:
        return Recognised(path, "gnss", f"GNSS series ({_POSITIONS[suffix]})", "importgnss")
    if suffix in TABLES and first_line(path).startswith("PBO Station Position"):
        return Recognised(path, "gnss", "GNSS series (EarthScope)", "importgnss")
    if suffix == ".gfc" or path.name.startswith("GSM-2_"):
        return Recognised(path, "grace_harmonics", "GRACE harmonics (Level 2)", "importgrace")
    if suffix in TABLES:
        return _of_table(path)
    if suffix in VECTORS:
        return _of_vector(path)
    return None


def date_columns(names: list[str]) -> dict[int, str]:
    """Return the columns whose names are dates (``20200131``, ``D20200131``, ``D_20200131``) as ``YYYYMMDD``."""
    found = {}
    for number, name in enumerate(names):
        match = DATE_FIELD.fullmatch(name.strip().strip('"'))
        if match is None:
            continue
        try:
            day = parse_date(match[1])
        except InputError:
            continue
        if 1985 <= day.year <= 2100:
            found[number] = match[1]
    return found


def split_header(line: str) -> tuple[list[str], str]:
    """Return the names in the first line of a table, and the character between them."""
    separator = max(";\t,", key=line.count)
    return [name.strip().strip('"').strip() for name in line.strip().lstrip("\ufeff").split(separator)], separator


def table_in(path: Path) -> str:
    """Return the name of the table inside a zip file, or '' where it is no zip file.

    Raises
    ------
    InputError
        Where it holds none or several, or is damaged.
    """
    if path.suffix.lower() != ".zip":
        return ""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if name.lower().endswith(".csv")]
    except (zipfile.BadZipFile, OSError) as error:
        raise InputError(f"{path} cannot be read as a zip file ({error}): download it again.") from error
    if len(names) != 1:
        raise InputError(f"{path} holds {len(names)} tables (.csv): expected one. Unpack it and give the folder.")
    return names[0]


def first_line(path: Path) -> str:
    """Return the first line of a table, also of one in a zip file; '' where it is no text."""
    inside = table_in(path)
    try:
        if inside:
            with zipfile.ZipFile(path) as archive, archive.open(inside) as stream:
                head = stream.readline(_HEAD_BYTES)
        else:
            with path.open("rb") as stream:
                head = stream.readline(_HEAD_BYTES)
        return head.decode("utf-8-sig").strip()
    except (OSError, EOFError, UnicodeDecodeError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
        return ""


def is_egms(names: list[str], path: Path) -> bool:
    """Return whether a table's columns are those of EGMS."""
    lower = {name.lower() for name in names}
    return (
        "pid" in lower
        and {"easting", "northing"} <= lower
        and ("mean_velocity" in lower or bool(_EGMS_NAME.search(path.name)))
    )


def _of_table(path: Path) -> Recognised | None:
    try:
        names, _ = split_header(first_line(path))
    except InputError:
        return None
    dates = date_columns(names)
    if len(dates) > 1:
        if is_egms(names, path):
            return Recognised(path, "egms", "European Ground Motion Service (EGMS)", "importdisplacement")
        return Recognised(path, "point_table", "displacement at points (table with dates)", "importdisplacement")
    words = {re.split(r"[^a-z0-9]+", name.lower())[0] for name in names}
    if "date" in words and ("up" in words or "station" in words):
        return Recognised(path, "gnss", "table of GNSS heights", "importgnss")
    if {"time", "tair", "psurf"} <= words:
        return Recognised(path, "weather", "weather of one place", "runcatchment", "FORCING")
    return None


def _of_vector(path: Path) -> Recognised | None:
    if layers_with_dates(path):
        return Recognised(path, "point_layer", "displacement at points (layer with dates)", "importdisplacement")
    return None


def layers_with_dates(path: Path) -> list[str]:
    """Return the names of a vector file's layers that have a field for each of several dates."""
    from .raster import gdal

    module = gdal()
    found = []
    try:
        open_for_trial(path, "vector")
        dataset = module.OpenEx(str(path), module.OF_VECTOR)
        for number in range(dataset.GetLayerCount()):
            layer = dataset.GetLayer(number)
            definition = layer.GetLayerDefn()
            names = [definition.GetFieldDefn(field).GetName() for field in range(definition.GetFieldCount())]
            if len(date_columns(names)) > 1:
                found.append(str(layer.GetName()))
    except (RuntimeError, AttributeError):
        return []
    return found


_OWN: tuple[tuple[str, str, str, str, set[str]], ...] = (
    ("stack", "interferogram stack of Groundswell", "checkinterferograms", "INPUT", {"unwrapped_phase", "pair"}),
    ("analysis", "analysis of Groundswell", "comparegrace", "INPUT", {TWS_ANALYSIS, TWS_OPEN_LOOP}),
    ("grace", "GRACE storage of Groundswell", "comparegrace", "GRACE", {TWS, "grace_month"}),
    ("storage", "storage of Groundswell", "assimilate", "INPUT", {TWS, "ease_grid"}),
    ("stations", "GNSS stations of Groundswell", "lostovertical", "REFERENCE_SERIES", {"station_name", "up"}),
)


def _of_netcdf(path: Path) -> Recognised | None:
    try:
        with netcdf.open_dataset(path) as dataset:
            return _of_dataset(dataset, path)
    except GroundswellError:
        return None


def _of_dataset(dataset: Dataset, path: Path) -> Recognised | None:
    names = {*dataset.variables, *dataset.dimensions, *dataset.ncattrs()}
    displacement = "importdisplacement"
    if "cum" in names and "imdates" in names:
        return Recognised(path, "licsbas", "displacement series of LiCSBAS", displacement)
    kind = str(getattr(dataset, "FILE_TYPE", "")).strip().lower()
    if "HDFEOS" in dataset.groups or kind == "timeseries":
        return Recognised(path, "mintpy", "displacement series of MintPy", displacement)
    if kind == "ifgramstack":
        return Recognised(path, "mintpy_stack", "interferograms of MintPy", "importinterferograms")
    if kind == "geometry":
        return Recognised(path, "mintpy_geometry", "look vectors of MintPy", displacement, "GEOMETRY")
    if OPERA_NAME.fullmatch(path.name) or {"short_wavelength_displacement", "y", "x"} <= names:
        return Recognised(path.parent, "opera", "OPERA DISP-S1 (all granules of the folder)", displacement)
    science = dataset.groups.get("science")
    if science is not None:
        if "LSAR" in science.groups:
            return Recognised(path.parent, "nisar", "interferograms of NISAR (GUNW)", "importinterferograms")
        if "grids" in science.groups:
            return Recognised(path.parent, "aria", "interferograms of ARIA (GUNW)", "importinterferograms")
    own = _own(dataset, names, path)
    if own is not None:
        return own
    if "lwe_thickness" in names or {"mascon", "solution"} <= set(dataset.groups):
        return Recognised(path, "grace_grids", "GRACE storage", "importgrace")
    if {"Tair_f_inst", "Tair", "t2m"} & names and {"Rainf", "Rainf_f_tavg", "tp", "Rainf_tavg"} & names:
        return Recognised(path, "weather", "weather", "runcatchment", "FORCING")
    if any(name in names for name in ("TWS_tavg", "TWS_inst", "GWS_tavg", "TWLAND", TWS, "SoilMoi0_10cm_inst")):
        return Recognised(path, "land_model", "water storage of a land model", "importstorage")
    return None


def _own(dataset: Dataset, names: set[str], path: Path) -> Recognised | None:
    for kind, title, step, parameter, needs in _OWN:
        if needs <= names:
            return Recognised(path, kind, title, step, parameter)
    if "time" not in names or not {DISPLACEMENT, VERTICAL_DISPLACEMENT} & names:
        return None
    if "ease_grid" in names:
        if VERTICAL_DISPLACEMENT in names:
            return Recognised(
                path, "gridded", "gridded vertical displacement of Groundswell", "assimilate", "OBSERVATIONS"
            )
        return Recognised(path, "gridded", "gridded displacement of Groundswell", "lostovertical")
    where = "at points" if "point" in dataset.dimensions else "series"
    return Recognised(path, "series", f"displacement {where} of Groundswell", "maskdownsample")


def _of_folder(folder: Path) -> Recognised | None:
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise InputError(f"{folder} cannot be read: {error.strerror}. Check its permissions.") from error
    names = [entry.name for entry in entries]
    interferograms = "importinterferograms"
    if "GEOC" in names or "interferograms" in names:
        return Recognised(folder, "licsar", "frame of LiCSAR", interferograms)
    if any(OPERA_NAME.fullmatch(name) for name in _deep(entries)):
        return Recognised(folder, "opera", "OPERA DISP-S1 granules", "importdisplacement")
    for kind, title, start, end in (
        ("nisar", "interferograms of NISAR (GUNW)", "NISAR_L2_PR_GUNW_", ".h5"),
        ("aria", "interferograms of ARIA (GUNW)", "S1-GUNW-", ".nc"),
    ):
        if any(name.startswith(start) and name.endswith(end) for name in names):
            return Recognised(folder, kind, title, interferograms)
    if any(re.search(r"_unw_phase\w*\.tiff?$", name, re.IGNORECASE) for name in _deep(entries)):
        return Recognised(folder, "hyp3", "interferograms of HyP3", interferograms)
    for choose in (_series_in, _tables_in, _pairs_in, _dated_in, _stations_in):
        found = choose(folder, entries)
        if found is not None:
            return found
    return None


def _deep(entries: list[Path]) -> list[str]:
    """Return the names in a folder and in its folders."""
    names = [entry.name for entry in entries]
    for entry in entries:
        if entry.is_dir():
            try:
                names += [inner.name for inner in entry.iterdir()]
            except OSError:
                continue
    return names


def _series_in(folder: Path, entries: list[Path]) -> Recognised | None:
    files = {entry.name: entry for entry in entries if entry.suffix.lower() in _NETCDF and entry.is_file()}
    if "cum.h5" in files:
        note = "cum_filt.h5 beside it is filtered and not taken." if "cum_filt.h5" in files else ""
        found = _of_netcdf(files["cum.h5"])
        return None if found is None else Recognised(found.path, found.kind, found.title, found.step, note=note)
    inner = [*entries, *([*(folder / "geo").iterdir()] if (folder / "geo").is_dir() else [])]
    series = [entry for entry in inner if re.fullmatch(r"(?:geo_)?timeseries.*\.h5", entry.name) or
              entry.suffix.lower() == ".he5"]  # fmt: skip
    found_series = [found for entry in series if (found := _of_netcdf(entry)) is not None and found.kind == "mintpy"]
    if not found_series:
        stack = next((files[name] for name in ("ifgramStack.h5", "geo_ifgramStack.h5") if name in files), None)
        return None if stack is None else _of_netcdf(stack)
    if len(found_series) == 1:
        return found_series[0]
    names = ", ".join(one.path.name for one in found_series)
    first = found_series[0]
    return Recognised(folder, "mintpy_several", first.title, first.step, note=f"Several series: {names}. Choose one.")


def _tables_in(folder: Path, entries: list[Path]) -> Recognised | None:
    for entry in entries:
        if entry.suffix.lower() in (".csv", ".zip") and entry.is_file():
            found = _of_table(entry)
            if found is not None and found.kind == "egms":
                return Recognised(folder, "egms", found.title, found.step)
    return None


def _pairs_in(folder: Path, entries: list[Path]) -> Recognised | None:
    folders = any(entry.is_dir() and _PAIR_FOLDER.fullmatch(with_compact_dates(entry.name)) for entry in entries)
    pairs = {(match[1], match[2]) for entry in entries if entry.suffix.lower() in RASTERS
             and (match := _TWO_DATES.search(with_compact_dates(entry.stem))) is not None}  # fmt: skip
    if folders or (len({pair[0] for pair in pairs}) > 1 and len(pairs) > 1):
        return Recognised(folder, "pairs", "interferograms, a folder or raster a pair", "importinterferograms")
    return None


def _dated_in(folder: Path, entries: list[Path]) -> Recognised | None:
    dated = [entry for entry in entries if _ONE_DATE.search(with_compact_dates(entry.stem))]
    rasters = [entry for entry in dated if entry.suffix.lower() in RASTERS]
    if len(rasters) < 2:
        return None
    if any(entry.name.endswith((".ztd.tif", ".sltd.geo.tif")) for entry in rasters):
        return Recognised(folder, "gacos", "delays of GACOS", "importinterferograms", "CORRECTIONS")
    return Recognised(folder, "dated_rasters", "displacement rasters named by dates", "importdisplacement")


def _stations_in(folder: Path, entries: list[Path]) -> Recognised | None:
    suffixes = {entry.suffix.lower() for entry in entries}
    if suffixes & _POSITIONS.keys():
        return Recognised(folder, "gnss", "GNSS series", "importgnss")
    if ".gfc" in suffixes or any(entry.name.startswith("GSM-2_") for entry in entries):
        return Recognised(folder, "grace_harmonics", "GRACE harmonics (Level 2)", "importgrace")
    if ".ztd" in suffixes:
        return Recognised(folder, "gacos", "delays of GACOS", "importinterferograms", "CORRECTIONS")
    return None
