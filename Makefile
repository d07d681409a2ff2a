# Commands for people; .ci/run is what the continuous integration runs.
SWIFT ?= swift
PREFIX ?= /usr/local
# On Linux the release is one static file, which starts four times as fast as a dynamic one.
STATIC := $(if $(filter Linux,$(shell uname -s)),-Xswiftc -static-executable -Xlinker -s,)
RELEASE := -c release $(STATIC)
BINARY = $$($(SWIFT) build $(RELEASE) --show-bin-path)/lambda-audit

.PHONY: build demo test install bench format lint docs libyaml

build: libyaml
	$(SWIFT) build $(RELEASE) --product lambda-audit

# Audits a function that writes into the bucket that wakes it, and draws the loop.
demo: build
	@echo
	@$(BINARY) --dot csv-to-json.dot Samples/csv-to-json; test $$? -eq 1
	@echo
	@echo "The loop for Graphviz is in csv-to-json.dot:"
	@cat csv-to-json.dot

test: libyaml
	$(SWIFT) test

install: build
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/lambda-audit

# Reading beside libyaml's own scan, and whole runs beside /bin/true: docs/benchmark.md tells what is measured.
bench: build
	$(SWIFT) build $(RELEASE) --product lambda-audit-bench
	@$$($(SWIFT) build $(RELEASE) --show-bin-path)/lambda-audit-bench $(BINARY) Samples/csv-to-json/template.yaml

format:
	$(SWIFT) format -i -r Sources Tests

lint:
	$(SWIFT) format lint --strict -r Sources Tests

# Writes what is generated: rule pages in the binary, the README's table and output, snapshots. Look at the diff.
docs: libyaml
	-UPDATE=1 $(SWIFT) test
	$(SWIFT) test

# The YAML parser's header, from the system's package manager.
libyaml:
	@pkg-config --exists yaml-0.1 2>/dev/null || { \
	  if command -v brew >/dev/null; then brew install libyaml pkg-config; \
	  elif [ "$$(id -u)" = 0 ]; then apt-get update && apt-get install -y libyaml-dev pkg-config; \
	  else sudo apt-get update && sudo apt-get install -y libyaml-dev pkg-config; fi; }
