"""Position series of one made station in the layout of every centre, four days each."""

from datetime import date, timedelta

import numpy as np
from groundswell.core.geodesy import earth_fixed

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


def txyz2_with_mjd():
    """A `txyz2` line with MJD, week and day of the week after the year, as `tenv` and `tenv3` have them: 16 columns."""
    return "".join(
        f"KMIN {day:%y%b%d} ".upper()
        + f"2018.9966 {58482 + k} 2034 1 {x:.6f} {y:.6f} {z:.6f} 0.001 0.004 0.002 0.1 0.1 0.6 0.0\n"
        for k, (day, (x, y, z)) in enumerate(zip(dates(), xyz()))
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


def neu_with_place():
    place = "".join(f"# Reference_{axis}: {value:.4f}\n" for axis, value in zip("XYZ", xyz()[0]))
    return place + neu()


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


def plain_xyz():
    return "".join(f"{day} {x:.5f} {y:.5f} {z:.5f}\n" for day, (x, y, z) in zip(dates(), xyz()))


def plain_xyz_of_years():
    years = [2000 + ((day - date(2000, 1, 1)).days + 0.5) / 365.25 for day in dates()]
    return "".join(f"{year:.4f},{x:.5f},{y:.5f},{z:.5f}\n" for year, (x, y, z) in zip(years, xyz()))


def plain_xyz_of_mjd():
    return "".join(f"KMIN {mjd(day)} {x:.5f} {y:.5f} {z:.5f}\n" for day, (x, y, z) in zip(dates(), xyz()))


def gps_weeks(written):
    """Residuals as EUREF lists them; `written` makes the week's text of week and day of the week."""
    begin = date(1980, 1, 6)
    parts = [divmod((day - begin).days, 7) for day in dates()]
    return "GPS week;Residual North (mm);Sigma North (mm);Residual Up (mm);Sigma Up (mm)\n" + "".join(
        f"{written(*part)};0.31;0.80;{up};5.2\n" for part, up in zip(parts, UP_MM)
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


SERIES = {
    "KMIN.tenv": tenv, "KMIN.txyz2": txyz2, "KMIN.pbo.igs14.pos": pos, "KMIN.pbo.csv": pbo_csv, "KMIN.series": series,
    "KMINCleanUnf.neu": neu, "KMIN.neu": short_neu, "kmin.xyz": raw_xyz, "x.tms": tms, "KMIN.csv": table_xyz,
}  # fmt: skip
"""A file's name, and what makes its text."""
