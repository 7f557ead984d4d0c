# Two commands for everybody: make demo, make test. The others are for developers.
.PHONY: demo test setup check format models layout translations reference love-numbers loss-tables bench-errors bench-chain-errors bench-inversion bench-loading bench-assimilation bench-grace bench-catchment bench-inversion-twin bench-inversion-speed bench-inversion-real crash-test fuzz mutation files-doc screenshots screenshots-looks package release qt6-names matrix clean unit test-one docs bench-best bench-real

demo:
	@tools/setup.sh run
	@/usr/bin/python3 tools/demo.py build/demo

setup:
	@tools/setup.sh test

test: setup check
	@tools/run_tests.sh

# The core without QGIS and without the slowest files: what to run between two changes.
unit: setup
	@tools/run_tests.sh quick

test-one: setup
	@tools/run_tests.sh one $(FILE)

docs:
	@tools/docs.sh

check: setup
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy

format: setup
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

models: setup
	@tools/with_qgis.sh tools/make_models.py

translations:
	@/usr/bin/python3 tools/make_translations.py --compile

layout: setup
	@tools/with_qgis.sh tools/make_layout.py

reference: setup
	@tools/with_qgis.sh tools/make_reference.py

love-numbers:
	@/usr/bin/python3 tools/make_love_numbers.py

loss-tables:
	@/usr/bin/python3 tools/make_loss_tables.py

bench-errors bench-chain-errors bench-inversion bench-loading bench-assimilation bench-grace bench-catchment bench-best bench-real bench-inversion-twin bench-inversion-speed bench-inversion-real:
	@/usr/bin/python3 tools/$(subst -,_,$@).py

files-doc:
	@/usr/bin/python3 tools/make_files_doc.py

fuzz: setup
	@.venv/bin/python tools/fuzz.py

# A sample of changed operators and numbers in modules that make results and warnings: what the tests notice.
mutation: setup
	@/usr/bin/python3 tools/mutation.py

crash-test: setup
	@/usr/bin/python3 tools/crash_test.py

screenshots: setup
	@tools/screenshots.sh docs/images

# The same in a dark theme, in Chinese and at double scale, to be looked at.
screenshots-looks: setup
	@for look in light dark zh double; do LOOK=$$look tools/screenshots.sh build/looks/$$look || exit 1; done

qt6-names:
	@[ -x build/qt6_venv/bin/python ] || python3 -m venv build/qt6_venv
	@build/qt6_venv/bin/python -m pip install -q --disable-pip-version-check PyQt6
	@build/qt6_venv/bin/python tools/check_qt6.py

# For the plugin repository: placeholders among the addresses are an error.
release: setup
	@UPLOAD=1 tools/package.sh

package: setup
	@tools/package.sh

matrix: setup
	@tools/matrix.sh

clean:
	rm -rf build .venv .mypy_cache .ruff_cache .pytest_cache .qgis-settings
