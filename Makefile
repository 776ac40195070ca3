# The commands of this house. `make setup` is what all of them share.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
CASE ?=

.PHONY: help setup try test storm check format lock clean

help:  ## what can be made
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

setup: $(STAMP)  ## make .venv from the lock, then install the project into it

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Parley needs Python 3.11 or newer; name one with make PYTHON=...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(STAMP)

try: setup  ## play a whole case on this machine: make try, or make try CASE=file.yaml
	@$(BIN)/python -m bot.sandbox play $(if $(CASE),--case $(CASE),)

test: setup  ## run every test (ten minutes at the most)
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not storm"

storm: setup  ## run what takes longer
	$(BIN)/python -m pytest -n 2 --dist worksteal -m storm

check: setup  ## ruff, mypy strict, the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup  ## put the code into shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock:  ## resolve pyproject.toml into requirements.lock: names, versions, hashes
	$(PYTHON) -m venv $(VENV)-lock && $(VENV)-lock/bin/pip install --quiet uv
	$(VENV)-lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-annotate --no-header --extra dev pyproject.toml -o requirements.lock
	rm -rf $(VENV)-lock

clean:  ## forget what was installed and made
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis
