"""The profile along a line that was drawn on the map."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from ..core.charts.profiles import draw_profile
from ..core.charts.series import Series
from ..core.errors import InputError
from ..core.extraction.profiles import Profile, read_profile
from ..core.files import netcdf
from ..processing.translation import tr
from .place import Place
from .sources import SeriesFile

VARIABLES = {
    "analysis": "tws_analysis",
    "grace": "tws",
    "storage": "tws",
    "vertical": "vertical_displacement",
    "displacement": "displacement",
}
"""What is drawn along a line, by the kind of file."""
_EVENLY = 4  # dates that are drawn beside the map's, where the user names none


@dataclass(frozen=True)
class ProfilePicture:
    """A profile ready to be drawn; the dock asks it what it asks a `picture.Picture`."""

    title: str
    profile: Profile
    current: int | None
    synthetic: bool
    notes: tuple[str, ...]
    series: tuple[Series, ...] = ()
    panels: tuple[float, ...] = (1.0,)
    band: str = ""

    def draw(self, axes: Sequence[Axes]) -> None:
        """Draw it."""
        name = self.profile.long_name
        label = f"{name[:1].upper()}{name[1:]} ({self.profile.units})"
        draw_profile(axes[0], self.profile, label, self.current, self.synthetic)


def profile_picture(
    file: SeriesFile, corners: Sequence[tuple[float, float]], now: float | None, days: Sequence[float] = ()
) -> ProfilePicture:
    """Read a profile: at the map's date and at others.

    Parameters
    ----------
    file : SeriesFile
        Whose values.
    corners : sequence of (longitude, latitude)
        Of the line.
    now : float or None
        The map's date in days since 2000-01-01; None where the map has none.
    days : sequence of float
        Further dates; none: evenly spaced over the series.

    Raises
    ------
    InputError
        Where the line lies outside the file, or has no value at any of the dates.
    """
    with netcdf.open_dataset(file.path) as dataset:
        all_days = netcdf.read_days(dataset)
    wanted = list(days) or list(np.linspace(all_days[0], all_days[-1], _EVENLY))
    profile = read_profile(file.path, corners, VARIABLES[file.kind], [*wanted, *([] if now is None else [now])])
    if not np.isfinite(profile.values).any():
        raise InputError(tr("{} has no data along this line: draw it across the data.").format(file.path.name))
    current = None if now is None else int(np.abs(profile.days - now).argmin())
    notes = [] if now is not None else [tr("Switch on the temporal controller to see the date of the map, too.")]
    title = f"{file.path.name}  {Place(tuple(corners[:1])).coordinates} - {Place(tuple(corners[-1:])).coordinates}"
    return ProfilePicture(title, profile, current, file.synthetic, tuple(notes))
