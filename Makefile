# `make help` lists what there is. Needs Python 3.11, 3.12 or 3.13 and nothing else; PYTHON=... picks one.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
unexport PYTHONDONTWRITEBYTECODE # what is compiled once need not be again: half of what collecting tests costs

SUITABLE := import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3 python; do \
	if $$python -c '$(SUITABLE)' 2>/dev/null; then echo $$python; break; fi; done)
BIN := .venv/bin
PIP := -m pip --disable-pip-version-check install --quiet
TESTS ?= tests
DEPLOYED := $(BIN)/pytest -m e2e -o faulthandler_timeout=300 --force-enable-socket --allow-hosts=127.0.0.1,localhost
SPREAD := --numprocesses=auto --dist=worksteal

.PHONY: help setup run demo test test-all formats e2e browser pictures conformance clients client-code fuzz collections lint format types template docs bench ci clean

help:  ## this list
	@grep -E '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z0-9-]+):.*## /  make \1\t/' | expand -t 22

setup:  ## install everything into .venv and .venv-cloud
	@$(MAKE) --silent --jobs=2 .venv/.installed .venv-cloud/.installed

.venv/.installed: requirements.txt requirements-dev.txt requirements-reports.txt requirements-workbooks.txt requirements.lock pyproject.toml
	@$(MAKE) python
	@echo "Installing the project's tools into .venv (a minute, once) ..."
	@[ -x .venv/bin/python ] || $(PYTHON) -m venv .venv
	@.venv/bin/python $(PIP) --requirement requirements-dev.txt --constraint requirements.lock
	@.venv/bin/python $(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv-cloud/.installed: requirements-local.txt requirements-local.lock
	@$(MAKE) python
	@echo "Installing the local cloud into .venv-cloud (a quarter of a minute, once) ..."
	@[ -x .venv-cloud/bin/python ] || $(PYTHON) -m venv .venv-cloud
	@.venv-cloud/bin/python $(PIP) --requirement requirements-local.txt --constraint requirements-local.lock
	@touch $@

.venv-clients/.installed: requirements-clients.txt requirements-clients.lock clients/package.json clients/package-lock.json
	@$(MAKE) python
	@echo "Installing Node and strangers' generators into .venv-clients (half a minute, once) ..."
	@[ -x .venv-clients/bin/python ] || $(PYTHON) -m venv .venv-clients
	@.venv-clients/bin/python $(PIP) --requirement requirements-clients.txt --constraint requirements-clients.lock
	@cd clients && PATH="../.venv-clients/bin:$$PATH" npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

.venv-fuzz/.installed: requirements-fuzz.txt requirements-fuzz.lock
	@$(MAKE) python
	@echo "Installing schemathesis into .venv-fuzz (a quarter of a minute, once) ..."
	@[ -x .venv-fuzz/bin/python ] || $(PYTHON) -m venv .venv-fuzz
	@.venv-fuzz/bin/python $(PIP) --requirement requirements-fuzz.txt --constraint requirements-fuzz.lock
	@touch $@

.venv/.browser: .venv/.installed requirements-browser.txt requirements-browser.lock
	@echo "Installing what drives a browser into .venv (a quarter of a minute, once) ..."
	@.venv/bin/python $(PIP) --requirement requirements-browser.txt --constraint requirements-browser.lock
	@touch $@

.PHONY: chromium
chromium: # the system's: Playwright's own builds come from a network that many districts close
	@[ -n "$$(command -v chromium chromium-browser google-chrome)" ] || { \
		command -v apt-get >/dev/null || { echo "Install Chromium or Chrome, so that the command chromium or google-chrome is found." >&2; exit 1; }; \
		echo "Installing Chromium ..."; \
		$$([ "$$(id -u)" = 0 ] || echo sudo) apt-get update -qq; \
		$$([ "$$(id -u)" = 0 ] || echo sudo) apt-get install -y -qq --no-install-recommends chromium >/dev/null; }

.PHONY: python
python:
	@[ -n "$(PYTHON)" ] || { echo "Plumbline needs Python 3.11, 3.12 or 3.13; none was found. Name one: make setup PYTHON=/path/to/python3.12" >&2; exit 1; }

run: setup  ## deploy to the local cloud, load the demonstration district, stay up
	@$(BIN)/plumb run

demo: setup  ## the same, wait for the scheduled delivery, check it, exit
	@$(BIN)/plumb demo

test: .venv/.installed  ## rules, storage, API, events, house: no network
	@$(BIN)/python -m pytest $(SPREAD) -p tests.support.costs $(TESTS)

test-all: test  ## the same, and again in three random orders
	@for seed in 1 2 3; do $(BIN)/python -m pytest $(SPREAD) -p randomly --randomly-seed=$$seed $(TESTS); done

formats: .venv/.installed  ## show what the product reads in files of other products
	@$(BIN)/python -m tests.formats

e2e: setup  ## the deployed local stack over HTTP
	@$(DEPLOYED) tests/e2e

browser: setup .venv/.browser chromium  ## the console in Chromium, on the deployed local stack
	@$(DEPLOYED) tests/browser

pictures: setup .venv/.browser chromium  ## take the guides' pictures again, from the demonstration district
	@$(DEPLOYED) tests/browser/test_pictures.py --take-pictures

clients: setup .venv-clients/.installed  ## other people's tools: lint, generate, compile, compare with clients/, use on the local stack
	@$(BIN)/python -m clients check
	@$(DEPLOYED) tests/strangers

client-code: .venv/.installed .venv-clients/.installed  ## write clients/ from the routes
	@$(BIN)/python -m clients write

fuzz: setup .venv-fuzz/.installed  ## 10,000 made-up requests to the local stack (a quarter of an hour)
	@$(BIN)/python -m tests.fuzz

collections: .venv/.installed  ## import a folder of QTI and compare its scores: FOLDER=/path/of/packages
	@$(BIN)/python -m tests.item_collections $(if $(FOLDER),"$(FOLDER)")

conformance: setup  ## storage, API and event tests again, on moto and other DynamoDB engines
	@$(BIN)/python -m tests.conformance

lint: .venv/.installed  ## ruff, American spelling, and cfn-lint on the packaged template
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/typos
	@$(MAKE) template

template: .venv/.installed  ## package the stack's template and lint it
	@$(BIN)/python -m infra.package --template-only
	@$(BIN)/cfn-lint dist/template.json

format: .venv/.installed  ## apply ruff's fixes and format the code
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

types: .venv/.installed .venv/.browser  ## mypy, strict
	@$(BIN)/mypy

docs: .venv/.installed  ## write docs/api.md and docs/errors.md from the code, and what a stack serves
	@$(BIN)/python docs/reference.py
	@$(BIN)/python -m openapi

bench: .venv/.installed  ## cost per tracker, cold start, warm requests
	@$(BIN)/python -m bench

ci: test e2e browser clients lint types  ## what .ci/run does

clean:  ## delete the local cloud's data and everything built (not the environments)
	@rm -rf .local dist .chalice/deployments .mypy_cache .pytest_cache .ruff_cache
