"""Every step on files that hold the same in another way: the same result, a word of what was put right, or refusal."""

import numpy as np
import pytest
from groundswell.core.assimilation.options import AssimilationOptions
from groundswell.core.assimilation.run import assimilate
from groundswell.core.displacement.downsampling import DownsampleOptions, mask_and_downsample
from groundswell.core.displacement.vertical import VerticalOptions, los_to_vertical
from groundswell.core.errors import InputError
from groundswell.core.extraction.points import extract_series
from groundswell.core.files import netcdf
from groundswell.core.grace.comparison import CompareOptions, compare_grace
from groundswell.core.land.importing import StorageOptions, import_storage
from groundswell.core.loading.forward import ForwardOptions, forward_model
from groundswell.core.loading.subtract import subtract_load
from groundswell.core.work.progress import SilentProgress
from variants import Variant, write_variant

METRES_OTHERWISE = Variant("m", 1e-3, ("x", "time", "y"), lambda n: np.random.default_rng(2).permutation(n), "noleap")
TWICE = Variant(times=lambda n: [*range(n), n - 1], since="hours since 1950-01-01", without=("long_name",))
ALMOST = {"rtol": 2e-3, "atol": 2e-3}
"""Metres in single precision are good to 1e-7 of the value; an ensemble of six multiplies that."""
PLACE = [("a", 100.23, 25.58)]
CHOICES = {"members": 6, "workers": 1, "method": "enkf_1d"}


def steps(chain):
    """Return what each step reads, how it is run and where its result is."""
    up = VerticalOptions(reference_series=chain.area.reference_series)
    few = AssimilationOptions(**CHOICES)
    return {
        "assimilate, storage": (chain.storage, lambda p, o, s: assimilate(p, chain.vertical, o, few, s)),
        "assimilate, observations": (chain.vertical, lambda p, o, s: assimilate(chain.storage, p, o, few, s)),
        "maskdownsample": (chain.series, lambda p, o, s: mask_and_downsample(p, o, DownsampleOptions(200.0), s)),
        "lostovertical": (chain.gridded, lambda p, o, s: los_to_vertical(p, o, up, s)),
        "comparegrace, GRACE": (
            chain.grace,
            lambda p, o, s: compare_grace(chain.analysis, p, o, None, CompareOptions(), progress=s),
        ),
        "comparegrace, analysis": (
            chain.analysis,
            lambda p, o, s: compare_grace(p, chain.grace, o, None, CompareOptions(), progress=s),
        ),
        "forwardmodel": (chain.storage, lambda p, o, s: forward_model(p, o, ForwardOptions(), s)),
        "forwardmodel, observations": (chain.vertical, lambda p, o, s: subtract_load(p, chain.storage, o, None, s)),
        "extractseries": (chain.storage, lambda p, o, s: extract_series(p, PLACE, o, s)),
        "importstorage": (chain.storage, lambda p, o, s: import_storage([p], o, StorageOptions(), s)),
    }


NAMES = [
    "assimilate, storage", "assimilate, observations", "maskdownsample", "lostovertical", "comparegrace, GRACE",
    "comparegrace, analysis", "forwardmodel", "forwardmodel, observations", "extractseries", "importstorage",
]  # fmt: skip


def result(path):
    """Return the numbers of a result by name, in mm."""
    if path.read_bytes()[:4] not in (b"\x89HDF", b"CDF\x01"):
        rows = [line.split(",") for line in path.read_text().splitlines()[1:]]
        return {"values": np.array([float(row[3]) for row in rows if row[2] == "tws"])}
    with netcdf.open_chain_file(path) as dataset:
        names = [name for name, variable in dataset.variables.items() if np.dtype(variable.dtype).kind in "fiu"]
        return {name: netcdf.read_float(dataset, name) for name in names if name != "time"}


@pytest.fixture(scope="module")
def right(chain, tmp_path_factory):
    """Return the result of every step on the chain's own files."""
    folder, found = tmp_path_factory.mktemp("right"), {}
    for name, (source, run) in steps(chain).items():
        run(source, folder / "result", SilentProgress())
        found[name] = result(folder / "result")
    return found


@pytest.mark.parametrize("name", NAMES)
def test_units_orders_and_calendars_do_not_change_a_result(chain, right, tmp_path, name):
    source, run = steps(chain)[name]
    path, progress = write_variant(source, tmp_path / "other.nc", METRES_OTHERWISE), SilentProgress()
    run(path, tmp_path / "result", progress)
    found = result(tmp_path / "result")
    assert found.keys() == right[name].keys()
    for variable, values in right[name].items():
        np.testing.assert_allclose(found[variable], values, err_msg=variable, **ALMOST)
    assert any("not in order: they were sorted" in text for text in progress.warnings)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_no_unit_of_the_quantity_or_unknown_is_refused(chain, tmp_path, name):
    source, run = steps(chain)[name]
    for unit, words in ((None, r"other\.nc.*no unit.*UNIT"), ("mm/day", r"other\.nc.*mm/day")):
        path = write_variant(source, tmp_path / "other.nc", Variant(unit))
        with pytest.raises(InputError, match=words):
            run(path, tmp_path / "result", SilentProgress())
        assert not (tmp_path / "result").exists()


@pytest.mark.parametrize("name", ["assimilate, observations", "maskdownsample", "forwardmodel", "importstorage"])
def test_a_time_that_stands_twice_counts_once(chain, right, tmp_path, name):
    source, run = steps(chain)[name]
    path, progress = write_variant(source, tmp_path / "other.nc", TWICE), SilentProgress()
    run(path, tmp_path / "result", progress)
    for variable, values in result(tmp_path / "result").items():
        np.testing.assert_allclose(values, right[name][variable], err_msg=variable, **ALMOST)
    assert any("twice" in text or "the time of another" in text for text in progress.warnings)


@pytest.mark.parametrize("name", ["assimilate, observations", "maskdownsample", "importstorage"])
@pytest.mark.parametrize("mark", [-9999.0, 1e20])
def test_undeclared_marks_are_missing_with_a_word(chain, right, tmp_path, name, mark):
    source, run = steps(chain)[name]
    path, progress = write_variant(source, tmp_path / "other.nc", Variant(mark=mark)), SilentProgress()
    run(path, tmp_path / "result", progress)
    for variable, values in result(tmp_path / "result").items():
        np.testing.assert_allclose(values, right[name][variable], err_msg=variable, **ALMOST)
    assert any(f"{mark:g}" in text for text in progress.warnings)


def test_fields_of_one_time_with_other_values_are_refused(chain, tmp_path):
    path = write_variant(chain.storage, tmp_path / "other.nc", Variant(times=lambda n: [*range(n), 0]))
    with netcdf.netcdf4().Dataset(str(path), "r+") as dataset:
        dataset["time"][-1] = dataset["time"][-2]
    for run in (
        lambda: import_storage([path], tmp_path / "o.nc", StorageOptions(), SilentProgress()),
        lambda: forward_model(path, tmp_path / "o.nc", ForwardOptions(), SilentProgress()),
    ):
        with pytest.raises(InputError, match=r"other\.nc holds .*twice with different values"):
            run()
