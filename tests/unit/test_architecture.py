"""The directions in which the packages depend on each other, read from the source."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = {"arrays", "blocks", "dates", "errors", "fourier", "netcdf", "outputs", "processes", "progress"}
SHARED |= {"projections", "raster", "reference_area", "worker_process"}
ORDER = ["grid", "insar", "loading", "land", "gnss", "assimilation", "grace"]
# What stands above the science and may use all of it.
ABOVE = {"charts", "report", "example"}
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


def test_the_packages_of_the_core_stand_in_the_order_of_the_data():
    for path in sources("core"):
        parts = path.relative_to(ROOT / "core").parts
        here = parts[0] if len(parts) > 1 else ""
        for target in targets(path):
            assert target[0] == "core", f"{path} imports {'.'.join(target)}"
            package = target[1] if len(target) > 1 else ""
            if package in ABOVE:
                assert here in ABOVE or here == "", f"{path} imports {'.'.join(target)}"
            elif here in ORDER and package in ORDER:
                assert ORDER.index(package) <= ORDER.index(here), f"{path} imports {'.'.join(target)}"
        if here == "" and path.stem in SHARED:
            assert all(target[1] in SHARED for target in targets(path) if len(target) > 1), path


def test_the_shared_modules_are_modules():
    assert {path.stem for path in (ROOT / "core").glob("*.py")} >= SHARED
    packages = {path.name for path in (ROOT / "core").iterdir() if (path / "__init__.py").is_file()}
    assert packages == {*ORDER, *ABOVE}


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
