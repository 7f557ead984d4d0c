"""Files in other units through the algorithms: the same result, or a refusal that names UNIT."""

import shutil

import numpy as np
import pytest
from groundswell.core.files import netcdf
from qgis.core import QgsProcessingException


def in_unit(path, target, name, unit, factor):
    """Copy a file with `name` in another unit; no unit where None."""
    shutil.copyfile(path, target)
    with netcdf.append(target) as dataset:
        variable = dataset.variables[name]
        variable[:] = np.ma.filled(variable[:], np.nan) * factor
        if unit is None:
            variable.delncattr("units")
        else:
            variable.units = unit
    return target


def read(path, name):
    with netcdf.open_dataset(path) as dataset:
        return netcdf.read_float(dataset, name)


def done(run, name, **parameters):
    """Run an algorithm with paths and words."""
    return run(name, {key: str(value) for key, value in parameters.items()})


def said_by(run, name, **parameters):
    """Run an algorithm that must fail; return what was said."""
    with pytest.raises(QgsProcessingException) as caught:
        done(run, name, **parameters)
    return str(caught.value)


def test_storage_and_displacement_in_metres_and_centimetres(run, chain, tmp_path):
    storage = in_unit(chain.storage, tmp_path / "storage.nc", "tws", "m", 1e-3)
    vertical = in_unit(chain.vertical, tmp_path / "vertical.nc", "vertical_displacement", "cm", 0.1)
    done(run, "assimilate", INPUT=storage, OBSERVATIONS=vertical, METHOD="enkf_1d", OUTPUT=tmp_path / "a.nc")
    done(
        run, "assimilate", INPUT=chain.storage, OBSERVATIONS=chain.vertical, METHOD="enkf_1d", OUTPUT=tmp_path / "b.nc"
    )
    for name in ("tws_open_loop", "tws_analysis"):
        np.testing.assert_allclose(read(tmp_path / "a.nc", name), read(tmp_path / "b.nc", name), atol=1e-2)


def test_a_unit_that_no_file_says(run, chain, tmp_path):
    storage = in_unit(chain.storage, tmp_path / "storage.nc", "tws", None, 0.1)
    text = said_by(run, "forwardmodel", INPUT=storage, OUTPUT=tmp_path / "d.nc")
    assert "has no unit" in text
    assert "UNIT" in text
    done(run, "forwardmodel", INPUT=storage, UNIT="cm", OUTPUT=tmp_path / "d.nc")
    done(run, "forwardmodel", INPUT=chain.storage, OUTPUT=tmp_path / "e.nc")
    np.testing.assert_allclose(
        read(tmp_path / "d.nc", "vertical_displacement"), read(tmp_path / "e.nc", "vertical_displacement"), atol=1e-3
    )


@pytest.mark.parametrize("step", ["maskdownsample", "lostovertical"])
def test_displacement_without_a_unit_is_refused(run, chain, tmp_path, step):
    series = in_unit(chain.series, tmp_path / "series.nc", "displacement", None, 1.0)
    assert "UNIT" in said_by(run, step, INPUT=series, OUTPUT=tmp_path / "d.nc")
