"""Compute the load Love numbers that the plugin ships: python3 tools/make_love_numbers.py [folder]."""

from __future__ import annotations

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

HEADER = """\
# Load Love numbers of PREM in the CE frame: the degrees that were integrated; computed by tools/make_love_numbers.py.
# Between them h, n l and n k are cubic splines in ln n (core/loading/love_numbers.py, from_nodes). Degree 0: compression only.
# n, h, l, k
"""


def main() -> int:
    """Write prem_nodes.csv to the folder of shipped data, or to the one that is named."""
    sys.path.insert(0, str(ROOT / "tests"))
    import conftest  # noqa: F401 (imports the checkout as the package groundswell)
    from groundswell.core.loading.earth_models import prem
    from groundswell.core.loading.love_numbers import compute_nodes
    from groundswell.core.progress import TerminalProgress

    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "core" / "loading" / "data"
    start = time.process_time()
    nodes = compute_nodes(prem(), progress=TerminalProgress())
    lines = [f"{int(n)},{h:.13e},{l:.13e},{k:.13e}\n" for n, h, l, k in nodes]
    path = folder / "prem_nodes.csv"
    path.write_text(HEADER + "".join(lines), encoding="utf-8")
    print(f"{path}: {len(lines)} degrees in {time.process_time() - start:.1f} s of CPU")
    return 0


if __name__ == "__main__":
    sys.exit(main())
