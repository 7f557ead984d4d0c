"""What would break in QGIS 4 (Qt 6) and can be found without it: unscoped enumerations and calls that are gone."""

import ast
import enum
import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted([ROOT / "plugin.py", *(ROOT / "processing").rglob("*.py"), *(ROOT / "ui").rglob("*.py")])


def imported_from_qgis(tree):
    """Return the objects that a file imports from qgis, by the name it uses."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis."):
            module = importlib.import_module(node.module)
            for alias in node.names:
                if hasattr(module, alias.name):
                    found[alias.asname or alias.name] = getattr(module, alias.name)
    return found


def unscoped(tree):
    """Yield ``Class.value`` where the value belongs to an enumeration that Qt 6 reaches by its own name only."""
    objects = imported_from_qgis(tree)
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in objects):
            continue
        owner = objects[node.value.id]
        value = getattr(owner, node.attr, None)
        is_value = isinstance(value, enum.Enum) or (isinstance(value, int) and type(value) not in (int, bool))
        if is_value and not isinstance(value, owner if isinstance(owner, type) else ()):
            yield f"{node.value.id}.{node.attr}"


def test_the_search_finds_what_it_looks_for():
    bad = "from qgis.PyQt.QtCore import Qt\nfrom qgis.core import QgsWkbTypes\nx = Qt.UTC, QgsWkbTypes.Point"
    assert set(unscoped(ast.parse(bad))) == {"Qt.UTC", "QgsWkbTypes.Point"}
    good = "from qgis.PyQt.QtCore import Qt\nx = Qt.TimeSpec.UTC, Qt.Orientation.Horizontal"
    assert list(unscoped(ast.parse(good))) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_enumerations_are_scoped_and_calls_are_not_those_of_qt5(path):
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert list(unscoped(tree)) == []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            assert node.attr not in {"exec_", "print_"}, f"line {node.lineno}"
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names]
            assert not any(name.startswith(("PyQt5", "PyQt6")) for name in names), f"line {node.lineno}"
