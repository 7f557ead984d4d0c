#!/usr/bin/env bash
# Runs a Python script with QGIS's libraries and without a screen.
set -euo pipefail
runtime=$(mktemp -d)
chmod 700 "$runtime"
trap 'rm -rf "$runtime"' EXIT
# A fixed seed, so that the models are written in the same order each time.
QT_HASH_SEED=0 QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=$runtime "${PYTHON:-/usr/bin/python3}" "$@"
