"""What is missing or wrong in the entries of a study, all of them at once, before any step runs. Knows no window."""

from __future__ import annotations

import math
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ..core.dates import date_of, in_periods
from ..core.errors import InputError
from ..core.findings.inputs import Finding
from .study import CATCHMENT, INTERFEROGRAMS, NO_MODEL, STORAGE_FILE, StudyInputs
from .translation import tr

FOLDER = "folder"
_FAR_DEG = 0.05  # beyond a frame's edge by which a place may be off
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Remark:
    """What is said beside an entry.

    Attributes
    ----------
    text : str
        In a sentence or two.
    blocks : bool
        Whether the study cannot begin like this.
    """

    text: str
    blocks: bool = True


def check_study(inputs: StudyInputs, folder: str, found: Mapping[str, Finding]) -> dict[str, Remark]:
    """Return what is missing or wrong, by the names of the entries (those of `StudyInputs`, and ``folder``).

    Parameters
    ----------
    inputs : StudyInputs
        What was given.
    folder : str
        Of the study.
    found : mapping of str to Finding
        What the files hold, by the names of the entries.
    """
    remarks = {name: Remark(tr("Needed.")) for name in needed(inputs) if not _given(inputs, folder, name)}
    for name, finding in found.items():
        if _given(inputs, folder, name) and name in entries(inputs) and not finding.usable:
            remarks[name] = Remark(finding.text)
    for name, text in (
        (FOLDER, _folder_fault(folder)),
        ("reference", _reference_fault(inputs.reference, _box(inputs, found))),
        ("periods", _periods_fault(inputs, found)),
        ("region", _region_fault(inputs, found)),
        *((name, _time_fault(name, inputs, found)) for name in ("storage", "weather", "reference_series", "stations")),
        *_unlearnable(inputs),
    ):
        if text and name not in remarks and name in entries(inputs):
            remarks[name] = Remark(text)
    return remarks


def advice(inputs: StudyInputs) -> list[str]:
    """Return what would help the study more, where nothing is wrong with it."""
    found = []
    if inputs.prior == STORAGE_FILE and not inputs.is_tied and not (inputs.grace and inputs.grace_as_data):
        found.append(
            tr(
                "Displacement alone is relative: nothing tells what moves the whole frame, and the storage will stay "
                "nearly as it is. A vertical series of the reference area, GNSS stations, or GRACE as data would "
                "change that."
            )
        )
    if inputs.prior == STORAGE_FILE and not inputs.grace:
        found.append(tr("With GRACE the result can be judged by data of another kind."))
    if inputs.source == INTERFEROGRAMS and not inputs.gacos and inputs.frame:
        found.append(tr("Delays of GACOS take much of the air out of the displacement."))
    return found


def entries(inputs: StudyInputs) -> tuple[str, ...]:
    """Return the names of the entries that the choices of a study leave open."""
    names = [FOLDER, "title", "reference", "max_velocity_mm_yr"]
    names += ["frame", "gacos"] if inputs.source == INTERFEROGRAMS else ["product"]
    if inputs.prior == CATCHMENT:
        names += ["parameters", "weather"]
    if inputs.prior in (STORAGE_FILE, CATCHMENT):
        names += ["storage", "periods"]
    if inputs.prior in (STORAGE_FILE, CATCHMENT, NO_MODEL):
        names += ["stations", "region", "grace", "grace_as_data"]
    return (*names, "reference_series")


def needed(inputs: StudyInputs) -> tuple[str, ...]:
    """Return the names of the entries that must be given."""
    source = "frame" if inputs.source == INTERFEROGRAMS else "product"
    of_prior = {STORAGE_FILE: ("storage",), CATCHMENT: ("parameters", "weather")}.get(inputs.prior, ())
    return FOLDER, source, *of_prior


def _given(inputs: StudyInputs, folder: str, name: str) -> bool:
    return bool(folder if name == FOLDER else getattr(inputs, name))


def _box(inputs: StudyInputs, found: Mapping[str, Finding]) -> Box | None:
    frame = found.get("frame") if inputs.source == INTERFEROGRAMS else None
    return None if frame is None else frame.box


def _folder_fault(folder: str) -> str:
    if not folder:
        return ""
    path = Path(folder)
    if path.exists() and not path.is_dir():
        return tr("This is a file: choose a folder.")
    there = path.absolute()
    while not there.exists() and there != there.parent:
        there = there.parent
    if not os.access(there, os.W_OK):
        return tr("You may not write in {}: choose another folder.").format(there)
    return ""


def read_place(text: str) -> tuple[float, float]:
    """Return longitude and latitude of ``lon,lat`` in degrees.

    Raises
    ------
    InputError
        Where the text is no place, or latitude comes first.
    """
    parts = [part.strip() for part in text.replace(";", ",").split(",")]
    try:
        lon, lat = (float(part) for part in parts)
    except ValueError:
        raise InputError(tr("Write longitude and latitude in degrees with a comma between: 100.23,25.58.")) from None
    if not (math.isfinite(lon) and math.isfinite(lat)) or abs(lon) > 360 or abs(lat) > 360:
        raise InputError(tr("Write longitude and latitude in degrees with a comma between: 100.23,25.58."))
    if abs(lat) > 90:
        raise InputError(
            tr("A latitude of {lat:g} does not exist. Longitude comes first: did you mean {lat:g},{lon:g}?").format(
                lat=lat, lon=lon
            )
            if abs(lon) <= 90
            else tr("A latitude of {:g} does not exist.").format(lat)
        )
    return lon, lat


def _reference_fault(text: str, box: Box | None) -> str:
    if not text:
        return ""
    try:
        lon, lat = read_place(text)
    except InputError as error:
        return str(error)
    if box is None or _inside(lon, lat, box):
        return ""
    west, east, south, north = box
    if _inside(lat, lon, box):
        return tr("Longitude comes first: {lat:g},{lon:g} lies in the frame, {lon:g},{lat:g} does not.").format(
            lat=lat, lon=lon
        )
    return tr(
        "This place lies outside the frame, which reaches from {west:.2f} to {east:.2f} E and from {south:.2f} to "
        "{north:.2f} N."
    ).format(west=west, east=east, south=south, north=north)


def _inside(lon: float, lat: float, box: Box) -> bool:
    west, east, south, north = box
    turned = west + (lon - west + _FAR_DEG) % 360.0 - _FAR_DEG
    return west - _FAR_DEG <= turned <= east + _FAR_DEG and south - _FAR_DEG <= lat <= north + _FAR_DEG


def _periods_fault(inputs: StudyInputs, found: Mapping[str, Finding]) -> str:
    if not inputs.periods:
        return ""
    grace = found.get("grace")
    known = grace is not None and grace.usable and math.isfinite(grace.first)
    days = np.arange(grace.first, grace.last + 1) if known and grace is not None else np.zeros(0)
    for part in filter(None, (part.strip() for part in inputs.periods.split(","))):
        try:
            inside = in_periods(days, part, tr("Periods"))
        except InputError as error:
            return str(error)
        if days.size and not inside.any():
            return tr("{part} covers no time of GRACE, which has {first} to {last}.").format(
                part=part, first=date_of(days[0]), last=date_of(days[-1])
            )
    return ""


def _region_fault(inputs: StudyInputs, found: Mapping[str, Finding]) -> str:
    region, frame = found.get("region"), _box(inputs, found)
    if not inputs.region or region is None or region.box is None or frame is None:
        return ""
    west, east, south, north = region.box
    apart = east < frame[0] or west > frame[1] or north < frame[2] or south > frame[3]
    return tr("The region lies outside the frame, where there is no displacement.") if apart else ""


def _time_fault(name: str, inputs: StudyInputs, found: Mapping[str, Finding]) -> str:
    frame, other = found.get("frame"), found.get(name)
    if inputs.source != INTERFEROGRAMS or frame is None or other is None or not getattr(inputs, name):
        return ""
    if not all(map(math.isfinite, (frame.first, other.first))) or (
        other.first <= frame.last and other.last >= frame.first
    ):
        return ""
    return tr("It has {first} to {last}, and the interferograms {start} to {end}: no common time.").format(
        first=date_of(other.first), last=date_of(other.last), start=date_of(frame.first), end=date_of(frame.last)
    )


def _unlearnable(inputs: StudyInputs) -> list[tuple[str, str]]:
    """Return entries that ask for what the data given cannot tell, and why."""
    found = []
    as_data = bool(inputs.grace and inputs.grace_as_data)
    if inputs.prior == NO_MODEL and not inputs.is_tied and not as_data:
        found.append(
            (
                "stations",
                tr(
                    "Needed without a model: displacement is relative, and nothing tells what moves the whole frame. "
                    "Give GNSS stations, a vertical series of the reference area, or GRACE as data."
                ),
            )
        )
    if inputs.prior == CATCHMENT and not inputs.is_tied:
        found.append(
            (
                "stations",
                tr(
                    "Needed with the Catchment model: its states cannot be corrected by displacement that is "
                    "relative. Give GNSS stations or a vertical series of the reference area."
                ),
            )
        )
    if inputs.grace_as_data and not inputs.grace:
        found.append(("grace", tr("Needed: it is to be used as data.")))
    if inputs.grace_as_data and inputs.prior == CATCHMENT:
        found.append(
            (
                "grace_as_data",
                tr("The Catchment model does not take GRACE as data: switch this off, or give storage from a file."),
            )
        )
    return found
