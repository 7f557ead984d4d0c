"""Report on the packages of this system."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..environment import Package, groundswell_version
from ..language import tr
from .headline import add_packages
from .page import Page


def write_environment_report(packages: Sequence[Package], title: str, report: Path) -> None:
    """Write the list of packages; those that are missing come first, with the command that installs them.

    Parameters
    ----------
    packages : sequence of Package
        Those that are needed, present or not.
    title : str
        What system it is.
    report : Path
        Of the page.
    """
    broken = [package for package in packages if not package.works]
    lead = tr("Groundswell {version} on {system}.").format(version=groundswell_version(), system=title)
    page = Page(tr("Environment"), lead)
    add_packages(page, [package.name for package in broken])
    page.warn(
        f"{package.name} {_state(package)} ({package.needed_for}). Install it with: {package.install}"
        for package in broken
    )
    page.table(
        "Python packages, each imported in a process of its own.",
        ("Package", "Version", "State", "Needed for", "Install with"),
        [
            (p.name, p.version or "-", _state(p), p.needed_for, "" if p.works else p.install)
            for p in sorted(packages, key=lambda package: package.works)
        ],
    )
    page.write(report)


def _state(package: Package) -> str:
    if not package.version:
        return "is missing"
    return f"cannot be imported: {package.problem}" if package.problem else "works"
