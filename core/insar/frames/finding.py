"""Which product of interferograms a folder holds."""

from __future__ import annotations

from pathlib import Path

from .aria import find_aria
from .licsar import find_frame
from .mintpy_stack import find_mintpy
from .nisar import find_nisar
from .pairs import Frame


def find_any_frame(place: Path, subtract_ionosphere: bool = True) -> Frame:
    """Return the interferograms of a folder: of NISAR, ARIA, MintPy, HyP3, LiCSAR, or GeoTIFFs named by two dates.

    Parameters
    ----------
    place : Path
        Folder; of MintPy the file as well.
    subtract_ionosphere : bool
        Whether the ionosphere's phase screen of NISAR's products is subtracted.

    Raises
    ------
    InputError
        Where it holds none.
    """
    if place.is_dir():
        for frame in (find_nisar(place, subtract_ionosphere), find_aria(place)):
            if frame is not None:
                return frame
    if place.exists():
        stack = find_mintpy(place)
        if stack is not None:
            return stack
    return find_frame(place)
