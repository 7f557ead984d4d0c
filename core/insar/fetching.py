"""A LiCSAR frame from the portal's web server to a folder that the import reads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ..dates import parse_date
from ..errors import InputError
from ..remote.client import Client, NotThere, ServerOptions, is_address, joined
from ..remote.fetch import Fetched, Item, Sized, ask_sizes, fetch_all
from ..remote.listing import Listing, read_listing, read_listing_if_there
from ..work.blocks import report_each
from ..work.progress import PartOf, Progress

SERVER = "https://gws-access.jasmin.ac.uk/public/nceo_geohazards/LiCSAR_products"
"""Where the COMET portal keeps its products (Lazecky et al. 2020, doi 10.3390/rs12152430)."""

PAIRS, CORRECTIONS = "interferograms", "corrections"
WHAT = (PAIRS, CORRECTIONS)
_FRAME = re.compile(r"(\d{3})[AD]_(\d{5})_\d{6}")
_PAIR = re.compile(r"(\d{8})_(\d{8})")
_DATE = re.compile(r"\d{8}")
_OF_PAIR = (".geo.unw.tif", ".geo.cc.tif")
_OF_DATE = (".sltd.geo.tif", ".ztd.geo.tif")
_GEOMETRY = (".geo.E.tif", ".geo.N.tif", ".geo.U.tif", ".geo.hgt.tif")
_METADATA = ("metadata.txt", "baselines")
_REACH_DEGREES = 3.0
"""A frame reaches this far north and south of the place in its name, which is its middle: frames are 250 km long."""
_MOST_NAMED = 12
_MEGABYTE = 1e6


@dataclass(frozen=True)
class FrameRequest:
    """What to fetch.

    Attributes
    ----------
    frame : str
        Identifier such as ``106D_05248_131313``, or the address of its folder; '' to look for one by `extent`.
    extent : (west, east, south, north) or None
        Degrees: the region that the frame must cover a part of.
    start, end : date or None
        Pairs and dates outside are left out.
    what : tuple of {'interferograms', 'corrections'}
        Unwrapped phase and coherence; GACOS delays.
    server : str
        Address that holds the folders of tracks.
    options : ServerOptions
        Time limits and proxy.
    only_size : bool
        Say how much there is and fetch nothing.
    """

    frame: str = ""
    extent: tuple[float, float, float, float] | None = None
    start: date | None = None
    end: date | None = None
    what: tuple[str, ...] = (PAIRS, CORRECTIONS)
    server: str = SERVER
    options: ServerOptions = field(default_factory=ServerOptions)
    only_size: bool = False

    def __post_init__(self) -> None:
        """Refuse what cannot be fetched."""
        if not self.frame and self.extent is None:
            raise InputError("Give the frame's name as FRAME, or a region as EXTENT.")
        if not set(self.what) <= set(WHAT) or not self.what:
            raise InputError(f"WHAT is {', '.join(self.what) or 'empty'}: choose from {', '.join(WHAT)}.")
        if self.frame and not is_address(self.frame) and not _FRAME.fullmatch(self.frame):
            raise InputError(f"FRAME is '{self.frame}': frames are named like 106D_05248_131313.")
        if self.start is not None and self.end is not None and self.end < self.start:
            raise InputError(f"END ({self.end}) is before START ({self.start}).")


@dataclass(frozen=True)
class FrameFetched:
    """What was fetched.

    Attributes
    ----------
    frame : str
        Identifier.
    folder : Path
        Of the frame.
    n_pairs : int
        Pairs of the period that the server has.
    n_bytes : int
        Of all files.
    files : Fetched
        What was done.
    """

    frame: str
    folder: Path
    n_pairs: int
    n_bytes: int
    files: Fetched


def fetch_frame(request: FrameRequest, folder: Path, progress: Progress) -> FrameFetched:
    """Fetch a frame into ``folder``, in the portal's layout; what is here already is not fetched again.

    Parameters
    ----------
    request : FrameRequest
        Frame, period and server.
    folder : Path
        Where the frame's folder goes.
    progress : Progress
        Hears how much there is, and after every file; warned of files that the server lacks.

    Raises
    ------
    InputError
        Where there is no such frame, the server cannot be reached, or files could not be had: the next run goes on.
    """
    client = Client(request.options)
    address = _address_of(client, request, progress)
    name = address.rstrip("/").rsplit("/", 1)[-1]
    target = Path(folder) / name
    items, n_pairs = _items(client, request, address, target, progress)
    sized, missing = ask_sizes(client, items, PartOf(progress, 0.1, 0.3))
    n_bytes = sum(one.size or 0 for one in sized)
    here = sum(one.size or 0 for one in sized if one.is_here())
    progress.report(
        0.3,
        f"{name}: {n_pairs} pairs, {len(sized)} files of {n_bytes / _MEGABYTE:,.0f} MB, of which "
        f"{here / _MEGABYTE:,.0f} MB are here.",
    )
    _warn_of_missing(name, missing, progress)
    if request.only_size:
        return FrameFetched(name, target, n_pairs, n_bytes, Fetched(0, 0, 0))
    done = fetch_all(client, _metadata_first(sized), target, PartOf(progress, 0.3, 1.0))
    return FrameFetched(name, target, n_pairs, n_bytes, done)


def _metadata_first(sized: list[Sized]) -> list[Sized]:
    return sorted(sized, key=lambda one: one.item.path.parent.name != "metadata")


def _warn_of_missing(name: str, missing: list[str], progress: Progress) -> None:
    if missing:
        shown = ", ".join(address.rsplit("/", 1)[-1] for address in missing[:3])
        progress.warn(f"{name}: the server does not have {len(missing)} of the files ({shown}, ...).")


def _address_of(client: Client, request: FrameRequest, progress: Progress) -> str:
    """Return the address of the frame's folder."""
    if is_address(request.frame):
        return request.frame.rstrip("/")
    if request.frame:
        address = joined(request.server, str(int(request.frame[:3])), request.frame)
        try:
            read_listing(client, address)
        except NotThere:
            raise InputError(f"{request.server} has no frame {request.frame} (FRAME).") from None
        return address
    found = frames_in(client, request, progress)
    if not found:
        raise InputError(f"{request.server} has no frame over EXTENT: choose another region or give FRAME.")
    if len(found) > 1:
        names = ", ".join(address.rsplit("/", 1)[-1] for address in found[:_MOST_NAMED])
        more = f" and {len(found) - _MOST_NAMED} more" if len(found) > _MOST_NAMED else ""
        raise InputError(f"EXTENT is covered by {len(found)} frames: choose one as FRAME ({names}{more}).")
    return found[0]


def frames_in(client: Client, request: FrameRequest, progress: Progress) -> list[str]:
    """Return the addresses of the frames that reach into the request's extent.

    The colatitude in a frame's name leaves out most of them; of the others the corners are read.

    Raises
    ------
    InputError
        Where the server cannot be asked.
    """
    assert request.extent is not None
    tracks = [name for name in read_listing(client, request.server).folders if name.isdigit()]
    found = []
    for track in report_each(tracks, PartOf(progress, 0.0, 0.1), "Looking for frames"):
        for name in read_listing_if_there(client, joined(request.server, track)).folders:
            match = _FRAME.fullmatch(name)
            if match is None or not _may_reach(match, request.extent):
                continue
            address = joined(request.server, track, name)
            corners = _corners(client, address, name)
            if corners is None or _overlap(corners, request.extent):
                found.append(address)
    return found


def _may_reach(match: re.Match[str], extent: tuple[float, float, float, float]) -> bool:
    latitude = 90.0 - int(match.group(2)) / 100.0
    return extent[2] - _REACH_DEGREES <= latitude <= extent[3] + _REACH_DEGREES


def _corners(client: Client, address: str, name: str) -> tuple[float, float, float, float] | None:
    """Return west, east, south, north of the corners of a frame, None where the server does not tell them."""
    try:
        text = client.text(joined(address, "metadata", f"{name}-poly.txt"))
    except NotThere:
        return None
    pairs = [line.split() for line in text.splitlines() if len(line.split()) == 2]
    try:
        lon, lat = ([float(pair[k]) for pair in pairs] for k in (0, 1))
    except ValueError:
        return None
    return (min(lon), max(lon), min(lat), max(lat)) if pairs else None


def _overlap(corners: tuple[float, float, float, float], extent: tuple[float, float, float, float]) -> bool:
    west, east, south, north = corners
    lon_overlap = (extent[0] - west) % 360.0 <= east - west or (west - extent[0]) % 360.0 <= extent[1] - extent[0]
    return lon_overlap and south <= extent[3] and north >= extent[2]


def _items(
    client: Client, request: FrameRequest, address: str, target: Path, progress: Progress
) -> tuple[list[Item], int]:
    """Return the files to fetch and the number of pairs."""
    name = target.name
    there = read_listing(client, address)
    if PAIRS not in there.folders:
        raise InputError(f"{address} has no folder '{PAIRS}': this is no frame of the LiCSAR portal.")
    items = [
        Item(joined(address, "metadata", file), target / "metadata" / file, needed=False)
        for file in (*_METADATA, *(name + suffix for suffix in _GEOMETRY))
    ]
    pairs = [pair for pair in read_listing(client, joined(address, PAIRS)).folders if _in_period(pair, request)]
    if PAIRS in request.what:
        if not pairs:
            raise InputError(
                f"{name} has no pair from {request.start or 'the beginning'} to {request.end or 'the end'}: "
                "change START and END."
            )
        for pair in pairs:
            for suffix in _OF_PAIR:
                file = pair + suffix
                items.append(Item(joined(address, PAIRS, pair, file), target / PAIRS / pair / file, needed=False))
    if CORRECTIONS in request.what:
        items += _corrections(client, request, address, target, progress)
    return items, len(pairs)


def _corrections(client: Client, request: FrameRequest, address: str, target: Path, progress: Progress) -> list[Item]:
    """Return the files with delays, one for each date that has one."""
    days = [day for day in read_listing_if_there(client, joined(address, "epochs")).folders if _in_period(day, request)]
    if not days:
        progress.warn(f"{target.name} has no delays of GACOS on the server: import without CORRECTIONS.")
        return []
    items = []
    for day in report_each(days, PartOf(progress, 0.05, 0.1), "Looking for delays"):
        folder: Listing = read_listing_if_there(client, joined(address, "epochs", day))
        file = next((day + suffix for suffix in _OF_DATE if day + suffix in folder.files), None)
        if file is not None:
            items.append(Item(joined(address, "epochs", day, file), target / "epochs" / day / file, needed=False))
    return items


def _in_period(name: str, request: FrameRequest) -> bool:
    """Return whether the dates in the name of a pair or of an epoch lie in the period; False for other names."""
    if not (_PAIR.fullmatch(name) or _DATE.fullmatch(name)):
        return False
    try:
        days = [parse_date(text) for text in name.split("_")]
    except InputError:
        return False
    return (request.start is None or min(days) >= request.start) and (request.end is None or max(days) <= request.end)
