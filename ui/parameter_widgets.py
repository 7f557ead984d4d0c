"""What dialogs of algorithms show beside QGIS's own widgets: choices in words, and loaded layers as files.

QGIS makes an instance of a class that a parameter's metadata name; the classes here return QGIS's own wrapper, whose
widget is changed when it is made. Where a version of QGIS does not look at the metadata its own widget stays.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterMultipleLayers,
    QgsProject,
)
from qgis.gui import QgsGui, QgsProcessingGui
from qgis.PyQt.QtWidgets import QComboBox, QMenu, QToolButton, QWidget

from ..processing.choices import words_of
from ..processing.input_files import layer_file
from ..processing.translation import tr


class _Changed:
    """QGIS's own wrapper of a parameter, its widget changed by the subclass."""

    def __new__(cls, parameter: QgsProcessingParameterDefinition, dialog: Any, row: int = 0, col: int = 0) -> Any:
        registry = QgsGui.processingGuiRegistry()
        if hasattr(dialog, "childId") and hasattr(dialog, "model"):  # of the model designer
            wrapper = registry.createModelerParameterWidget(dialog.model, dialog.childId, parameter, dialog.context)
            cls.change(wrapper, wrapper, parameter)
        else:
            kinds = QgsProcessingGui.WidgetType
            kind = kinds.Batch if "Batch" in type(dialog).__name__ else kinds.Standard
            wrapper = registry.createParameterWidgetWrapper(parameter, kind)
            make = wrapper.createWrappedWidget

            def made(context: Any) -> QWidget:
                widget = make(context)
                cls.change(widget, wrapper, parameter)
                return widget

            wrapper.createWrappedWidget = made
        if hasattr(wrapper, "setDialog"):
            wrapper.setDialog(dialog)
        return wrapper

    @staticmethod
    def change(widget: QWidget, wrapper: Any, parameter: QgsProcessingParameterDefinition) -> None:
        """Change the widget that QGIS made."""
        raise NotImplementedError


class Choice(_Changed):
    """Words for the codes of a choice; the value stays the code."""

    @staticmethod
    def change(widget: QWidget, wrapper: Any, parameter: QgsProcessingParameterDefinition) -> None:
        """Show words."""
        boxes = [widget] if isinstance(widget, QComboBox) else widget.findChildren(QComboBox)
        codes = set(parameter.options())
        for box in boxes:
            for number in range(box.count()):
                if box.itemData(number) in codes:
                    box.setItemText(number, words_of(parameter.name(), str(box.itemData(number))))


class Files(_Changed):
    """A button that lists the loaded layers which show a file."""

    @staticmethod
    def change(widget: QWidget, wrapper: Any, parameter: QgsProcessingParameterDefinition) -> None:
        """Add the button."""
        if widget is wrapper or widget.layout() is None:
            return
        button = layers_button(widget, _endings(parameter))
        context = QgsProcessingContext()

        def choose(path: str) -> None:
            if isinstance(parameter, QgsProcessingParameterMultipleLayers):
                value = wrapper.parameterValue()
                before = value if isinstance(value, (list, tuple)) else [value] if value else []
                wrapper.setParameterValue([*before, path], context)
            else:
                wrapper.setParameterValue(path, context)

        button.menu().triggered.connect(lambda action: choose(action.data()))
        widget.layout().addWidget(button)


def layers_button(parent: QWidget, endings: set[str]) -> QToolButton:
    """Return a button whose menu lists the files of the loaded layers when it is opened; an action's data is the path.

    Parameters
    ----------
    parent : QWidget
        Owner.
    endings : set of str
        Of files that are listed, such as ``.nc``; empty: all.
    """
    button = QToolButton(parent)
    button.setText(tr("Layers"))
    button.setToolTip(tr("Take the file of a layer of the project"))
    button.setAccessibleName(tr("Take the file of a layer of the project"))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    menu = QMenu(button)
    button.setMenu(menu)
    menu.aboutToShow.connect(lambda: fill_menu(menu, endings))
    return button


def fill_menu(menu: QMenu, endings: set[str]) -> None:
    """List the loaded layers that show a file, each file once."""
    menu.clear()
    seen: set[str] = set()
    for layer in QgsProject.instance().mapLayers().values():
        path = layer_file(layer)
        if not path or path in seen or (endings and Path(path).suffix.lower() not in endings):
            continue
        seen.add(path)
        menu.addAction(f"{layer.name()}  ({Path(path).name})").setData(path)
    if not seen:
        menu.addAction(tr("No layer of the project shows such a file")).setEnabled(False)


def _endings(parameter: QgsProcessingParameterDefinition) -> set[str]:
    """Return the endings that a parameter asks for; empty where it does not say."""
    written = parameter.fileFilter() if hasattr(parameter, "fileFilter") else ""
    return {ending.lower() for ending in re.findall(r"\*(\.\w+)", written)}
