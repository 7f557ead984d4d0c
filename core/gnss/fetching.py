"""Series of the Nevada Geodetic Laboratory from its web server to a folder that the import reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ..dates import parse_date
from ..errors import InputError
from ..files.outputs import write_text
from ..remote.client import Client, ServerOptions, joined
from ..remote.fetch import Fetched, Item, ask_sizes, fetch_all
from ..work.progress import PartOf, Progress
from .station import wrapped

SERVER = "https://geodesy.unr.edu"
"""The Nevada Geodetic Laboratory (Blewitt et al. 2018, doi 10.1029/2018EO104623)."""

FRAMES = ("IGS20", "IGS14")
_LIST = ("NGLStationPages", "DataHoldings.txt")
_STEPS = ("NGLStationPages", "steps.txt")
_SERIES = {"IGS20": ("gps_timeseries", "IGS20", "tenv3", "IGS20"), "IGS14": ("gps_timeseries", "tenv3", "IGS14")}
_MOST_STATIONS = 2000
"""More are half of what the laboratory has: a region was meant."""
_MEGABYTE = 1e6


@dataclass(frozen=True)
class GnssRequest:
    """What to fetch.

    Attributes
    ----------
    extent : (west, east, south, north) or None
        Degrees: stations inside.
    stations : tuple of str
        Names, beside or instead of the extent.
    start, end : date or None
        Stations without a day between them are left out; series are fetched whole.
    reference_frame : {'IGS20', 'IGS14'}
        Of the series.
    server : str
        Address.
    options : ServerOptions
        Time limits and proxy.
    only_size : bool
        Say how much there is and fetch nothing.
    """

    extent: tuple[float, float, float, float] | None = None
    stations: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    reference_frame: str = "IGS20"
    server: str = SERVER
    options: ServerOptions = field(default_factory=ServerOptions)
    only_size: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be fetched."""
        if self.extent is None and not self.stations:
            raise InputError("Give a region as EXTENT, or names of stations as STATIONS.")
        if self.reference_frame not in FRAMES:
            raise InputError(f"REFERENCE_FRAME is '{self.reference_frame}': choose one of {', '.join(FRAMES)}.")
        if self.start is not None and self.end is not None and self.end < self.start:
            raise InputError(f"END ({self.end}) is before START ({self.start}).")


@dataclass(frozen=True)
class Holding:
    """A station of the laboratory's list."""

    name: str
    lon: float
    lat: float
    first: date | None
    last: date | None


@dataclass(frozen=True)
class GnssFetched:
    """What was fetched: the stations, the bytes of all files, and what was done."""

    stations: tuple[Holding, ...]
    n_bytes: int
    files: Fetched


def fetch_gnss(request: GnssRequest, folder: Path, progress: Progress) -> GnssFetched:
    """Fetch the series of stations, the laboratory's list of steps, and a list of their places, into ``folder``.

    Parameters
    ----------
    request : GnssRequest
        Region, period and server.
    folder : Path
        Where the files go: ``importgnss`` takes it as it is.
    progress : Progress
        Hears how much there is, and after every file; warned of stations without a series.

    Raises
    ------
    InputError
        Where no station lies there, the server cannot be reached, or files could not be had: the next run goes on.
    """
    client = Client(request.options)
    progress.report(0.0, "Reading the list of stations")
    holdings = read_holdings(client.text(joined(request.server, *_LIST)))
    chosen = _chosen(holdings, request)
    folder = Path(folder)
    parts = _SERIES[request.reference_frame]
    items = [Item(joined(request.server, *_STEPS), folder / "steps.txt", needed=False)]
    items += [
        Item(joined(request.server, *parts, f"{one.name}.tenv3"), folder / f"{one.name}.tenv3", needed=False)
        for one in chosen
    ]
    sized, missing = ask_sizes(client, items, PartOf(progress, 0.05, 0.2))
    n_bytes = sum(one.size or 0 for one in sized)
    progress.report(0.2, f"{len(chosen)} stations, {n_bytes / _MEGABYTE:,.0f} MB.")
    for address in missing:
        progress.warn(f"The server does not have {address}: it was left out.")
    if len(missing) == len(items):
        raise InputError(f"{request.server} has none of the series: see REFERENCE_FRAME and SERVER.")
    if request.only_size:
        return GnssFetched(tuple(chosen), n_bytes, Fetched(0, 0, 0))
    done = fetch_all(client, sized, folder, PartOf(progress, 0.2, 1.0))
    places = "".join(f"{one.name},{one.lon:.6f},{one.lat:.6f}\n" for one in chosen)
    write_text(folder / "stations.csv", "station,lon,lat\n" + places)
    return GnssFetched(tuple(chosen), n_bytes, done)


def read_holdings(text: str) -> list[Holding]:
    """Return the stations of the laboratory's list.

    Lines read ``Sta Lat(deg) Long(deg) Hgt(m) X(m) Y(m) Z(m) Dtbeg Dtend Dtmod NumSol StaOrigName``.

    Parameters
    ----------
    text : str
        The list as downloaded.

    Returns
    -------
    list of Holding
        In the order of the list.

    Raises
    ------
    InputError
        Where no line can be read.
    """
    found = []
    for line in text.splitlines():
        cells = line.split()
        try:
            lat, lon = float(cells[1]), float(cells[2])
        except (IndexError, ValueError):
            continue
        first, last = (_date(cells[k]) if len(cells) > k else None for k in (7, 8))
        found.append(Holding(cells[0].upper(), wrapped(lon), lat, first, last))
    if not found:
        raise InputError("The server's list of stations (DataHoldings.txt) holds none: see that SERVER is right.")
    return found


def _date(text: str) -> date | None:
    try:
        return parse_date(text)
    except InputError:
        return None


def _chosen(holdings: list[Holding], request: GnssRequest) -> list[Holding]:
    wanted = {name.upper() for name in request.stations}
    known = {one.name for one in holdings}
    unknown = sorted(name for name in wanted if name not in known and name[:4] not in known)
    if unknown:
        raise InputError(f"The server has no station {', '.join(unknown)} (STATIONS).")
    wanted |= {name[:4] for name in wanted if name not in known}
    inside = [one for one in holdings if one.name in wanted or _inside(one, request.extent)]
    chosen = [
        one
        for one in inside
        if (request.start is None or one.last is None or one.last >= request.start)
        and (request.end is None or one.first is None or one.first <= request.end)
    ]
    if not chosen:
        what = "with days of the period " if inside else ""
        raise InputError(f"No station {what}lies inside EXTENT: choose a larger region or another period.")
    if len(chosen) > _MOST_STATIONS:
        raise InputError(f"{len(chosen)} stations lie inside EXTENT: choose a smaller region.")
    return chosen


def _inside(one: Holding, extent: tuple[float, float, float, float] | None) -> bool:
    if extent is None:
        return False
    west, east, south, north = extent
    return south <= one.lat <= north and (one.lon - west) % 360.0 <= (east - west) % 360.0
