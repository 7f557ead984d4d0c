"""The reference area is exact pixels, and every step that depends on it uses the same ones."""

import itertools
import json

import numpy as np
import pytest
from groundswell.core.displacement.decomposition import decompose
from groundswell.core.displacement.downsampling import DownsampleOptions, mask_and_downsample
from groundswell.core.displacement.vertical import VerticalOptions, los_to_vertical
from groundswell.core.errors import InputError
from groundswell.core.files import netcdf
from groundswell.core.files.raster import GEOGRAPHIC, RasterGrid
from groundswell.core.geodesy import transform_points
from groundswell.core.grid.polygon_pixels import pixels_of_polygons
from groundswell.core.grid.reference_pixels import (
    ReferencePixels,
    area_of,
    pixels_in_box,
    read_reference_pixels,
    rectangle,
    write_reference_pixels,
)
from groundswell.core.grid.regions import read_polygons
from groundswell.core.insar.checking import CheckOptions, check_interferograms
from groundswell.core.insar.importing import import_interferograms
from groundswell.core.insar.inversion import InversionOptions, invert_stack
from groundswell.core.insar.reference import reference_phase as reference_phase_module
from groundswell.core.insar.reference.reference_phase import reference_phase
from groundswell.core.insar.series.trends import Trend
from groundswell.core.insar.solver.network import network_of
from groundswell.core.insar.stack.reading import read_network
from groundswell.core.loading.relative import RelativeProjection
from groundswell.core.work.progress import SilentProgress
from osgeo import ogr

GRID = RasterGrid("EPSG:4326", 100.0, 26.0, 0.001, 0.001, 40, 30)
UTM = RasterGrid("EPSG:32647", 600_000.0, 2_875_000.0, 90.0, 90.0, 40, 30)
DATES = ["20180101", "20180113", "20180125", "20180206", "20180218", "20180302", "20180314", "20180326"]
MM = -299792458 / 5405000500.0 / (4 * np.pi) * 1000  # per radian
# A triangle with a hole, and a far square: in degrees.
TRIANGLE = [[100.0031, 25.9752], [100.0268, 25.9787], [100.0119, 25.9968], [100.0031, 25.9752]]
HOLE = [[100.0102, 25.9803], [100.0151, 25.9803], [100.0151, 25.9856], [100.0102, 25.9856], [100.0102, 25.9803]]
SQUARE = [[100.0332, 25.9902], [100.0371, 25.9902], [100.0371, 25.9951], [100.0332, 25.9951], [100.0332, 25.9902]]


def polygons(path, *parts, crs=None):
    """Write polygons, each a list of rings, and return the path."""
    features = [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": part}} for part in parts
    ]
    document = {"type": "FeatureCollection", "features": features}
    if crs:
        document["crs"] = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{crs}"}}
    path.write_text(json.dumps(document))
    return path


def mask_of(pixels, grid=GRID):
    mask = np.zeros(grid.shape, bool)
    if pixels is not None:
        mask[pixels.rows, pixels.columns] = pixels.inside
    return mask


def centres_inside(parts, grid, crs=None):
    """Return which centres lie in polygons, by OGR, one by one."""
    lon, lat = grid.lon_lat()
    x, y = (lon, lat) if crs is None else transform_points(lon, lat, GEOGRAPHIC, f"EPSG:{crs}")
    shapes = [ogr.CreateGeometryFromJson(json.dumps({"type": "Polygon", "coordinates": part})) for part in parts]
    found = np.zeros(grid.shape, bool)
    for index in np.ndindex(grid.shape):
        point = ogr.CreateGeometryFromWkt(f"POINT ({float(x[index])!r} {float(y[index])!r})")
        found[index] = any(shape.Contains(point) for shape in shapes)
    return found


@pytest.mark.parametrize("grid", [GRID, UTM], ids=["degrees", "utm"])
@pytest.mark.parametrize("crs", [None, 3857])
def test_pixels_whose_centres_lie_in_the_polygons(tmp_path, grid, crs):
    parts = [[TRIANGLE, HOLE], [SQUARE], [[[a + 0.002, b + 0.001] for a, b in SQUARE]]]
    if grid is UTM:
        lon, lat = grid.lon_lat()
        shift = lon[15, 20] - GRID.x[20], lat[15, 20] - GRID.y[15]
        parts = [[[[a + shift[0], b + shift[1]] for a, b in ring] for ring in part] for part in parts]
    if crs:
        parts = [
            [np.column_stack(transform_points(*np.array(ring).T, GEOGRAPHIC, f"EPSG:{crs}")).tolist() for ring in part]
            for part in parts
        ]
    found = pixels_of_polygons(read_polygons(polygons(tmp_path / "p.geojson", *parts, crs=crs)), grid)
    expected = centres_inside(parts, grid, crs)
    np.testing.assert_array_equal(mask_of(found.pixels, grid), expected)
    # Two squares overlap and are one polygon; the window is the smallest.
    assert (found.n_polygons, found.n_outside) == (2, 0)
    assert found.pixels.inside.shape == tuple(np.ptp(np.nonzero(expected), axis=1) + 1)
    assert found.pixels.n_pixels == expected.sum() > 100


def test_small_and_thin_polygons_give_the_pixel_that_holds_them(tmp_path):
    x, y = 100.0052, 25.9873  # not near a centre
    tiny = [[x, y], [x + 1e-4, y], [x + 1e-4, y + 1e-4], [x, y + 1e-4], [x, y]]
    thin = [[100.0201, 25.98005], [100.0261, 25.98005], [100.0261, 25.98015], [100.0201, 25.98015]]
    thin.append(thin[0])
    away = [[a + 1, b] for a, b in tiny]
    found = pixels_of_polygons(read_polygons(polygons(tmp_path / "p.geojson", [tiny], [thin], [away])), GRID)
    rows, columns = np.nonzero(mask_of(found.pixels))
    assert sorted(zip(rows.tolist(), columns.tolist())) == [(12, 5), (19, 23)]
    assert (found.n_polygons, found.n_outside) == (3, 1)
    west = [[a - 360, b] for a, b in SQUARE]
    turned = pixels_of_polygons(read_polygons(polygons(tmp_path / "w.geojson", [west])), GRID)
    np.testing.assert_array_equal(mask_of(turned.pixels), centres_inside([[SQUARE]], GRID))
    assert pixels_of_polygons(read_polygons(polygons(tmp_path / "n.geojson", [away])), GRID).pixels is None


def test_a_polygon_around_the_frame_is_the_whole_frame(tmp_path):
    around = [[90, 20], [110, 20], [110, 30], [90, 30], [90, 20]]
    found = pixels_of_polygons(read_polygons(polygons(tmp_path / "p.geojson", [around])), GRID)
    assert mask_of(found.pixels).all()
    assert not area_of(GRID, found.pixels, 0.8).places


@pytest.mark.parametrize("grid", [GRID, UTM], ids=["degrees", "utm"])
def test_edges_in_the_attributes_give_the_window_back(grid):
    for window in ((3, 8, 4, 9), (0, 30, 0, 40), (29, 30, 39, 40)):
        area = area_of(grid, rectangle(*window), 0.8)
        box = pixels_in_box(grid, area.lon_min, area.lon_max, area.lat_min, area.lat_max)
        if grid is GRID:
            np.testing.assert_array_equal(mask_of(box, grid), mask_of(rectangle(*window), grid))
        else:  # edges in degrees are slanted there: single pixels at the corners of a large window
            wrong = mask_of(box, grid) != mask_of(rectangle(*window), grid)
            assert wrong.mean() < 0.02
    assert pixels_in_box(grid, 0.0, 0.001, 0.0, 0.001) is None


def test_the_file_holds_the_pixels_whatever_the_blocks(tmp_path, monkeypatch):
    mask = np.zeros(GRID.shape, bool)
    mask[[4, 9, 22], [7, 30, 2]] = True
    expected = ReferencePixels(4, 2, mask[4:23, 2:31])
    for values in (4_000_000, 100):
        monkeypatch.setattr("groundswell.core.grid.reference_pixels._VALUES_AT_ONCE", values)
        with netcdf.create(tmp_path / "file.nc", "title", "step") as dataset:
            netcdf.write_grid(dataset, GRID)
            write_reference_pixels(dataset, rectangle(0, 30, 0, 40))
            write_reference_pixels(dataset, expected)
            found = read_reference_pixels(dataset, GRID)
            np.testing.assert_array_equal(netcdf.read(dataset, "reference_area"), mask)
        assert (found.row, found.column) == (4, 2)
        np.testing.assert_array_equal(found.inside, expected.inside)


def test_places_stand_for_the_area():
    rng = np.random.default_rng(1)
    for n in (2, 15, 16, 17, 300):
        mask = np.zeros(GRID.shape, bool)
        mask.ravel()[rng.choice(mask.size, n, replace=False)] = True
        area = area_of(GRID, ReferencePixels(0, 0, mask), 0.8)
        lon, lat, weight = area.net()
        assert lon.size == min(n, 16)
        row, column = np.nonzero(mask)
        assert area.centre == pytest.approx((GRID.x[column].mean(), GRID.y[row].mean()), abs=1e-9)
        assert weight.sum() == pytest.approx(1)
        # A quadratic field: the groups' own width is what is lost.
        field = (GRID.x[column] - 100) ** 2 + (GRID.y[row] - 26) ** 2
        assert (lon - 100) ** 2 @ weight + (lat - 26) ** 2 @ weight == pytest.approx(field.mean(), abs=6e-5)


def interferograms(truth, reach=3, noise=0.0, seed=2, grid=GRID):
    """Phases [row, column] by pair name of displacement [date, row, column] in mm, each with whole turns."""
    rng = np.random.default_rng(seed)
    pairs = {}
    for i, j in itertools.combinations(range(len(truth)), 2):
        if j - i <= reach:
            turns = 2 * np.pi * rng.integers(1, 5)
            pairs[f"{DATES[i]}_{DATES[j]}"] = (truth[j] - truth[i]) / MM + turns + rng.normal(0, noise, grid.shape) / MM
    return pairs


def motion(seed=1, spread=1.0):
    """Smooth displacement [date, row, column] in mm, 0 at the first date."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:30, :40] / 40.0
    shapes = np.stack([np.ones_like(x), x, y, np.sin(5 * x + 3 * y)])
    steps = rng.normal(0, spread, (len(DATES), 4)) * (np.arange(len(DATES)) > 0)[:, None]
    return np.einsum("dk,kij->dij", steps.cumsum(axis=0), shapes)


@pytest.fixture
def checked(licsar_frame, tmp_path):
    """Return a function that imports interferograms and checks them; the stack with the area, and the summary."""

    def make(pairs, progress=None, name="frame", **options):
        import_interferograms(licsar_frame(pairs, grid=GRID, name=name), tmp_path / f"{name}_stack.nc")
        output = tmp_path / f"{name}_checked.nc"
        summary = check_interferograms(tmp_path / f"{name}_stack.nc", output, CheckOptions(**options), progress)
        return output, summary

    return make


def read_all(path):
    with netcdf.open_dataset(path) as dataset:
        return {name: netcdf.read_stored(dataset, name) for name in dataset.variables}


def attributes(path):
    with netcdf.open_dataset(path) as dataset:
        return {name: dataset.getncattr(name) for name in dataset.ncattrs()}


def test_polygons_are_the_reference_of_every_step(checked, tmp_path):
    truth = motion()
    area = polygons(tmp_path / "area.geojson", [TRIANGLE, HOLE], [SQUARE])
    inside = centres_inside([[TRIANGLE, HOLE], [SQUARE]], GRID)
    path, summary = checked(interferograms(truth), reference_polygons=area)
    with netcdf.append(path) as dataset:  # the view differs from pixel to pixel
        dataset["los_up"][:] = np.linspace(0.6, 0.9, GRID.rows * GRID.columns).reshape(GRID.shape)
    check_interferograms(path, path, CheckOptions(reference_polygons=area))
    found = read_all(path)
    np.testing.assert_array_equal(found["reference_area"], inside)
    held = attributes(path)
    assert held["reference_n_pixels"] == held["reference_n_pixels_used"] == inside.sum()
    assert held["reference_filled"] == 1
    assert "REFERENCE_AREA" in held["history"]
    rows, columns = np.nonzero(inside)
    edges = [held[f"reference_{name}"] for name in ("lon_min", "lon_max", "lat_min", "lat_max")]
    expected = [100 + columns.min() * 1e-3, 100.001 + columns.max() * 1e-3]
    expected += [25.999 - rows.max() * 1e-3, 26 - rows.min() * 1e-3]
    np.testing.assert_allclose(edges, expected, atol=1e-9)
    los_up = float(found["los_up"][inside].mean(dtype="f8"))
    assert held["reference_los_up"] == pytest.approx(los_up, abs=1e-6)

    # The series: zero mean over these pixels, and handed on with them.
    invert_stack(path, tmp_path / "series.nc")
    series = read_all(tmp_path / "series.nc")
    np.testing.assert_array_equal(series["reference_area"], inside)
    relative = truth - truth[:, inside].mean(axis=1)[:, None, None]
    np.testing.assert_allclose(series["displacement"], relative, atol=2e-5)
    assert np.abs(relative[1:].mean(axis=(1, 2))).min() > 1e-3  # another area would show
    invert_stack(path, tmp_path / "trend.nc", None, InversionOptions(trend=Trend("bilinear")))
    left = read_all(tmp_path / "trend.nc")["displacement"]
    np.testing.assert_allclose(left[:, inside].mean(axis=1), 0, atol=1e-5)

    # Vertical: the view of these pixels where the attribute is lost, and the station nearest to their centroid.
    with netcdf.append(tmp_path / "series.nc") as dataset:
        dataset.reference_los_up = np.nan
    table = tmp_path / "up.csv"
    table.write_text("date,up_mm\n2018-01-01,0\n2018-03-26,10\n")
    los_to_vertical(
        tmp_path / "series.nc", tmp_path / "up.nc", VerticalOptions(reference_series=table), SilentProgress()
    )
    up = read_all(tmp_path / "up.nc")
    np.testing.assert_allclose(
        up["vertical_displacement"][-1], (series["displacement"][-1] + 10 * los_up) / found["los_up"], atol=1e-4
    )
    np.testing.assert_array_equal(up["reference_area"], inside)

    # Cells of 25 km do not show the pixels: places in the attributes stand for them.
    all_of_it = DownsampleOptions(max_velocity_mm_yr=1e6)
    mask_and_downsample(tmp_path / "up.nc", tmp_path / "grid.nc", all_of_it, SilentProgress())
    with netcdf.open_dataset(tmp_path / "grid.nc") as dataset:
        of_grid = netcdf.read_reference_area(dataset)
    assert of_grid.centre == pytest.approx((GRID.x[columns].mean(), GRID.y[rows].mean()), abs=1e-9)
    assert len(of_grid.places) == 16

    # A load is taken off relative to places that stand for these pixels.
    with netcdf.open_dataset(tmp_path / "up.nc") as dataset:
        of_file = netcdf.read_reference_area(dataset)
    projection = RelativeProjection(GRID.x, np.full(40, 25.9), of_file, None)
    field = 3.0 * (projection.lon - 100) - 2.0 * (projection.lat - 25)
    mean = 3.0 * (GRID.x[columns].mean() - 100) - 2.0 * (GRID.y[rows].mean() - 25)
    np.testing.assert_allclose(projection.apply(field[None])[0], field[:40] - mean, atol=1e-9)


def test_another_check_in_place_replaces_the_area(checked, tmp_path):
    area = polygons(tmp_path / "area.geojson", [TRIANGLE, HOLE])
    path, _ = checked(interferograms(motion()), reference_polygons=area)
    assert "reference_place_lon" in attributes(path)
    check_interferograms(path, path, CheckOptions(reference=(100.004, 100.008, 25.994, 25.997)))
    expected = np.zeros(GRID.shape, bool)
    expected[3:6, 4:8] = True
    np.testing.assert_array_equal(read_all(path)["reference_area"], expected)
    assert not [name for name in attributes(path) if name.startswith("reference_place")]


def test_polygons_outside_the_frame(checked, tmp_path):
    pairs = interferograms(motion())
    away = [[a + 5, b] for a, b in SQUARE]
    with pytest.raises(InputError, match=r"REFERENCE_AREA: the polygons of .* lie outside the stack"):
        checked(pairs, reference_polygons=polygons(tmp_path / "away.geojson", [away]))
    progress = SilentProgress()
    checked(pairs, progress, reference_polygons=polygons(tmp_path / "some.geojson", [away], [SQUARE]))
    assert any("1 of 2 reference polygons lies outside" in text for text in progress.warnings)


@pytest.mark.parametrize("track", ["first", "second"])
def test_two_tracks_share_the_exact_area(checked, tmp_path, track):
    """Only one track has a useful area; the common one is its pixels."""
    up, east = motion(3), motion(4)
    looks = {"first": (-0.6, 0.75), "second": (0.58, 0.79)}
    area = polygons(tmp_path / "area.geojson", [TRIANGLE, HOLE])
    inside = centres_inside([[TRIANGLE, HOLE]], GRID)
    made = {}
    for name, (e, u) in looks.items():
        path, _ = checked(interferograms(u * up + e * east), name=name, reference_polygons=area)
        with netcdf.append(path) as dataset:
            dataset["los_up"][:], dataset["los_east"][:] = u, e
        made[name] = tmp_path / f"{name}_series.nc"
        invert_stack(path, made[name])
        if name != track:  # its area is far away
            with netcdf.append(made[name]) as dataset:
                dataset["reference_area"][:] = 0
                dataset.setncatts({"reference_lon_min": 10.0, "reference_lon_max": 11.0})
    summary = decompose(made["first"], made["second"], tmp_path / "two.nc")
    assert summary.common_reference
    found = read_all(tmp_path / "two.nc")
    np.testing.assert_array_equal(found["reference_area"], inside)
    for name, truth in (("vertical", up), ("east", east)):
        expected = truth - truth[:, inside].mean(axis=1)[:, None, None]
        np.testing.assert_allclose(found[f"{name}_displacement"], expected, atol=2e-4)


def ramps(seed=3, spread=4.0):
    """Air that slopes another way at every date: displacement [date, row, column] in mm."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:30, :40] / 40.0 - 0.4
    slope = rng.normal(0, spread, (len(DATES), 2, 1, 1)) * (np.arange(len(DATES)) > 0)[:, None, None, None]
    return slope[:, 0] * x + slope[:, 1] * y


def patchy(pairs, seed=5):
    """Take one side of the frame, another each time, from 40 % of the pairs."""
    rng = np.random.default_rng(seed)
    y, x = np.mgrid[:30, :40] / 40.0 - 0.4
    for phase in pairs.values():
        if rng.random() < 0.4:
            angle = rng.uniform(0, 2 * np.pi)
            phase[np.cos(angle) * x + np.sin(angle) * y > rng.uniform(-0.05, 0.2)] = 0
    return pairs


def test_missing_pixels_do_not_move_the_reference(checked):
    """Parts of the area are missing in 40 % of the pairs: the mean is still that of the whole area."""
    truth = ramps()
    box = (100.0, 100.04, 25.97, 26.0)
    pairs = interferograms(truth)
    whole = {name: phase.mean() for name, phase in pairs.items()}
    progress = SilentProgress()
    path, _ = checked(patchy(interferograms(truth)), progress, reference=box)
    with netcdf.open_dataset(path) as dataset:
        network = read_network(dataset)
        found = reference_phase(
            dataset, rectangle(0, 30, 0, 40), network, np.ones(network.n_pairs, bool), SilentProgress()
        )
        phase = netcdf.read_float(dataset, "unwrapped_phase").reshape(network.n_pairs, -1)
    expected = np.array([whole[name] for name in network.names])
    plain = np.nanmean(phase, axis=1)
    assert (found.fraction < 1).sum() >= 5
    wrong = np.sqrt(np.mean((plain - expected) ** 2))
    assert wrong > 0.08  # rad: what the pixels that are there would have added
    # Exact but for where the filling stops (1e-3 rad a round).
    assert np.sqrt(np.mean((found.mean - expected) ** 2)) < 0.06 * wrong
    complete = found.fraction == 1
    np.testing.assert_allclose(found.mean[complete], plain[complete], atol=1e-5)
    assert any("were filled in from each pixel's own series" in text for text in progress.warnings)
    assert attributes(path)["reference_filled"] == pytest.approx(found.filled)


@pytest.mark.parametrize(
    ("box", "told"), [((100.0, 100.0005, 25.9995, 26.0), True), ((100.0, 100.04, 25.97, 26.0), False)]
)
def test_an_area_of_a_single_pixel_is_reported(checked, box, told):
    progress = SilentProgress()
    path, _ = checked(interferograms(ramps()), progress, reference=box)
    assert (attributes(path)["reference_n_pixels"] == 1) == told
    assert any("single pixel" in text for text in progress.warnings) == told


def test_noise_grows_little_where_pixels_are_missing_at_random():
    """Nothing but noise: filling in costs no more than a fifth of the accuracy of the plain mean."""
    rng = np.random.default_rng(7)
    days = 12.0 * np.arange(40)
    first, second = np.array([(i, j) for i in range(40) for j in range(i + 1, min(i + 4, 40))]).T
    network = network_of(days[first], days[second])
    sample = rng.normal(0, 1, (len(first), 121))
    sample[rng.random(sample.shape) < 0.15] = np.nan
    plain = np.nanmean(sample, axis=1)
    filled = plain + reference_phase_module._of_missing(sample, network, SilentProgress())
    assert np.std(filled) < 1.2 * np.std(plain)


def test_pixels_that_hardly_ever_have_data_do_not_count(checked):
    """A lake in the reference area rejects nothing: its pixels are left out, and that is said."""
    pairs = interferograms(motion())
    for number, phase in enumerate(pairs.values()):
        phase[5:20, 5:30] = 0 if number else phase[5:20, 5:30]  # one pair sees something there
    progress = SilentProgress()
    path, summary = checked(pairs, progress, reference=(100.005, 100.030, 25.979, 25.996))
    with netcdf.append(path) as dataset:
        look = dataset["los_up"][:]
        look[[4, 20]] = 0.7  # the pixels that count
        dataset["los_up"][:] = look
    options = CheckOptions(reference=(100.005, 100.030, 25.979, 25.996))
    assert check_interferograms(path, path, options).reference.los_up == pytest.approx(0.7, abs=1e-6)
    assert summary.n_rejected == 0
    held = attributes(path)
    assert (held["reference_n_pixels"], held["reference_n_pixels_used"]) == (17 * 25, 2 * 25)
    assert any("375 of 425 pixels have data in less than half" in text for text in progress.warnings)


def test_a_large_area_is_read_in_blocks(checked, monkeypatch):
    path, _ = checked(patchy(interferograms(motion(), noise=1.0)))
    results = []
    for block_mb, keep, most in ((64.0, 64 * 2**20, 1024), (0.001, 0, 1024), (0.001, 0, 1200)):
        monkeypatch.setattr(reference_phase_module, "_BLOCK_MB", block_mb)
        monkeypatch.setattr(reference_phase_module, "_KEEP_BYTES", keep)
        monkeypatch.setattr(reference_phase_module, "_MOST_PIXELS", most)
        with netcdf.open_dataset(path) as dataset:
            network = read_network(dataset)
            whole = rectangle(0, 30, 0, 40)
            results.append(reference_phase(dataset, whole, network, np.ones(network.n_pairs, bool), SilentProgress()))
    np.testing.assert_allclose(results[1].mean, results[0].mean, atol=1e-9)
    assert results[1].scatter_rad == pytest.approx(results[0].scatter_rad)
    # Every second pixel, or all of them, say what is missing: noise of 1 mm over some 600 pixels apart.
    np.testing.assert_allclose(results[2].mean, results[0].mean, atol=0.03)


def test_an_uneven_area_is_reported(checked):
    truth = motion(spread=0.1)
    truth[:, 10:20, 10:15] += 40.0 * np.arange(len(DATES))[:, None, None] / 30  # subsides against the rest
    progress = SilentProgress()
    path, _ = checked(interferograms(truth, noise=0.1), progress, reference=(100.010, 100.020, 25.98, 25.99))
    held = attributes(path)
    # Half of the pixels move by 1.33 mm in 12 days against the others: 40.6 mm/yr, of which half is the spread.
    assert held["reference_velocity_scatter"] == pytest.approx(20.3, rel=0.05)
    assert any("The reference area is uneven" in text and "mm/yr" in text for text in progress.warnings)
    quiet = SilentProgress()
    checked(interferograms(truth, noise=0.1), quiet, reference=(100.030, 100.035, 25.98, 25.99), name="quiet")
    assert not any("uneven" in text for text in quiet.warnings)


def test_the_automatic_area_keeps_pairs_that_others_would_lose(checked):
    """Two pairs see the east only. The west is a little quieter, but a reference there would lose them."""
    rng = np.random.default_rng(1)
    pairs = interferograms(motion(spread=0.1), reach=7)
    lost = ["20180206_20180218", "20180113_20180302"]
    for phase in pairs.values():
        phase[:, 24:] += rng.normal(0, 0.5, (30, 16))
        phase[:, 24:][rng.random((30, 16)) < 0.1] = 0
    for name in lost:
        pairs[name][:, :24] = 0
    path, summary = checked(pairs, min_valid_fraction=0.2)
    assert not set(lost) & {name for name, _ in summary.rejected}
    assert summary.reference.lon_min > 100.02
    progress = SilentProgress()
    options = {"min_valid_fraction": 0.2, "reference": (100.005, 25.985), "keep": tuple(lost)}
    _, summary = checked(pairs, progress, name="west", **options)
    assert dict(summary.rejected) == dict.fromkeys(lost, "no data in the reference area")
    assert any("2 of 28 interferograms have data on less than 25%" in text for text in progress.warnings)
