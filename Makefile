# Two commands on a machine with Python 3.11 or newer (with venv) and make: `make demo` and `make test`.

VENV ?= .venv
PYTHON ?= $(shell for p in python3.13 python3.12 python3.14 python3.11 python3 python; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := $(VENV)/bin

.PHONY: demo test check install install-dev docs lock clean help

help:
	@echo "make demo     set up and build the story that ships with Dateline into demo/"
	@echo "make test     set up and run all checks and tests"
	@echo "make docs     write docs/cli.md again from the command line's help"
	@echo "make lock     resolve the dependencies again and write the lock files"
	@echo "make clean    remove $(VENV) and what tools leave behind"

demo: install
	$(BIN)/dateline demo --output demo

test: install-dev check

check:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest

install: $(VENV)/.installed
install-dev: $(VENV)/.installed-dev

$(VENV)/.installed: requirements.lock.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --no-compile --no-deps --require-hashes -r requirements.lock.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.installed-dev: requirements-dev.lock.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --no-compile --no-deps --require-hashes -r requirements-dev.lock.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	touch $@ $(VENV)/.installed

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer with venv is needed, and none was found: install it, or name it: make PYTHON=/path/to/python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)

docs: install-dev
	$(BIN)/python -m dateline.cli.reference > docs/cli.md

# One resolution for all platforms and Python versions; hashes are checked on installation; no registry is named.
lock: install-dev
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile $(LOCK_OPTIONS) pyproject.toml --output-file requirements.lock.txt
	$(BIN)/uv pip compile $(LOCK_OPTIONS) --extra dev pyproject.toml --output-file requirements-dev.lock.txt

LOCK_OPTIONS := --quiet --universal --extra build --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header

clean:
	rm -rf $(VENV) demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
