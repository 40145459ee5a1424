# `make report` builds a case, `make test` runs every test; both set everything up first.
FALL ?= inputs/kskf-2023-288
PYTHON := .venv/bin/python

FILER ?= ../shared/corpus/word ../shared/corpus/word-pdf

.PHONY: report test webb egenskaper fel fuzz lint format setup setup-dev lock messages clean

report: setup
	@.venv/bin/kansli bygg "$(FALL)"

test: setup-dev
	@$(PYTHON) -m pytest --numprocesses auto --dist loadfile

lint: setup-dev
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-cache --no-logo

# Checks the web pages in a browser: fetches axe-core and the Nu HTML checker first, and Chromium where it is missing.
webb: setup-dev
	@.ci/webb.sh
	@$(PYTHON) -m pytest tests/web/test_browser.py

egenskaper: setup-dev
	@KANSLI_EXEMPEL=3000 $(PYTHON) -m pytest tests/render/test_any_document.py

# Every operation on files fails, alone and with all after it, and 200 builds are killed: some twenty minutes.
fel: setup-dev
	@KANSLI_FEL=200 $(PYTHON) -m pytest --numprocesses auto --dist worksteal tests/faults

fuzz: setup-dev
	@$(PYTHON) -m tests.fuzz --rounds 3000
	@$(PYTHON) -m tests.render.odd outputs/fuzz/udda
	@$(PYTHON) -m tests.render.fuzz --rounds 5000 $(FILER)

format: setup-dev
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix-only .

setup:
	@.ci/setup.sh runtime

setup-dev:
	@.ci/setup.sh dev

lock:
	@.ci/lock.sh

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

messages: setup-dev
	@.venv/bin/pybabel -q compile --domain kansli --directory pipeline/cli/locale
