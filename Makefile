# The two commands of the README: `make brief` and `make test`. Both set everything up first.
PYTHON ?= python3
BIN := .venv/bin
NO_BROWSER := No Chromium here, so the evidence page is not tested in a browser; on Debian: apt-get install chromium chromium-driver

.PHONY: brief test check quality quality-full fuzz audit man bench setup clean
.DEFAULT_GOAL := brief

brief: .venv/installed  ## Set up and print the brief of seeds/
	@$(BIN)/summarize seeds/

test: check  ## Set up, check style and types, and run all tests
	@command -v chromedriver >/dev/null || echo "$(NO_BROWSER)" >&2
	$(BIN)/python -m pytest
	@command -v chromedriver >/dev/null || echo "$(NO_BROWSER)" >&2

check: .venv/developed  ## Style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

quality: .venv/developed  ## Hold the briefs of the project's own topics to their floors
	$(BIN)/python benchmarks/quality/gate.py

quality-full: .venv/developed  ## The same for the development sets: make quality-full DATA=folder
	@test -n "$(DATA)" || { echo "Name the folder of the sets: make quality-full DATA=folder" >&2; exit 2; }
	$(BIN)/python benchmarks/quality/gate.py --data "$(DATA)"

fuzz: .venv/fuzzed  ## Look for inputs that break a promise: make fuzz MINUTES=15
	$(BIN)/python tests/fuzz/fuzz.py --minutes $(or $(MINUTES),15)

audit: .venv/developed  ## Ask whether what is installed has known faults; needs the network
	@$(BIN)/python -m pip freeze --exclude-editable | sed 's/+[a-z0-9.]*$$//' > .venv/frozen
	$(BIN)/pip-audit --strict --no-deps --disable-pip --progress-spinner off -r .venv/frozen || { \
		echo "If a package was 'not found', no index was reached and nothing is audited: see SECURITY.md." >&2; \
		exit 1; }

man: .venv/developed  ## Write the manual page docs/summarize.1 from the program's help
	$(BIN)/python docs/manual.py

bench: .venv/compared  ## Time and memory beside other summarizers; ten minutes
	@$(BIN)/python benchmarks/speed.py

setup: .venv/developed  ## Set up for development

clean:  ## Remove the virtual environment and all caches of tools
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: pyproject.toml constraints.txt | .venv/bin/python
	@echo "Setting up (once; about a minute)…" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e . >&2
	@touch $@

.venv/developed: .venv/installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]' >&2
	@touch $@

.venv/fuzzed: .venv/developed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[fuzz]' >&2
	@touch $@

.venv/compared: .venv/installed
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[peers]' >&2
	@touch $@
