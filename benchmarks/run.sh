#!/usr/bin/env bash
# Runs all benchmarks and writes benchmarks/results/<date>.md. Usage: benchmarks/run.sh [--quick]
#
# JMH, the suite of `edgetwin bench`, and workload W1 in SimPy and in CloudSim Plus. Takes some twenty
# minutes on an idle machine, --quick a few. CloudSim Plus is GPL-3 and is fetched for this comparison
# only; nothing of EdgeTwin depends on it.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
cd "$root" || exit 1

say() { printf 'run.sh: %s\n' "$*" >&2; }

say 'building'
mvn -q -Dmaven.test.skip -pl benchmarks -am package || exit 1
class_path=$here/target/classes:$(cat "$here/target/class-path")

cloudsim=$here/peers/cloudsimplus
cloudsim_class_path=
if mvn -q -f "$cloudsim/pom.xml" package; then
  cloudsim_class_path=$cloudsim/target/classes:$(cat "$cloudsim/target/class-path")
else
  say 'CloudSim Plus could not be built: it is left out'
fi

report=$here/results/$(date +%Y-%m-%d).md
figures=$(mktemp)
trap 'rm -f "$figures"' EXIT
load_before=$(cut -d ' ' -f 1-3 /proc/loadavg)
java -XX:+UseParallelGC -Xmx3g -cp "$class_path" org.edgetwin.benchmarks.BenchmarkRun \
  "$@" "$figures" "$here/peers" "$cloudsim_class_path" || exit 1

mkdir -p "$here/results"
{
  printf '# Benchmarks of %s\n\n' "$(date +%Y-%m-%d)"
  printf -- '- Command: `benchmarks/run.sh%s`, commit %s\n' "${*:+ $*}" "$(git rev-parse --short HEAD)"
  printf -- '- Machine: %s, %d cores, %s\n' \
    "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)" "$(nproc)" "$(uname -sr)"
  printf -- '- Java: %s\n' "$(java -version 2>&1 | sed -n 2p)"
  printf -- '- Load average (1, 5, 15 minutes): %s before, %s after\n\n' \
    "$load_before" "$(cut -d ' ' -f 1-3 /proc/loadavg)"
  cat "$figures"
} >"$report"
say "wrote $report"
