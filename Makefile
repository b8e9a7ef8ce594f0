# Everything runs in .venv, which is made on first use; a stamp for each set of packages keeps later
# calls instant. `make run ARGS="screenshot --out shot.png"` passes ARGS to isocost.
# PYTHON=/path/to/python3.12 chooses the Python; else the newest of the list below that can make an environment.
# Packages come by the versions and hashes in locks/, which `make lock` renews from pyproject.toml.

VENV   := .venv
BIN    := $(VENV)/bin
PYTHON ?=
ARGS   ?=
PIP    := $(BIN)/python -m pip --disable-pip-version-check install --quiet
LOCKS  := run build test check bundle docs audit fuzz

export PYTHONFAULTHANDLER := 1

# An environment whose Python went away or moved on to another release is of no use: away with it.
WHOLE := import os, sys; os.stat("$(VENV)/lib/python%d.%d" % sys.version_info[:2])
$(shell test ! -e '$(VENV)' || $(BIN)/python -Sc '$(WHOLE)' 2>/dev/null || rm -rf '$(VENV)')

.DEFAULT_GOAL := help
.PHONY: help run test check bench study-test kill-test fuzz soak soak-window lock audit wheel bundle docs clean

help:
	@echo 'make run [ARGS=...]   start Isocost: the window, or the command in ARGS'
	@echo 'make test [ARGS=...]  run the tests on two processes'
	@echo 'make check            lint, format, types, import directions'
	@echo 'make bench            measure speed: engine, surfaces, slider to pixels, start'
	@echo 'make study-test       10^8 evaluations through two workers, one of them killed (minutes)'
	@echo 'make wheel            wheel, sdist, notices and bill of materials in build/dist, tried in an empty environment'
	@echo 'make bundle           Isocost in one folder with all it needs, in build/bundle, started and tried'
	@echo 'make docs             the site in build/docs: reference, tutorial, validation; links checked'
	@echo 'make kill-test        kill saving processes and windows 1,000 times: old or new content, whole'
	@echo 'make fuzz [ARGS=...]   feed a million hostile inputs to every reader; coverage-guided where atheris is installed'
	@echo 'make soak [ARGS=...]   every input in pairs over all that is allowed: does the model hold? Then the window'
	@echo 'make soak-window      20,000 random actions and eight hours of slider moves: does the window hold?'
	@echo 'make lock             renew locks/ from pyproject.toml; ARGS=--upgrade takes the newest of everything'
	@echo 'make audit            look up known weaknesses of what is installed, and review locks/'
	@echo 'make clean            remove the environment and everything made here'

run: $(VENV)/.run
	@$(BIN)/isocost $(ARGS)

test: $(VENV)/.test
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 --dist loadfile -q $(ARGS)

check: $(VENV)/.check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

study-test: $(VENV)/.test
	@$(BIN)/python -m tests.bench.study_test $(ARGS)

bench: $(VENV)/.run
	@$(BIN)/isocost bench $(ARGS)

wheel: $(VENV)/.bundle
	@$(BIN)/python -m release.wheel

bundle: $(VENV)/.bundle
	@$(BIN)/python -m release.bundle

docs: $(VENV)/.docs
	@$(BIN)/python -m release.site.build

kill-test: $(VENV)/.test
	@QT_QPA_PLATFORM=offscreen $(BIN)/python tests/bench/kill_saves.py $(ARGS)

fuzz: $(VENV)/.fuzz
	@$(BIN)/python tests/bench/fuzz.py $(ARGS)

soak: $(VENV)/.test
	@$(BIN)/python tests/bench/soak.py $(ARGS)
	@test -n '$(ARGS)' || $(BIN)/python tests/bench/soak_window.py

soak-window: $(VENV)/.test
	@$(BIN)/python tests/bench/soak_window.py $(ARGS)

lock: $(VENV)/.run
	@$(PIP) 'uv>=0.8'
	@for name in $(LOCKS); do sh .ci/lock $(BIN)/uv $$name $(ARGS) || exit 1; done

audit: $(VENV)/.audit
	@$(BIN)/python -m resources.tools.audit $(ARGS)

clean:
	rm -rf $(VENV) .cache .mypy_cache .ruff_cache .import_linter_cache .pytest_cache .hypothesis build dist
	find engine gui resources tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@sh .ci/environment '$(VENV)' '$(PYTHON)'

$(VENV)/.run: locks/run.txt locks/build.txt pyproject.toml | $(BIN)/python
	@echo 'Installing what Isocost needs into $(VENV) (once; some 200 MB)'
	@$(PIP) --require-hashes --requirement $< --requirement locks/build.txt
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.%: locks/%.txt $(VENV)/.run
	@$(PIP) --require-hashes --requirement $<
	@touch $@
