#!/usr/bin/env bash
# Solves programs as schedulers have them with the solver that ships and with OR-Tools, and prints both times.
# Gets OR-Tools (90 MB) on first use.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly libraries=benchmarks/solvers/target/lib
if [[ ! -d $libraries ]]; then
  mvn -q -B -f benchmarks/solvers/pom.xml dependency:copy-dependencies -DoutputDirectory="$PWD/$libraries"
fi
./edgetwin --version >/dev/null # Builds it if need be.
java -cp ".edgetwin/$(<.edgetwin/current)/edgetwin.jar:$libraries/*" benchmarks/solvers/Solvers.java
