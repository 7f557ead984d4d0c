"""Interferograms of ASF's HyP3 service: names, look vectors, metadata.

Three families of names: ``S1AA_<date>T<time>_<date>T<time>_VVP012_INT80_G_ueF_<id>`` (S1A to S1D in any
combination), ``S1_<burst>_IW<n>_<date>_<date>_VV_INT80_<id>`` and ``S1_<track and bursts>_IW_<date>_<date>_...``.
In all of them two dates stand next to each other; nothing else in the name is relied upon.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from pathlib import Path

from ...errors import InputError
from .metadata import incidence_of_triangle

_DATES = re.compile(r"_(\d{8})(?:T\d{6})?_(\d{8})(?:T\d{6})?_")
_TIME = re.compile(r"_\d{8}T(\d{2})(\d{2})(\d{2})_")
_PHASE = re.compile(r"(.+)_unw_phase((?:_clip\w*)?)(\.tiff?)", re.IGNORECASE)
GEOMETRY = {"lv_theta": "lv_theta", "lv_phi": "lv_phi", "hgt": "dem"}
"""Rasters that all pairs of a frame share, by the kind that they stand for."""
MASKS = ("water_mask", "conncomp")


@dataclass(frozen=True)
class Hyp3Product:
    """One job's files.

    Attributes
    ----------
    name : str
        The two dates as ``YYYYMMDD_YYYYMMDD``, or the job's name where it holds none.
    job : str
        As the service named it.
    phase : Path
        Unwrapped phase in rad, positive where the range increases; 0 is no data.
    coherence : Path or None
        0 to 1.
    geometry : dict
        Rasters by kind, see :data:`GEOMETRY`.
    text : Path or None
        Metadata.
    masks : tuple of Path
        Rasters that are 0 on water (``water_mask``) and where the unwrapping is not reliable (``conncomp``).
    """

    name: str
    job: str
    phase: Path
    coherence: Path | None
    geometry: dict[str, Path]
    text: Path | None
    masks: tuple[Path, ...] = ()


def find_products(folder: Path) -> list[Hyp3Product]:
    """Return the products in a folder and in the folders in it; clipped rasters go before whole ones."""
    found: dict[str, Hyp3Product] = {}
    for place in [folder, *_folders_in(folder)]:
        try:
            files = {path.name: path for path in sorted(place.iterdir())}
        except OSError:
            continue
        for name, path in files.items():
            match = _PHASE.fullmatch(name)
            if match is None or (match[1] in found and not match[2]):
                continue
            found[match[1]] = _product(path, match[1], (match[2], ""), files)
    return [found[job] for job in sorted(found)]


def _folders_in(folder: Path) -> list[Path]:
    try:
        return sorted(child for child in folder.iterdir() if child.is_dir())
    except OSError as error:
        raise InputError(f"{folder} cannot be read: {error.strerror}. Check its permissions.") from error


def _product(path: Path, job: str, clips: tuple[str, ...], files: dict[str, Path]) -> Hyp3Product:
    def raster(kind: str) -> Path | None:
        names = (f"{job}_{kind}{clip}{path.suffix}" for clip in clips)
        return next((files[name] for name in names if name in files), None)

    dates = _DATES.search(job)
    name = f"{dates[1]}_{dates[2]}" if dates else job
    geometry = {kind: file for kind, suffix in GEOMETRY.items() if (file := raster(suffix)) is not None}
    masks = tuple(file for kind in MASKS if (file := raster(kind)) is not None)
    return Hyp3Product(name, job, path, raster("corr"), geometry, text=files.get(f"{job}.txt"), masks=masks)


def read_text(path: Path) -> dict[str, float]:
    """Return the numbers among the lines ``Key: value`` of a product's metadata, keys in lower case.

    Raises
    ------
    InputError
        Where the file cannot be read.
    """
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}. Download it again.") from error
    entries = {}
    for line in lines:
        key, separator, value = line.partition(":")
        try:
            number = float(value)
        except ValueError:
            continue
        if separator and math.isfinite(number):
            entries[key.strip().lower()] = number
    return entries


def time_of_day(product: Hyp3Product, text: dict[str, float]) -> float:
    """Return the seconds since 00:00 UTC of a product's acquisition; NaN where neither metadata nor name say it.

    Parameters
    ----------
    product : Hyp3Product
        Named with the times of its scenes in one of the three families.
    text : dict
        Its metadata (:func:`read_text`); ``UTC time`` is that of the first scene's centre, in seconds.
    """
    seconds = text.get("utc time", math.nan)
    if 0 <= seconds < 86_400:
        return seconds
    named = _TIME.search(product.job)
    if named is None:
        return math.nan
    hours, minutes, rest = (int(part) for part in named.groups())
    return 3600.0 * hours + 60.0 * minutes + rest


def incidence(text: dict[str, float]) -> float:
    """Return the incidence angle in degrees at a scene's centre from its metadata (:func:`read_text`); else NaN.

    Products come without look vectors unless they are asked for; orbit and slant range are in the metadata of all.
    """
    ground = text.get("earth radius at nadir", math.nan)
    orbit = ground + text.get("spacecraft height", math.nan)
    return incidence_of_triangle(orbit, ground, text.get("slant range center", math.nan))
