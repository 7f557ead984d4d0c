"""Every spelling of a unit has its own factor, and what is no unit of the quantity is none."""

import pytest
from groundswell.core.errors import InputError
from groundswell.core.files.units import (
    is_volumetric,
    millimetres_of_length,
    millimetres_of_water,
    millimetres_per_unit,
    millimetres_per_year,
)

LENGTHS = {
    1e-3: ("um", "µm"),
    1.0: ("mm", "millimeter", "millimeters", "millimetre", "Millimetres", " MM "),
    10.0: ("cm", "centimeter", "centimeters", "centimetre", "centimetres"),
    100.0: ("dm",),
    1000.0: ("m", "meter", "meters", "metre", "Metres"),
}
WATER = {
    1.0: (
        "kg m-2",
        "kg m**-2",
        "kg m^-2",
        "kg m^{-2}",
        "kg/m2",
        "kg/m²",
        "kg/m^2",
        "mm w.e.",
        "mm H2O",
        "mm of water equivalent",
        "mm water equivalent height",
        "mm eqv. water",
    ),
    10.0: ("cm", "g cm-2", "cm of liquid water equivalent thickness", "cm w.e."),
    1000.0: ("m of water equivalent", "m w.e.", "m of water"),
}
VELOCITIES = {
    1.0: ("mm/yr", "mm/year", "mm / a", "mm yr-1", "mm year^-1", "millimetres/years", "mm a-1"),
    10.0: ("cm/yr", "cm yr-1"),
    1000.0: ("m/yr", "m year-1", "metres/y"),
}


def each(table):
    return [(unit, factor) for factor, units in table.items() for unit in units]


@pytest.mark.parametrize(("unit", "factor"), each(LENGTHS))
def test_lengths(unit, factor):
    assert millimetres_of_length(unit) == factor
    if factor >= 1:
        assert millimetres_of_water(unit) == factor


@pytest.mark.parametrize(("unit", "factor"), each(WATER))
def test_water(unit, factor):
    assert millimetres_of_water(unit) == factor
    assert millimetres_per_unit(unit, "a.nc") == factor


@pytest.mark.parametrize(("unit", "factor"), each(VELOCITIES))
def test_velocities(unit, factor):
    assert millimetres_per_year(unit) == factor


@pytest.mark.parametrize(
    "unit", ["", "mm/day", "kg m-2 s-1", "mm s-1", "K", "1", "m3 m-3", "mm/month", "in", "km", "%"]
)
def test_what_is_no_storage_is_refused_with_its_name(unit):
    assert millimetres_of_water(unit) is None
    assert millimetres_of_length(unit) is None
    with pytest.raises(InputError, match="a.nc: 'tws' has (no unit|the unit)"):
        millimetres_per_unit(unit, "a.nc: 'tws'")


@pytest.mark.parametrize("unit", ["kg m-2", "g cm-2", "kg/m2"])
def test_mass_on_an_area_is_water_and_no_length(unit):
    assert millimetres_of_length(unit) is None


@pytest.mark.parametrize("unit", ["mm", "mm/month", "mm/day", "rad/yr", "yr-1", "/yr", "mm yr-2", ""])
def test_what_is_no_velocity_in_years_is_none(unit):
    assert millimetres_per_year(unit) is None


def test_a_volume_in_a_volume_of_soil_is_known():
    assert all(is_volumetric(unit) for unit in ("m3 m-3", "m**3 m**-3", "m3/m3", "1", "v/v", "m^3 m^-3"))
    assert not any(is_volumetric(unit) for unit in ("mm", "m", "kg m-2", ""))
