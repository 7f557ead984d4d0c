"""Write core/land/estimation/data/loss_tables.npz: loss of root-zone excess for the twelve soil classes (minutes)."""

from __future__ import annotations

import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np  # noqa: E402 (the number of threads is read when NumPy is loaded)
from checkout import ROOT, import_groundswell  # noqa: E402

import_groundswell()
from groundswell.core.land.estimation.richards import loss_table  # noqa: E402
from groundswell.core.land.estimation.soils import SOILS  # noqa: E402


def main() -> None:
    """Simulate all classes."""
    tables = []
    for soil in SOILS:
        print(soil.name, flush=True)
        tables.append(loss_table(soil))
    folder = ROOT / "core" / "land" / "estimation" / "data"
    folder.mkdir(exist_ok=True)
    np.savez_compressed(
        folder / "loss_tables.npz",
        excess=np.stack([table.excess for table in tables]).astype(np.float32),
        daily_loss=np.stack([table.daily_loss for table in tables]).astype(np.float32),
    )


if __name__ == "__main__":
    main()
