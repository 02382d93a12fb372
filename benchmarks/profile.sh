#!/usr/bin/env bash
# Where the time of workload W1 goes, by Java Flight Recorder.
# Usage: benchmarks/profile.sh [SCHEDULER [JOBS [ROUNDS]]], after benchmarks/run.sh or mvn package.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
recording=$(mktemp -d)/w1.jfr
trap 'rm -rf "$(dirname "$recording")"' EXIT
java -XX:+UseParallelGC -Xmx3g -XX:+UnlockDiagnosticVMOptions -XX:+DebugNonSafepoints \
  -XX:StartFlightRecording="filename=$recording,settings=profile" -Xlog:jfr*=off \
  -cp "$here/target/classes:$(cat "$here/target/class-path")" \
  org.edgetwin.benchmarks.W1Loop "$@" || exit 1
echo 'Top frames (share of samples):'
jfr print --events jdk.ExecutionSample --stack-depth 1 "$recording" |
  sed -n 's/^ *\([A-Za-z_.$<>0-9]*\)(.*line: \([0-9]*\)$/\1:\2/p' |
  awk '{ count[$1]++ } END { for (frame in count) printf "%5.1f%% %s\n", 100 * count[frame] / NR, frame }' |
  sort -rn | head -n 40
