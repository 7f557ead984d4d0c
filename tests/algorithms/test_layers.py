"""How results arrive on the map: ramps by quantity, symmetric where signed, units in the legend, dates."""

import numpy as np
import pytest
from groundswell.core.dates import date_of
from groundswell.core.files import netcdf, raster
from groundswell.core.files.points import write_places
from groundswell.core.files.raster import RasterGrid
from groundswell.processing import layers, styling
from groundswell.ui.layer_group import dates_of
from groundswell.ui.sources import path_of
from qgis.core import (
    QgsLayerTree,
    QgsLayerTreeModel,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsMeshDatasetIndex,
    QgsMeshLayer,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QColor, QImage

CELLS = RasterGrid("EPSG:6933", 9538000.0, 3210000.0, 25025.0, 25025.0, 6, 5)
DAYS = 6909.0 + 12.0 * np.arange(30)
VALUES = 90 * np.sin(2 * np.pi * DAYS / 365.25)[:, None, None] * np.linspace(0.5, 1, 30).reshape(5, 6)


@pytest.fixture
def context(qgis_new_project):
    made = QgsProcessingContext()
    made.setProject(QgsProject.instance())
    return made


def write(path, variables, grid=CELLS, synthetic=0):
    with netcdf.create(path, "file", "test") as dataset:
        netcdf.write_grid(dataset, grid)
        netcdf.write_time(dataset, DAYS)
        for name, (units, long_name, values) in variables.items():
            where = ("time", "y", "x")[-np.ndim(values) :]
            netcdf.add_variable(dataset, name, where, units, long_name)[:] = values
        dataset.synthetic = np.int32(synthetic)
    return path


def given(context):
    return sorted(context.temporaryLayerStore().mapLayers().values(), key=lambda layer: layer.name())


def legend(layer):
    tree = QgsLayerTree()
    tree.addLayer(layer)
    model = QgsLayerTreeModel(tree)
    return model.layerLegendNodes(tree.findLayers()[0])


def mesh_shader(layer):
    settings = layer.rendererSettings()
    return settings.scalarSettings(settings.activeScalarDatasetGroup()).colorRampShader()


def test_a_gridded_series_is_an_animated_mesh(context, tmp_path):
    path = write(
        tmp_path / "a.nc",
        {
            "tws_analysis": ("mm", "water storage of the analysis", VALUES),
            "tws_analysis_std": ("mm", "standard deviation of the analysis", np.abs(VALUES)),
        },
        synthetic=1,
    )
    layers.load_series(context, path, ("tws_analysis", "absent"))
    (layer,) = given(context)
    assert isinstance(layer, QgsMeshLayer)
    assert layer.name() == "Water storage of the analysis (mm) - synthetic"
    assert layer.crs().authid() == "EPSG:6933"
    shader = mesh_shader(layer)
    # 96 % of the values lie inside, and the ends are round numbers.
    assert shader.minimumValue() == -shader.maximumValue() == -85
    # A shader without its own ramp makes newer versions of QGIS crash, and could not be edited.
    assert shader.sourceColorRamp() is not None
    assert shader.legendSettings().suffix() == " mm"
    time = layer.temporalProperties()
    assert time.isActive()
    assert time.timeExtent().begin().toString(Qt.DateFormat.ISODate) == "2018-12-01T00:00:00Z"
    group = layer.rendererSettings().activeScalarDatasetGroup()
    assert layer.datasetGroupMetadata(QgsMeshDatasetIndex(group)).name() == "water storage of the analysis"
    # The first date of a displacement is 0 everywhere: the map shows the fullest one until it is animated.
    fullest = int(np.argmax(np.abs(VALUES).mean(axis=(1, 2))))
    assert layer.staticScalarDatasetIndex().dataset() == fullest
    assert layer.metadata().abstract().endswith(date_of(DAYS[fullest]).isoformat())


def painted(layer, grid):
    """Render a layer over a grid; return the painted part of each cell [row, column]."""
    size = 20
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setOutputSize(QSize(size * grid.columns, size * grid.rows))
    settings.setBackgroundColor(QColor("black"))
    x_max, y_min = grid.x_min + grid.columns * grid.dx, grid.y_max - grid.rows * grid.dy
    settings.setExtent(QgsRectangle(grid.x_min, y_min, x_max, grid.y_max))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage().convertToFormat(QImage.Format.Format_RGB32)
    pointer = image.constBits()
    pointer.setsize(image.sizeInBytes())
    pixels = np.frombuffer(pointer, np.uint8).reshape(size * grid.rows, size * grid.columns, 4)[..., :3]
    return (pixels.sum(axis=-1) > 0).reshape(grid.rows, size, grid.columns, size).mean(axis=(1, 3))


@pytest.mark.parametrize("rows", [1, 9])
def test_every_cell_is_drawn_and_gaps_are_gaps(context, tmp_path, rows):
    """A window with scattered gaps, or one row: cells are whole, and nothing is drawn in the gaps."""
    grid = RasterGrid("EPSG:6933", 9538000.0, 3210000.0, 25025.0, 25025.0, 10, rows)
    values = np.full((30, rows, 10), 50.0)
    values[:, np.random.default_rng(3).random((rows, 10)) < 0.3] = np.nan
    path = write(tmp_path / "a.nc", {"tws": ("mm", "storage", values)}, grid)
    layers.load_series(context, path, ("tws",))
    (layer,) = given(context)
    share, there = painted(layer, grid), np.isfinite(values[0])
    assert share[there].min() > 0.9  # edges are shared with the neighbours, to a pixel
    assert share[~there].max() < 0.1


def test_dates_before_2000_are_in_reach(context, tmp_path):
    path = tmp_path / "a.nc"
    days = -500 + 12.0 * np.arange(30)
    with netcdf.create(path, "file", "test") as dataset:
        netcdf.write_grid(dataset, CELLS)
        netcdf.write_time(dataset, days)
        netcdf.add_variable(dataset, "tws", ("time", "y", "x"), "mm", "storage")[:] = VALUES
    layers.load_series(context, path, ("tws",))
    (layer,) = given(context)
    ranges = dates_of(layer)
    assert len(ranges) == 30
    assert ranges[0].begin().toString(Qt.DateFormat.ISODate)[:10] == date_of(days[0]).isoformat() == "1998-08-19"
    assert ranges[-1].begin().toString(Qt.DateFormat.ISODate)[:10] == date_of(days[-1]).isoformat()


def test_the_dock_finds_the_series_behind_the_cells(context, tmp_path):
    path = write(tmp_path / "a.nc", {"tws": ("mm", "storage", VALUES)})
    layers.load_series(context, path, ("tws",))
    (layer,) = given(context)
    assert path_of(layer) == path


def test_a_large_series_is_dated_rasters(context, tmp_path, monkeypatch):
    monkeypatch.setattr(layers, "LARGEST_MESH", 5)
    row = RasterGrid("EPSG:6933", 9538000.0, 3210000.0, 25025.0, 25025.0, 6, 1)
    path = write(tmp_path / "a.nc", {"displacement": ("mm", "displacement", VALUES[:, :1])}, row)
    layers.load_series(context, path, ("displacement",))
    found = given(context)
    assert len(found) == layers.DATED_RASTERS
    spans = [layer.temporalProperties().fixedTemporalRange() for layer in found]
    assert all(isinstance(layer, QgsRasterLayer) and layer.temporalProperties().isActive() for layer in found)
    assert found[0].name() == "Displacement (mm) 2018-12-01"
    for before, after in zip(spans, spans[1:]):
        assert before.end() == after.begin()
        assert not before.includeEnd()
    # usesBands(): band() was renamed in QGIS 3.38.
    assert [layer.renderer().usesBands()[0] for layer in found] == [1, 7, 13, 18, 24, 30]


def test_maps_of_one_quantity_share_their_scale(context, tmp_path):
    field = np.linspace(20, 60, 30).reshape(5, 6)
    path = write(
        tmp_path / "a.nc",
        {
            "ubrmsd_analysis": ("mm", "ubRMSD of the analysis", field / 2),
            "ubrmsd_open_loop": ("mm", "ubRMSD of the open loop", field),
            "correlation_analysis": ("1", "correlation of the analysis", np.full(CELLS.shape, 0.96)),
        },
    )
    layers.load_maps(context, path, ("ubrmsd_analysis", "ubrmsd_open_loop", "correlation_analysis"))
    correlation, *maps = given(context)
    ranges = {(layer.renderer().classificationMin(), layer.renderer().classificationMax()) for layer in maps}
    assert ranges == {(0.0, 60.0)}
    renderer = correlation.renderer()
    # Single precision in newer QGIS.
    assert (renderer.classificationMin(), renderer.classificationMax()) == pytest.approx((0.9, 1.0), abs=1e-6)
    assert correlation.name() == "Correlation of the analysis"
    settings = maps[0].renderer().shader().rasterShaderFunction().legendSettings()
    assert settings.suffix() == " mm"
    assert len(legend(maps[0])) >= 1


@pytest.mark.parametrize(
    ("quantity", "ramp"),
    [
        ("displacement", "motion"),
        ("vertical_displacement", "motion"),
        ("velocity", "motion"),
        ("tws", "water"),
        ("tws_analysis", "water"),
        ("tws_analysis_std", "amount"),
        ("normalized_innovation", "innovation"),
        ("ubrmsd_analysis", "amount"),
        ("correlation_open_loop", "agreement"),
    ],
)
def test_every_quantity_has_its_ramp(quantity, ramp):
    made = styling.colour_ramp(quantity)
    wanted = styling.RAMPS[ramp]
    assert (made.color1().name(), made.color2().name()) == (wanted[0], wanted[-1])
    assert made.count() == len(wanted)


def test_limits_are_round_numbers_and_symmetric_where_signed():
    values = np.random.default_rng(0).normal(1.0, 7.0, 5000)
    limits = styling.limits_of(values, "displacement")
    assert limits.low == -limits.high == -15.0
    assert styling.limits_of(np.abs(values), "ubrmsd").low == 0.0
    assert styling.limits_of(np.full(4, np.nan), "tws") == styling.Limits(-1.0, 1.0)
    assert styling.limits_of(np.zeros(4), "tws") == styling.Limits(-1.0, 1.0)


def test_the_raster_of_a_destination_is_styled_when_qgis_has_loaded_it(context, tmp_path):
    path = tmp_path / "velocity.tif"
    raster.write_geotiff(path, np.linspace(-9, 8, 30, dtype="f4").reshape(5, 6), CELLS)
    details = QgsProcessingContext.LayerDetails("x", QgsProject.instance(), "VELOCITY")
    context.addLayerToLoadOnCompletion(str(path), details)
    layers.load_raster(context, path, "velocity", "Line-of-sight velocity")
    details = context.layerToLoadOnCompletionDetails(str(path))
    assert details.name == "Line-of-sight velocity (mm/yr)"
    layer = QgsRasterLayer(str(path), "velocity")
    details.postProcessor().postProcessLayer(layer, context, None)
    assert layer.renderer().classificationMin() == -layer.renderer().classificationMax() == -8.5
    assert layer.renderer().shader().rasterShaderFunction().legendSettings().suffix() == " mm/yr"


def test_nothing_is_loaded_without_a_project(tmp_path):
    context = QgsProcessingContext()
    path = write(tmp_path / "a.nc", {"tws": ("mm", "storage", VALUES)})
    layers.load_series(context, path, ("tws",))
    assert not given(context)


def test_points_are_coloured_by_their_velocity(context, tmp_path):
    n = 2500
    with netcdf.create(tmp_path / "points.nc", "points", "test") as dataset:
        write_places(dataset, np.linspace(99.0, 100.0, n), np.full(n, 25.0))
        netcdf.write_time(dataset, DAYS)
        velocity = netcdf.add_variable(dataset, "velocity", ("point",), "mm/yr", "velocity")
        velocity[:] = np.where(np.arange(n) == 7, np.nan, np.linspace(-12.0, 12.0, n))
    layers.load_maps(context, tmp_path / "points.nc", ("velocity",))
    (layer,) = given(context)
    assert layer.featureCount() == n - 1  # the point without a velocity is not drawn
    renderer = layer.renderer()
    limits = styling.limits_of(np.linspace(-12.0, 12.0, n), "velocity")
    ranges = renderer.ranges()
    assert [ranges[0].upperValue(), ranges[-1].lowerValue()] == pytest.approx(
        [limits.low + 2 * limits.high / 9, limits.high - 2 * limits.high / 9]
    )
    assert ranges[-1].label().endswith("mm/yr")
    colours = [part.symbol().color().name() for part in ranges]
    assert len(set(colours)) == 9
    assert renderer.symbolForValue(1000.0).color().name() == colours[-1]
    assert path_of(layer) == tmp_path / "points.nc"
