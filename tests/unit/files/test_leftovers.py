"""What a killed process leaves is removed by the next run; names cannot be guessed and follow no link."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from groundswell.core.errors import InputError, OutputError
from groundswell.core.files import netcdf, outputs
from groundswell.core.files.outputs import whole_file, whole_folder, write_text
from groundswell.core.work.leftovers import remove_leftovers, temporary_name

ROOT = Path(__file__).resolve().parents[3]


def ended_process():
    """Return the number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", "pass"])
    process.wait()
    return process.pid


def test_only_the_leftovers_of_processes_that_are_gone_are_removed(tmp_path):
    ours = tmp_path / temporary_name(ending=".part.nc")
    gone = tmp_path / ours.name.replace(f"-{os.getpid()}-", f"-{ended_process()}-")
    folder = tmp_path / gone.name.replace(".part.nc", ".part")
    elsewhere = tmp_path / f".groundswell-00000000-{ended_process()}-0123456789abcdef.part.nc"
    kept = tmp_path / ".groundswell-notes.nc"
    for path in (ours, gone, elsewhere, kept):
        path.touch()
    (folder / "inner").mkdir(parents=True)
    remove_leftovers(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([ours, elsewhere, kept])


def test_a_killed_step_leaves_nothing_for_long(tmp_path):
    """SIGKILL in the middle of a file: the next file in the folder takes the remains away."""
    script = textwrap.dedent(f"""
        import importlib.util, os, signal, sys
        spec = importlib.util.spec_from_file_location(
            "groundswell", {str(ROOT / "__init__.py")!r}, submodule_search_locations=[{str(ROOT)!r}]
        )
        sys.modules["groundswell"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules["groundswell"])
        from groundswell.core.files.outputs import whole_file
        from pathlib import Path
        with whole_file(Path({str(tmp_path)!r}) / "a.nc") as temporary:
            temporary.write_bytes(b"half")
            os.kill(os.getpid(), signal.SIGKILL)
    """)
    assert subprocess.run([sys.executable, "-c", script]).returncode == -signal.SIGKILL
    assert len(list(tmp_path.iterdir())) == 1
    write_text(tmp_path / "b.txt", "whole")
    assert [path.name for path in tmp_path.iterdir()] == ["b.txt"]


def test_two_runs_on_one_output_have_files_of_their_own(tmp_path):
    with whole_file(tmp_path / "a.txt") as first, whole_file(tmp_path / "a.txt") as second:
        assert first != second
        first.write_text("first")
        second.write_text("second")
    assert (tmp_path / "a.txt").read_text() == "first"  # the outer block ends last


def test_a_planted_link_is_not_followed(tmp_path, monkeypatch):
    victim = tmp_path / "victim.txt"
    victim.write_text("precious")
    monkeypatch.setattr(outputs, "temporary_name", lambda prefix="", ending="": f"known{ending}")
    (tmp_path / "known.part.txt").symlink_to(victim)
    with pytest.raises(OutputError, match="Cannot write"):
        write_text(tmp_path / "a.txt", "gone")
    assert victim.read_text() == "precious"


def test_names_of_any_length_can_be_written(tmp_path):
    """The temporary name does not hold the target's, which may be as long as the file system allows."""
    name = "n" * 251 + ".txt"
    write_text(tmp_path / name, "long")
    assert (tmp_path / name).read_text() == "long"


def test_a_folder_appears_whole(tmp_path):
    with whole_folder(tmp_path / "made") as folder:
        (folder / "a").touch()
        assert not (tmp_path / "made").exists()
    assert [path.name for path in (tmp_path / "made").iterdir()] == ["a"]


def test_locks_that_a_drive_refuses_are_explained(tmp_path, monkeypatch):
    (tmp_path / "a.nc").write_bytes(b"\x89HDF\r\n\x1a\n" + bytes(64))

    class Locked:
        @staticmethod
        def Dataset(*_):  # noqa: N802
            raise OSError(-101, "NetCDF: HDF error")

    monkeypatch.setattr(netcdf, "netcdf4", lambda: Locked)
    with pytest.raises(InputError, match="HDF5_USE_FILE_LOCKING"), netcdf.open_dataset(tmp_path / "a.nc"):
        pass
