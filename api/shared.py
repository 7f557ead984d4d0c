"""What the functions for scripts share: warnings, options by name, paths."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any, Union

PathLike = Union[str, Path]


class GroundswellWarning(UserWarning):
    """What a run says that does not stop it, as in QGIS's log."""


class WarningProgress:
    """Progress of a script: silent, with warnings as Python's."""

    def report(self, fraction: float, message: str = "") -> None:
        """Say nothing."""

    def warn(self, message: str) -> None:
        """Warn."""
        warnings.warn(message, GroundswellWarning, stacklevel=4)

    def cancelled(self) -> bool:
        """Return False: a script is stopped by Ctrl-C."""
        return False


def made_options(kind: Any, options: dict[str, Any]) -> Any:
    """Return the options of a step; a name that it does not have is an error that lists those it has."""
    known = [field.name for field in fields(kind)]
    unknown = sorted(set(options) - set(known))
    if unknown:
        raise TypeError(f"{', '.join(unknown)}: no such option; there are {', '.join(known)}")
    return kind(**options)


def as_paths(files: PathLike | Sequence[PathLike]) -> list[Path]:
    """Return one path or several as a list."""
    return [Path(files)] if isinstance(files, (str, Path)) else [Path(one) for one in files]
