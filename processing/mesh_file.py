"""A gridded series as a mesh of cells that QGIS draws as it is: every cell a face, gaps as gaps.

QGIS reads a CF grid as a mesh with its data on the cells' centres, and leaves out each face with a corner that has no
value: of a grid with gaps little is left, and the rim loses half a cell. Here the cells are the faces (UGRID 1.0,
which MDAL reads from QGIS 3.22 on), and only cells that have a value at any time are in the file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from ..core.dates import date_of
from ..core.files import netcdf
from ..core.files.raster import RasterGrid

SUFFIX = ".mesh.nc"
_MESH = "mesh2d"


def mesh_path(path: Path) -> Path:
    """Return where the mesh of a file lies: beside it."""
    return path.with_name(path.stem + SUFFIX)


def write_mesh(path: Path, variables: list[str]) -> Path:
    """Write the variables [time, y, x] of a file as a mesh of faces beside it, and return where.

    Times are counted from the file's own first date: QGIS shows none before the origin of its time axis.
    """
    target = mesh_path(path)
    with netcdf.open_dataset(path) as source:
        grid, days = netcdf.read_grid(source), netcdf.read_days(source)
        fields = {name: netcdf.read_float(source, name).reshape(days.size, -1) for name in variables}
        present = np.any([np.isfinite(values).any(axis=0) for values in fields.values()], axis=0)
        with netcdf.create(target, "Cells of a gridded series, for maps", "load layers", source=path.name) as made:
            _write_topology(made, grid, np.flatnonzero(present))
            _write_times(made, days)
            for name, values in fields.items():
                _write_field(made, source.variables[name], name, values[:, present])
    return target


def _write_topology(made: Any, grid: RasterGrid, cells: np.ndarray) -> None:
    """Write the nodes that the cells need, and the four nodes of each cell."""
    rows, columns = np.divmod(cells, grid.columns)
    width = grid.columns + 1
    upper_left = rows * width + columns
    corners = np.stack([upper_left, upper_left + width, upper_left + width + 1, upper_left + 1], axis=1)
    nodes, faces = np.unique(corners, return_inverse=True)
    node_row, node_column = np.divmod(nodes, width)
    made.createDimension("node", nodes.size)
    made.createDimension("face", cells.size)
    made.createDimension("corner", 4)
    topology = made.createVariable(_MESH, "i4")
    topology.setncatts(
        {
            "cf_role": "mesh_topology",
            "topology_dimension": np.int32(2),
            "node_coordinates": f"{_MESH}_node_x {_MESH}_node_y",
            "face_node_connectivity": f"{_MESH}_face_nodes",
            "face_dimension": "face",
        }
    )
    kind = ("longitude", "latitude") if grid.is_geographic else ("projection_x_coordinate", "projection_y_coordinate")
    places = grid.x_min + node_column * grid.dx, grid.y_max - node_row * grid.dy
    for axis, standard_name, values in zip("xy", kind, places):
        variable = made.createVariable(f"{_MESH}_node_{axis}", "f8", ("node",))
        variable.setncatts({"standard_name": standard_name, "mesh": _MESH, "location": "node"})
        variable[:] = values
    connectivity = made.createVariable(f"{_MESH}_face_nodes", "i4", ("face", "corner"), fill_value=-1)
    connectivity.setncatts({"cf_role": "face_node_connectivity", "start_index": np.int32(0)})
    connectivity[:] = faces.reshape(-1, 4)


def _write_times(made: Any, days: np.ndarray) -> None:
    made.createDimension("time", days.size)
    first = float(np.floor(days[0]))
    variable = made.createVariable("time", "f8", ("time",))
    variable.setncatts(
        {"units": f"hours since {date_of(first).isoformat()} 00:00:00", "standard_name": "time", "calendar": "standard"}
    )
    variable[:] = np.round((days - first) * 24.0, 6)


def _write_field(made: Any, source: Any, name: str, values: np.ndarray) -> None:
    variable = made.createVariable(f"{_MESH}_{name}", "f8", ("time", "face"), fill_value=np.nan)
    variable.setncatts(
        {"long_name": str(source.long_name), "units": str(source.units), "mesh": _MESH, "location": "face"}
    )
    variable[:] = values
