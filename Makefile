# One command for each thing there is to do; `make` alone says which.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
SOURCES := src tests tools benchmarks docs
UV := uv==0.13.9
LOCK := --universal --python-version 3.11 --generate-hashes --quiet --no-header --no-annotate \
        --no-emit-index-url --no-emit-find-links
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# What no edition and no notice changes is not run again: the readers of PDF and scans, the
# collecting of directories, isolation, damaged files, browser and office suite, one-letter slips.
WITH_PLACE := tests/casework tests/checks tests/clock tests/counting tests/dates tests/fees tests/form \
	tests/law tests/letters tests/rollup tests/workdays tests/promises/test_glossary.py \
	tests/promises/test_editions.py tests/promises/test_reference.py tests/reading/matching \
	tests/cli/test_calendar_and_fee.py \
	tests/cli/test_explain_and_form.py tests/cli/test_diff.py tests/cli/test_write.py \
	tests/data/test_door.py tests/docket/test_cases.py tests/docket/test_standing.py \
	tests/writing/test_template.py

.PHONY: help setup run site test lint format fuzz hostile mutate bench measure eighty docs serve goldens samples lock \
        system wheels bare place postgres clean

help:  ## say what there is
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 18

setup: .venv/dev.done  ## make .venv with all that work on the project needs; the command is .venv/bin/ogi

.venv/run.done: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src/ogi  # pip compiles what it copies, and this it does not
	@touch $@

.venv/dev.done: requirements-dev.lock .venv/run.done
	$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

run: .venv/run.done  ## read and check the samples, and write a result page to out/
	@$(BIN)/python -m tools.tour

site: .venv/dev.done  ## serve a site with a made-up county at http://127.0.0.1:8000
	@$(BIN)/python -m tools.demo_site

test: .venv/dev.done  ## run every test
	@tools/system check
	@$(BIN)/python -m pytest -n auto -rfEs

lint: .venv/dev.done  ## ruff, mypy and the direction of imports
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/dev.done  ## put the code into shape
	$(BIN)/ruff check --fix $(SOURCES)
	$(BIN)/ruff format $(SOURCES)

fuzz: .venv/dev.done  ## damage documents at random, other ones every time
	OGI_FUZZ=5000 $(BIN)/python -m pytest -n auto tests/reading/test_damage.py

hostile: .venv/dev.done  ## read made hostile files at full size, and say what each costs
	$(BIN)/python tests/hostile/measuring.py

mutate: .venv/dev.done  ## change the law's arithmetic and the PDF reader's measures: what notices?
	$(BIN)/mutmut run --max-children 2
	$(BIN)/mutmut results
	$(BIN)/python -m benchmarks.measures

bench: .venv/dev.done  ## time everything against its floor or a peer in the same run
	@$(BIN)/python -m benchmarks

measure: .venv/dev.done  ## false accusations of sound reports, and what of false ones is found
	@$(BIN)/python -m benchmarks.accusing --verbose
	@$(BIN)/python -m benchmarks.narratives

eighty: .venv/dev.done  ## make a supervisor's eighty reports with faults planted: what is found, what else is said?
	@$(BIN)/python -m benchmarks.supervising

docs: .venv/dev.done  ## build the documentation into site/, strictly
	$(BIN)/python -m mkdocs build --strict --quiet
	@echo "site/index.html"

serve: .venv/dev.done  ## show the documentation on this machine while writing it
	$(BIN)/python -m mkdocs serve

goldens: .venv/dev.done  ## rewrite what the tests expect; look at the difference before you commit it
	OGI_GOLDENS=1 $(BIN)/python -m pytest -n auto --deselect tests/promises/test_goldens.py

samples: .venv/dev.done  ## make the reports in samples/ from their declarations
	$(BIN)/python -m tools.samples

lock:  ## pin every dependency, with hashes and without index addresses (UPGRADE=--upgrade: anew)
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet --disable-pip-version-check $(UV)
	build/lock/bin/uv pip compile pyproject.toml --group build $(LOCK) $(UPGRADE) -o requirements.lock >/dev/null
	build/lock/bin/uv pip compile pyproject.toml --all-extras --group build --group dev --group docs $(LOCK) $(UPGRADE) \
		--constraints requirements.lock -o requirements-dev.lock >/dev/null
	build/lock/bin/uv pip compile pyproject.toml --extra dataset --extra ocr --extra pdf $(LOCK) \
		--constraints requirements-dev.lock -o requirements-parts.lock >/dev/null

wheels: .venv/dev.done  ## make dist/ogi, which installs the command without a network (Linux, Windows)
	@$(BIN)/python -m tools.wheels

bare: .venv/dev.done  ## run the tests that use fonts, browser or office suite, with none in sight
	@tools/hidden $(BIN)/python -m pytest -n auto -rfEs \
		tests/cli tests/letters tests/reading tests/writing --ignore tests/reading/ocr

postgres: .venv/dev.done  ## run the site's tests on PostgreSQL
	@tools/system check
	@tools/postgres $(BIN)/python -m pytest -n auto -rfEs tests/website

place: .venv/dev.done  ## run what goes by the form or the calendar again, with a later edition and notice on file
	@rm -rf build/place && $(BIN)/python -m tools.place build/place
	@OGI_DATA=$(CURDIR)/build/place $(BIN)/python -m pytest -n auto -rfEs $(WITH_PLACE)

system:  ## install what tests use beside Python: fonts, Chromium, LibreOffice, poppler (Debian, as root)
	@tools/system install

clean:  ## take away what was built
	rm -rf build dist site out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache mutants
