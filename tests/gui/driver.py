"""Runs inside a real QGIS window: loads the plugin, looks at the toolbox, the layers and the dock, takes pictures.

Reads the folder with the files from GROUNDSWELL_WINDOW and writes ``result.json`` and PNGs there.
"""

import json
import os
import subprocess
import traceback
from pathlib import Path

import qgis.utils
from qgis.core import (
    QgsApplication,
    QgsDateTimeRange,
    QgsLayoutExporter,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QDateTime, Qt, QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QTreeView, QWizard
from qgis.utils import iface

FOLDER = Path(os.environ["GROUNDSWELL_WINDOW"])
RESULT = {"error": ""}


def grab(name, widget=None):
    """Save a picture of a widget, or of the whole window."""
    QgsApplication.processEvents()
    (widget or iface.mainWindow()).grab().save(str(FOLDER / f"{name}.png"))


def toolbox_groups():
    """Return the titles of our groups as the toolbox lists them, and show them unfolded."""
    toolbox = iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
    toolbox.show()
    tree = toolbox.findChild(QTreeView)
    model = tree.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        if model.data(index, Qt.ItemDataRole.DisplayRole) == "Groundswell":
            tree.setExpanded(index, True)
            groups = [
                model.data(model.index(child, 0, index), Qt.ItemDataRole.DisplayRole)
                for child in range(model.rowCount(index))
            ]
            for child in range(model.rowCount(index)):
                tree.setExpanded(model.index(child, 0, index), True)
            tree.scrollTo(index, QTreeView.ScrollHint.PositionAtTop)
            return groups
    return []


def run_and_load(name, parameters):
    """Run an algorithm and put its layers into the project, as the toolbox does."""
    from processing.gui.Postprocessing import handleAlgorithmResults

    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"groundswell:{name}")
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    outputs, done = algorithm.run(parameters, context, feedback, {}, False)
    assert done
    handleAlgorithmResults(algorithm, context, feedback)
    return outputs


def describe(layer):
    """Return what a user sees of a layer: name, kind, whether it is animated, and its range."""
    facts = {"name": layer.name(), "type": int(layer.type()), "valid": layer.isValid()}
    if hasattr(layer, "temporalProperties") and layer.temporalProperties() is not None:
        facts["temporal"] = layer.temporalProperties().isActive()
    if hasattr(layer, "rendererSettings"):
        settings = layer.rendererSettings()
        scalar = settings.scalarSettings(settings.activeScalarDatasetGroup())
        facts["range"] = [scalar.classificationMinimum(), scalar.classificationMaximum()]
    elif hasattr(layer.renderer(), "classificationMin"):
        facts["range"] = [layer.renderer().classificationMin(), layer.renderer().classificationMax()]
    return facts


def work():
    """Do all of it; whatever goes wrong is in the result."""
    plugin = qgis.utils.plugins.get("groundswell")
    RESULT["loaded"] = plugin is not None and "groundswell" in qgis.utils.active_plugins
    iface.mainWindow().resize(1560, 960)
    iface.mainWindow().findChild(QDockWidget, "Browser").hide()
    RESULT["groups"] = toolbox_groups()
    inputs = json.loads((FOLDER / "inputs.json").read_text())
    for name, parameters in inputs["runs"]:
        run_and_load(name, parameters)
    RESULT["layers"] = [describe(layer) for layer in QgsProject.instance().mapLayers().values()]
    canvas = iface.mapCanvas()
    canvas.setDestinationCrs(next(iter(QgsProject.instance().mapLayers().values())).crs())
    if "date" in inputs:
        begin = QDateTime.fromString(f"{inputs['date']}T00:00:00Z", Qt.DateFormat.ISODate)
        canvas.setTemporalRange(QgsDateTimeRange(begin, begin.addDays(12)))
    plugin.action.setChecked(True)
    dock = plugin.dock
    lon, lat = inputs["point"]
    dock.set_files(inputs["file"], inputs.get("grace", ""))
    dock.show_point(QgsPointXY(lon, lat))
    RESULT["dock"] = dock.described()
    # QGIS zooms to the first layer by itself once it is drawn: choose the view after that.
    QTimer.singleShot(1500, lambda: guarded(lambda: show(inputs.get("shown", ""))))


def show(name):
    """Show the layer whose name begins with `name` (or the first one) alone, and take the pictures when it is drawn."""
    RESULT["tree"] = tree()
    RESULT["dates"] = len(iface.mapCanvas().temporalController().availableTemporalRanges())
    inputs = json.loads((FOLDER / "inputs.json").read_text())
    if inputs["runs"]:
        run_and_load(*inputs["runs"][-1])  # a second run replaces its layers
    layers = list(QgsProject.instance().mapLayers().values())
    shown = next((layer for layer in layers if name and layer.name().startswith(name)), layers[0])
    for layer in layers:
        QgsProject.instance().layerTreeRoot().findLayer(layer.id()).setItemVisibilityChecked(layer is shown)
    box = QgsRectangle(shown.extent())
    box.scale(1.15)
    iface.mapCanvas().setExtent(box)
    iface.mapCanvas().refresh()
    QTimer.singleShot(4000, pictures)


def tree():
    """Return the titles in the layer tree: groups with what they hold, and layers."""
    root = QgsProject.instance().layerTreeRoot()
    return [[node.name(), [child.name() for child in node.children()]] for node in root.children()]


def pictures():
    """Take the pictures and leave; the map has had time to draw."""
    RESULT["tree_again"] = tree()
    guarded(lambda: (grab("window"), grab("dock", qgis.utils.plugins["groundswell"].dock)))
    inputs = json.loads((FOLDER / "inputs.json").read_text())
    guarded(page_layout)
    if "real" in inputs:
        guarded(lambda: real_series(inputs["real"]))
    if "dialogs" in inputs:
        guarded(lambda: dock_states(inputs))
        guarded(dialogs)
    guarded(guided_run)


def page_layout():
    """Make a page of the map and the chart, and write it as a picture."""
    qgis.utils.plugins["groundswell"].dock._widgets.page.click()
    layout = QgsProject.instance().layoutManager().printLayouts()[-1]
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = 110
    outcome = QgsLayoutExporter(layout).exportToImage(str(FOLDER / "layout.png"), settings)
    RESULT["layout"] = outcome == QgsLayoutExporter.ExportResult.Success
    for window in QgsApplication.topLevelWidgets():
        if window.objectName() == "QgsLayoutDesignerBase" or "LayoutDesigner" in type(window).__name__:
            window.close()


def real_series(inputs):
    """Show the dock with another file, at another place."""
    dock = qgis.utils.plugins["groundswell"].dock
    dock.set_files(inputs["file"])
    dock.show_point(QgsPointXY(*inputs["point"]))
    dock.set_model(True, False)
    grab("dock_real", dock)


def dock_states(inputs):
    """Take pictures of the dock with kept series, a fitted model and residuals, a profile, and without a file."""
    dock = qgis.utils.plugins["groundswell"].dock
    lon, lat = inputs["point"]
    dock.set_files(inputs["file"])
    dock.show_point(QgsPointXY(lon, lat))
    dock.hold()
    dock.show_point(QgsPointXY(lon - 0.5, lat - 0.5))
    dock.hold()
    dock.show_point(QgsPointXY(lon + 0.5, lat))
    grab("dock_kept", dock)
    dock.set_model(True, True)
    grab("dock_model", dock)
    dock.clear_kept()
    dock.set_model(False, False)
    dock.show_line([(lon - 1.0, lat - 0.5), (lon + 1.0, lat + 0.5)])
    grab("dock_profile", dock)


def dialogs():
    """Take a picture of every algorithm's dialog, for the reference."""
    import processing

    (FOLDER / "dialogs").mkdir()
    for algorithm in QgsApplication.processingRegistry().providerById("groundswell").algorithms():
        dialog = processing.createAlgorithmDialog(algorithm.id(), {})
        dialog.resize(960, 640)
        dialog.show()
        grab(f"dialogs/{algorithm.name()}", dialog)
        dialog.close()


def click(widget):
    """Click a widget with the mouse, as a user does, from outside QGIS."""
    place = widget.mapToGlobal(widget.rect().center())
    subprocess.run(["xdotool", "mousemove", str(place.x()), str(place.y()), "click", "1"], check=True, timeout=20)


def guided_run():
    """Open the guided run and load the example; the rest follows in steps, so that QGIS can do its own work."""
    inputs = json.loads((FOLDER / "inputs.json").read_text())
    if "study" not in inputs:
        guarded(unload)
        finish()
    plugin = qgis.utils.plugins["groundswell"]
    if inputs["study"]["preset"] == "tiny":  # not offered to users
        from groundswell.core.example import presets

        presets.PRESETS["tiny"] = presets.TINY
    plugin.study_action.trigger()
    wizard, page = plugin.study, plugin.study.inputs_page
    page.example_preset = inputs["study"]["preset"]
    page.rows["folder"].set(inputs["study"]["folder"])
    next_button = wizard.button(QWizard.WizardButton.NextButton)
    RESULT["empty"] = {"next": next_button.isEnabled(), "said": page.summary.text()}
    after(1000, lambda: (grab("study_empty", wizard), click(page.load_example)))
    after(2500, lambda: example_loaded(wizard, 600))


def example_loaded(wizard, tries):
    """Wait for the example; then go on by the button."""
    page = wizard.inputs_page
    if page.making_example and tries:
        after(200, lambda: example_loaded(wizard, tries - 1))
        return
    inputs = json.loads((FOLDER / "inputs.json").read_text())
    page.max_velocity.setValue(inputs["study"]["max_velocity"])
    page.rows["title"].set(inputs["study"]["title"])
    next_button = wizard.button(QWizard.WizardButton.NextButton)
    RESULT["loaded_example"] = {
        "next": next_button.isEnabled(),
        "said": page.summary.text(),
        "found": {name: row.finding.text() for name, row in page.rows.items()},
    }
    after(1000, lambda: (grab("study_inputs", wizard), click(next_button)))
    after(3000, lambda: click(wizard.run_page.run))
    after(4000, lambda: wait_for(wizard, 900))


def wait_for(wizard, tries):
    """Wait until the run has ended, one way or the other; then take it up again, which has nothing left to do."""
    page = wizard.run_page
    if page.runner is not None and (page.runner.running or (not page.message.text() and tries > 890)) and tries:
        after(200, lambda: wait_for(wizard, tries - 1))
        return
    grab("study_run", wizard)
    RESULT["study"] = {
        "states": [page.list.topLevelItem(row).text(1) for row in range(page.list.topLevelItemCount())],
        "message": page.message.text(),
        "headline": page.headline.text(),
        "complete": page.isComplete(),
        "layers": [layer.name() for layer in QgsProject.instance().mapLayers().values()],
        "log": page.log.toPlainText(),
    }
    wizard.close()
    guarded(unload)
    finish()


def after(milliseconds, function):
    """Do something a little later; whatever goes wrong ends the run with its traceback."""

    def safely():
        guarded(function)
        if RESULT["error"]:
            grab("window")
            finish()

    QTimer.singleShot(milliseconds, safely)


def unload():
    """Take the plugin away again and see that nothing of it stays."""
    qgis.utils.unloadPlugin("groundswell")
    RESULT["left"] = [
        provider.id() for provider in QgsApplication.processingRegistry().providers() if provider.id() == "groundswell"
    ]


def guarded(function):
    """Run a function; keep its traceback."""
    try:
        function()
    except BaseException:  # the window must close and the test must see why
        RESULT["error"] += traceback.format_exc()


def finish():
    """Write the result and close QGIS without a question."""
    (FOLDER / "result.json").write_text(json.dumps(RESULT, indent=1, default=str))
    QgsProject.instance().setDirty(False)
    os._exit(0)


def start():
    """Begin when the window stands."""
    guarded(work)
    if RESULT["error"]:
        grab("window")
        finish()


QTimer.singleShot(3000, start)
