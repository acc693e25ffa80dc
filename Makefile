# Two commands for a newcomer: `make ledger` (the ledger of seeds/ in reports/) and `make test` (everything that CI checks).
.DEFAULT_GOAL := help
SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# the first interpreter that really starts and is new enough
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3 python; do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && break; done)
PYTEST_ARGS ?=

.PHONY: help ledger test check lint bench native pins pictures venv system clean

help:
	@echo "make ledger    read seeds/ and write the ledger into reports/"
	@echo "make test      everything: lint, types, tests, rule examples, stale reports, wheel, LibreOffice and browser checks"
	@echo "make check     the fast part of it, while you work"
	@echo "make bench     the scores on ../shared/bench"
	@echo "make native    compile extraction anew after a change of it (twice as fast, the same results)"
	@echo "make pictures  the pictures of the README, from seeds/"
	@echo "make pins      pin requirements.txt and requirements-dev.txt anew"

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or later was found. Install one, or name it: make ledger PYTHON=/path/to/python3.11" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV) || { echo "$(PYTHON) cannot make a virtual environment. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 2; }

# The package is installed in place, so an edited source or rule needs no new install; only changed pins do. It is compiled
# here, as pip compiles a wheel, since where PYTHONDONTWRITEBYTECODE is set nobody else will and each start pays for it.
$(VENV)/.run: requirements.txt pyproject.toml | $(BIN)/python
	@echo 'Installing what factledger needs into $(VENV) (once; about a minute).'
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q ledger
	@touch $@

$(VENV)/.dev: requirements-dev.txt pyproject.toml | $(BIN)/python
	@echo 'Installing what the tests need into $(VENV) (once; about a minute).'
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q ledger
	@touch $@ $(VENV)/.run

venv: $(VENV)/.dev

ledger: $(VENV)/.run
	@$(BIN)/python scripts/native.py --if-missing
	$(BIN)/factledger build seeds --out reports

# Twins are found by the digest of their sources (ledger/native.py), so nothing here has to know what changed.
native: $(VENV)/.run
	@$(BIN)/python scripts/native.py

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

check: lint
	$(BIN)/factledger rules test --quiet
	$(BIN)/pytest -q -m "not slow and not office and not browser" $(PYTEST_ARGS)

system:
	@sh scripts/system.sh

test: lint system native
	$(BIN)/factledger rules test
	$(BIN)/factledger build seeds --out reports --check
	$(BIN)/pytest $(PYTEST_ARGS)

bench: $(VENV)/.dev native
	@$(BIN)/python -m bench.run

pins: $(VENV)/.dev
	sh scripts/pins.sh

pictures: $(VENV)/.dev system
	$(BIN)/python scripts/pictures.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
