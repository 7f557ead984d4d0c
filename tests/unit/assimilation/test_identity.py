"""States hold what they go on from: another INPUT or other PARAMETERS are refused, more of the same is not."""

import numpy as np
import pytest
from groundswell.core.assimilation.options import AssimilationOptions
from groundswell.core.assimilation.run import assimilate
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.files.identity import identity_of, identity_of_arrays
from groundswell.core.work.progress import SilentProgress
from variants import Variant, write_variant

END = "2019-06-30"


def changed(source, path, change):
    write_variant(source, path, Variant())
    with netcdf.netcdf4().Dataset(str(path), "r+") as dataset:
        change(dataset)
    return path


def one_value(dataset):
    dataset["tws"][0, 0, 0] += 0.01


def one_time(dataset):
    dataset["time"][0] -= 1.0


def place(dataset):
    dataset["x"][:] = dataset["x"][:] + 25025.26
    dataset["crs"].delncattr("GeoTransform")


def test_identity_is_of_grid_times_and_values_up_to_a_day(chain, tmp_path):
    with netcdf.open_dataset(chain.storage) as dataset:
        days = netcdf.read_days(dataset)
    own = identity_of(chain.storage, "tws", days[10])
    shorter = write_variant(chain.storage, tmp_path / "shorter.nc", Variant(times=lambda n: range(11)))
    assert identity_of(shorter, "tws", days[10]) == own
    assert identity_of(chain.storage, "tws", days[11]) != own
    turned = Variant(order=("x", "time", "y"), times=lambda n: range(n - 1, -1, -1))
    assert identity_of(write_variant(chain.storage, tmp_path / "turned.nc", turned), "tws", days[10]) == own
    for change in (one_value, one_time, place):
        assert identity_of(changed(chain.storage, tmp_path / "other.nc", change), "tws", days[10]) != own
    arrays = {"b": np.ones(3), "a": None}
    assert identity_of_arrays(arrays) == identity_of_arrays({"b": [1, 1, 1]}) != identity_of_arrays({"c": [1, 1, 1]})


@pytest.mark.parametrize("method", ["enkf_1d", "exact"])
def test_a_run_is_taken_up_with_its_own_input_only(chain, tmp_path, method):
    half = AssimilationOptions(members=6, workers=1, method=method, end=END)
    whole = AssimilationOptions(members=6, workers=1, method=method)
    state = tmp_path / "state.nc"
    assimilate(chain.storage, chain.vertical, tmp_path / "half.nc", half, SilentProgress(), save_restart=state)
    other = changed(chain.storage, tmp_path / "other.nc", one_value)
    with pytest.raises(InputError, match=r"RESTART: .*state\.nc is of a run with another INPUT than .*other\.nc"):
        assimilate(other, chain.vertical, tmp_path / "o.nc", whole, SilentProgress(), restart=state)
    assimilate(chain.storage, chain.vertical, tmp_path / "o.nc", whole, SilentProgress(), restart=state)
    assert (tmp_path / "o.nc").is_file()
