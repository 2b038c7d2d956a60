# Each target does its own set-up into .venv; a second run finds it done. Needs Python 3.11 to 3.13 and make.

PYTHON ?= $(shell for python in python3 python3.11 python3.12 python3.13; do \
	$$python -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin
READY := .venv/.ready

.PHONY: demo test evals bench docs lock browser pictures

demo: $(READY)  ## read the example story: what is disputed, by whom, and in which words
	$(BIN)/rashomon compare examples

test: $(READY) browser  ## everything a change must pass
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

evals: $(READY)  ## measure against the gold and against the floors
	$(BIN)/python -m rashomon.evals gate

bench: $(READY)  ## speed and memory, as ratios
	$(BIN)/python benchmarks/speed.py

$(READY): requirements-dev.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "no Python 3.11, 3.12 or 3.13 found; name one: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

browser:  ## chromium for the tests of the pages, where it can be had; without it they are skipped
	@for one in chromium chromium-browser google-chrome; do command -v $$one >/dev/null && exit 0; done; \
	if test "$$(id -u)" = 0 && command -v apt-get >/dev/null; then \
		get="apt-get install -qq -y --no-install-recommends chromium"; \
		{ $$get || { apt-get update -qq && $$get; }; } >/dev/null 2>&1 && exit 0; \
	fi; \
	echo "chromium is not installed and cannot be here: the tests of the pages are skipped" >&2

docs: $(READY)  ## rewrite what the pages say the commands print
	$(BIN)/python docs/outputs.py

pictures: $(READY) browser  ## take the pictures of the report again
	$(BIN)/python docs/screenshots.py

lock: $(READY)  ## rewrite the locks after a change of pyproject.toml
	$(BIN)/uv --no-config pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --strip-extras \
		--custom-compile-command "make lock" --quiet --output-file requirements.lock
	$(BIN)/uv --no-config pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --strip-extras \
		--custom-compile-command "make lock" --quiet --output-file requirements-dev.lock
