# Needs make and Python 3.11 or later; everything else is put into .venv.

STUDY ?= domestic-abuse-duty-2025
ARGS ?=
PYTHON ?= python3
UV_VERSION = 0.13.9
BIN = .venv/bin

.DEFAULT_GOAL = help
.PHONY: help setup demo test coverage lint docs schemas bench mutants measures lock clean

help: ## list these targets
	@sed -n 's/^\([a-z]*\): [a-z ]*## \(.*\)/\1|\2/p' Makefile | \
		while IFS='|' read -r name text; do printf '  make %-8s %s\n' "$$name" "$$text"; done

setup: ## make .venv, or bring it up to date
	@sh scripts/setup.sh

demo: setup ## score and audit the shipped study and make its PDF report
	$(BIN)/vfi score $(STUDY)
	$(BIN)/vfi audit $(STUDY)
	$(BIN)/vfi report $(STUDY)
	@ls reports/$(STUDY)/build/*.pdf >/dev/null
	@for file in reports/$(STUDY)/build/*.pdf; do echo "The report is $(CURDIR)/$$file"; done

test: setup ## run the tests; make test ARGS='-k report' runs some of them
	@$(BIN)/python -m pytest -n auto --maxprocesses 2 $(ARGS)

coverage: setup ## run the tests and fail where they reach less than 97%, branches counted; twice as long
	@$(BIN)/python -m pytest -n auto --maxprocesses 2 --cov --cov-report=term $(ARGS)

lint: setup docs ## check style, types, the direction of imports and the documentation
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: setup ## build the documentation into build/docs; a broken link or a missing page fails
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet
	@echo "The documentation is $(CURDIR)/build/docs/index.html"

schemas: setup ## make schemas/ of the types of the documents that commands print
	@$(BIN)/python scripts/make_schemas.py

bench: setup ## measure the speed of scoring and reporting
	@$(BIN)/python -m benchmarks

measures: setup ## count lines, names, imports and the way from a command to the rounding
	@$(BIN)/python scripts/measures.py

mutants: setup ## change small things where ratings are decided, and see whether a test notices
	@$(BIN)/python scripts/mutants.py $(ARGS)

lock: ## remake requirements.lock; make lock ARGS=--upgrade takes newer versions
	@set -e; tools=$$(mktemp -d); trap 'rm -rf "$$tools"' EXIT; \
	$(PYTHON) -m venv "$$tools"; \
	"$$tools/bin/python" -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION); \
	"$$tools/bin/uv" pip compile --quiet --no-config --python "$$tools/bin/python" \
		--universal --python-version 3.11 --extra dev --extra docs --generate-hashes \
		--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' \
		$(ARGS) --output-file requirements.lock pyproject.toml

clean: ## remove all that was made here: .venv, built reports, caches
	rm -rf .venv build dist reports/*/build .coverage .coverage.*
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
