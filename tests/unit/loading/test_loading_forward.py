"""Storage files to displacement files."""

import numpy as np
import pytest
from groundswell.core.errors import Cancelled, InputError
from groundswell.core.files import netcdf
from groundswell.core.files.raster import RasterGrid
from groundswell.core.loading.cells import grid_cells
from groundswell.core.loading.earth_choice import Earth
from groundswell.core.loading.forward import ForwardOptions, forward_model
from groundswell.core.loading.operator import LoadOperator
from groundswell.core.work.progress import SilentProgress

GRID = RasterGrid("EPSG:6933", 9.0e6, 3.2e6, 25025.26, 25025.26, 7, 6)


def write_storage(path, values, grid=GRID, units="mm", **attributes):
    with netcdf.create(path, "Storage", "test") as out:
        out.setncatts({"ease_grid": "M25", "synthetic": np.int32(1), **attributes})
        netcdf.write_grid(out, grid)
        netcdf.write_time(out, 6000.5 + np.arange(values.shape[-3]))
        dims = ("time", "y", "x")
        if values.ndim == 4:
            out.createDimension("member", values.shape[0])
            dims = ("member", *dims)
        variable = netcdf.add_variable(out, "tws", dims, units, "storage")
        variable[:] = values
    return path


@pytest.fixture
def storage(tmp_path):
    values = 100 + 30 * np.random.default_rng(1).standard_normal((3, 5, *GRID.shape))
    return write_storage(tmp_path / "storage.nc", values), values


def read(path):
    with netcdf.open_dataset(path, ("vertical_displacement",)) as source:
        values = netcdf.read_float(source, "vertical_displacement")
        return (
            values,
            netcdf.read_days(source),
            netcdf.read_grid(source),
            {k: source.getncattr(k) for k in source.ncattrs()},
        )


def expected(values, grid=GRID):
    flat = values.reshape(*values.shape[:-2], -1)
    return LoadOperator.of_cells(grid_cells(grid)).apply(flat).reshape(values.shape)


def test_every_member_and_time(storage, tmp_path):
    path, values = storage
    out = tmp_path / "displacement.nc"
    forward_model(path, out, ForwardOptions())
    got, days, grid, attributes = read(out)
    assert got == pytest.approx(expected(values.astype("f4")), rel=1e-6)
    assert np.array_equal(days, 6000.5 + np.arange(5))
    assert grid.matches(GRID)
    assert attributes["ease_grid"] == "M25"
    assert attributes["synthetic"] == 1
    assert attributes["love_number_frame"] == "CE"
    assert "forwardmodel" in attributes["history"].splitlines()[0]


def test_blocks_do_not_change_the_result(storage, tmp_path, monkeypatch):
    path, _ = storage
    forward_model(path, tmp_path / "whole.nc")
    for size in (1, 3 * 8 * 42, 7 * 8 * 42):
        monkeypatch.setattr("groundswell.core.loading.load_file._BLOCK_BYTES", size)
        forward_model(path, tmp_path / "blocks.nc")
        assert np.array_equal(read(tmp_path / "blocks.nc")[0], read(tmp_path / "whole.nc")[0])


def test_geographic_grid_without_members(tmp_path):
    grid = RasterGrid("EPSG:4326", 98.0, 27.0, 0.5, 0.5, 6, 5)
    values = 50 + 10 * np.random.default_rng(2).standard_normal((2, *grid.shape))
    path = write_storage(tmp_path / "s.nc", values, grid, units="kg m-2")
    forward_model(path, tmp_path / "d.nc")
    got, *_ = read(tmp_path / "d.nc")
    assert got == pytest.approx(expected(values.astype("f4"), grid), rel=1e-6)


def test_cutoff_says_what_it_loses(tmp_path):
    grid = RasterGrid("EPSG:6933", 9.0e6, 3.2e6, 25025.26, 25025.26, 30, 28)
    path = write_storage(tmp_path / "s.nc", np.full((1, *grid.shape), 100.0), grid)
    progress = SilentProgress()
    forward_model(path, tmp_path / "cut.nc", ForwardOptions(cutoff_km=300.0), progress)
    forward_model(path, tmp_path / "full.nc")
    cut, _, _, attributes = read(tmp_path / "cut.nc")
    full, *_ = read(tmp_path / "full.nc")
    lost = np.sqrt(np.sum((full - cut) ** 2) / np.sum(full**2))
    assert attributes["cutoff_lost_fraction"] == pytest.approx(lost, rel=1e-5)
    assert 0.05 < lost < 0.6
    assert any(f"loses {100 * lost:.0f} %" in warning for warning in progress.warnings)


def test_the_edge_of_the_domain_is_reported(storage, tmp_path):
    progress = SilentProgress()
    forward_model(storage[0], tmp_path / "d.nc", ForwardOptions(), progress)
    assert any("72 km from the middle" in warning for warning in progress.warnings)


def test_sea_is_no_load_but_a_gap_is_an_error(tmp_path):
    values = np.full((3, *GRID.shape), 80.0)
    values[:, 2, 3] = np.nan
    progress = SilentProgress()
    forward_model(write_storage(tmp_path / "sea.nc", values), tmp_path / "d.nc", ForwardOptions(), progress)
    assert any("1 of 42 cells" in warning for warning in progress.warnings)
    got, *_ = read(tmp_path / "d.nc")
    assert got == pytest.approx(expected(np.nan_to_num(values)), rel=1e-6)
    values[1, 4, 4] = np.nan
    with pytest.raises(InputError, match="at some times"):
        forward_model(write_storage(tmp_path / "gap.nc", values), tmp_path / "gap_out.nc")
    assert not (tmp_path / "gap_out.nc").exists()


def test_metres_are_converted_and_suspected_where_they_are_called_millimetres(tmp_path):
    values = np.full((2, *GRID.shape), 0.1)
    made = []
    for units, scale in (("m", 1), ("cm", 100), ("kg m-2", 1000)):
        forward_model(write_storage(tmp_path / "m.nc", values * scale, units=units), tmp_path / "d.nc")
        with netcdf.open_dataset(tmp_path / "d.nc") as dataset:
            made.append(netcdf.read_float(dataset, "vertical_displacement"))
    np.testing.assert_allclose(made[:2], [made[2]] * 2, rtol=1e-5)  # of float32 storage
    with pytest.raises(InputError, match="'kg m-2 s-1', which is no unit of water storage"):
        forward_model(write_storage(tmp_path / "rate.nc", values, units="kg m-2 s-1"), tmp_path / "d.nc")
    progress = SilentProgress()
    forward_model(write_storage(tmp_path / "mm.nc", values), tmp_path / "d.nc", ForwardOptions(), progress)
    assert any("not in metres" in warning for warning in progress.warnings)


def test_empty_storage_unknown_earth_and_no_file(tmp_path):
    path = write_storage(tmp_path / "nan.nc", np.full((2, *GRID.shape), np.nan))
    with pytest.raises(InputError, match="no values at all"):
        forward_model(path, tmp_path / "d.nc")
    good = write_storage(tmp_path / "good.nc", np.full((2, *GRID.shape), 50.0))
    with pytest.raises(InputError, match="Earth model"):
        forward_model(good, tmp_path / "d.nc", ForwardOptions(earth=Earth("Moon")))
    with pytest.raises(InputError, match="does not exist"):
        forward_model(tmp_path / "none.nc", tmp_path / "d.nc")


def test_cancelling_leaves_no_file(storage, tmp_path):
    class Cancelling(SilentProgress):
        def cancelled(self):
            return True

    with pytest.raises(Cancelled):
        forward_model(storage[0], tmp_path / "d.nc", ForwardOptions(), Cancelling())
    assert not list(tmp_path.glob("*d.nc"))
