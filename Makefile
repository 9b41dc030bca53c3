# Everything one does with this project; `make` alone lists it.
PYTHON ?= python3
PORT ?= 8000
export DONDOC_HOME ?= $(CURDIR)/var
V := .venv/bin
export PATH := $(CURDIR)/.venv/bin:$(PATH)

.PHONY: help setup demo demo-data test lint score bench lock messages
help:
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 14

setup: .venv/.ready  ## a virtual environment with locked dependencies: .venv/bin/dondoc is ready

.venv/.ready: requirements.lock pyproject.toml
	@test -x $(V)/python || $(PYTHON) -m venv .venv
	$(V)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(V)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

.venv/.ready-dev: requirements-dev.lock .venv/.ready
	$(V)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

demo-data: setup  ## load the two wards of the demonstration
	@$(V)/python manage.py prepare --verbosity 0
	@$(V)/python manage.py demo_data

demo: demo-data  ## the demonstration at http://127.0.0.1:8000 (PORT= for another), until Ctrl-C
	@exec bin/demo $(PORT)

test: .venv/.ready-dev  ## everything that must hold: lint, types, contracts, tests, browser, PostgreSQL
	@bin/test

lint: .venv/.ready-dev  ## style, types and import contracts
	@bin/lint

score: setup  ## how well the sample programmes are read, against the careful reading
	@bin/score

bench: setup  ## speed and memory of the reader
	@bin/bench

lock: .venv/.ready-dev  ## write the locks anew from pyproject.toml
	@bin/lock --upgrade

messages: .venv/.ready-dev  ## collect the strings of the interface and build the English catalogue
	@bin/messages
