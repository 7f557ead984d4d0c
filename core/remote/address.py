"""Addresses in the place of files: fetched beside the result, then read as files."""

from __future__ import annotations

import urllib.parse
from pathlib import Path

from ..errors import InputError
from ..work.progress import Progress
from .client import Client, ServerOptions, joined
from .fetch import Item, ask_sizes, fetch_all
from .listing import read_listing

_MOST_FILES = 5000


def download_folder(output: Path) -> Path:
    """Return the folder beside a result that what it is made of is fetched into.

    Parameters
    ----------
    output : Path
        Result of the step.

    Returns
    -------
    Path
        Not made yet.
    """
    return output.with_name(f"{output.stem}_download")


def fetch_files(
    address: str, folder: Path, suffixes: tuple[str, ...], progress: Progress, options: ServerOptions | None = None
) -> None:
    """Fetch a file, or all files of a listed folder with certain endings, into a folder.

    Parameters
    ----------
    address : str
        Of a file with one of the endings, or of a folder.
    folder : Path
        Where they go; what is here already is not fetched again.
    suffixes : tuple of str
        Endings in small letters, packed (``.gz``) or not.
    progress : Progress
        Called after every file.
    options : ServerOptions, optional
        Time limits and proxy.

    Raises
    ------
    InputError
        Where there is no such file or folder, or it holds no such files.
    """
    client = Client(options or ServerOptions())
    name = urllib.parse.unquote(urllib.parse.urlsplit(address).path.rsplit("/", 1)[-1])
    if _ends(name, suffixes):
        items = [Item(address, folder / name)]
    else:
        names = [file for file in read_listing(client, address).files if _ends(file, suffixes)]
        if not names:
            raise InputError(f"{address} lists no files ending in {', '.join(suffixes)}.")
        if len(names) > _MOST_FILES:
            raise InputError(f"{address} lists {len(names)} files: fetch those of a region with 'Fetch GNSS series'.")
        items = [Item(joined(address, file), folder / file) for file in names]
    sized, _ = ask_sizes(client, items, progress)
    fetch_all(client, sized, folder, progress)


def _ends(name: str, suffixes: tuple[str, ...]) -> bool:
    plain = name.lower()
    return (plain[:-3] if plain.endswith(".gz") else plain).endswith(suffixes)
