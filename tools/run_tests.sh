#!/usr/bin/env bash
# Every test: the core without QGIS, the algorithms in one session of QGIS, the command line, a real window under Xvfb.
set -euo pipefail
cd "$(dirname "$0")/.."
export QT_QPA_PLATFORM=offscreen
runtime=$(mktemp -d)
chmod 700 "$runtime"
trap 'rm -rf "$runtime"' EXIT
export XDG_RUNTIME_DIR=$runtime
.venv/bin/python -m pytest -q -p no:pytest_qgis tests/unit
.venv/bin/python -m pytest -q tests/algorithms
.venv/bin/python -m pytest -q -p no:pytest_qgis tests/cli tests/gui
