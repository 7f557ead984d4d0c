"""What a system has and lacks."""

import importlib.util
import subprocess
import sys
import textwrap
from pathlib import Path

import numpy as np
from groundswell.core import environment

ROOT = Path(__file__).resolve().parents[2]


def test_versions_are_those_that_are_imported():
    found = {package.name: package for package in environment.check_environment().packages}
    assert found["numpy"].version == np.__version__
    assert list(found) == ["numpy", "GDAL", "pyproj", "netCDF4", "scipy", "matplotlib"]
    assert all(package.needed_for for package in found.values())


def test_a_missing_package_has_no_version_and_a_command(monkeypatch):
    original = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "netCDF4" else original(name))
    monkeypatch.delitem(sys.modules, "netCDF4", raising=False)
    found = environment.check_environment()
    assert [package.name for package in found.missing] == ["netCDF4"]
    assert "netcdf4" in found.missing[0].install.lower()


def test_a_package_without_metadata_is_not_called_missing(monkeypatch):
    def unknown(name):
        raise environment.importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(environment.importlib.metadata, "version", unknown)
    monkeypatch.delitem(sys.modules, "scipy", raising=False)
    assert environment.installed_version("scipy", "scipy") == "unknown"


def test_nothing_heavy_is_imported_to_find_out():
    script = textwrap.dedent(
        f"""
        import importlib.util, sys
        spec = importlib.util.spec_from_file_location(
            "groundswell", r"{ROOT}/__init__.py", submodule_search_locations=[r"{ROOT}"])
        package = importlib.util.module_from_spec(spec)
        sys.modules["groundswell"] = package
        spec.loader.exec_module(package)
        from groundswell.core.environment import check_environment
        assert len(check_environment().packages) == 6
        print(*sorted({{"numpy", "scipy", "matplotlib", "netCDF4", "osgeo"}} & set(sys.modules)))
        """
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_the_version_is_the_one_of_the_metadata():
    lines = (ROOT / "metadata.txt").read_text(encoding="utf-8").splitlines()
    assert f"version={environment.groundswell_version()}" in lines


def test_packages_are_tried_in_a_process_of_their_own(monkeypatch, tmp_path):
    """A package that is there but broken is named with its reason, also where it ends the process."""
    (tmp_path / "netCDF4").mkdir()
    (tmp_path / "netCDF4" / "__init__.py").write_text("raise ImportError('libhdf5.so.103: cannot open shared object')")
    (tmp_path / "matplotlib").mkdir()
    (tmp_path / "matplotlib" / "__init__.py").write_text("import os; os.abort()")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    found = {package.name: package for package in environment.check_environment(Path(sys.executable)).packages}
    assert "libhdf5.so.103" in found["netCDF4"].problem
    assert "ended the process" in found["matplotlib"].problem
    assert found["numpy"].works
    broken = environment.Environment("here", tuple(found.values())).missing
    assert {package.name for package in broken} == {"netCDF4", "matplotlib"}
