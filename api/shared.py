"""What the functions for scripts share: warnings, options by name, paths."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
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
    """Return the options of a step; a name that it does not have is an error that lists those it has.

    Options that a step keeps in groups (unit and sign of a product, columns of a table, ...) are given by their own
    names, as the parameters of the algorithms are; the groups themselves are taken too.
    """
    groups = {field.name: field.default_factory for field in fields(kind) if is_dataclass(field.default_factory)}
    own = {field.name for field in fields(kind)}
    group_of = {field.name: name for name, group in groups.items() for field in fields(group) if field.name not in own}
    unknown = sorted(set(options) - own - set(group_of))
    if unknown:
        known = [field.name for field in fields(kind) if field.name not in groups] + list(group_of)
        raise TypeError(f"{', '.join(unknown)}: no such option; there are {', '.join(known)}")
    given = {name: value for name, value in options.items() if name in own}
    for name, group in groups.items():
        parts = {key: value for key, value in options.items() if group_of.get(key) == name}
        if parts:
            given[name] = replace(given[name], **parts) if name in given else group(**parts)
    return kind(**given)


def as_paths(files: PathLike | Sequence[PathLike]) -> list[Path]:
    """Return one path or several as a list."""
    return [Path(files)] if isinstance(files, (str, Path)) else [Path(one) for one in files]
