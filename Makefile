# Two commands matter: `make run` and `make test`. CONTRIBUTING.md explains the others.

PYTHON ?=
VENV := .venv
UV ?= uv
UV_ARGS ?=
JOBS ?= 2

ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif

RUN_STAMP := $(VENV)/.installed-run
TEAM_STAMP := $(VENV)/.installed-team
TEST_STAMP := $(VENV)/.installed-test
AUDIT_STAMP := $(VENV)-audit/.installed
FUZZ_STAMP := $(VENV)-fuzz/.installed
BENCH_STAMP := $(VENV)-bench/.installed
BUNDLE_STAMP := $(VENV)-bundle/.installed
# What is compiled once starts quicker from then on, also where Python may not keep it by itself.
COMPILE_OURS := -m compileall -q main.py advisor ui
# A lock names everything, so pip need not look for more: asked for a package's extra, it would find the
# newest release instead of the locked one, and refuse it.
INSTALL := -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --no-deps
COMPILE := $(UV) pip compile pyproject.toml --quiet --universal --python-version 3.11 \
           --generate-hashes --no-header --no-emit-index-url $(UV_ARGS)

.DEFAULT_GOAL := run
.DELETE_ON_ERROR:
.PHONY: run team setup check test coverage format pictures ways guide messages reading-age judgement soak prove fuzz sbom audit bench manual bundle release lock clean

run: $(RUN_STAMP)
	@$(BIN)/python main.py $(ARGS)

team: $(TEAM_STAMP)

setup: $(TEST_STAMP)

check: $(TEST_STAMP)
	$(BIN)/ruff format --check --quiet
	$(BIN)/ruff check --quiet
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

# pytest comes last, so that its closing lines are the last ones printed.
test: check
	@$(BIN)/python .ci/check-qt
	$(BIN)/python -m pytest -n $(JOBS) $(ARGS)

coverage: $(TEST_STAMP)
	$(BIN)/python -m pytest -n $(JOBS) --cov --cov-report=term-missing:skip-covered $(ARGS)

format: $(TEST_STAMP)
	$(BIN)/ruff check --fix --quiet
	$(BIN)/ruff format --quiet

pictures: $(TEST_STAMP)
	@$(BIN)/python -m tests.support.pictures docs/pictures

# The guide for providers as pages for a browser; its pictures are those of `make pictures`.
guide: $(TEST_STAMP)
	@$(BIN)/python -m tests.support.guide docs/guide

# The sentences of the program for translators, and every language brought up to date with them.
messages: $(TEST_STAMP)
	@$(BIN)/python -m tests.support.messages resources/locale

# How old a reader must be for what the window says, and the sentences that ask too much.
reading-age: $(TEST_STAMP)
	@$(BIN)/python -m tests.support.reading_age

ways: $(TEST_STAMP)
	@$(BIN)/python -m tests.support.ways

# What the advice says of plausible plans: how often each verdict, state and gate comes.
judgement: $(TEST_STAMP)
	@$(BIN)/python -m tests.support.judgement $(ARGS)

# A person who presses everything for an hour: make soak ARGS="--minutes 10"
soak: $(TEST_STAMP)
	@$(BIN)/python -m tests.support.soak $(ARGS)

# Many times over what the tests try a little: make prove ARGS="kills=500 commits"
prove: $(TEST_STAMP)
	@$(BIN)/python -m tests.proofs $(ARGS)
	@$(MAKE) fuzz

# Ten thousand broken inputs of each kind by chance, then five minutes each by following the code.
fuzz: $(TEST_STAMP) $(FUZZ_STAMP)
	$(BIN)/python -m pytest -n $(JOBS) tests/fuzz --hypothesis-profile=prove
	@$(VENV)-fuzz/bin/python -m tests.fuzz.guided

# Every part that people run, with version, licence and hashes.
sbom: $(TEST_STAMP) $(AUDIT_STAMP)
	@$(VENV)-audit/bin/python -m tests.supply.sbom $(BIN)/python dist/sbom.json

# Known faults in anything that is locked; fails when it cannot be told.
audit: $(AUDIT_STAMP)
	@$(VENV)-audit/bin/python -m tests.supply.audit

bench: $(BENCH_STAMP)
	$(VENV)-bench/bin/python -m benchmarks $(ARGS)

# The page of the manual, from the commands.
manual: $(TEST_STAMP)
	@$(BIN)/python -m installers.manual docs/peer-support-advisor.1

# What people install, into dist/.
bundle: $(BUNDLE_STAMP)
	@$(VENV)-bundle/bin/python -m installers dist

# The same, proved and listed, with checksums; refuses what is not committed or not in CHANGELOG.md.
release: $(BUNDLE_STAMP) $(AUDIT_STAMP)
	@$(VENV)-bundle/bin/python -m installers.release dist $(VENV)-audit/bin/python

# All sets share their pins: each lock is bound by the one before it.
lock:
	$(COMPILE) -o requirements/run.txt
	$(COMPILE) --extra team -c requirements/run.txt -o requirements/team.txt
	$(COMPILE) --extra team --extra test -c requirements/team.txt -o requirements/test.txt
	$(COMPILE) --extra team --extra bundle -c requirements/test.txt -o requirements/bundle.txt
	$(COMPILE) --extra bench -c requirements/test.txt -o requirements/bench.txt
	$(COMPILE) --extra team --extra test --extra fuzz -c requirements/test.txt -o requirements/fuzz.txt
	$(COMPILE) --extra audit -c requirements/test.txt -o requirements/audit.txt

clean:
	rm -rf $(VENV) $(VENV)-audit $(VENV)-bench $(VENV)-bundle build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache \
	       .hypothesis .coverage .coverage.* htmlcov

$(BIN)/python:
	@PYTHON="$(PYTHON)" sh .ci/make-venv $(VENV)

$(RUN_STAMP): requirements/run.txt | $(BIN)/python
	@echo "Installing what the advisor needs (once) ..."
	@$(BIN)/python $(INSTALL) -r $<
	@$(BIN)/python -m pip check
	@$(BIN)/python $(COMPILE_OURS)
	@touch $@

$(TEAM_STAMP): requirements/team.txt requirements/run.txt | $(BIN)/python
	@echo "Installing what plans on a team's server need (once) ..."
	@$(BIN)/python $(INSTALL) -r $<
	@$(BIN)/python -m pip check
	@$(BIN)/python $(COMPILE_OURS)
	@touch $(RUN_STAMP) $@

# The test set holds the other two, so one installation serves all.
$(TEST_STAMP): requirements/test.txt requirements/team.txt requirements/run.txt | $(BIN)/python
	@echo "Installing what the tests need (once) ..."
	@$(BIN)/python $(INSTALL) -r $<
	@$(BIN)/python -m pip check
	@$(BIN)/python $(COMPILE_OURS)
	@touch $(RUN_STAMP) $(TEAM_STAMP) $@

$(AUDIT_STAMP): requirements/audit.txt
	@test -x $(VENV)-audit/bin/python || PYTHON="$(PYTHON)" sh .ci/make-venv $(VENV)-audit
	@$(VENV)-audit/bin/python $(INSTALL) -r $<
	@$(VENV)-audit/bin/python -m pip check
	@touch $@

$(FUZZ_STAMP): requirements/fuzz.txt
	@test -x $(VENV)-fuzz/bin/python || PYTHON="$(PYTHON)" sh .ci/make-venv $(VENV)-fuzz
	@$(VENV)-fuzz/bin/python $(INSTALL) -r $<
	@$(VENV)-fuzz/bin/python -m pip check
	@touch $@

$(BENCH_STAMP): requirements/bench.txt
	@test -x $(VENV)-bench/bin/python || PYTHON="$(PYTHON)" sh .ci/make-venv $(VENV)-bench
	@$(VENV)-bench/bin/python $(INSTALL) -r $<
	@$(VENV)-bench/bin/python -m pip check
	@touch $@

$(BUNDLE_STAMP): requirements/bundle.txt
	@test -x $(VENV)-bundle/bin/python || PYTHON="$(PYTHON)" sh .ci/make-venv $(VENV)-bundle
	@$(VENV)-bundle/bin/python $(INSTALL) -r $<
	@$(VENV)-bundle/bin/python -m pip check
	@touch $@
