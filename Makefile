# Every target does its own set-up: a fresh clone needs only make and Python 3.11 or newer.

SHELL := /bin/sh
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
LIBRARY := words instruments files drawing reports
CATALOGUES := $(shell find src -name "*.po")
DJANGO := DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python -m django

# The first interpreter on the path that is new enough; empty when there is none.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	then echo $$python; break; fi; done)

.DEFAULT_GOAL := help
.PHONY: help install run test check bench test-postgres fmt lint types contracts migrations \
	translations docs lock messages

help: ## show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(INSTALLED) ## create .venv with kragozor and everything it needs

run: $(INSTALLED) ## run the hub with demonstration data on http://127.0.0.1:PORT (8000)
	$(BIN)/kragozor serve --demo --port $(PORT)

test: $(INSTALLED) ## run the tests on SQLite
	$(BIN)/pytest $(PYTEST)

test-postgres: $(INSTALLED) ## run the same tests on a throw-away PostgreSQL
	$(BIN)/python -m tests.postgres $(BIN)/pytest $(PYTEST)

check: lint types contracts migrations translations docs test ## run every gate, tests included

bench: $(INSTALLED) ## measure the promises of speed and write docs/benchmarks.md
	$(BIN)/python -m benchmarks

fmt: $(INSTALLED) ## format the code and apply the safe fixes
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lint: $(INSTALLED)
	$(BIN)/ruff format --check
	$(BIN)/ruff check

types: $(INSTALLED)
	$(BIN)/mypy $(LIBRARY:%=-p kragozor.%)

contracts: $(INSTALLED)
	$(BIN)/lint-imports

migrations: $(INSTALLED)
	$(DJANGO) makemigrations --check --dry-run

translations: $(INSTALLED)
	$(BIN)/python -m update.messages --check

docs: $(INSTALLED)
	$(BIN)/zensical build --strict

messages: $(INSTALLED) ## bring the hub's catalogues of translations up to its sources
	$(BIN)/python -m update.messages

lock: $(BIN)/uv ## pin every dependency with its hashes in requirements.txt
	$(BIN)/uv pip compile pyproject.toml --extra hub --extra scale --extra dev --universal --python-version 3.11 \
		--generate-hashes --custom-compile-command "make lock" --quiet --output-file requirements.txt

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Kragozor needs Python 3.11 or newer, and none is on the path." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

# uv itself comes hashed as well: pip reads its entry, and nothing else, from requirements.txt.
$(BIN)/uv: | $(BIN)/python
	awk '/^[^ #]/ {mine = /^uv==/} mine' requirements.txt > $(VENV)/uv.txt
	$(BIN)/python -m pip install --quiet --require-hashes --requirement $(VENV)/uv.txt

# Installing compiles the translations too, so a changed catalogue is a reason to install.
$(INSTALLED): requirements.txt pyproject.toml hatch_build.py $(CATALOGUES) | $(BIN)/uv
	$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.txt
	$(BIN)/uv pip install --quiet --python $(BIN)/python --no-build-isolation --no-deps --editable .
	@touch $@
