"""A damaged file that ends the process which opens it is refused; whole files cost one process for many."""

import os
import sys

import numpy as np
import pytest
from groundswell.core.errors import DamagedFileError, InputError
from groundswell.core.files import netcdf, outputs, raster, trial
from groundswell.core.files.raster import RasterGrid


@pytest.fixture
def process():
    one = trial._Trial()
    yield one
    one.close()


@pytest.fixture
def whole(tmp_path):
    path = tmp_path / "whole.nc"
    with netcdf.create(path, "whole", "test") as dataset:
        netcdf.write_grid(dataset, RasterGrid("EPSG:4326", 100.0, 26.0, 0.5, 0.5, 4, 3))
        netcdf.add_variable(dataset, "tws", ("y", "x"), "mm", "storage")[:] = np.arange(12.0).reshape(3, 4)
    return path


def answers(monkeypatch, text):
    """Let the process that opens files do what `text` says, with its `path`."""
    start = "import json, os, signal, sys\nprint('ready', flush=True)\nfor line in sys.stdin:\n"
    monkeypatch.setattr(trial, "_START", start + text)


def test_one_process_opens_many_files_each_once(process, whole, tmp_path):
    process.open(whole, "netCDF4")
    number = process._process.pid
    copy = tmp_path / "copy.nc"
    copy.write_bytes(whole.read_bytes())
    process.open(copy, "netCDF4")
    process.open(copy, "raster")
    assert process._process.pid == number
    process.close()
    process.open(copy, "netCDF4")
    assert process._process is None  # known as it is
    os.utime(copy, (1, 1))
    process.open(copy, "netCDF4")
    assert process._process is not None


def test_what_this_process_has_written_is_not_tried(process, tmp_path, monkeypatch):
    monkeypatch.setattr(trial, "_TRIAL", process)
    outputs.write_text(tmp_path / "own.nc", "text")
    trial.open_for_trial(tmp_path / "own.nc", "netCDF4")
    assert process._process is None


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize(
    ("end", "words"), [("SIGSEGV", "crashes when it opens it"), ("SIGPROF", r"does not end within 20 s")]
)
def test_a_file_that_ends_the_process_is_refused_with_a_sentence(process, whole, monkeypatch, end, words):
    answers(monkeypatch, f" os.kill(os.getpid(), signal.{end})")
    monkeypatch.setattr(trial, "_TRIAL", process)
    whole.touch()
    with pytest.raises(InputError, match=rf"whole\.nc cannot be read as NetCDF \(it is damaged: .*{words}"):
        netcdf.open_dataset(whole).__enter__()
    with pytest.raises(InputError, match=rf"whole\.nc cannot be read as a raster: it is damaged: .*{words}"):
        raster.open_raster(whole)


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_process_that_a_file_before_has_harmed_is_not_believed(process, whole, tmp_path, monkeypatch):
    """It answers its first file and dies of its second: each is opened once more in a new one."""
    answers(
        monkeypatch,
        " print(json.dumps(''), flush=True)\n sys.stdin.readline()\n os.kill(os.getpid(), signal.SIGSEGV)",
    )
    for number in range(3):
        copy = tmp_path / f"{number}.nc"
        copy.write_bytes(whole.read_bytes())
        process.open(copy, "netCDF4")


def test_a_python_that_does_not_run_is_no_reason_to_refuse(process, whole, monkeypatch):
    answers(monkeypatch, " sys.exit(3)")
    copy = whole.with_name("copy.nc")
    copy.write_bytes(whole.read_bytes())
    process.open(copy, "netCDF4")
    assert not process._is_possible


def test_another_python_that_comes_first_is_passed_over(process, whole, tmp_path, monkeypatch):
    """Inside QGIS sys.executable can be any python3; loading this one's libraries there fails in odd ways."""
    other = tmp_path / "python3"
    other.write_text(f'#!/bin/sh\nexec {sys.executable} "$1" "$2" another "$4"\n')
    other.chmod(0o755)
    monkeypatch.setattr(trial, "find_pythons", lambda: [other])
    copy = whole.with_name("copy.nc")
    copy.write_bytes(whole.read_bytes())
    process.open(copy, "netCDF4")
    assert not process._is_possible


def test_packages_that_cannot_be_loaded_there_are_no_reason_to_refuse(process, whole, tmp_path, monkeypatch):
    (tmp_path / "netCDF4.py").write_text("raise AttributeError('of another Python')")
    monkeypatch.syspath_prepend(tmp_path)
    copy = whole.with_name("copy.nc")
    copy.write_bytes(whole.read_bytes())
    process.open(copy, "netCDF4")
    assert process._process is not None


def test_a_file_that_does_not_open_is_refused_with_the_librarys_reason(process, tmp_path):
    path = tmp_path / "cut.nc"
    path.write_bytes(b"\x89HDF\r\n\x1a\n" + b"\0" * 100)
    for library in ("netCDF4", "raster", "arrays", "vector"):
        with pytest.raises(DamagedFileError, match=r"."):
            process.open(path, library)
    assert process._process is None  # the next file gets a new one
