"""The entries of the guided run: what each is called, what it is for, and what looks at it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ..core.findings.inputs import (
    Finding,
    delays_finding,
    frame_finding,
    grace_finding,
    parameters_finding,
    product_finding,
    region_finding,
    series_finding,
    stations_finding,
    storage_finding,
    weather_finding,
)
from ..processing.translation import tr
from .guided_rows import PathRow, Row, TextRow

_NETCDF = {".nc", ".nc4"}
_VECTOR = {".gpkg", ".shp", ".geojson", ".json", ".fgb", ".kml"}


def sections() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the titles of the sections, and the names of their entries with their labels."""
    return [
        (tr("Study"), [("folder", tr("&Folder of the study")), ("title", tr("&Title"))]),
        (
            tr("Displacement"),
            [
                ("source", tr("Comes fro&m")),
                ("frame", tr("&Interferograms")),
                ("product", tr("P&roduct")),
                ("gacos", tr("G&ACOS delays")),
                ("reference", tr("R&eference place")),
                ("reference_series", tr("&Vertical series there")),
                ("max_velocity_mm_yr", tr("Fastest motion &kept")),
            ],
        ),
        (
            tr("Water storage"),
            [
                ("prior", tr("Storage to &correct")),
                ("parameters", tr("Parameters of the co&lumns")),
                ("weather", tr("&Weather")),
                ("storage", tr("Land-model &storage")),
            ],
        ),
        (
            tr("Other data"),
            [
                ("stations", tr("GNSS stati&ons")),
                ("grace", tr("&GRACE")),
                ("grace_as_data", tr("GRACE as data")),
                ("region", tr("Regio&n (polygons)")),
                ("periods", tr("&Periods")),
            ],
        ),
    ]


def make_rows(folder_finding: Callable[[Path], Finding]) -> dict[str, Row]:
    """Return the rows of all texts and files by their names.

    Parameters
    ----------
    folder_finding : callable
        Says what the study's folder holds.
    """
    return {**_of_study(folder_finding), **_of_displacement(), **_of_storage(), **_of_other_data()}


def _of_study(folder_finding: Callable[[Path], Finding]) -> dict[str, Row]:
    return {
        "folder": PathRow(
            tr("Folder of the study"),
            tr("A new or empty folder: everything that the study makes is written there. That of a study begun before "
               "takes it up."),
            folder_finding,
            file=False,
            new=True,
        ),
        "title": TextRow(tr("Title"), tr("Stands over the report, such as the region and the years.")),
    }  # fmt: skip


def _of_displacement() -> dict[str, Row]:
    frame = PathRow(
        tr("Interferograms"),
        tr("Folder of unwrapped interferograms: LiCSAR, HyP3, NISAR, ARIA, MintPy's stack, or rasters named by two "
           "dates. Fetch a LiCSAR frame downloads one."),
        frame_finding,
    )  # fmt: skip
    return {
        "frame": frame,
        "product": PathRow(
            tr("Product"),
            tr("Finished displacement: a folder of OPERA DISP-S1 or EGMS files, MintPy's or LiCSBAS's series, rasters "
               "named by dates, a table or layer of points with dates."),
            product_finding,
            layers=set(),
        ),
        "gacos": PathRow(
            tr("GACOS delays"),
            tr("Folder of delays of the air (.ztd or .ztd.tif), one a date: they are subtracted."),
            lambda path: delays_finding(path, Path(frame.value)),
            file=False,
        ),
        "reference": TextRow(
            tr("Reference place"),
            tr("Where the ground moves least or a GNSS station stands: all displacement is relative to it. Longitude "
               "first, in degrees."),
            tr("longitude,latitude; empty: chosen automatically"),
        ),
        "reference_series": PathRow(
            tr("Vertical series there"),
            tr("Vertical motion of the reference place: a table date,up_mm or the series of a GNSS station. With it "
               "displacement is absolute; interferograms alone cannot tell what moves the whole frame."),
            series_finding,
            folder=False,
        ),
    }  # fmt: skip


def _of_storage() -> dict[str, Row]:
    needed = tr("needed for the Catchment model")
    parameters = PathRow(
        tr("Parameters of the columns"),
        tr("Soil, topography and vegetation of the land model's columns. Estimate land model parameters makes them "
           "from maps."),
        parameters_finding,
        folder=False,
        layers=_NETCDF,
        placeholder=needed,
    )  # fmt: skip
    return {
        "parameters": parameters,
        "weather": PathRow(
            tr("Weather"),
            tr("Rain, radiation, temperature, humidity, wind and pressure: a file, or a folder of files as they were "
               "downloaded (ERA5-Land, GLDAS, MERRA-2)."),
            lambda path: weather_finding(path, Path(parameters.value)),
            layers=_NETCDF,
            placeholder=needed,
        ),
        "storage": PathRow(
            tr("Land-model storage"),
            tr("Water storage of a land model (GLDAS CLSM or Noah, MERRA-2, any NetCDF file with storage): a file, or "
               "a folder with one file a day or month. It should reach some hundred kilometres beyond the frame."),
            storage_finding,
            layers=_NETCDF,
        ),
    }  # fmt: skip


def _of_other_data() -> dict[str, Row]:
    return {
        "stations": PathRow(
            tr("GNSS stations"),
            tr("Heights of GNSS stations in the region: series as they were downloaded, a table "
               "station,lon,lat,date,up_mm, or the result of Import GNSS series. They tell what moves the whole "
               "frame, and judge the result."),
            stations_finding,
            layers=_NETCDF,
        ),
        "grace": PathRow(
            tr("GRACE"),
            tr("GRACE mascons, grids or a folder of harmonics: the result is compared with them."),
            grace_finding,
            layers=_NETCDF,
        ),
        "region": PathRow(
            tr("Region (polygons)"),
            tr("Over which storage is averaged, judged and compared. Empty: all cells with displacement."),
            region_finding,
            folder=False,
            layers=_VECTOR,
        ),
        "periods": TextRow(
            tr("Periods"),
            tr("Of which the comparison is told each by itself: first and last date with two dots between, periods "
               "separated by commas."),
            "2018-12-02..2019-12-31, 2020-01-01..2021-01-20",
        ),
    }  # fmt: skip
