"""What the numbers of a frame's rasters mean: wavelength, unit and sign, from tags, text files, names or the user."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...errors import InputError
from ...files.line_of_sight import (
    AS_THE_FILE_SAYS,
    AWAY,
    LONGEST_M,
    RADIANS,
    SHORTEST_M,
    SIGNS,
    TOWARDS,
    UNITS,
    check_choices,
    check_wavelength,
    millimetres,
    unit_of,
)
from ...files.raster import open_raster
from .metadata import SENTINEL1_FREQUENCY, SPEED_OF_LIGHT, FrameMetadata
from .pairs import Frame, PairFiles

_C_BAND = SPEED_OF_LIGHT / SENTINEL1_FREQUENCY
_SENTINEL1_NAME = re.compile(r"(?:^|[_-])S1(?:[ABCD_-]|$)")  # S1AA_..., S1_123456_IW1_..., S1A-...
_WAVELENGTH_TAGS = ("wavelength_metres", "wavelength", "radar_wavelength", "wavelength_m")
_FREQUENCY_TAGS = ("radar_frequency", "radar_frequency_hz")
_UNIT_TAGS = ("data_units", "units", "unit")
_SAME = 0.01
"""Wavelengths that differ by less are of one band: Sentinel-1's is rounded to 0.056 m here and there."""


@dataclass(frozen=True)
class Meaning:
    """What numbers mean.

    Attributes
    ----------
    wavelength : float
        In m.
    factor : float
        What numbers are multiplied with to be phase in rad, positive where the range increases.
    remarks : tuple of str
        What the user should know.
    """

    wavelength: float
    factor: float
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Said:
    """What the user says of the rasters; NaN and ``file``: nothing.

    Attributes
    ----------
    wavelength_m : float
        Of the radar.
    unit : str
        One of :data:`UNITS`.
    sign : str
        One of :data:`SIGNS`: whether positive numbers are motion towards the satellite or away from it.
    """

    wavelength_m: float = math.nan
    unit: str = AS_THE_FILE_SAYS
    sign: str = AS_THE_FILE_SAYS

    def __post_init__(self) -> None:
        """Check the values."""
        check_choices((("UNIT", self.unit, UNITS), ("SIGN", self.sign, SIGNS)))
        check_wavelength(self.wavelength_m)


def meaning_of(folder: Path, frame: Frame, pairs: Iterable[PairFiles], metadata: FrameMetadata, said: Said) -> Meaning:
    """Return what the numbers of a frame's interferograms mean.

    Parameters
    ----------
    folder : Path
        Of the frame, for messages.
    frame : Frame
        What it holds.
    pairs : iterable of PairFiles
        Pairs that are read.
    metadata : FrameMetadata
        Of its text file.
    said : Said
        By the user, for what the files do not say.

    Raises
    ------
    InputError
        Where wavelength, unit or sign are said by nobody, or differently.
    """
    tagged = [(pair, _tags(pair.unwrapped)) for pair in pairs if isinstance(pair.unwrapped, Path)]
    wavelength, remarks = _wavelength(folder, frame, tagged, metadata, said)
    unit = _unit(folder, tagged, said)
    if unit == RADIANS:
        return Meaning(wavelength, -1.0 if said.sign == TOWARDS else 1.0, remarks)
    if said.sign == AS_THE_FILE_SAYS:
        raise InputError(
            f"The interferograms in {folder} are lengths ({unit}), and nothing in the files says whether positive is "
            "towards the satellite or away from it (HyP3's is towards, PyRate's away): give SIGN."
        )
    factor = millimetres(unit, wavelength) / millimetres(RADIANS, wavelength) * (1.0 if said.sign == AWAY else -1.0)
    remark = f"The interferograms are lengths in {unit}, positive {said.sign}: they were turned into radians."
    return Meaning(wavelength, factor, (*remarks, remark))


def _wavelength(
    folder: Path,
    frame: Frame,
    tagged: list[tuple[PairFiles, dict[str, str]]],
    metadata: FrameMetadata,
    said: Said,
) -> tuple[float, tuple[str, ...]]:
    found: list[tuple[str, float]] = []
    if math.isfinite(frame.wavelength):
        found.append(("the products", frame.wavelength))
    found += [(pair.unwrapped.name, value) for pair, tags in tagged if math.isfinite(value := _tagged_wavelength(tags))]
    if math.isfinite(metadata.said_wavelength):
        found.append(("metadata.txt", metadata.said_wavelength))
    for where, value in found[1:]:
        if abs(value / found[0][1] - 1.0) > _SAME and math.isnan(said.wavelength_m):
            raise InputError(
                f"{found[0][0]} says a wavelength of {found[0][1]:g} m, {where} {value:g} m: take interferograms of "
                "one sensor, or give WAVELENGTH."
            )
    if math.isfinite(said.wavelength_m):
        other = [value for _, value in found if abs(value / said.wavelength_m - 1.0) > _SAME]
        remark = f"WAVELENGTH is {said.wavelength_m:g} m, the files say {other[0]:g} m: yours is used." if other else ""
        return said.wavelength_m, (remark,) if remark else ()
    if found:
        return found[0][1], ()
    if _is_sentinel1(frame, tagged):
        return _C_BAND, ()
    raise InputError(
        f"Nothing in {folder} says the radar's wavelength, and the names do not fix the sensor: give WAVELENGTH in m "
        "(Sentinel-1 0.0554658, Envisat 0.0562356, ALOS-2 0.2424525, TerraSAR-X 0.0310666)."
    )


def _is_sentinel1(frame: Frame, tagged: list[tuple[PairFiles, dict[str, str]]]) -> bool:
    """Whether layout or names fix the sensor: LiCSAR's are Sentinel-1's, as are names with S1."""
    if re.fullmatch(r"\d{3}[AD]_\d{5}_\d{6}", frame.name) or frame.metadata is not None:
        return True
    names = [pair.unwrapped.name for pair in frame.pairs]
    return bool(names) and all(name.endswith(".geo.unw.tif") or _SENTINEL1_NAME.search(name) for name in names)


def _unit(folder: Path, tagged: list[tuple[PairFiles, dict[str, str]]], said: Said) -> str:
    """Return ``rad``, ``m``, ``cm`` or ``mm``: what the tags say, else what the user does, else radians."""
    found: dict[str, str] = {}
    for pair, tags in tagged:
        text = next((tags[name] for name in _UNIT_TAGS if tags.get(name, "").strip()), "")
        if not text:
            continue
        unit = unit_of(text)
        if unit is None and said.unit == AS_THE_FILE_SAYS:
            raise InputError(
                f"{pair.unwrapped.name} says that its unit is '{text}': give UNIT ({', '.join(UNITS[1:])})."
            )
        if unit is not None:
            found.setdefault(unit, pair.unwrapped.name)
    if said.unit != AS_THE_FILE_SAYS:
        return said.unit
    if len(found) > 1:
        words = " and ".join(f"{name} ({unit})" for unit, name in found.items())
        raise InputError(f"The interferograms in {folder} have different units, {words}: import them apart.")
    return next(iter(found), RADIANS)  # unwrapped phase, as the layouts define it


def _tags(path: Path) -> dict[str, str]:
    """Return the tags of a raster and its first band by their names in lower case; none where it cannot be read."""
    try:
        dataset = open_raster(path)
        band = dataset.GetRasterBand(1)
        both: dict[str, Any] = {**(band.GetMetadata() or {}), **(dataset.GetMetadata() or {})}
        tags = {key.lower(): str(value) for key, value in both.items()}
        if band.GetUnitType():
            tags.setdefault("units", band.GetUnitType())
    except (InputError, RuntimeError):
        return {}
    return tags


def _tagged_wavelength(tags: dict[str, str]) -> float:
    for names, metres in (
        (_WAVELENGTH_TAGS, lambda value: value),
        (_FREQUENCY_TAGS, lambda value: SPEED_OF_LIGHT / value),
    ):
        for name in names:
            try:
                value = float(tags.get(name, "nan").split()[0])
            except (ValueError, IndexError):
                continue
            if value > 0 and SHORTEST_M < metres(value) < LONGEST_M:
                return float(metres(value))
    return math.nan
