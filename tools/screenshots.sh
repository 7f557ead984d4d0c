#!/usr/bin/env bash
# Takes the pictures of the documentation in a real QGIS window, from the results of `make demo`.
# Usage: screenshots.sh FOLDER [DISPLACEMENT LON LAT]   (a real series to show in the dock, too)
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
images=$(mkdir -p "$1" && cd "$1" && pwd)
results=$root/build/demo/results
area=$root/build/demo/study_area
[ -f "$results/analysis.nc" ] || { echo "Run 'make demo' first: the pictures show its results." >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
grace=$(find "$area" -name '*mascons*.nc'  | head -n 1)
frame=$(find "$area" -maxdepth 1 -type d -name '099A*')
station=$(find "$area" -maxdepth 1 -name 'reference*.csv')
real=
[ $# -lt 4 ] || real="\"real\": {\"file\": \"$(realpath "$2")\", \"point\": [$3, $4]},"
cat >"$folder/inputs.json" <<JSON
{"runs": [
  ["importgrace", {"INPUT": "$grace", "OUTPUT": "$folder/grace.nc", "LOAD_LAYERS": false}],
  ["comparegrace", {"INPUT": "$results/analysis.nc", "GRACE": "$folder/grace.nc", "OUTPUT": "$folder/comparison.nc"}],
  ["maskdownsample", {"INPUT": "$results/displacement.nc", "OUTPUT": "$folder/gridded.nc", "LOAD_LAYERS": false}],
  ["lostovertical", {"INPUT": "$folder/gridded.nc", "REFERENCE_SERIES": "$station", "OUTPUT": "$folder/vertical.nc"}]],
 "point": [100.0, 25.7], "file": "$results/analysis.nc", "grace": "$folder/grace.nc",
 $real "dialogs": true, "shown": "Vertical displacement", "date": "2020-10-01",
 "study": {"folder": "$folder/study", "preset": "small", "title": "Dali (synthetic example)", "max_velocity": 5.0}}
JSON
"$root/tools/qgis_window.sh" "$folder" "$root/tests/gui/driver.py" </dev/null
cp "$folder"/{window,dock,layout,study_inputs,study_run}.png "$images/"
[ ! -f "$folder/dock_real.png" ] || cp "$folder/dock_real.png" "$images/"
if command -v chromium >/dev/null; then
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1000,1500 \
    --screenshot="$images/report.png" "file://$folder/study/study/report.html" >/dev/null 2>&1
fi
rm -rf "$images/dialogs"
cp -r "$folder/dialogs" "$images/"
echo "Pictures in $images"
