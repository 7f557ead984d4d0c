"""Hold every name of Qt that the plugin uses against PyQt6, and keep the list of those that it has.

``make qt6-names`` runs it with PyQt6 in an environment of its own; a test then holds the list current without PyQt6.
"""

from __future__ import annotations

import ast
import importlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "tests" / "made" / "qt6_names.txt"
MOVED = {"QtWidgets.QAction": "QtGui.QAction"}
"""Names that qgis.PyQt offers in their old module under Qt 6, too."""


def source_files() -> list[Path]:
    """Return the files of the plugin that use Qt."""
    return [ROOT / "plugin.py", *sorted((ROOT / "processing").rglob("*.py")), *sorted((ROOT / "ui").rglob("*.py"))]


def names_in(text: str) -> set[str]:
    """Return the names of Qt that a file uses, such as ``QtCore.Qt.CursorShape.WaitCursor``."""
    tree = ast.parse(text)
    modules: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt."):
            module = str(node.module).rpartition(".")[2]
            modules.update({alias.asname or alias.name: f"{module}.{alias.name}" for alias in node.names})
    found = set(modules.values())
    for node in ast.walk(tree):
        parts: list[str] = []
        below: ast.expr | ast.AST = node
        while isinstance(below, ast.Attribute):
            parts.insert(0, below.attr)
            below = below.value
        if parts and isinstance(below, ast.Name) and below.id in modules:
            found.add(".".join([modules[below.id], *parts]))
    return found


def all_names() -> set[str]:
    """Return the names of Qt that the plugin uses."""
    return set().union(*(names_in(path.read_text(encoding="utf-8")) for path in source_files()))


def missing_in_qt6(name: str) -> bool:
    """Return whether PyQt6 lacks a name."""
    first = next((old for old in MOVED if name == old or name.startswith(f"{old}.")), "")
    module, *parts = (MOVED[first] + name[len(first) :] if first else name).split(".")
    value: object = importlib.import_module(f"PyQt6.{module}")
    for part in parts:
        if not hasattr(value, part):
            return True
        value = getattr(value, part)
    return False


def main() -> None:
    """Write the list, or end with 1 and the names that PyQt6 lacks."""
    from PyQt6.QtCore import PYQT_VERSION_STR

    names = sorted(all_names())
    missing = [name for name in names if missing_in_qt6(name)]
    for name in missing:
        print(f"PyQt6 {PYQT_VERSION_STR} has no {name}", file=sys.stderr)
    if missing:
        raise SystemExit(1)
    header = f"# Names of Qt that the plugin uses, all there in PyQt6 {PYQT_VERSION_STR}: made by tools/check_qt6.py\n"
    TARGET.write_text(header + "\n".join(names) + "\n", encoding="utf-8")
    print(f"{len(names)} names, all in PyQt6 {PYQT_VERSION_STR}.")


if __name__ == "__main__":
    main()
