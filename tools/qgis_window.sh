#!/usr/bin/env bash
# Opens a real QGIS window on a virtual screen with this checkout as the plugin and runs a Python file in it.
# Usage: qgis_window.sh FOLDER DRIVER.py   (FOLDER: where the driver finds its inputs and puts its results)
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$(cd "$1" && pwd)
driver=$(realpath "$2")
profiles=$folder/profiles
mkdir -p "$profiles/profiles/default/QGIS" "$profiles/profiles/default/python/plugins" "$folder/runtime"
chmod 700 "$folder/runtime"
ln -sfn "$root" "$profiles/profiles/default/python/plugins/groundswell"
printf '[PythonPlugins]\ngroundswell=true\n\n[app]\nprojections\\unknownCrsBehavior=NoAction\n' >"$profiles/profiles/default/QGIS/QGIS3.ini"
# GROUNDSWELL_LOCALE, such as zh-Hans or fr, shows QGIS and the plugin (its catalogues compiled) in that language.
[ -z "${GROUNDSWELL_LOCALE:-}" ] ||
  printf '\n[locale]\noverrideFlag=true\nuserLocale=%s\n' "$GROUNDSWELL_LOCALE" >>"$profiles/profiles/default/QGIS/QGIS3.ini"
# GROUNDSWELL_THEME, such as "Night Mapping", is one of QGIS's own themes; QT_SCALE_FACTOR=2 shows all at double size.
[ -z "${GROUNDSWELL_THEME:-}" ] ||
  printf '\n[UI]\nUITheme=%s\n' "$GROUNDSWELL_THEME" >>"$profiles/profiles/default/QGIS/QGIS3.ini"
scale=${QT_SCALE_FACTOR:-1}
export GROUNDSWELL_SCREEN=$((1600 * scale))x$((1000 * scale))x24
export XDG_RUNTIME_DIR=$folder/runtime GROUNDSWELL_WINDOW=$folder QT_QPA_PLATFORM=xcb LIBGL_ALWAYS_SOFTWARE=1
export GROUNDSWELL_PROFILES=$profiles GROUNDSWELL_DRIVER=$driver
# A window manager, so that clicks find their window.
exec timeout "${GROUNDSWELL_SECONDS:-300}" xvfb-run -a -s "-screen 0 $GROUNDSWELL_SCREEN" \
  sh -c 'openbox & exec qgis --nologo --noversioncheck --profiles-path "$GROUNDSWELL_PROFILES" --code "$GROUNDSWELL_DRIVER"'
