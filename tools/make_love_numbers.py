"""Compute the load Love numbers that the plugin ships: python3 tools/make_love_numbers.py [folder]."""

from __future__ import annotations

import importlib.util
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

HEADER = """\
# Load Love numbers of {name} in the CE frame: the degrees that were integrated; by tools/make_love_numbers.py.
# Between them h, n l and n k are cubic splines in ln n (core/loading/love_numbers.py, from_nodes).
# Degree 0: compression only.
# n, h, l, k
"""


def import_groundswell() -> None:
    """Import the checkout as the package ``groundswell``, whatever its folder is called."""
    spec = importlib.util.spec_from_file_location("groundswell", ROOT / "__init__.py")
    package = importlib.util.module_from_spec(spec)
    package.__path__ = [str(ROOT)]
    sys.modules["groundswell"] = package


def main() -> int:
    """Write the tables of all shipped Earth models to the folder of shipped data, or to the one that is named."""
    import_groundswell()
    from groundswell.core.loading.earth_tables import named_model
    from groundswell.core.loading.love_numbers import SHIPPED, compute_nodes, nodes_text
    from groundswell.core.work.progress import TerminalProgress

    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "core" / "loading" / "data"
    for name, file_name in SHIPPED.items():
        start = time.process_time()
        nodes = compute_nodes(named_model(name), progress=TerminalProgress())
        path = folder / file_name
        path.write_text(HEADER.format(name=name) + nodes_text(nodes), encoding="utf-8")
        print(f"{path}: {len(nodes)} degrees in {time.process_time() - start:.1f} s of CPU")
    return 0


if __name__ == "__main__":
    sys.exit(main())
