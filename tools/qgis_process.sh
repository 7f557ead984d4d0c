#!/usr/bin/env bash
# qgis_process with this checkout as the plugin, in a profile of its own: your QGIS settings are neither read nor changed.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
state=${GROUNDSWELL_PROFILE:-$root/build/profile}
profile=$state/profiles/default
mkdir -p "$profile/QGIS" "$profile/python/plugins" "$state/runtime"
chmod 700 "$state/runtime"
ln -sfn "$root" "$profile/python/plugins/groundswell"
[ -f "$profile/QGIS/QGIS3.ini" ] || printf '[PythonPlugins]\ngroundswell=true\n' >"$profile/QGIS/QGIS3.ini"
# Debian 12's wrapper passes an option that the program does not know: call the program itself where it lies bare.
program=$(command -v qgis_process.bin || command -v qgis_process)
export QGIS_CUSTOM_CONFIG_PATH=$state QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR=$state/runtime
exec "$program" "$@"
