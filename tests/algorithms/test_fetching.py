"""Fetching through the toolbox, and addresses in the place of files; against a server on the loopback."""

import numpy as np
import pytest
from groundswell.core.files import raster
from groundswell.core.insar.importing import import_interferograms  # noqa: F401 (GDAL first)
from qgis.core import QgsProcessingException
from web_server import serving

FRAME = "099A_06414_131313"
GRID = raster.RasterGrid("EPSG:4326", 100.0, 26.0, 0.001, 0.001, 12, 10)


@pytest.fixture
def portal(tmp_path):
    root = tmp_path / "server"
    frame = root / "99" / FRAME
    for pair in ("20180101_20180113", "20180113_20180125"):
        folder = frame / "interferograms" / pair
        raster.write_geotiff(folder / f"{pair}.geo.unw.tif", np.ones(GRID.shape, "f4"), GRID, None)
        raster.write_geotiff(folder / f"{pair}.geo.cc.tif", np.full(GRID.shape, 200, "u1"), GRID, None)
    for kind, value in (("E", -0.59), ("N", -0.11), ("U", 0.8), ("hgt", 2000.0)):
        layer = np.full(GRID.shape, value, "f4")
        raster.write_geotiff(frame / "metadata" / f"{FRAME}.geo.{kind}.tif", layer, GRID, None)
    (frame / "metadata" / "metadata.txt").write_text("master=20180101\ncenter_time=11:23:52.69\nheading=-10.5\n")
    lines = "".join(f"2018-01-{day:02d},{day}\n" for day in range(1, 31))
    (root / "gnss").mkdir()
    (root / "gnss" / "KMIN.csv").write_text("# lon=100.2 lat=25.6\ndate,up_mm\n" + lines)
    return root


def test_a_frame_and_its_import(run, portal, tmp_path):
    with serving(portal) as server:
        got, _, _ = run("fetchframe", dict(FRAME=FRAME, SERVER=server.address, OUTPUT=str(tmp_path / "got")))
        assert (got["N_PAIRS"], got["N_FETCHED"]) == (2, 9)
        assert got["OUTPUT"] == str(tmp_path / "got" / FRAME)
        made, _, _ = run("importinterferograms", dict(INPUT=got["OUTPUT"], OUTPUT=str(tmp_path / "a.nc")))
        address = f"{server.address}/99/{FRAME}/"
        direct, _, _ = run("importinterferograms", dict(INPUT=address, OUTPUT=str(tmp_path / "b.nc")))
        assert made["N_PAIRS"] == direct["N_PAIRS"] == 2
        assert (tmp_path / "b_download" / FRAME / "interferograms").is_dir()
        with pytest.raises(QgsProcessingException, match="has no frame 001A_06414_131313"):
            run("fetchframe", dict(FRAME="001A_06414_131313", SERVER=server.address, OUTPUT=str(tmp_path / "got")))


def test_stations_by_address(run, portal, tmp_path):
    with serving(portal) as server:
        made, _, _ = run("importgnss", dict(INPUT=[f"{server.address}/gnss/"], OUTPUT=str(tmp_path / "s.nc")))
        assert made["N_STATIONS"] == 1
        with pytest.raises(QgsProcessingException, match="DataHoldings.txt"):
            run("fetchgnss", dict(EXTENT="99,101,25,26", SERVER=server.address, OUTPUT=str(tmp_path / "g")))
