"""Hold a plugin zip against the rules of the QGIS plugin repository: check_package.py ZIP."""

from __future__ import annotations

import configparser
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path, PurePosixPath
from urllib.parse import urlparse

MAX_BYTES = 25_000_000
NEEDED = (
    "name",
    "description",
    "version",
    "qgisMinimumVersion",
    "author",
    "email",
    "about",
    "tracker",
    "repository",
    "tags",
    "icon",
    "changelog",
    "category",
)
ADDRESSES = ("tracker", "repository", "homepage", "email")
RESERVED = ("example", "invalid", "test", "localhost", "example.com", "example.org", "example.net")
"""Domains that nobody can have (RFC 2606, RFC 6761)."""
FORBIDDEN = (".sh", ".bat", ".so", ".dll", ".dylib", ".exe", ".pyc")


def layout_problems(names: list[str], size: int) -> list[str]:
    """Return what is wrong with the files of the zip."""
    problems = []
    if size > MAX_BYTES:
        problems.append(f"{size / 1e6:.1f} MB; at most {MAX_BYTES / 1e6:.0f} MB")
    if {PurePosixPath(name).parts[0] for name in names} != {"groundswell"}:
        problems.append("more than the one top folder groundswell/")
    for needed in ("metadata.txt", "__init__.py", "LICENSE"):
        if f"groundswell/{needed}" not in names:
            problems.append(f"groundswell/{needed} is missing")
    for name in names:
        parts = PurePosixPath(name).parts
        if name.endswith(FORBIDDEN) or "__pycache__" in parts or any(part.startswith(".") for part in parts):
            problems.append(f"{name} must not be in the package")
    return problems


def metadata_problems(folder: Path) -> list[str]:
    """Return what is wrong with metadata.txt."""
    parser = configparser.ConfigParser()
    parser.read(folder / "metadata.txt", encoding="utf-8")
    general = parser["general"]
    problems = [f"metadata.txt has no {key}" for key in NEEDED if not general.get(key)]
    if not re.fullmatch(r"\d+\.\d+\.\d+", general.get("version", "")):
        problems.append("version in metadata.txt is not X.Y.Z")
    icon = general.get("icon", "")
    if not icon.endswith(".png") or not (folder / icon).is_file():
        problems.append(f"icon {icon} is not a PNG in the package")
    if "GNU GENERAL PUBLIC LICENSE" not in (folder / "LICENSE").read_text(encoding="utf-8"):
        problems.append("LICENSE is not the GNU GPL")
    return problems


def placeholders(folder: Path) -> list[str]:
    """Return the addresses of metadata.txt that lead nowhere, which the repository refuses."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(folder / "metadata.txt", encoding="utf-8")
    found = []
    for key in ADDRESSES:
        value = parser["general"].get(key, "")
        host = (urlparse(value).hostname or "") if "://" in value else value.rpartition("@")[2]
        if any(host == name or host.endswith(f".{name}") for name in RESERVED):
            found.append(f"{key}={value}")
    return found


def tool(*command: str) -> str:
    """Return what a checking tool prints; '' where it is content."""
    done = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode else ""


def scan_problems(folder: Path) -> list[str]:
    """Return the findings of the repository's own scans: bandit, secrets, flake8's errors."""
    problems = []
    # Assertions are how the code says what it relies on; subprocesses there are none.
    for finding in json.loads(tool("bandit", "-q", "-r", str(folder), "-f", "json", "-s", "B101") or '{"results": []}')[
        "results"
    ]:
        problems.append(f"bandit {finding['test_id']} {finding['filename']}:{finding['line_number']}")
    found = subprocess.run(
        [sys.executable, "-m", "detect_secrets", "scan", "--all-files", str(folder)],
        capture_output=True,
        text=True,
        check=True,
    )
    for name, secrets in json.loads(found.stdout)["results"].items():
        problems += [f"secret? {name}:{secret['line_number']} {secret['type']}" for secret in secrets]
    problems += tool("flake8", "--select", "E9,F8", str(folder)).splitlines()
    return problems


def main() -> None:
    """Check a zip; end with 1 and the list of problems where there are any.

    Placeholders among the addresses are said; they are a problem where UPLOAD is set in the environment.
    """
    package = Path(sys.argv[1])
    with zipfile.ZipFile(package) as archive, tempfile.TemporaryDirectory() as temporary:
        names = [name for name in archive.namelist() if not name.endswith("/")]
        archive.extractall(temporary)
        folder = Path(temporary) / "groundswell"
        problems = layout_problems(names, package.stat().st_size)
        if not problems:
            problems = metadata_problems(folder) + scan_problems(folder)
        missing = placeholders(folder)
    if missing and os.environ.get("UPLOAD"):
        problems += [f"metadata.txt: {one} is a placeholder, which the repository refuses" for one in missing]
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        raise SystemExit(1)
    size = package.stat().st_size / 1e6
    print(f"{package.name}: {len(names)} files, {size:.1f} MB; layout, metadata, bandit, secrets, flake8: good.")
    if missing:
        print(
            "NOT READY FOR UPLOAD: the QGIS plugin repository refuses the placeholders in metadata.txt: "
            f"{', '.join(missing)}. Put the project's public addresses there (nowhere else); the zip can be installed."
        )


if __name__ == "__main__":
    main()
