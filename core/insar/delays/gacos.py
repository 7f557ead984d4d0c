"""Tropospheric delays of GACOS: finding, reading and removing them."""

from __future__ import annotations

import math
import re
from collections import OrderedDict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ...dates import parse_date
from ...errors import InputError
from ...files.raster import GEOGRAPHIC, RasterGrid, open_raster, read_raster
from ..frames.lattice import upright_grid
from ..frames.placement import Float32, Placement, on_stack_grid

_SUFFIXES = (  # the first that a date has is taken
    (".sltd.geo.tif", "slant"),
    (".ztd.geo.tif", "zenith"),
    (".ztd.tif", "zenith"),
    (".ztd", "zenith"),
)
_OTHER_MODEL = (".icams.sltd.geo.tif", "slant")
_LARGEST_DELAY = 1e5
_CACHE_BYTES = 512 * 2**20
_SHORTEST_ZENITH_M, _LONGEST_ZENITH_M = 0.7, 3.0
"""Zenith total delay: 2.4 m at sea level in the tropics, 0.7 m above 9 km; wet delays alone are smaller still."""
_LONGEST_SLANT_M = 12.0
"""Along a line of sight of 75 degrees. LiCSAR's slant delays are 600 to 850 rad."""
MIN_COVERAGE = 0.5
"""Part of an interferogram's pixels that both dates' delays must cover for it to be corrected."""


@dataclass(frozen=True)
class DelayFile:
    """The delay of one date.

    Attributes
    ----------
    path : Path
        Of the raster.
    kind : str
        ``slant``: radians along the line of sight; ``zenith``: metres straight up.
    """

    path: Path
    kind: str


def find_delays(folder: Path, days: Collection[date] = ()) -> dict[date, DelayFile]:
    """Return the delay files of a folder, by date.

    Looks in the folder, in its ``GACOS`` and ``epochs``, and in folders named by a date in any of these. Per date
    the slant delay (``YYYYMMDD.sltd.geo.tif``) goes before the zenith delay as GeoTIFF (``.ztd.tif``) and as plain
    file (``.ztd`` with ``.ztd.rsc``). Delays of another weather model (``.icams.sltd.geo.tif``, ERA5) are taken only
    where there are none of GACOS, or those of GACOS are of fewer than half of the `days` and ERA5's are of more: two
    models must not mix in one difference.

    Parameters
    ----------
    folder : Path
        Of the delays, or of the frame.
    days : collection of date
        Dates that are wanted.

    Raises
    ------
    InputError
        Where the folder is missing or has no delay.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise InputError(f"CORRECTIONS: {folder} does not exist or is not a folder.")
    files = [path for place in _places(folder) for path in _entries(place)]
    found, other = _by_date(files, _SUFFIXES), _by_date(files, (_OTHER_MODEL,))
    useful, otherwise = (len(set(days) & set(model)) for model in (found, other))
    if not found or (2 * useful < len(days) and otherwise > useful):
        found = other
    if not found:
        raise InputError(
            f"CORRECTIONS: {folder} holds no delay: expected YYYYMMDD.sltd.geo.tif, YYYYMMDD.ztd.tif, or YYYYMMDD.ztd "
            "with its .rsc. Choose the folder of the GACOS files, or none."
        )
    return found


def _places(folder: Path) -> list[Path]:
    tops = [place for place in (folder, folder / "GACOS", folder / "epochs") if place.is_dir()]
    dated = [child for top in tops for child in _entries(top) if re.fullmatch(r"\d{8}", child.name) and child.is_dir()]
    return tops + dated


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError as error:
        raise InputError(f"CORRECTIONS: {folder} cannot be read: {error.strerror}. Check its permissions.") from error


def _by_date(files: list[Path], suffixes: tuple[tuple[str, str], ...]) -> dict[date, DelayFile]:
    found: dict[date, DelayFile] = {}
    for suffix, kind in suffixes:
        for path in files:
            if len(path.name) == 8 + len(suffix) and path.name.lower().endswith(suffix):
                try:
                    found.setdefault(parse_date(path.name[:8]), DelayFile(path, kind))
                except InputError:
                    continue
    return found


def read_delay(file: DelayFile) -> tuple[Float32, RasterGrid]:
    """Return a delay in the file's own unit [row, column], NaN where there is none, and its grid.

    No delay are: NaN, infinite, huge, zero and negative values (no path is without air).

    Raises
    ------
    InputError
        Where the file cannot be read or holds no delay.
    """
    if file.path.suffix.lower() == ".ztd":
        values, grid = _read_plain(file.path)
    else:
        grid = upright_grid(open_raster(file.path), str(file.path))
        values, _ = read_raster(file.path)
    if grid.dy <= 0 or grid.dx <= 0:
        raise InputError(f"{file.path}: rows must run from north to south and columns from west to east.")
    with np.errstate(invalid="ignore"):
        delay = np.where((values > 0) & (values < _LARGEST_DELAY), values, np.nan).astype(np.float32)
    if np.isnan(delay).all():
        raise InputError(f"{file.path} holds no delay (zero or NaN everywhere): download it again.")
    return delay, grid


def _read_plain(path: Path) -> tuple[npt.NDArray[np.float32], RasterGrid]:
    """Return a ``.ztd`` file and its grid: X_FIRST and Y_FIRST are the centre of the first cell."""
    if not path.is_file():
        raise InputError(f"{path} does not exist or is not a file.")
    names = (path.name + ".rsc", path.name + ".RSC")
    header = _read_header(next((place for name in names if (place := path.with_name(name)).is_file()), path))
    columns, rows = int(header["WIDTH"]), int(header["FILE_LENGTH"])
    dx, dy = header["X_STEP"], -header["Y_STEP"]
    if path.stat().st_size != 4 * columns * rows:
        raise InputError(
            f"{path} has {path.stat().st_size} bytes, its header says {columns} x {rows} values of 4 bytes: "
            "download it again."
        )
    values = np.fromfile(path, dtype="<f4").reshape(rows, columns)
    grid = RasterGrid(
        GEOGRAPHIC, header["X_FIRST"] - dx / 2, header["Y_FIRST"] + dy / 2, dx, dy, columns=columns, rows=rows
    )
    return values, grid


def _read_header(path: Path) -> dict[str, float]:
    if path.suffix.lower() != ".rsc":
        raise InputError(f"{path}.rsc is missing: a .ztd file cannot be read without its header.")
    header = {}
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        words = line.split()
        if len(words) >= 2:
            try:
                value = float(words[1])
            except ValueError:
                continue
            if math.isfinite(value):
                header[words[0].upper()] = value
    missing = [key for key in ("WIDTH", "FILE_LENGTH", "X_FIRST", "Y_FIRST", "X_STEP", "Y_STEP") if key not in header]
    if missing:
        raise InputError(f"{path} does not say {', '.join(missing)}: download it again.")
    return header


def model_of(files: dict[date, DelayFile]) -> str:
    """Return the weather model of the delays: ``ERA5`` or ``GACOS``."""
    return "ERA5" if all(file.path.name.lower().endswith(_OTHER_MODEL[0]) for file in files.values()) else "GACOS"


class Delays:
    """Delays on the stack's grid in radians along the line of sight, read when asked for.

    Parameters
    ----------
    files : dict
        From :func:`find_delays`.
    placement : Placement
        Of the stack.
    los_up : array [row, column]
        Cosine of the incidence angle, for zenith delays.
    wavelength : float
        In m.

    Attributes
    ----------
    unusable : dict
        Dates without a usable delay, and why.
    refused : frozenset of date
        Dates whose delays are not to be used.
    remarks : list of str
        What the user should know of the files' units.
    """

    def __init__(
        self, files: dict[date, DelayFile], placement: Placement, los_up: npt.ArrayLike, wavelength: float
    ) -> None:
        self._files, self._placement, self._wavelength = files, placement, wavelength
        self._up = np.asarray(los_up, dtype=np.float32)
        self._kept: OrderedDict[date, Float32] = OrderedDict()
        self._room = max(4, _CACHE_BYTES // max(1, 4 * self._up.size))
        self.unusable: dict[date, str] = {}
        self.refused: frozenset[date] = frozenset()
        self.remarks: list[str] = []

    def at(self, day: date) -> Float32 | None:
        """Return the delay of a date [row, column]; None where it is refused or there is none (`unusable` says why)."""
        if day in self.refused:
            return None
        if day in self._kept:
            self._kept.move_to_end(day)
            return self._kept[day]
        if day in self.unusable:
            return None
        if day not in self._files:
            self.unusable[day] = "no file"
            return None
        try:
            values = self._read(self._files[day])
        except InputError as error:
            self.unusable[day] = str(error)
            return None
        self._kept[day] = values
        if len(self._kept) > self._room:
            self._kept.popitem(last=False)
        return values

    def mean(self, days: Iterable[date]) -> Float32 | None:
        """Return the mean delay of those of the `days` that have one [row, column]; None where none has."""
        total, count = np.zeros(self._up.shape), np.zeros(self._up.shape, dtype=np.int32)
        for day in sorted(days):
            delay = self.at(day)
            if delay is not None:
                there = np.isfinite(delay)
                np.add(total, delay, out=total, where=there)
                count += there
        if not count.any():
            return None
        return np.where(count > 0, total / np.maximum(count, 1), np.nan).astype(np.float32)

    def _read(self, file: DelayFile) -> Float32:
        values, grid = read_delay(file)
        values = self._in_its_unit(values, file)
        delay = on_stack_grid(values, grid, self._placement, "cubicspline")
        if np.isnan(delay).all():
            raise InputError(f"{file.path} does not cover the area.")
        if file.kind == "zenith":
            if np.isnan(self._up).all():
                raise InputError(f"{file.path} is a zenith delay, and the frame's incidence angle is unknown.")
            return np.asarray(zenith_to_phase(delay, self._up, self._wavelength), dtype=np.float32)
        return delay

    def _in_its_unit(self, values: Float32, file: DelayFile) -> Float32:
        """Return a zenith delay in metres, a slant delay in radians, whatever unit the file is in.

        The air above any ground delays by 0.7 to 2.8 m straight up, and by no more than 6 m along the line of sight:
        so the numbers themselves tell metres, centimetres, millimetres and radians apart.
        """
        typical = float(np.nanmedian(values))
        if file.kind == "zenith":
            unit, factor = _unit_of_zenith(typical, self._wavelength)
        else:
            unit, factor = ("m", 4.0 * np.pi / self._wavelength) if typical < _LONGEST_SLANT_M else ("rad", 1.0)
        usual = "m" if file.kind == "zenith" else "rad"
        if not unit:
            raise InputError(
                f"{file.path} holds {typical:.4g} typically, which is no delay of air in m, cm, mm or rad: 2.3 m are "
                "usual at sea level."
            )
        if unit != usual:
            remark = (
                f"Delays such as {file.path.name} ({typical:.4g} typically) are in {unit}, not in {usual}: converted."
            )
            if not any(f"are in {unit}, not" in known for known in self.remarks):
                self.remarks.append(remark)
        return np.asarray(values * np.float32(factor), dtype=np.float32) if factor != 1.0 else values


def _unit_of_zenith(typical: float, wavelength: float) -> tuple[str, float]:
    """Return the unit of zenith delays by a typical one, and the factor to metres; no unit where none fits."""
    per_radian = wavelength / (4.0 * np.pi)
    for unit, factor in (("m", 1.0), ("mm", 1e-3), ("cm", 1e-2), ("rad", per_radian)):
        low, high = (0.0, _LONGEST_ZENITH_M) if unit == "m" else (_SHORTEST_ZENITH_M, _LONGEST_ZENITH_M)
        if low < typical * factor <= high:
            return unit, factor
    return "", 1.0


def zenith_to_phase(delay: npt.ArrayLike, los_up: npt.ArrayLike, wavelength: float) -> npt.NDArray[np.float64]:
    """Return a zenith delay (m) [..] as phase (rad) along the line of sight: ``delay / U * 4 pi / wavelength``."""
    return np.asarray(delay, np.float64) / np.asarray(los_up, np.float64) * (4.0 * np.pi / wavelength)


@dataclass(frozen=True)
class Corrected:
    """An interferogram less its delay.

    Attributes
    ----------
    phase : array [row, column]
        In rad; NaN also where a date has no delay.
    std_before, std_after : float
        Standard deviation in rad over the pixels that `phase` has.
    coverage : float
        Part of the interferogram's pixels that `phase` has.
    """

    phase: Float32
    std_before: float
    std_after: float
    coverage: float


def remove_delay(phase: Float32, reference: Float32, secondary: Float32) -> Corrected:
    """Return the interferogram without the delays of its two dates (all [row, column] in rad).

    ``corrected = phase - (delay_secondary - delay_reference)``: a longer path at the second date is a positive phase.
    """
    corrected = phase - (secondary - reference)
    there = np.isfinite(corrected)
    n_before = np.count_nonzero(np.isfinite(phase))
    if not there.any():
        return Corrected(corrected, np.nan, np.nan, 0.0)
    before = float(np.std(phase[there], dtype=np.float64))
    after = float(np.std(corrected[there], dtype=np.float64))
    return Corrected(corrected, before, after, float(np.count_nonzero(there) / n_before))
