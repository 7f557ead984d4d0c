"""Every name of Qt that the plugin uses was found in PyQt6, which cannot be run here beside QGIS's PyQt5."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def check_qt6():
    spec = importlib.util.spec_from_file_location("check_qt6", ROOT / "tools" / "check_qt6.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_names_are_found_as_they_are_used(check_qt6):
    text = "from qgis.PyQt.QtCore import Qt, QVariant as V\nx = Qt.TimeSpec.UTC, V.Type, other.Qt"
    assert check_qt6.names_in(text) == {
        "QtCore.Qt", "QtCore.Qt.TimeSpec", "QtCore.Qt.TimeSpec.UTC", "QtCore.QVariant", "QtCore.QVariant.Type",
    }  # fmt: skip


def test_all_names_are_in_pyqt6(check_qt6):
    lines = check_qt6.TARGET.read_text(encoding="utf-8").splitlines()
    known = set(lines[1:])
    new = sorted(check_qt6.all_names() - known)
    assert new == [], "run `make qt6-names`"
    assert not any(name.startswith("QtCore.QVariant.") for name in known)  # PyQt6 has no QVariant.Type
