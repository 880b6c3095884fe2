# Dateline: `make run` and `make test` set up everything they need; Python 3.11+ and make are enough.
.DEFAULT_GOAL := help
.PHONY: help run explore test lint format bench gate ui compile clean

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
# further extras for the test environment, such as `make test EXTRAS=dbt,browser`
EXTRAS ?=
comma := ,
TEST_EXTRAS := test$(if $(EXTRAS),$(comma)$(EXTRAS))

# uv when it is there, plain venv and pip otherwise
UV := $(shell command -v uv 2>/dev/null)
ifneq ($(UV),)
  CREATE := $(UV) venv --quiet --allow-existing --python $(PYTHON) $(VENV)
  INSTALL := VIRTUAL_ENV=$(VENV) $(UV) pip install --quiet --compile-bytecode --constraint constraints.txt
else
  CREATE := $(PYTHON) -m venv $(VENV)
  INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
endif

help: ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/:/' | column -t -s:

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Dateline needs Python 3.11 or newer; name one: make PYTHON=python3.12"; exit 1; }
	@echo "Setting up $(VENV) ..."
	@$(CREATE)

# one stamp for each set of extras: what is installed already is not installed again
$(VENV)/.base: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing Dateline ..."
	@$(INSTALL) --editable .
	@$(BIN)/python -m compileall -q dbt_like_sql orchestration transforms warehouse
	@touch $@

$(VENV)/.with-%: pyproject.toml constraints.txt | $(VENV)/bin/python
	@echo "Installing Dateline with $* ..."
	@$(INSTALL) --editable '.[$*]'
	@touch $@ $(VENV)/.base

run: $(VENV)/.base ## set up, run the main job on the sample articles, show the timeline
	@$(BIN)/dateline run --show

explore: $(VENV)/.base ## explore the warehouse in the browser
	@$(BIN)/dateline explore --open $(ARGS)

test: $(VENV)/.with-$(TEST_EXTRAS) ## set up and run all tests
	@$(BIN)/python -m pytest -n auto --dist loadgroup $(ARGS)

lint: $(VENV)/.with-lint ## check style and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(VENV)/.with-lint ## lay out the code
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format .

bench: $(VENV)/.with-test ## measure quality and speed; needs the gold data in ../shared
	@$(BIN)/python -m tests.benchmarks.bench

gate: $(VENV)/.with-test ## fail when a measured figure falls below its floor
	@$(BIN)/python -m tests.benchmarks.gate

ui: $(VENV)/.with-ui ## open the Dagster UI on the asset graph
	@$(BIN)/dateline ui

# a copy is built, so that no compiled module stands beside a source; it is a snapshot: after a change of the sources, once more
compile: $(VENV)/.with-compile ## translate what reads dates and events to C: takes minutes and a C compiler, reads faster from then on
	@echo "Translating and compiling (some minutes) ..."
	@rm -rf $(VENV)/source && mkdir $(VENV)/source
	@cp -r dbt_like_sql orchestration transforms warehouse pyproject.toml README.md LICENSE $(VENV)/source
	@cd $(VENV)/source && HATCH_BUILD_HOOKS_ENABLE=1 ../bin/python -m hatchling build --target wheel --directory dist
	@$(INSTALL) --no-deps --force-reinstall $(VENV)/source/dist/*.whl
	@$(BIN)/dateline doctor | grep "read by"

clean: ## remove everything that was set up or made here
	@rm -rf $(VENV) .dateline dateline.duckdb dateline.duckdb.wal dateline.html build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
