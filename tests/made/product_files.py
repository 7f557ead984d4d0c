"""Small files made to the layout of finished displacement products; none of them is a real product."""

import zipfile

import netCDF4
import numpy as np
from groundswell.core.dates import compact
from groundswell.core.files.raster import RasterGrid, gdal, write_geotiff
from groundswell.core.geodesy import wkt_of

UTM = RasterGrid("EPSG:32647", 500_000.0, 2_800_000.0, 900.0, 900.0, 40, 30)


def truth(days, rows, columns, rate=4.0):
    """Return millimetres [date, row, column]: a rate that grows to east and south, and a season."""
    years = (np.asarray(days, float) - days[0]) / 365.25
    east = np.linspace(0.5, 1.0, columns)
    south = np.linspace(1.0, 1.2, rows)[:, None]
    return rate * years[:, None, None] * east * south + 3.0 * np.sin(2 * np.pi * years)[:, None, None]


def write_granule(folder, first, second, metres, mask=None, tide=None, grid=UTM, version="1.0", made="20250101T000000Z",
                  name="displacement", frame="11114"):  # fmt: skip
    """Write one granule of OPERA DISP-S1."""
    file = f"OPERA_L3_DISP-S1_IW_F{frame}_VV_{first}T230000Z_{second}T230000Z_v{version}_{made}.nc"
    folder.mkdir(exist_ok=True)
    with netCDF4.Dataset(str(folder / file), "w") as dataset:
        dataset.createDimension("y", grid.rows)
        dataset.createDimension("x", grid.columns)
        dataset.createVariable("x", "f8", ("x",))[:] = grid.x
        dataset.createVariable("y", "f8", ("y",))[:] = grid.y
        spatial = dataset.createVariable("spatial_ref", "i4")
        spatial.crs_wkt = wkt_of(grid.crs)
        for variable_name in (name, "short_wavelength_displacement"):
            variable = dataset.createVariable(variable_name, "f4", ("y", "x"), zlib=True, fill_value=np.nan,
                                              chunksizes=(16, 16))  # fmt: skip
            variable.units = "meters"
            variable[:] = metres
        good = dataset.createVariable("recommended_mask", "u1", ("y", "x"), fill_value=255)
        good[:] = np.ones(grid.shape, "u1") if mask is None else mask
        if tide is not None:
            group = dataset.createGroup("corrections")
            layer = group.createVariable("solid_earth_tide", "f4", ("y", "x"))
            layer.units = "meters"
            layer[:] = np.full(grid.shape, tide)
    return folder / file


def write_mintpy(path, days, metres, grid=UTM, reference=(3, 4), eos=False, **attributes):
    """Write a series of MintPy; its dates are texts of variable length here, as netCDF4 writes them."""
    with netCDF4.Dataset(str(path), "w") as dataset:
        holder = dataset
        if eos:
            holder = dataset.createGroup("HDFEOS/GRIDS/timeseries/observation")
        holder.createDimension("date", len(days))
        holder.createDimension("row", grid.rows)
        holder.createDimension("column", grid.columns)
        holder.createVariable("date", str, ("date",))[:] = np.array([compact(day) for day in days], dtype=object)
        name = "displacement" if eos else "timeseries"
        holder.createVariable(name, "f4", ("date", "row", "column"))[:] = metres
        if eos:
            geometry = dataset.createGroup("HDFEOS/GRIDS/timeseries/geometry")
            add_geometry(geometry, grid, ("row", "column"))
        epsg = {} if grid.is_geographic else {"EPSG": grid.crs.split(":")[1], "X_UNIT": "meters"}
        dataset.setncatts(
            {
                "FILE_TYPE": "timeseries", "UNIT": "m", "WAVELENGTH": "0.0554658", "HEADING": "-12.3",
                "X_FIRST": str(grid.x_min), "Y_FIRST": str(grid.y_max), "X_STEP": str(grid.dx),
                "Y_STEP": str(-grid.dy), "REF_Y": str(reference[0]), "REF_X": str(reference[1]), **epsg, **attributes,
            }
        )  # fmt: skip
        for key in [name for name, value in attributes.items() if value is None]:
            dataset.delncattr(key)


def add_geometry(holder, grid, dimensions, incidence=36.8699, azimuth=102.0):
    """Add incidence and azimuth angle of MintPy to a group."""
    if dimensions[0] not in holder.dimensions and holder.parent is None or holder.parent is not None:
        for name, size in zip(dimensions, grid.shape):
            holder.createDimension(name, size)
    holder.createVariable("incidenceAngle", "f4", dimensions)[:] = np.full(grid.shape, incidence)
    holder.createVariable("azimuthAngle", "f4", dimensions)[:] = np.full(grid.shape, azimuth)


def write_looks(path, grid, vector):
    """Write a raster with three bands: east, north, up."""
    module = gdal()
    dataset = module.GetDriverByName("GTiff").Create(str(path), grid.columns, grid.rows, 3, module.GDT_Float32)
    dataset.SetGeoTransform(grid.geotransform)
    dataset.SetProjection(wkt_of(grid.crs))
    for number, value in enumerate(vector, 1):
        dataset.GetRasterBand(number).WriteArray(np.full(grid.shape, value, "f4"))
    dataset.FlushCache()
    return path


def write_dated(folder, dates, values, grid=UTM, unit="", first=""):
    """Write rasters named by dates."""
    folder.mkdir(exist_ok=True)
    for date, layer in zip(dates, values):
        path = folder / (f"{first}_{date}.tif" if first else f"{date}.tif")
        write_geotiff(path, np.asarray(layer, "f4"), grid, None)
        if unit:
            dataset = gdal().Open(str(path), 1)
            dataset.GetRasterBand(1).SetUnitType(unit)
            dataset.FlushCache()
    return folder


def write_egms(path, pids, easting, northing, dates, values, separator=",", look=None, zipped=False):
    """Write a table of EGMS: values [point, date] in mm; `look`: (east, north, up) for L2."""
    names = ["pid", "easting", "northing", "height", "rmse", "temporal_coherence"]
    fixed = [[f"{e:.0f}", f"{n:.0f}", "1200.5", "1.3", "0.81"] for e, n in zip(easting, northing)]
    if look is not None:
        names += ["incidence_angle", "los_east", "los_north", "los_up"]
        angle = np.degrees(np.arccos(look[2]))
        fixed = [one + [f"{angle:.4f}", *(f"{part:.4f}" for part in look)] for one in fixed]
    names += ["mean_velocity", "mean_velocity_std"]
    lines = [separator.join([*names, *dates])]
    for pid, one, series in zip(pids, fixed, values):
        cells = ["" if np.isnan(value) else f"{value:.1f}" for value in series]
        lines.append(separator.join([pid, *one, "1.2", "0.1", *cells]))
    text = "\n".join(lines) + "\n"
    if zipped:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(path.with_suffix(".csv").name, text)
    else:
        path.write_text(text)
    return path


def write_licsbas(path, values, **extra):
    """Write a cum.h5 of LiCSBAS with its first pixel's centre at 100 E, 26 N and the reference pixel (2, 3)."""
    with netCDF4.Dataset(str(path), "w") as dataset:
        for name, size in zip(("t", "y", "x"), values.shape):
            dataset.createDimension(name, size)
        dataset.createVariable("cum", "f4", ("t", "y", "x"))[:] = values - values[:, 2:3, 3:4]
        dates = [20200101, 20200201, 20200301, 20200601, 20201001, 20210101, 20210601, 20211201]
        dataset.createVariable("imdates", "i4", ("t",))[:] = dates
        for name, value in (("corner_lon", 100.0), ("corner_lat", 26.0), ("post_lon", 0.01), ("post_lat", -0.01)):
            dataset.createVariable(name, "f8")[...] = value
        for name, value in {"refarea": "3:4/2:3", **extra}.items():
            dataset.createVariable(name, str)[...] = np.array(value, dtype=object)
