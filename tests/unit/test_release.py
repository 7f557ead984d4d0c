"""What a release rests on: addresses in one place, placeholders told, the versions of QGIS that are named."""

import configparser
import importlib.util
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def check_package():
    spec = importlib.util.spec_from_file_location("check_package", ROOT / "tools" / "check_package.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def general():
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser["general"]


def test_placeholders_among_the_addresses_are_found(check_package, tmp_path):
    lines = (
        "[general]",
        "tracker=https://code.example/issues",
        "repository=https://example.org/x",
        "homepage=https://groundswell.readthedocs.io",
        "email=someone@example.com",
    )
    (tmp_path / "metadata.txt").write_text("\n".join(lines))
    found = check_package.placeholders(tmp_path)
    assert [one.partition("=")[0] for one in found] == ["tracker", "repository", "email"]
    (tmp_path / "metadata.txt").write_text("[general]\ntracker=https://examples.org/a\nemail=a@testing.org")
    assert check_package.placeholders(tmp_path) == []


def test_the_projects_own_addresses_stand_in_metadata_only(general):
    from urllib.parse import urlparse

    host = urlparse(general["homepage"]).hostname
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in listed.stdout.split("\n"):
        path = ROOT / name
        if name in ("", "metadata.txt") or path.suffix in (".png", ".nc", ".ts") or not path.is_file():
            continue
        assert host not in path.read_text(encoding="utf-8", errors="ignore"), name


def test_metadata_names_the_versions_of_qgis_and_qt(general):
    assert general["qgisMinimumVersion"] == "3.22"
    assert general["qgisMaximumVersion"] == "4.99"
    assert general["supportsQt6"] == "True"
