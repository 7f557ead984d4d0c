"""Where the files of a frame lie: LiCSBAS's local layout, the portal's, or bare folders of pairs."""

from __future__ import annotations

import math
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

from ...dates import with_compact_dates
from ...errors import InputError
from .hyp3 import MASKS, Hyp3Product, find_products, incidence, read_text, time_of_day
from .layers import MaskedRaster, Source
from .mosaic import joined
from .names import PAIR, TWO_DATES, PairDates, dates_of_pair, is_of_dates, remarks_of_turned
from .pairs import Frame as Frame
from .pairs import PairFiles as PairFiles

_FRAME = re.compile(r"\d{3}[AD]_\d{5}_\d{6}")
_NEARLY_A_PAIR = re.compile(r"(?=(?:\D*\d){6})[^\W_]{6,10}[_-][^\W_]{6,10}")
_COHERENCE = re.compile(r"(?<!mag_)(?<![a-z])(?:cc|coh|corr?|coherence)(?![a-z])", re.IGNORECASE)
_MASK = re.compile("mask|comp", re.IGNORECASE)
_SUFFIXES = (".tif", ".tiff")
_NEUTRAL = {"geo", "filt", "ifg", "phase", "vv", "vh", "hh", "hv"}
_PAIR_PARENTS = ("GEOC", "interferograms")
_GEOMETRY = ("E", "N", "U", "hgt")


def find_frame(folder: Path) -> Frame:
    """Look through a frame folder, reading names only.

    Parameters
    ----------
    folder : Path
        Holds ``GEOC/`` (LiCSBAS), ``interferograms/`` and ``metadata/`` (portal), the pair folders themselves, or
        products of HyP3.

    Raises
    ------
    InputError
        Where the folder is missing or has nothing that is named like a pair.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise InputError(f"{folder} does not exist or is not a folder: choose the folder of a frame.")
    products = find_products(folder)
    if products:
        return _hyp3_frame(folder, products)
    parents = _parents_of_pairs(folder)
    pairs: dict[str, PairFiles] = {}
    skipped: list[tuple[str, str]] = []
    for parent in parents:
        for name, found in _attempts(parent, strict=parent == folder and len(parents) == 1):
            if isinstance(found, str):
                skipped.append((name, found))
            elif found.name in pairs:
                skipped.append((name, f"another file has the dates {found.name}"))
            else:
                pairs[found.name] = found
    above = [folder.parent, folder.parent / "metadata"] if folder.name in _PAIR_PARENTS else []
    places = _distinct([*parents, folder, folder / "metadata", *above])
    rasters = {kind: path for kind in _GEOMETRY if (path := _geometry_file(places, kind)) is not None}
    return Frame(
        _frame_name(folder, rasters),
        tuple(sorted(pairs.values(), key=lambda pair: (pair.reference, pair.secondary))),
        tuple(skipped),
        ({**rasters},),
        metadata=_named_file(places, "metadata.txt"),
        baselines=_named_file(places, "baselines"),
        remarks=remarks_of_turned(pairs.values()),
    )


def _hyp3_frame(folder: Path, products: list[Hyp3Product]) -> Frame:
    """Return the frame that HyP3's products form."""
    found: list[tuple[str, PairFiles]] = []
    skipped: list[tuple[str, str]] = []
    headings: list[float] = []
    times: list[float] = []
    angles: list[float] = []
    geometry: list[dict[str, Source]] = []
    for product in products:
        dates = dates_of_pair(product.name)
        if isinstance(dates, str):
            skipped.append((product.job, "its name does not hold two dates"))
            continue
        try:
            text = read_text(product.text) if product.text is not None else {}
        except InputError as error:
            text = {}
            skipped.append((product.job, f"its metadata are not used: {error}"))
        baseline = text.get("baseline", math.nan)
        plain = not product.masks and not dates.turned
        phase: Source = product.phase if plain else MaskedRaster(product.phase, product.masks, dates.turned)
        files = PairFiles(
            dates.name, dates.first, dates.second, phase, product.coherence, baseline=baseline, turned=dates.turned
        )
        found.append((product.job, files))
        headings.append(text.get("heading", math.nan))
        times.append(time_of_day(product, text))
        angles.append(incidence(text))
        if product.geometry:
            geometry.append({**product.geometry})
    places = {product.phase.parent for product in products}
    for parent in _distinct([folder / name for name in _PAIR_PARENTS] + [folder]):
        others = [entry.name for entry in _entries(parent) if PAIR.fullmatch(entry.name) and entry not in places]
        skipped += [(name, "it is no product of HyP3 as the others are: import it by itself") for name in others]
    pairs, seams = joined(found, skipped)
    return Frame(
        folder.resolve().name,
        tuple(pairs),
        tuple(skipped),
        tuple(geometry),
        partial=True,
        heading=_first(headings),
        acquisition_time=_middle(times),  # along a track they differ by seconds
        incidence=_middle(angles),
        remarks=(*remarks_of_turned(pairs), *_of_masks(products)),
        after=seams.sentences,
    )


def _of_masks(products: list[Hyp3Product]) -> list[str]:
    stems = {mask.stem for product in products for mask in product.masks}
    kinds = [kind for kind in MASKS if any(f"_{kind}" in stem for stem in stems)]
    if not kinds:
        return []
    return [f"Pixels where HyP3's masks ({', '.join(kinds)}) are 0, water or unwrapped unreliably, are left out."]


def _first(values: list[float]) -> float:
    return next((value for value in values if math.isfinite(value)), math.nan)


def _middle(values: list[float]) -> float:
    known = [value for value in values if math.isfinite(value)]
    return statistics.median_low(known) if known else math.nan


def _parents_of_pairs(folder: Path) -> list[Path]:
    """Return the folders that hold the pairs, the usual ones first."""
    candidates = [folder / name for name in _PAIR_PARENTS] + [folder]
    found = [
        candidate
        for candidate in candidates
        if candidate.is_dir() and any(_is_named_like_a_pair(entry) for entry in _entries(candidate))
    ]
    if found:
        return found
    inside = [child for child in _entries(folder) if any((child / name).is_dir() for name in _PAIR_PARENTS)]
    hint = f" Did you mean {inside[0]}?" if inside else ""
    if any(entry.suffix.lower() == ".zip" for entry in _entries(folder)):
        hint += " It holds .zip files: unpack them first."
    raise InputError(
        f"{folder} holds no interferogram: expected folders named YYYYMMDD_YYYYMMDD in it, in GEOC/ (LiCSBAS) or in "
        f"interferograms/ (LiCSAR portal), GeoTIFFs named by two dates, or products of HyP3 (*_unw_phase.tif).{hint}"
    )


def _entries(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except NotADirectoryError:
        return []
    except OSError as error:
        raise InputError(f"{folder} cannot be read: {error.strerror}. Check its permissions.") from error


def _is_named_like_a_pair(entry: Path) -> bool:
    return PAIR.match(with_compact_dates(entry.name)) is not None or _dates_of_raster(entry) is not None


def _dates_of_raster(entry: Path) -> re.Match[str] | None:
    """Return the two dates in the name of a GeoTIFF such as ``filt_20180106_20180130.unw.tif``."""
    if entry.name.startswith(".") or entry.suffix.lower() not in _SUFFIXES:
        return None
    name = with_compact_dates(entry.stem)
    return next((match for match in TWO_DATES.finditer(name) if is_of_dates(match)), None)


def _attempts(parent: Path, strict: bool) -> Iterator[tuple[str, PairFiles | str]]:
    """Yield the name of every entry that is, or was meant to be, a pair, and its files or why it is none.

    Parameters
    ----------
    parent : Path
        Holds folders of pairs, or GeoTIFFs named by two dates.
    strict : bool
        True where the frame's other folders lie there too.
    """
    loose: dict[str, dict[str, Path]] = {}
    folders: set[str] = set()
    for entry in _entries(parent):
        dates = _dates_of_raster(entry)
        if dates is not None and not entry.is_dir():
            kind = _kind_of(dates.string[: dates.start()] + dates.string[dates.end() :])
            loose.setdefault(f"{dates[1]}_{dates[2]}", {}).setdefault(kind, entry)
        elif entry.suffix and PAIR.match(entry.name) and entry.is_file():
            loose.setdefault(PAIR.match(entry.name)[0], {}).setdefault("other", entry)  # type: ignore[index]
        elif _is_attempt(entry, strict):
            folders.add(entry.name)
            yield entry.name, _pair_in_folder(entry)
    for name, files in loose.items():
        if name in folders and not {"unw", "plain"} & set(files):
            continue  # pictures and the like beside the pair's folder
        dated = dates_of_pair(name)
        if isinstance(dated, str):
            yield name, dated
        elif not (phase := files.get("unw", files.get("plain"))):
            yield name, f"no unwrapped phase among its files, such as {next(iter(files.values())).name}"
        else:
            yield name, _pair(dated, phase, files.get("cc"))


def _kind_of(words: str) -> str:
    """Return ``unw``, ``cc``, ``other`` or ``plain`` (nothing of note) by a raster's name without its dates."""
    if _MASK.search(words):
        return "other"
    if _COHERENCE.search(words):
        return "cc"
    if "unw" in words.lower():
        return "unw"
    said = {word for word in re.split(r"[._-]+", words.lower()) if word}
    return "plain" if said <= _NEUTRAL else "other"


def _is_attempt(entry: Path, strict: bool) -> bool:
    """Return True where the entry is, or was meant to be, a pair; `strict` among the frame's other folders."""
    if PAIR.match(with_compact_dates(entry.name)):
        return True
    if entry.name.startswith(".") or (strict and _NEARLY_A_PAIR.fullmatch(entry.name) is None):
        return False
    return entry.is_dir() or (entry.is_symlink() and not entry.exists())


def _pair_in_folder(entry: Path) -> PairFiles | str:
    """Return the files of a pair's folder, or why it is no pair."""
    dates = dates_of_pair(entry.name)
    if isinstance(dates, str):
        return dates
    if entry.is_symlink() and not entry.exists():
        return "a symbolic link that leads nowhere"
    if not entry.is_dir():
        return "not a folder"
    try:
        files = sorted(path for path in entry.iterdir() if not path.name.startswith("."))
    except OSError as error:
        return f"the folder cannot be read: {error.strerror}"
    unwrapped = _one_of(files, entry.name, "unw")
    if unwrapped is None:
        return "no unwrapped phase (*.unw.tif) in its folder"
    return _pair(dates, unwrapped, _one_of(files, entry.name, "cc"))


def _pair(dates: PairDates, phase: Path, coherence: Path | None) -> PairFiles:
    """Return a pair from the earlier to the later date: the phase from the later to the earlier has the other sign."""
    unwrapped: Source = MaskedRaster(phase, turned=True) if dates.turned else phase
    return PairFiles(dates.name, dates.first, dates.second, unwrapped, coherence, turned=dates.turned)


def _one_of(files: list[Path], name: str, kind: str) -> Path | None:
    """Return LiCSAR's file of this kind, else the first GeoTIFF whose name says that it is of this kind."""
    exact = f"{name}.geo.{kind}.tif"
    rasters = [path for path in files if path.suffix.lower() in _SUFFIXES]
    best = [path for path in rasters if path.name == exact]
    kinds = (kind, "plain") if kind == "unw" else (kind,)
    for other in kinds:
        best += [path for path in rasters if _kind_of(TWO_DATES.sub("", with_compact_dates(path.stem))) == other]
    return best[0] if best else None


def _geometry_file(places: list[Path], kind: str) -> Path | None:
    """Return the raster of a kind: ``*.geo.E.tif`` or, where there is none, ``*.E.tif`` or ``E.tif`` in any case."""
    pattern = re.compile(rf"(?:.*\.)?{kind}\.tiff?", re.IGNORECASE)
    for place in places:
        found = [path for path in _entries(place) if pattern.fullmatch(path.name) and not path.name.startswith(".")]
        if found:
            return min(found, key=lambda path: not path.name.endswith(f".geo.{kind}.tif"))
    return None


def _named_file(places: list[Path], name: str) -> Path | None:
    """Return the file of this name in any case, with or without ``.txt``."""
    stem = name.removesuffix(".txt")
    for place in places:
        for path in _entries(place):
            if path.name.lower() in (stem, f"{stem}.txt") and path.is_file():
                return path
    return None


def _distinct(places: list[Path]) -> list[Path]:
    return [place for place in dict.fromkeys(places) if place.is_dir()]


def _frame_name(folder: Path, geometry: dict[str, Path]) -> str:
    """Return the frame's identifier from the names of files and folders."""
    for text in _candidate_names(folder, geometry):
        match = _FRAME.search(text)
        if match:
            return match[0]
    for path in geometry.values():
        return path.name.split(".")[0]
    return folder.resolve().name if folder.name not in _PAIR_PARENTS else folder.resolve().parent.name


def _candidate_names(folder: Path, geometry: dict[str, Path]) -> Iterator[str]:
    yield from (path.name for path in geometry.values())
    yield from (part.name for part in (folder.resolve(), *folder.resolve().parents))
