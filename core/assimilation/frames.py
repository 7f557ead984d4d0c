"""Frames of displacement: what each is relative to, and what the errors of two of them have in common.

Frames are of several tracks, or neighbours on one track. Each has an offset (and a ramp) of its own at each epoch. The
tie errors of two frames are independent unless both are tied to the same GNSS station. Frames of one track that are
acquired on one day are seen through the same air; other tracks pass at other hours or on other days, through other air.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..errors import InputError
from ..files.handles import Dataset
from ..wording import number_of
from .options import REFERENCES, AssimilationOptions

_TRACK = re.compile(r"\d{1,3}[AD](?=_)")  # of LiCSAR's names, such as 106D_05248_131313


@dataclass(frozen=True)
class FrameFile:
    """A file of a frame's displacement.

    Attributes
    ----------
    path : Path
        Gridded vertical displacement.
    reference : str
        One of `REFERENCES`; empty: as the run's REFERENCE.
    """

    path: Path
    reference: str = ""


@dataclass(frozen=True)
class Frame:
    """One frame of displacement.

    Attributes
    ----------
    name : str
        Of the frame, or of its file.
    reference : str
        One of `REFERENCES`.
    track : str
        Part of the name that says the track, or the whole; empty where the file names no frame.
    station : str
        GNSS station that the frame is tied to; empty where the file names none.
    relative : bool
        True where the file says that its displacement is relative to a reference area.
    deramped : bool
        True where the file says that a plane, or more, was taken out of every date.
    smoothed : bool
        True where the file says that what grows with height or is smooth in space was taken out.
    """

    name: str
    reference: str
    track: str = ""
    station: str = ""
    relative: bool = False
    deramped: bool = False
    smoothed: bool = False

    @classmethod
    def of(cls, dataset: Dataset, path: Path, reference: str) -> Frame:
        """Return the frame of an open data set."""
        name = str(getattr(dataset, "frame", "")).strip()
        found = _TRACK.match(name)
        vertical = str(getattr(dataset, "vertical_frame", ""))
        station = str(getattr(dataset, "reference_station", "")).strip()
        track = found.group() if found else name
        deramped = str(getattr(dataset, "ramp_removed", "none")) != "none"
        smoothed = bool(getattr(dataset, "height_trend_removed", 0)) or hasattr(
            dataset, "spatiotemporal_filter_removed"
        )
        relative = vertical.startswith("relative")
        return cls(name or path.stem, reference, track, station, relative, deramped=deramped, smoothed=smoothed)


@dataclass(frozen=True)
class Frames:
    """Which frame each gridded point is of.

    Attributes
    ----------
    every : tuple of Frame [frame]
        Frames.
    number : array [point] of int
        Of each point's frame.
    """

    every: tuple[Frame, ...]
    number: IntArray

    @classmethod
    def single(cls, options: AssimilationOptions, points: int) -> Frames:
        """Return one frame of the run's REFERENCE, with all points."""
        return cls((Frame("", options.reference),), np.zeros(points, dtype=np.intp))

    def part(self, chosen: IntArray | BoolArray) -> Frames:
        """Return the chosen gridded points."""
        return Frames(self.every, self.number[chosen])

    @property
    def tied(self) -> BoolArray:
        """Which frames have the error of a tie, [frame]."""
        return np.array([frame.reference == "tied" for frame in self.every])

    @property
    def unknown(self) -> BoolArray:
        """Which frames have a reference whose motion nobody knows, [frame]."""
        return np.array([frame.reference == "unknown" for frame in self.every])

    @property
    def share_air(self) -> BoolArray:
        """Which frames are seen through the same air where they are acquired on one day, [frame, frame]."""
        return _alike([frame.track for frame in self.every])

    @property
    def share_tie(self) -> BoolArray:
        """Which frames have the same tie error, [frame, frame]."""
        stations = [frame.station or f"\n{number}" for number, frame in enumerate(self.every)]
        shared: BoolArray = _alike(stations) & np.logical_and.outer(self.tied, self.tied)
        return shared

    def between_points(self, of_frames: BoolArray) -> BoolArray:
        """Return what holds of two frames [frame, frame] for the points of them, [point, point]."""
        if len(self.every) == 1:
            return np.broadcast_to(of_frames[0, 0], (self.number.size,) * 2)
        return of_frames[self.number[:, np.newaxis], self.number]

    def in_one_cell(self, options: AssimilationOptions, free_mm: float) -> FloatArray:
        """Return the covariance [frame, frame] (mm2) of the errors of frames in one cell on one day.

        What is free in a frame counts as an offset of `free_mm`.
        """
        own, tie = options.observation_error_mm**2, options.tie_error_mm**2
        air = (1 - options.error_nugget) * own if options.error_correlation_length_km > 0 else 0.0
        covariance = np.where(self.share_air, air, 0.0) + np.where(self.share_tie, tie, 0.0)
        unknown = self.unknown | options.deramped
        np.fill_diagonal(covariance, own + np.where(self.tied, tie, 0.0) + np.where(unknown, free_mm**2, 0.0))
        return covariance


def frame_files(paths: Sequence[Path], references: Sequence[str]) -> tuple[FrameFile, ...]:
    """Return further frames as a user gives them.

    Parameters
    ----------
    paths : sequence of Path
        MORE_OBSERVATIONS.
    references : sequence of str
        MORE_REFERENCES: one for each, or none at all, which leaves all as REFERENCE says.

    Raises
    ------
    InputError
        Where a reference is none of the choices, or there are more or fewer than files.
    """
    for word in references:
        if word not in REFERENCES:
            raise InputError(
                f"MORE_REFERENCES: '{word}' is not offered. Choose {' or '.join(REFERENCES)} for each file."
            )
    if references and len(references) != len(paths):
        raise InputError(
            f"MORE_REFERENCES has {number_of(len(references), 'word')}, MORE_OBSERVATIONS "
            f"{number_of(len(paths), 'file')}: give one word for each file, in the same order, or none."
        )
    words = references or [""] * len(paths)
    return tuple(FrameFile(Path(path), word) for path, word in zip(paths, words))


def with_own_names(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """Return frames whose names differ: files of one name, such as two windows of a frame, are numbered."""
    names = [frame.name for frame in frames]
    return tuple(
        replace(frame, name=f"{frame.name} ({names[: number + 1].count(frame.name)})")
        if names.count(frame.name) > 1
        else frame
        for number, frame in enumerate(frames)
    )


def _alike(names: Sequence[str]) -> BoolArray:
    column = np.array(names, dtype=object)
    same: BoolArray = np.asarray(column[:, np.newaxis] == column, dtype=bool)
    return same
