"""Position series of every centre are read to the same heights; what a table does not say is asked for."""

import gzip
from datetime import date, timedelta

import numpy as np
import pytest
from gnss_files import (
    DAY,
    LAT,
    LON,
    SERIES,
    UP_MM,
    gps_weeks,
    neu,
    neu_with_place,
    pbo_csv,
    plain_xyz,
    plain_xyz_of_mjd,
    plain_xyz_of_years,
    pos,
    raw_xyz,
    series,
    short_neu,
    table_xyz,
    tenv,
    tms,
    txyz2,
    txyz2_with_mjd,
)
from groundswell.core.errors import InputError
from groundswell.core.files.recognition import recognise
from groundswell.core.geodesy import earth_fixed, geodetic_place
from groundswell.core.gnss.formats.columns import TableReading
from groundswell.core.gnss.formats.nevada import read_steps
from groundswell.core.gnss.formats.recognise import read_stations_of
from groundswell.core.gnss.formats.tables import read_tables
from groundswell.core.gnss.importing import GnssOptions, import_gnss
from groundswell.core.gnss.reference_series import read_reference_series
from groundswell.core.work.progress import SilentProgress

AS_IT_SAYS = TableReading()


@pytest.mark.parametrize(
    ("name", "text", "station", "placed", "std"),
    [
        ("KMIN.tenv", tenv, "KMIN", False, 5.2),
        ("KMIN.txyz2", txyz2, "KMIN", True, None),
        ("KMIN.txyz2", txyz2_with_mjd, "KMIN", True, None),
        ("KMIN.pbo.igs14.pos", pos, "KMIN", True, 5.23),
        ("KMIN.csv", pbo_csv, "KMIN", True, 5.2),
        ("KMIN.series", series, "KMIN", False, 5.2),
        ("KMINCleanUnf.neu", neu, "KMIN", False, 5.2),
        ("KMINCleanTrend.neu", neu_with_place, "KMIN", True, 5.2),
        ("KMIN.neu", short_neu, "KMIN", False, 5.2),
        ("kmin.xyz", raw_xyz, "KMIN", True, None),
        ("KMIN.txt", plain_xyz, "KMIN", True, None),
        ("KMIN.xyz", plain_xyz_of_years, "KMIN", True, None),
        ("kmin.xyz", plain_xyz_of_mjd, "KMIN", True, None),
        ("KMIN.txt", lambda: gps_weeks(lambda week, day: f"{week + (day + 0.5) / 7:.4f}"), "KMIN", False, 5.2),
        ("KMIN.txt", lambda: gps_weeks(lambda week, day: f"{week + day / 7:.2f}"), "KMIN", False, 5.2),
        ("KMIN.txt", lambda: gps_weeks(lambda week, day: f"{week}.{day}"), "KMIN", False, 5.2),
        ("x.tms", tms, "KMIN00CHN", True, 5.2),
        ("KMIN.csv", table_xyz, "KMIN", True, None),
    ],
)
def test_every_centre_to_the_same_heights(tmp_path, name, text, station, placed, std):
    path = tmp_path / name
    path.write_text(text())
    (found,) = read_stations_of(path, AS_IT_SAYS)
    assert found.name == station
    assert found.days.tolist() == [DAY, DAY + 1, DAY + 2, DAY + 3]
    # The formats hold a tenth of a millimetre.
    assert found.up_mm - found.up_mm[0] == pytest.approx(UP_MM, abs=0.15)
    if placed:
        assert (found.lon, found.lat) == pytest.approx((LON, LAT), abs=1e-5)
    if std is not None:
        assert found.up_std_mm == pytest.approx(std, abs=0.05)


def test_places_on_the_ellipsoid():
    for lon, lat in ((-133.1, 55.6), (91.1, -29.7), (0.0, 90.0), (180.0, 0.0)):
        there = geodetic_place(*(1.0003 * earth_fixed(lon, lat)))
        # 1.9 km higher, along the radius: the place moves by less than 0.0001 degrees.
        assert there == pytest.approx((lon, lat), abs=1e-4) if lat < 90 else there[1] == pytest.approx(90.0)


def test_a_packed_table(tmp_path):
    with gzip.open(tmp_path / "KMIN.csv.gz", "wt") as file:
        file.write("date,up_mm\n2018-12-30,1\n2018-12-31,2\n")
    (found,) = read_stations_of(tmp_path / "KMIN.csv.gz", AS_IT_SAYS)
    assert (found.name, found.up_mm.tolist()) == ("KMIN", [1.0, 2.0])
    (tmp_path / "cut.csv.gz").write_bytes((tmp_path / "KMIN.csv.gz").read_bytes()[:30])
    with pytest.raises(InputError, match="cannot be read"):
        read_stations_of(tmp_path / "cut.csv.gz", AS_IT_SAYS)


@pytest.mark.parametrize(
    "text",
    [
        "date,height\n2018-12-30,1986.234\n2018-12-31,1986.240\n",
        "date,east,north,up\n2018-12-30,0.1,0.2,0.234\n2018-12-31,0.1,0.2,0.240\n",
    ],
)
def test_a_unit_is_asked_for(tmp_path, text):
    path = tmp_path / "A.csv"
    path.write_text(text)
    with pytest.raises(InputError, match="give UNIT"):
        read_tables(path, AS_IT_SAYS)
    for unit, rise in (("m", 6.0), ("cm", 0.06), ("mm", 0.006)):
        (found,) = read_tables(path, TableReading(unit=unit))
        assert np.diff(found.up_mm) == pytest.approx([rise])


@pytest.mark.parametrize("name", ["height_m", "height (m)", "Up [metres]", "up_m"])
def test_a_unit_in_the_name_of_a_column(tmp_path, name):
    path = tmp_path / "A.csv"
    path.write_text(f"date,{name}\n2018-12-30,1986.234\n2018-12-31,1986.240\n")
    (found,) = read_tables(path, AS_IT_SAYS)
    assert np.diff(found.up_mm) == pytest.approx([6.0])


def test_a_unit_that_is_no_length(tmp_path):
    (tmp_path / "A.csv").write_text("date,up (ft)\n2018-12-30,1\n")
    with pytest.raises(InputError, match="is in 'ft'"):
        read_tables(tmp_path / "A.csv", AS_IT_SAYS)


def test_a_table_without_header(tmp_path):
    """Its second column is the decimal year, which was taken for the height."""
    path = tmp_path / "A.dat"
    path.write_text("20181230 2018.9960 0.11 0.21 0.234\n20181231 2018.9988 0.11 0.21 0.240\n")
    with pytest.raises(InputError, match="COLUMNS, such as"):
        read_tables(path, AS_IT_SAYS)
    (found,) = read_tables(path, TableReading(columns="date,-,north,east,up_m"))
    assert (found.days[0], np.diff(found.up_mm)[0]) == pytest.approx((DAY, 6.0))
    with pytest.raises(InputError, match="COLUMNS has 'heihgt'"):
        TableReading(columns="date,heihgt")
    with pytest.raises(InputError, match="UNIT is 'ft'"):
        TableReading(unit="ft")


def test_gps_weeks(tmp_path):
    """A week with its day, weeks alone, residuals are told, and several rows in a week without a day are refused."""
    path = tmp_path / "ZIMM.txt"
    path.write_text("# week dow north[mm] sn[mm] up[mm] su[mm]\n2034 0 0.1 0.8 1.5 2.9\n2034 1 0.1 0.8 2.5 2.9\n")
    (found,) = read_tables(path, AS_IT_SAYS)
    assert (found.days.tolist(), found.up_mm.tolist(), found.notes) == ([DAY, DAY + 1], [1.5, 2.5], ())
    path.write_text("2034 0.1 0.8 1.5\n2035 0.1 0.8 2.5\n")
    (found,) = read_tables(path, TableReading(columns="week,-,-,up_mm"))
    assert found.days.tolist() == [DAY + 3, DAY + 10]  # the middle of the week
    path.write_text("week,dow,up_mm\n2034,6,1.5\n2034,7,2.5\n")
    with pytest.raises(InputError, match="days of the GPS week run from 6 to 7"):
        read_tables(path, AS_IT_SAYS)
    path.write_text("GPS week,Up (mm)\n2034.1,1.5\n,9.5\n2034.2,2.5\n")
    assert read_tables(path, AS_IT_SAYS)[0].up_mm.tolist() == [1.5, 2.5]
    path.write_text("GPS week,Residual Up (mm)\n2034,1.5\n2034,2.5\n")
    with pytest.raises(InputError, match="several rows in one GPS week.*COLUMNS"):
        read_tables(path, AS_IT_SAYS)
    path.write_text("GPS week,Residual Up (mm)\n2034.1,1.5\n2034.2,2.5\n")
    (found,) = read_tables(path, AS_IT_SAYS)
    assert found.days.tolist() == [DAY + 1, DAY + 2]
    assert "trend and jumps were taken out" in found.notes[0]


def test_the_unit_that_earthscopes_service_leaves_out(tmp_path):
    path = tmp_path / "P124.csv"
    path.write_text(
        "# Latitude: 46.2\n# Longitude: 7.6\nDatetime,delta E,delta N,delta v,std dev E,std dev N,std dev V\n"
        "2018-12-30T12:00:00,0.001,0.002,0.0015,0.001,0.001,0.0049\n"
    )
    with pytest.raises(InputError, match="'delta v'.*UNIT"):
        read_stations_of(path, AS_IT_SAYS)
    (found,) = read_stations_of(path, TableReading(unit="m"))
    values = found.days[0], found.up_mm[0], found.up_std_mm[0], found.lon, found.lat
    assert values == pytest.approx((DAY, 1.5, 4.9, 7.6, 46.2))


def test_columns_named_in_remarks(tmp_path):
    head = (
        "# time_unit: years\n# unit: mm\n# column_names: ymd hms east north up east_sigma north_sigma up_sigma\n"
        "# columns_index: 0 1 3 4 5 6 7 8\n"
    )
    path = tmp_path / "YNSM.dat"
    path.write_text(head + "20181230 120000\t 2018.9966\t 1.0\t 2.0\t -3.5\t 0.9\t 0.9\t 3.5\n")
    (found,) = read_tables(path, AS_IT_SAYS)
    assert (found.up_mm[0], found.up_std_mm[0]) == (-3.5, 3.5)
    path.write_text(head + "20181230 120000\t 2018.9966\t 0.001\t 0.002\t -0.0035\t 0.0009\t 0.0009\t 0.0035\n")
    with pytest.raises(InputError, match="says that it is in mm, but its standard deviations were 0.0035 mm"):
        read_tables(path, AS_IT_SAYS)
    assert read_tables(path, TableReading(unit="m"))[0].up_mm[0] == pytest.approx(-3.5)


def test_local_x_y_z_are_refused(tmp_path):
    (tmp_path / "A.csv").write_text("date,x,y,z\n2018-12-30,0.001,0.002,0.012\n")
    with pytest.raises(InputError, match="no metres from the Earth's centre.*COLUMNS"):
        read_tables(tmp_path / "A.csv", AS_IT_SAYS)


def test_height_of_the_station_is_not_its_motion(tmp_path):
    (tmp_path / "A.csv").write_text("station,lon,lat,height,date,up_mm\nA,100,25,1986.2,2018-12-30,4\n")
    assert read_tables(tmp_path / "A.csv", AS_IT_SAYS)[0].up_mm.tolist() == [4.0]


def test_rows_of_one_day_are_averaged(tmp_path):
    """UTC: the row written 20:00 four hours west of Greenwich belongs to the next day."""
    path = tmp_path / "A.csv"
    path.write_text(
        "date,up_mm\n2018-12-30T00:00:00Z,10\n2018-12-30T06:00:00Z,12\n2018-12-30T12:00:00Z,14\n"
        "2018-12-30T18:00:00Z,16\n2018-12-30T20:00:00-04:00,20\n2018-12-31T00:00:00Z,20\n"
    )
    (found,) = read_tables(path, AS_IT_SAYS)
    assert found.days.tolist() == [DAY, DAY + 1]
    assert found.up_mm.tolist() == [13.0, 20.0]
    # Scatter of 10, 12, 14, 16: 2.58 mm, over the root of 4. Two equal rows of one time are one row.
    assert found.up_std_mm == pytest.approx([np.sqrt(20 / 3) / 2, np.nan], nan_ok=True)


def test_values_that_stand_for_none(tmp_path):
    (tmp_path / "A.csv").write_text(
        "date,up_mm\n" + "".join(f"2018-12-{k + 1},{up}\n" for k, up in enumerate((3, -9999, 5, 1e20, 4, 6), 9))
    )
    (found,) = read_tables(tmp_path / "A.csv", AS_IT_SAYS)
    assert found.up_mm.tolist() == [3.0, 5.0, 4.0, 6.0]
    assert "2 rows" in found.notes[0]


def test_a_reference_series_in_any_format(tmp_path):
    (tmp_path / "KMIN.series").write_text(series())
    found = read_reference_series(tmp_path / "KMIN.series")
    assert found.up_mm - found.up_mm[0] == pytest.approx(UP_MM)
    (tmp_path / "up.csv").write_text("date,height\n2018-12-30,1986.20\n2018-12-31,1986.24\n")
    with pytest.raises(InputError, match="give UNIT"):
        read_reference_series(tmp_path / "up.csv")
    tie = read_reference_series(tmp_path / "up.csv", TableReading(unit="m"))
    assert np.diff(tie.up_mm) == pytest.approx([40.0])


def test_names_of_nine_characters(tmp_path):
    """A series of KMIN00CHN takes the steps and the place of KMIN, and that of KMIN those of KMIN00CHN."""
    folder = tmp_path / "g"
    folder.mkdir()
    days = [date(2018, 1, 1) + timedelta(days=k) for k in range(400)]
    up = np.random.default_rng(3).normal(0, 3, 400) + 30 * (np.arange(400) >= 200)
    for name in ("KMIN00CHN", "LHAS"):
        (folder / f"{name}.csv").write_text("date,up_mm\n" + "".join(f"{d},{u}\n" for d, u in zip(days, up)))
    (folder / "steps.txt").write_text("KMIN  18JUL20  1  Antenna\nLHAS00CHN  18JUL20  1  Antenna\n")
    (folder / "DataHoldings.txt").write_text(
        "Sta Lat(deg) Long(deg) Hgt(m)\nKMIN 25.03 -257.203 1986\nLHAS 29.7 91.1 1\n"
    )
    result = import_gnss([folder], tmp_path / "p.nc", GnssOptions(), SilentProgress())
    assert [(one.name, one.n_steps) for one in result.stations] == [("KMIN00CHN", 1), ("LHAS", 1)]
    assert (result.stations[0].lon, result.stations[0].lat) == pytest.approx((102.797, 25.03))


def test_magnitudes_of_listed_earthquakes(tmp_path):
    (tmp_path / "steps.txt").write_text("KMIN 19MAR02 2 884.0 112.3 6.4 us1\nKMIN 19MAR03 2 884.0\n")
    first, second = read_steps(tmp_path / "steps.txt")["KMIN"]
    assert first.magnitude == 6.4
    assert np.isnan(second.magnitude)


def test_a_refusal_names_the_parameter_of_its_step(tmp_path):
    (tmp_path / "up.csv").write_text("date,up\n2018-12-30,1\n")
    with pytest.raises(InputError, match="give REFERENCE_UNIT"):
        read_reference_series(tmp_path / "up.csv", TableReading(prefix="REFERENCE_"))


@pytest.mark.parametrize("name", ["KMIN.tenv", "KMIN.pbo.igs14.pos", "KMIN.pbo.csv", "KMIN.series", "x.tms"])
def test_a_dropped_series_is_known(tmp_path, name):
    path = tmp_path / name
    path.write_text(SERIES[name]())
    assert recognise(path).step == "importgnss"
