# Phuean. `make` alone lists the commands.
PYTHON ?= python3
DEMO_PORT ?= 8080
VENV := .venv
BIN := $(VENV)/bin
export PYTHAINLP_OFFLINE := 1
export PYTHAINLP_READ_ONLY := 1
PIP_FLAGS := --quiet --disable-pip-version-check --require-hashes

.DEFAULT_GOAL := list
.PHONY: list setup demo run test promises quality bench train renew lint types imports content tests screenshots lock

list: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

setup: $(VENV)/.runtime ## build .venv with what the bot needs

demo: $(VENV)/.runtime ## the bot on a local Telegram with a web page; no token, no account (DEMO_PORT)
	@$(BIN)/python -m bot demo --port $(DEMO_PORT)

run: $(VENV)/.runtime ## the bot on the real Telegram, with the settings in .env
	@$(BIN)/python -m bot run

test: $(VENV)/.dev ## everything that must hold before a change lands
	@$(MAKE) --no-print-directory -j2 lint types imports content
	@$(MAKE) --no-print-directory tests

lint: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.dev
	@$(BIN)/mypy

imports: $(VENV)/.dev
	@$(BIN)/lint-imports --no-logo --config .importlinter

content: $(VENV)/.dev
	@$(BIN)/python -m content check

tests: $(VENV)/.dev
	@$(BIN)/pytest -n logical --maxprocesses 4 --dist worksteal

promises: $(VENV)/.dev ## the long proofs of what is guaranteed, one line each
	@$(BIN)/python -m tests.promises

quality: $(VENV)/.quality ## how well distress is found and questions are answered
	@$(BIN)/python -m tests.quality --sets all

bench: $(VENV)/.dev ## cost and speed beside a bare echo bot and of each way of reading, as ratios
	@$(BIN)/python -m tests.bench

train: .venv-train/.train ## make the trained judge anew from the data of the repository (two to three hours)
	@export PYTHONUNBUFFERED=1; .venv-train/bin/python -m bot.training measure --core 1 & other=$$!; \
		.venv-train/bin/python -m bot.training make --core 0 && wait $$other || { kill $$other 2>/dev/null; exit 1; }
	@.venv-train/bin/python -m bot.training finish

renew: .venv-train/.train ## learn new data over the encoder that is there (a quarter of an hour)
	@.venv-train/bin/python -m bot.training renew

screenshots: $(VENV)/.dev ## take the pictures of the README anew
	@$(BIN)/python -m tests.browser.screenshots

lock: ## renew the hash-locked requirements from requirements/*.in (needs uv)
	@for set in runtime dev quality train; do \
		uv pip compile -q --generate-hashes --no-emit-index-url --no-header --universal --python-version 3.11 \
			requirements/$$set.in -o requirements/$$set.txt || exit 1; done

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11 …")'
	@$(PYTHON) -m venv $(VENV)

.venv-train/.train: requirements/train.txt
	@$(PYTHON) -m venv .venv-train
	@.venv-train/bin/python -m pip install $(PIP_FLAGS) -r requirements/train.txt
	@touch $@

$(VENV)/.runtime: requirements/runtime.txt | $(VENV)/bin/python
	@echo "Installing what the bot needs into $(VENV) …"
	@$(BIN)/python -m pip install $(PIP_FLAGS) -r requirements/runtime.txt
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.runtime
	@echo "Installing what the tests need into $(VENV) …"
	@$(BIN)/python -m pip install $(PIP_FLAGS) -r requirements/dev.txt
	@touch $@

$(VENV)/.quality: requirements/quality.txt $(VENV)/.dev
	@echo "Installing what the report compares with into $(VENV) …"
	@$(BIN)/python -m pip install $(PIP_FLAGS) -r requirements/quality.txt
	@touch $@
