# camel-entrata. `make help` lists what can be made.
.DEFAULT_GOAL := help
SHELL := /bin/sh

MVN ?= mvn
MVN_FLAGS ?= --batch-mode --no-transfer-progress
JAVA := $(if $(JAVA_HOME),$(JAVA_HOME)/bin/java,java)
JAVA_FLAGS ?= -Xmx1g

JAR := target/camel-entrata.jar
SOURCES := pom.xml $(shell find src/main -type f 2>/dev/null)

.PHONY: help run test bench reconcile docs format clean tools browser openssh

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: tools browser $(JAR) ## build if needed, then run with the sandbox portal; Ctrl-C ends it
	@exec $(JAVA) $(JAVA_FLAGS) -jar $(JAR)

test: tools browser openssh ## compile, check and test everything, real browser and database included
	@$(MVN) $(MVN_FLAGS) verify

bench: tools browser $(JAR) ## measure against named baselines; results in target/bench/*.json
	@$(MVN) $(MVN_FLAGS) --quiet -DskipTests test-compile dependency:build-classpath \
	  -Dmdep.outputFile=target/bench-classpath.txt -Dmdep.includeScope=test
	@$(JAVA) $(JAVA_FLAGS) -cp "target/test-classes:target/classes:$$(cat target/bench-classpath.txt)" \
	  dev.camelentrata.bench.PortalBench target/bench/portal.json; portal=$$?; \
	$(JAVA) $(JAVA_FLAGS) -cp "target/test-classes:target/classes:$$(cat target/bench-classpath.txt)" \
	  dev.camelentrata.bench.MirrorBench target/bench/mirror.json; mirror=$$?; \
	$(JAVA) $(JAVA_FLAGS) -cp "target/test-classes:target/classes:$$(cat target/bench-classpath.txt)" \
	  dev.camelentrata.bench.WriteBench target/bench/writes.json; writes=$$?; \
	$(JAVA) $(JAVA_FLAGS) -cp "target/test-classes:target/classes:$$(cat target/bench-classpath.txt)" \
	  dev.camelentrata.ingest.IngestBench target/bench/ingest.json; ingest=$$?; \
	$(JAVA) $(JAVA_FLAGS) -cp "target/test-classes:target/classes:$$(cat target/bench-classpath.txt)" \
	  dev.camelentrata.accounting.reconcile.ReconcileBench target/bench/reconcile.json; reconcile=$$?; \
	$(JAVA) $(JAVA_FLAGS) -cp "target/test-classes:target/classes:$$(cat target/bench-classpath.txt)" \
	  dev.camelentrata.webhook.WebhookBench target/bench/webhook.json; webhook=$$?; \
	$(JAVA) $(JAVA_FLAGS) -cp "target/test-classes:target/classes:$$(cat target/bench-classpath.txt)" \
	  dev.camelentrata.accounting.DrainBench target/bench/accounting-drain.json \
	  && exit $$((portal + mirror + writes + ingest + webhook + reconcile))

reconcile: $(JAR) ## have what runs reconcile DATE=2026-11-27, or FROM= TO=; PROPERTY= REPAIR=true (docs/reconciliation.md)
	@$(JAVA) -cp $(JAR) dev.camelentrata.Reconcile \
	  "date=$(DATE)" "from=$(FROM)" "to=$(TO)" "property=$(PROPERTY)" "repair=$(REPAIR)"

docs: tools ## write the generated parts of docs/ again
	@$(MVN) $(MVN_FLAGS) --quiet test -Dtest='*DocTest' -Dentrata.docs.write=true

format: tools ## format the Java sources
	@$(MVN) $(MVN_FLAGS) --quiet spotless:apply

clean: ## remove what was built (not ./data)
	@rm -rf target

tools:
	@command -v $(JAVA) >/dev/null 2>&1 || { echo "camel-entrata: no java found. Install a JDK 17 or later, on Debian: sudo apt-get install --yes openjdk-17-jdk-headless" >&2; exit 1; }
	@command -v $(MVN) >/dev/null 2>&1 || { echo "camel-entrata: no mvn found. Install Maven 3.8 or later, on Debian: sudo apt-get install --yes maven" >&2; exit 1; }

browser:
	@sh src/main/scripts/browser.sh

openssh:
	@sh src/main/scripts/openssh.sh

$(JAR): $(SOURCES)
	@echo "camel-entrata: building (the first time downloads libraries, which takes some minutes) ..."
	@$(MVN) $(MVN_FLAGS) --quiet -DskipTests package
	@touch $(JAR)
