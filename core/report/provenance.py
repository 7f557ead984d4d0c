"""How a file came about: the steps of its history, its attributes, and the versions of the software."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ..environment import check_environment, groundswell_version
from ..files.handles import Dataset
from ..files.netcdf import PRODUCT
from ..language import tr
from .page import Page

_LINE = re.compile(rf"(\S+)\s+{PRODUCT}\s+(\S+)(?:\s+\((.*)\))?$")


def history_rows(history: str) -> list[tuple[str, str, str]]:
    """Return time, step and parameters of each line of a ``history`` attribute, first step first."""
    rows = []
    for line in reversed(history.splitlines()):
        match = _LINE.match(line.strip())
        if match:
            rows.append((match.group(1).replace("T", " ").rstrip("Z"), match.group(2), match.group(3) or ""))
        elif line.strip():
            rows.append(("", line.strip(), ""))
    return rows


def add_provenance(page: Page, dataset: Dataset) -> None:
    """Add the section ``How it was made``: steps with parameters, and versions."""
    page.heading(tr("How it was made"))
    rows = history_rows(str(getattr(dataset, "history", "")))
    if rows:
        page.table("Steps in the order of the chain (times in UTC).", ("Time", "Step", "Parameters"), rows)
    add_versions(page)


def add_versions(page: Page) -> None:
    """Add one sentence with the versions of all software."""
    found = check_environment()
    packages = ", ".join(f"{package.name} {package.version}" for package in found.packages if package.version)
    page.paragraph(f"Groundswell {groundswell_version()}; {found.platform}; {packages}.")


def attribute_rows(dataset: Dataset, leave_out: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Return names and values of the global attributes, those of CF and of the history left out."""
    hidden = {"Conventions", "title", "source", "history", "skipped", "unused_days", "innovation_warnings", *leave_out}
    return [(name, _short(dataset.getncattr(name))) for name in dataset.ncattrs() if name not in hidden]


def is_synthetic(dataset: Dataset) -> bool:
    """Return True where the file's data come from the example generator."""
    return bool(getattr(dataset, "synthetic", 0))


def _short(value: Any) -> str:
    text = str(value)
    try:
        return text if float(text).is_integer() else f"{float(text):.6g}"
    except ValueError:
        return text if len(text) <= 300 else text[:297] + "..."
