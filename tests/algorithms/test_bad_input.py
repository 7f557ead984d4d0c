"""Bad input ends with a sentence that says what to do, and leaves no partial file."""

import shutil

import numpy as np
import pytest
from groundswell.core.files import netcdf
from qgis.core import QgsProcessingException


def fails(run, name, parameters, match):
    with pytest.raises(QgsProcessingException, match=match):
        run(name, {key: str(value) for key, value in parameters.items()})


def test_empty_folder(run, tmp_path):
    (tmp_path / "empty").mkdir()
    fails(
        run, "importinterferograms", {"INPUT": tmp_path / "empty", "OUTPUT": tmp_path / "stack.nc"}, "no interferogram"
    )
    assert not list(tmp_path.glob("*stack*"))


def test_no_readable_pair(run, tmp_path):
    pair = tmp_path / "frame" / "GEOC" / "20180101_20180113"
    pair.mkdir(parents=True)
    (pair / "20180101_20180113.geo.unw.tif").write_bytes(b"")
    fails(
        run,
        "importinterferograms",
        {"INPUT": tmp_path / "frame", "OUTPUT": tmp_path / "stack.nc"},
        "(?i)none of the .*could be read|no readable",
    )


def test_extent_outside_the_frame(run, tmp_path, chain):
    fails(
        run,
        "importinterferograms",
        {"INPUT": chain.frame, "OUTPUT": tmp_path / "stack.nc", "EXTENT": "10,11,50,51 [EPSG:4326]"},
        "(?i)extent",
    )


def test_stack_cut_in_half(run, tmp_path, chain):
    cut = tmp_path / "cut.nc"
    data = chain.stack.read_bytes()
    cut.write_bytes(data[: len(data) // 2])
    fails(run, "invertinterferograms", {"INPUT": cut, "OUTPUT": tmp_path / "series.nc"}, r"cut\.nc.*cut off")
    assert not list(tmp_path.glob("*series*"))


def test_network_with_one_date(run, tmp_path, chain):
    copy = tmp_path / "one.nc"
    shutil.copy(chain.checked, copy)
    with netcdf.append(copy) as dataset:
        dataset["secondary_date"][:] = dataset["reference_date"][:]
    fails(run, "invertinterferograms", {"INPUT": copy, "OUTPUT": tmp_path / "series.nc"}, "(?i)date")


def test_storage_that_does_not_cover_the_observations(run, tmp_path, chain):
    far = tmp_path / "far.nc"
    with netcdf.open_dataset(chain.storage) as source:
        grid, days = netcdf.read_grid(source), netcdf.read_days(source)
    away = grid.window(0, 2 * grid.columns, 10, 10)
    with netcdf.create(far, "far", "test") as dataset:
        netcdf.write_grid(dataset, away)
        netcdf.write_time(dataset, days)
        values = netcdf.add_variable(dataset, "tws", ("time", "y", "x"), "mm", "storage")
        values[:] = np.random.default_rng(0).normal(0, 50, (days.size, 10, 10))
    fails(
        run,
        "assimilate",
        {"INPUT": far, "OBSERVATIONS": chain.vertical, "OUTPUT": tmp_path / "analysis.nc"},
        "(?i)cover",
    )


def test_grace_without_a_month_in_common(run, tmp_path, chain):
    late = tmp_path / "late.nc"
    shutil.copy(chain.grace, late)
    with netcdf.append(late) as dataset:
        dataset["time"][:] += 20 * 365.25
        dataset["time_bnds"][:] += 20 * 365.25
    fails(
        run,
        "comparegrace",
        {"INPUT": chain.analysis, "GRACE": late, "OUTPUT": tmp_path / "maps.nc"},
        "(?i)no .*month.* in common|common",
    )


def test_unwritable_output(run, tmp_path, chain):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    fails(run, "maskdownsample", {"INPUT": chain.series, "OUTPUT": blocked / "gridded.nc"}, "Cannot write")


def test_full_disk(run, tmp_path, chain, monkeypatch):
    """The file system says that it is full while the values are being written."""
    import errno

    original = netcdf.add_variable

    def no_room(*arguments, **keywords):
        if arguments[1] == "displacement":
            raise OSError(errno.ENOSPC, "No space left on device")
        return original(*arguments, **keywords)

    monkeypatch.setattr(netcdf, "add_variable", no_room)
    output = tmp_path / "gridded.nc"
    fails(run, "maskdownsample", {"INPUT": chain.series, "OUTPUT": output}, "No space left.*Make room")
    assert list(tmp_path.iterdir()) == []


def test_line_of_sight_is_refused_by_the_filter(run, tmp_path, chain):
    fails(
        run,
        "assimilate",
        {"INPUT": chain.storage, "OBSERVATIONS": chain.gridded, "OUTPUT": tmp_path / "analysis.nc"},
        "(?i)vertical",
    )


@pytest.mark.parametrize("periods", ["2018", "2019-01-01..2018-01-01", "2019-13-01..2020-01-01"])
def test_periods_that_are_none(run, tmp_path, chain, periods):
    parameters = {"INPUT": chain.analysis, "GRACE": chain.grace, "OUTPUT": tmp_path / "maps.nc", "PERIODS": periods}
    fails(run, "comparegrace", parameters, "PERIODS|is not a date")


def test_cancelling_leaves_nothing_and_is_no_success(run, tmp_path, chain):
    parameters = {"INPUT": str(chain.checked), "OUTPUT": str(tmp_path / "series.nc"), "MEMORY": 16}
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("invertinterferograms", parameters, cancel_at="Inverting")
    assert list(tmp_path.iterdir()) == []


def test_two_outputs_or_an_input_under_one_name(run, tmp_path, chain):
    one = tmp_path / "one.nc"
    fails(
        run, "importinterferograms", {"INPUT": chain.frame, "OUTPUT": one, "REPORT": one}, "REPORT and OUTPUT name the"
    )
    fails(run, "invertinterferograms", {"INPUT": chain.checked, "OUTPUT": chain.checked}, "OUTPUT and INPUT name the")
    assert not one.exists()
    assert chain.checked.is_file()


def test_an_unwritable_report_is_noticed_before_the_work(run, tmp_path, chain):
    (tmp_path / "file").write_text("not a folder")
    report = tmp_path / "file" / "report.html"
    fails(
        run,
        "importinterferograms",
        {"INPUT": chain.frame, "OUTPUT": tmp_path / "stack.nc", "REPORT": report},
        "is a file, not a folder",
    )
    assert not (tmp_path / "stack.nc").exists()


def test_an_extent_in_the_wrong_order(run, tmp_path, chain):
    parameters = {"INPUT": chain.frame, "OUTPUT": tmp_path / "stack.nc", "EXTENT": "98.9,24.7,101.1,26.7 [EPSG:4326]"}
    fails(run, "importinterferograms", parameters, "EXTENT reaches from .* give west,east,south,north")
