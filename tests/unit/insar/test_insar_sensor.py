"""Wavelength, unit and sign come from tags, text files, names or the user, and are never guessed."""

import dataclasses

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.files.raster import GEOGRAPHIC, RasterGrid
from groundswell.core.geodesy import wkt_of
from groundswell.core.insar.checking import CheckOptions, check_interferograms
from groundswell.core.insar.frames.sensor import Said
from groundswell.core.insar.importing import ImportOptions, import_interferograms
from groundswell.core.insar.inversion import invert_stack
from groundswell.core.work.progress import SilentProgress
from osgeo import gdal

gdal.UseExceptions()
GRID = RasterGrid(GEOGRAPHIC, 100.0, 26.0, 0.001, 0.001, 9, 8)
DATES = [str(day).replace("-", "") for day in np.datetime64("2018-01-01") + 12 * np.arange(6)]
PAIRS = [(i, j) for i in range(6) for j in range(i + 1, min(6, i + 3))]
RATE = np.random.default_rng(1).uniform(-1, 1, GRID.shape)  # mm a step, towards the satellite
C_BAND, L_BAND = 299_792_458 / 5.405e9, 0.2360571


def write(path, values, grid=GRID, tags=None, kind=gdal.GDT_Float32, unit="", scale=None):
    path.parent.mkdir(parents=True, exist_ok=True)
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), grid.columns, grid.rows, 1, kind)
    dataset.SetGeoTransform(grid.geotransform)
    dataset.SetProjection(wkt_of(grid.crs))
    dataset.SetMetadata(tags or {})
    band = dataset.GetRasterBand(1)
    if unit:
        band.SetUnitType(unit)
    if scale:
        band.SetScale(scale)
    band.WriteArray(values)


def frame(folder, per_mm, names="{}.unw.tif", **options):
    """Interferograms named by dates whose numbers are `per_mm` for a millimetre towards the satellite."""
    for i, j in PAIRS:
        write(folder / names.format(f"{DATES[i]}_{DATES[j]}"), RATE * (j - i) * per_mm, **options)
    return folder


def displacement(folder, tmp_path, progress=None, **said):
    """Displacement of the last date, relative to the reference, through import, check and inversion."""
    progress = progress or SilentProgress()
    import_interferograms(folder, tmp_path / "stack.nc", ImportOptions(said=Said(**said)), progress)
    reference = CheckOptions(reference=(100.0, 100.003, 25.997, 26.0))
    check_interferograms(tmp_path / "stack.nc", tmp_path / "checked.nc", reference, progress)
    invert_stack(tmp_path / "checked.nc", tmp_path / "series.nc", None, None, progress)
    with netcdf.open_dataset(tmp_path / "series.nc") as series:
        return netcdf.read_float(series, "displacement")[-1], series.wavelength


TRUTH = 5 * (RATE - RATE[:3, :3].mean())


def radians(wavelength):
    return -4 * np.pi / wavelength / 1000


@pytest.mark.parametrize(
    "tags",
    [{"WAVELENGTH_METRES": str(L_BAND)}, {"WAVELENGTH": str(L_BAND)}, {"RADAR_FREQUENCY": str(299_792_458 / L_BAND)}],
)
def test_a_tagged_wavelength_is_used(tmp_path, tags):
    found, wavelength = displacement(frame(tmp_path / "f", radians(L_BAND), tags=tags), tmp_path)
    assert wavelength == pytest.approx(L_BAND, rel=1e-6)
    np.testing.assert_allclose(found, TRUTH, atol=1e-4)


def test_licsar_layout_and_names_are_sentinel1_unless_the_text_says_otherwise(tmp_path):
    names = "GEOC/{0}/{0}.geo.unw.tif"
    found, wavelength = displacement(frame(tmp_path / "f", radians(C_BAND), names), tmp_path)
    assert wavelength == pytest.approx(C_BAND)
    np.testing.assert_allclose(found, TRUTH, atol=1e-4)
    frame(tmp_path / "l", radians(L_BAND), names)
    (tmp_path / "l" / "GEOC" / "metadata.txt").write_text(f"heading=-12\nwavelength={L_BAND}\n")
    found, wavelength = displacement(tmp_path / "l", tmp_path)
    assert wavelength == pytest.approx(L_BAND)
    np.testing.assert_allclose(found, TRUTH, atol=1e-4)


def test_names_by_dates_do_not_fix_the_sensor(tmp_path):
    folder = frame(tmp_path / "f", radians(L_BAND))
    with pytest.raises(InputError, match="WAVELENGTH"):
        displacement(folder, tmp_path)
    found, _ = displacement(folder, tmp_path, wavelength_m=L_BAND)
    np.testing.assert_allclose(found, TRUTH, atol=1e-4)


def test_wavelengths_that_differ_are_refused_and_the_users_goes_first(tmp_path):
    folder = frame(tmp_path / "f", radians(L_BAND), tags={"WAVELENGTH": "0.0562"})
    write(folder / f"{DATES[0]}_{DATES[1]}.unw.tif", RATE, tags={"WAVELENGTH": "0.236"})
    with pytest.raises(InputError, match="one sensor"):
        displacement(folder, tmp_path)
    progress = SilentProgress()
    assert displacement(folder, tmp_path, progress, wavelength_m=L_BAND)[1] == L_BAND
    assert any("yours is used" in warning for warning in progress.warnings)


@pytest.mark.parametrize(("unit", "per_mm"), [("MILLIMETRES", 1.0), ("METRES", 1e-3), ("cm", 0.1)])
def test_lengths_are_converted_once_their_sign_is_given(tmp_path, unit, per_mm):
    tags = {"DATA_UNITS": unit, "WAVELENGTH_METRES": str(C_BAND)}
    folder = frame(tmp_path / "f", per_mm, tags=tags)
    with pytest.raises(InputError, match="give SIGN"):
        displacement(folder, tmp_path)
    for sign, factor in (("towards", 1), ("away", -1)):
        progress = SilentProgress()
        found, _ = displacement(folder, tmp_path, progress, sign=sign)
        np.testing.assert_allclose(found, factor * TRUTH, atol=1e-4)
        assert any("are lengths in" in warning for warning in progress.warnings)


def test_an_unknown_unit_and_wrong_choices_are_refused(tmp_path):
    folder = frame(tmp_path / "f", 1.0, tags={"DATA_UNITS": "furlongs", "WAVELENGTH": "0.0555"})
    with pytest.raises(InputError, match="furlongs"):
        displacement(folder, tmp_path)
    for wrong in ({"unit": "km"}, {"sign": "up"}, {"wavelength_m": 55.0}):
        with pytest.raises(InputError, match=next(iter(wrong)).split("_")[0].upper()):
            Said(**wrong)


def test_whole_numbers_with_a_scale_are_phase(tmp_path):
    folder = tmp_path / "f"
    for i, j in PAIRS:
        values = np.rint(RATE * (j - i) * radians(C_BAND) / 1e-4).astype("i2")
        write(folder / f"S1A_{DATES[i]}_{DATES[j]}.unw.tif", values, kind=gdal.GDT_Int16, scale=1e-4)
    found, _ = displacement(folder, tmp_path)
    np.testing.assert_allclose(found, TRUTH, atol=2e-3)  # steps of 1e-4 rad are 4e-4 mm


@pytest.mark.parametrize("case", ["half a pixel off", "a row longer", "elsewhere"])
def test_coherence_on_another_grid_does_not_cost_the_pair(tmp_path, case):
    folder = frame(tmp_path / "f", radians(C_BAND), "GEOC/{0}/{0}.geo.unw.tif")
    grid = {
        "half a pixel off": dataclasses.replace(GRID, x_min=GRID.x_min + 0.0005),
        "a row longer": dataclasses.replace(GRID, rows=GRID.rows + 1),
        "elsewhere": dataclasses.replace(GRID, x_min=GRID.x_min + 1),
    }[case]
    for i, j in PAIRS:
        name = f"{DATES[i]}_{DATES[j]}"
        write(folder / "GEOC" / name / f"{name}.geo.cc.tif", np.full(grid.shape, 153, "u1"), grid, kind=gdal.GDT_Byte)
    progress = SilentProgress()
    found, _ = displacement(folder, tmp_path, progress)
    np.testing.assert_allclose(found, TRUTH, atol=1e-4)
    words = {"half a pixel off": "resampled", "a row longer": "cut", "elsewhere": "left out"}[case]
    assert sum(words in warning and "coherence" in warning for warning in progress.warnings) == 1
    with netcdf.open_dataset(tmp_path / "stack.nc") as stack:
        mean = netcdf.read_float(stack, "mean_coherence")
    if case == "elsewhere":
        assert np.isnan(mean).all()
        assert any("as with WEIGHTING uniform" in warning for warning in progress.warnings)
    else:
        np.testing.assert_allclose(mean, 0.6, atol=0.01)


def test_coherence_in_per_cent(tmp_path):
    folder = frame(tmp_path / "f", radians(C_BAND), "GEOC/{0}/{0}.geo.unw.tif")
    for i, j in PAIRS:
        name = f"{DATES[i]}_{DATES[j]}"
        write(folder / "GEOC" / name / f"{name}.geo.cc.tif", np.full(GRID.shape, 60.0), unit="%")
    displacement(folder, tmp_path)
    with netcdf.open_dataset(tmp_path / "stack.nc") as stack:
        np.testing.assert_allclose(netcdf.read_float(stack, "mean_coherence"), 0.6, atol=0.01)


@pytest.mark.parametrize("turns", [360.0, -360.0])
def test_a_reference_may_count_longitudes_beyond_180(tmp_path, turns):
    folder = frame(tmp_path / "f", radians(C_BAND), "GEOC/{0}/{0}.geo.unw.tif")
    import_interferograms(folder, tmp_path / "stack.nc")
    box = (100.0 + turns, 100.003 + turns, 25.997, 26.0)
    summary = check_interferograms(tmp_path / "stack.nc", tmp_path / "checked.nc", CheckOptions(reference=box))
    assert summary.reference.lon_min == pytest.approx(100.0)


@pytest.mark.parametrize(("unit", "scale"), [("m", 1.0), ("mm", 1000.0), ("cm", 100.0)])
def test_zenith_delays_are_converted_by_their_size(tmp_path, unit, scale):
    folder = frame(tmp_path / "f", radians(C_BAND), "GEOC/{0}/{0}.geo.unw.tif")
    (folder / "GEOC" / "metadata.txt").write_text("heading=-12\navg_incidence_angle=39\n")
    slopes = np.linspace(0, 0.01, GRID.columns)
    for number, day in enumerate(DATES):
        write(tmp_path / "delays" / f"{day}.ztd.tif", np.tile(2.3 + number * slopes, (GRID.rows, 1)) * scale)
    progress = SilentProgress()
    options = ImportOptions(corrections=tmp_path / "delays")
    import_interferograms(folder, tmp_path / "stack.nc", options, progress)
    with netcdf.open_dataset(tmp_path / "stack.nc") as stack:
        phase = netcdf.read_float(stack, "unwrapped_phase")[0]
    expected = RATE * radians(C_BAND) - slopes / np.cos(np.radians(39)) * 4 * np.pi / C_BAND
    np.testing.assert_allclose(phase - phase[0, 0], expected - expected[0, 0], atol=2e-3)  # 2.3 m in float32
    assert any(f"are in {unit}, not in m" in warning for warning in progress.warnings) == (unit != "m")


def test_delays_that_cover_nothing_are_one_sentence(tmp_path):
    folder = frame(tmp_path / "f", radians(C_BAND), "GEOC/{0}/{0}.geo.unw.tif")
    elsewhere = dataclasses.replace(GRID, x_min=120.0)
    for day in DATES:
        write(tmp_path / "delays" / f"{day}.ztd.tif", np.full(GRID.shape, 2.3), elsewhere)
    progress = SilentProgress()
    options = ImportOptions(corrections=tmp_path / "delays")
    assert import_interferograms(folder, tmp_path / "stack.nc", options, progress).n_corrected == 0
    assert sum("delay" in warning for warning in progress.warnings) == 1
