"""Report on the packages of this system."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..environment import groundswell_version
from .page import Page


def write_environment_report(rows: Sequence[tuple[str, str, str, str]], title: str, report: Path) -> None:
    """Write the list of packages; those that are missing come first, with the command that installs them.

    Parameters
    ----------
    rows : sequence of (name, version, needed for, install command)
        One for each package; the version is empty where it is missing.
    title : str
        What system it is.
    report : Path
        Of the page.
    """
    missing = [row for row in rows if not row[1]]
    lead = f"Groundswell {groundswell_version()} on {title}. "
    lead += f"{len(missing)} of {len(rows)} packages are missing." if missing else "Everything is there."
    page = Page("Environment", lead)
    page.warn(f"{name} is missing ({purpose}). Install it with: {command}" for name, _, purpose, command in missing)
    page.table(
        "Python packages.",
        ("Package", "Version", "Needed for", "Install with"),
        [(name, version or "missing", purpose, "" if version else command) for name, version, purpose, command in rows],
    )
    page.write(report)
