"""Position series of every centre are read to the same heights; what a table does not say is asked for."""

import gzip
from datetime import date, timedelta

import numpy as np
import pytest
from groundswell.core.errors import InputError
from groundswell.core.geodesy import earth_fixed, geodetic_place
from groundswell.core.gnss.formats.columns import TableReading
from groundswell.core.gnss.formats.nevada import read_steps
from groundswell.core.gnss.formats.recognise import read_stations_of
from groundswell.core.gnss.formats.tables import read_tables
from groundswell.core.gnss.importing import GnssOptions, import_gnss
from groundswell.core.gnss.reference_series import read_reference_series
from groundswell.core.work.progress import SilentProgress

AS_IT_SAYS = TableReading()
LON, LAT = 102.797, 25.03
FIRST = date(2018, 12, 30)
DAY = 6938  # of FIRST since 2000-01-01
UP_MM = np.array([0.0, 4.0, -7.0, 12.0])


def dates():
    return [FIRST + timedelta(days=k) for k in range(UP_MM.size)]


def xyz():
    """Earth-fixed positions of a place that goes up and down by UP_MM and 3 mm east a day."""
    base = earth_fixed(LON, LAT)
    phi, lam = np.radians(LAT), np.radians(LON)
    up = np.array([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)])
    east = np.array([-np.sin(lam), np.cos(lam), 0.0])
    return base + 1890.0 * up + UP_MM[:, None] / 1000 * up + 0.003 * np.arange(UP_MM.size)[:, None] * east


def mjd(day):
    return (day - date(2000, 1, 1)).days + 51544


def tenv():
    return "".join(
        f"KMIN {day:%y%b%d} 2018.9966 {mjd(day)} 2034 0 0.001 0.002 {up / 1000:.6f} 0.0000 0.0011 0.0010 0.0052 0 0 0\n"
        for day, up in zip(dates(), UP_MM)
    ).upper()


def txyz2():
    return "".join(
        f"KMIN {day:%y%b%d} 2018.9966 {x:.6f} {y:.6f} {z:.6f} 0.001 0.004 0.002 0.1 0.1 0.6 0.0000\n".upper()
        for day, (x, y, z) in zip(dates(), xyz())
    )


def pos():
    head = (
        "PBO Station Position Time Series. Reference Frame : IGS14\nFormat Version: 1.1.0\n4-character ID: KMIN\n"
        f"NEU Reference position :    {LAT}  {LON}  1890.0 (IGS14/WGS84)\nStart Field Description\n"
        "YYYYMMDD      Year, month, day for the given position epoch\nEnd Field Description\n*YYYYMMDD HHMMSS ...\n"
    )
    return head + "".join(
        f" {day:%Y%m%d} 120000 {mjd(day)}.5000 1 2 3 0.1 0.1 0.1 0 0 0 {LAT} {LON} 1890.0 0.01 0.02 {up / 1000:.5f} "
        "0.00152 0.00131 0.00523 0 0 0 final\n"
        for day, up in zip(dates(), UP_MM)
    )


def pbo_csv():
    head = (
        "PBO Station Position Time Series.\nFormat Version, 1.2.0\nReference Frame, NAM14\n4-character ID, KMIN\n"
        f"Begin Date, 2018-12-30\nReference position, {LAT} North Latitude, {LON} East Longitude, 284.6 meters\n"
        "Date, North (mm), East (mm), Vertical (mm), North Std. Deviation (mm), East Std. Deviation (mm), "
        "Vertical Std. Deviation (mm), Quality,  \n"
    )
    return head + "".join(f"{day},7.43,8.65,{up},1.85,1.34,5.2,repro,\n" for day, up in zip(dates(), UP_MM))


def series():
    lines = []
    for day, up in zip(dates(), UP_MM):
        seconds = ((day - date(2000, 1, 1)).days) * 86400.0
        lines.append(
            f"{2000 + seconds / 86400 / 365.25:.8f} 0.1 0.2 {up / 1000:.6f} 0.001 0.001 0.0052 0 0 0 {seconds:.2f} "
            f"{day.year} {day.month:2d} {day.day:2d} 12  0  0\n"
        )
    return "".join(lines)


def neu():
    return "# slope 1: 0.0024 m/yr\n" + "".join(
        f"{day.year + (day.timetuple().tm_yday - 0.5) / 365:.4f} {day.year} {day.timetuple().tm_yday:03d} "
        f"0.05 -0.15 {up / 1000:.4f} 0.005 0.005 0.0052\n"
        for day, up in zip(dates(), UP_MM)
    )


def short_neu():
    return "".join(
        f"{day.year + (day.timetuple().tm_yday - 0.5) / 365:.4f} -0.003 0.003 {up / 1000:.5f} 0.002 0.003 0.0052\n"
        for day, up in zip(dates(), UP_MM)
    )


def raw_xyz():
    return "".join(
        f"KMIN {day}T12:00:00 {x:.5f} {y:.5f} {z:.5f} 0.0020 0.0040 0.0030 0.2 0.1 0.5\n"
        for day, (x, y, z) in zip(dates(), xyz())
    )


def tms():
    rows = "".join(
        f" {day} 2018.99 {x:.4f} {y:.4f} {z:.4f} 0.001 0.001 0.001 0.01 0.005 {up / 1000:.4f} 0.001 0.001 0.0052\n"
        for day, up, (x, y, z) in zip(dates(), UP_MM, xyz())
    )
    return (
        "%=TMS 1.0 NMA 2024:042:58344 NMA 2023:142:42765 2023:152:43965 P KMIN00CHN\n+TIMESERIES/COLUMNS\n"
        "    12 UP                   m                    Up\n    15 SIG_UP               m                    x\n"
        "-TIMESERIES/COLUMNS\n+TIMESERIES/DATA\n* _YYYY-MM-DD _YEAR___ _X___ _Y___ _Z___ _SIG_X _SIG_Y _SIG_Z _EAST "
        f"_NORTH _UP__ _SIG_EAST _SIG_NORTH _SIG_UP__\n{rows}-TIMESERIES/DATA\n%ENDTMS\n"
    )


def table_xyz():
    return "date,x,y,z\n" + "".join(f"{day},{x:.5f},{y:.5f},{z:.5f}\n" for day, (x, y, z) in zip(dates(), xyz()))


@pytest.mark.parametrize(
    ("name", "text", "station", "placed", "std"),
    [
        ("KMIN.tenv", tenv, "KMIN", False, 5.2),
        ("KMIN.txyz2", txyz2, "KMIN", True, None),
        ("KMIN.pbo.igs14.pos", pos, "KMIN", True, 5.23),
        ("KMIN.csv", pbo_csv, "KMIN", True, 5.2),
        ("KMIN.series", series, "KMIN", False, 5.2),
        ("KMINCleanUnf.neu", neu, "KMIN", False, 5.2),
        ("KMIN.neu", short_neu, "KMIN", False, 5.2),
        ("kmin.xyz", raw_xyz, "KMIN", True, None),
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
