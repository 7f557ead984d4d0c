"""The text of a file, packed or not."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

from ..errors import InputError

PACKED = ".gz"
_MOST_BYTES = 500_000_000
"""The longest real series (30 years of daily positions of a hundred stations in one table) has a tenth of this."""


def suffix_of(path: Path) -> str:
    """Return a file's ending in small letters, that of the packed file for ``.gz``."""
    inner = path.with_suffix("") if path.suffix.lower() == PACKED else path
    return inner.suffix.lower()


def stem_of(path: Path) -> str:
    """Return a file's name without its endings: ``KMIN`` for ``KMIN.csv.gz`` and for ``KMIN.IGS14.tenv3``."""
    return path.name.split(".", 1)[0]


def text_of(path: Path, what: str) -> str:
    """Return the text of a file.

    Parameters
    ----------
    path : Path
        Of the file; ``.gz`` is unpacked.
    what : str
        What it should hold, for messages.

    Raises
    ------
    InputError
        Where the file is missing, too large or no text.
    """
    path = Path(path)
    if not path.is_file():
        raise InputError(f"{path} does not exist or is not a file: give {what}.")
    try:
        if path.suffix.lower() == PACKED:
            with gzip.open(path) as file:
                data = file.read(_MOST_BYTES + 1)
        else:
            with path.open("rb") as file:
                data = file.read(_MOST_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{path} cannot be read ({error}): get it again.") from error
    if len(data) > _MOST_BYTES:
        raise InputError(f"{path} holds more than {_MOST_BYTES // 1_000_000} MB of text: give {what}.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if b"\0" in data[:4096]:
            raise InputError(f"{path} is no text: give {what}.") from None
        return data.decode("latin-1")
