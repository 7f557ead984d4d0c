"""The directions in which the packages depend on each other, read from the source."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# The ground: modules that import no package of the core but each other.
GROUND = {"arrays", "dates", "environment", "errors", "fourier", "geodesy", "language", "wording"}
# The rooms in the order of the data; those in one set may not import each other.
ORDER = [
    {"work"},
    {"files"},
    {"remote"},
    {"grid"},
    {"insar", "gnss", "loading", "land"},
    {"displacement"},
    {"grace"},
    {"assimilation"},
    {"inversion"},
]
LEVEL = {room: level for level, rooms in enumerate(ORDER) for room in rooms}
# What stands above the science and may use all of it.
ABOVE = {"extraction", "charts", "report", "example", "findings"}
# Inside the two large packages too: a room imports those before it; modules beside the rooms are the steps.
INSIDE = {
    "insar": ["solver", "frames", "delays", "stack", "reference", "checks", "series", "known_motion"],
    "assimilation": ["algebra", "errors", "inputs", "priors", "information", "filter", "diagnostics"],
}
LIMIT_LINES, LIMIT_ALGORITHM_LINES = 420, 320


def sources(folder):
    return sorted(path for path in (ROOT / folder).rglob("*.py") if "__pycache__" not in path.parts)


def imports(path):
    """Yield (absolute module or '', level, names) of every import, also those inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, 0, []
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "", node.level, [alias.name for alias in node.names]


def targets(path):
    """Yield what a file of the package imports from the package, as parts from the root: ('core', 'grid', 'ease2')."""
    here = path.relative_to(ROOT).parts[:-1]
    for module, level, names in imports(path):
        if level:
            base = here[: len(here) - level + 1]
            parts = (*base, *module.split(".")) if module else base
            for name in names or [""]:
                yield (*parts, name)


def test_the_core_knows_neither_qgis_nor_qt():
    for path in sources("core"):
        for module, level, _ in imports(path):
            assert level or module.partition(".")[0] not in {"qgis", "PyQt5", "PyQt6", "processing"}, path


@pytest.mark.parametrize("folder", ["core", "processing", "ui"])
def test_imports_of_the_package_are_relative(folder):
    own = {"groundswell", "core", "processing", "ui", "plugin"}
    for path in sources(folder):
        for module, level, _ in imports(path):
            assert level or module.partition(".")[0] not in own, f"{path}: import {module}"


def room_of(parts):
    """Return the package or ground module that parts from the root, ('core', 'grid', 'ease2'), lie in."""
    return parts[1] if len(parts) > 1 else ""


def test_the_rooms_of_the_core_stand_in_the_order_of_the_data():
    for path in sources("core"):
        here = room_of(path.relative_to(ROOT).with_suffix("").parts)
        for target in targets(path):
            assert target[0] == "core", f"{path} imports {'.'.join(target)}"
            there = room_of(target)
            words = f"{path} imports {'.'.join(target)}"
            if here in GROUND:
                assert there in GROUND, words
            elif here in LEVEL and there != here:
                assert there in GROUND or there in LEVEL, words
                if there in LEVEL:
                    assert LEVEL[there] < LEVEL[here], words


@pytest.mark.parametrize("package", sorted(INSIDE))
def test_the_rooms_inside_a_package_stand_in_their_order(package):
    order = INSIDE[package]
    for path in sources(f"core/{package}"):
        here = path.relative_to(ROOT / "core" / package).parts[0]
        if here not in order:
            continue
        for target in targets(path):
            if target[1:2] == (package,) and target[2] in order:
                words = f"{path} imports {'.'.join(target)}"
                assert order.index(target[2]) <= order.index(here), words


def test_the_core_holds_the_rooms_and_the_ground():
    assert {path.stem for path in (ROOT / "core").glob("*.py")} - {"__init__"} == GROUND
    packages = {path.name for path in (ROOT / "core").iterdir() if (path / "__init__.py").is_file()}
    assert packages <= {*LEVEL, *ABOVE}


def test_processing_does_not_use_the_user_interface_and_the_core_not_processing():
    for path in sources("processing"):
        assert all(target[0] in {"core", "processing"} for target in targets(path)), path
    for path in sources("core"):
        assert all(target[0] == "core" for target in targets(path)), path


def test_algorithms_hold_no_science():
    """They declare parameters and hand over: no array library in them."""
    for path in sources("processing/algorithms"):
        for module, level, _ in imports(path):
            assert level or module.partition(".")[0] not in {"numpy", "scipy", "netCDF4", "osgeo"}, path
        assert len(path.read_text(encoding="utf-8").splitlines()) <= LIMIT_ALGORITHM_LINES, path


@pytest.mark.parametrize("folder", ["core", "processing", "ui"])
def test_files_are_short(folder):
    long = [path for path in sources(folder) if len(path.read_text(encoding="utf-8").splitlines()) > LIMIT_LINES]
    assert long == []


def test_open_files_are_typed_as_such():
    """What is open is a `Dataset` or a `Variable` of core/files/handles.py, never of any type."""
    names = {"dataset", "variable", "stack", "source", "target", "analysis", "series", "grace", "inversion", "cells"}
    found = []
    for path in sources("core"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.arg) or node.arg not in names or node.annotation is None:
                continue
            if ast.unparse(node.annotation) == "Any":
                found.append(f"{path.relative_to(ROOT)}:{node.lineno}: {node.arg}")
    assert found == []


def test_the_package_imports_without_qgis():
    """`import groundswell` touches QGIS only when QGIS calls classFactory."""
    tree = ast.parse((ROOT / "__init__.py").read_text(encoding="utf-8"))
    assert not [node for node in tree.body if isinstance(node, (ast.Import, ast.ImportFrom))]


def test_versions_agree():
    metadata = (ROOT / "metadata.txt").read_text(encoding="utf-8")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    version = next(line.partition("=")[2] for line in metadata.splitlines() if line.startswith("version="))
    assert f'version = "{version}"' in project
    assert f"## {version}" in changelog


def test_every_package_of_the_core_is_installed_by_pip():
    """`pip install .` takes the packages that pyproject.toml names."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for path in sources("core"):
        if path.name == "__init__.py":
            name = ".".join(("groundswell", *path.relative_to(ROOT).parts[:-1]))
            assert f'"{name}"' in project, name
