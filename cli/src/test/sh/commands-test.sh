#!/usr/bin/env bash
# The commands of ./edgetwin from end to end, as a user types them.
# Usage: commands-test.sh [PROJECT]. Builds the program if that is due.
set -u

project=$(cd -P "${1:-$(dirname "$0")/../../../..}" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
quickstart=$project/scenarios/quickstart.yaml
passed=0
failed=0

check() { # check NAME CONDITION...: the condition is a command that must succeed
  local name=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED  commands-test: %s\n  status %s\n' "$name" "${status-}"
    tail -n 20 out | sed 's/^/  out: /'
    tail -n 20 err | sed 's/^/  err: /'
  fi
}

start() { # leaves the status in `status` and the output in out and err
  "$project/edgetwin" "$@" >out 2>err </dev/null
  status=$?
}

exits() { [[ $status == "$1" ]]; }
out_has() { grep -q -- "$1" out; }
err_has() { grep -q -- "$1" err; }
same() { cmp -s "$1" "$2"; }
no_trace() { ! grep -Eq '^\s+at [a-z]+\.|Exception' err; }
only() { [[ $(ls -A "$1") == "$2" ]]; } # the folder holds exactly this

test_new_validate_run() {
  start new mine.yaml
  check 'new writes a scenario' [ -s mine.yaml ]
  start new mine.yaml
  check 'new overwrites nothing' exits 2
  start validate mine.yaml
  check 'what new writes is valid' exits 0
  start run mine.yaml --set 'jobs[0].until=2 h'
  check 'what new writes runs' exits 0
  check 'the report is where run says' [ -s "$(sed -n 's/^Report *//p' out)" ]
}

test_same_bytes_for_any_number_of_threads() {
  local threads
  for threads in 1 2 8; do
    start run "$quickstart" --scheduler random+random --replications 3 --threads $threads --out "t$threads" --json
    check "run with $threads threads" exits 0
  done
  check '1 and 2 threads give the same jobs' same t1/jobs.csv t2/jobs.csv
  check '1 and 8 threads give the same jobs' same t1/jobs.csv t8/jobs.csv
}

test_compare_and_report() {
  start compare "$quickstart" --schedulers fifo,easy+consolidate --replications 3 --out c
  check 'compare exits with 0' exits 0
  check 'compare shows what each was told' out_has 'durations: limit'
  check 'compare shows a bound' out_has 'no scheduler below'
  cp c/report.html before
  start report c
  check 'report rebuilds the same page' same before c/report.html
}

test_bad_input() {
  start run nowhere.yaml
  check 'a missing file exits with 2' exits 2
  check 'a missing file is named' err_has 'nowhere.yaml'
  head -c 5000 "$project/LICENSE" | tr 'a-z' '\000-\031' >rubbish.yaml
  start run rubbish.yaml --out none
  check 'rubbish exits with 2' exits 2
  check 'rubbish shows no stack trace' no_trace
  start run "$quickstart" --scheduler fofo --out none
  check 'an unknown scheduler is answered with a hint' err_has 'Maybe fifo'
  mkdir -p full && touch full/mine
  start run "$quickstart" --out full
  check 'a folder in use exits with 2' exits 2
  check 'a folder in use stays as it is' only full mine
  check 'bad input leaves nothing behind' [ ! -e none ]
}

test_interrupt() {
  # A background process of a script ignores Ctrl-C, and all below it do, unless told otherwise.
  env --default-signal=INT EDGETWIN_JAVA_OPTS=-Dedgetwin.columns=80 \
    "$project/edgetwin" compare "$quickstart" --schedulers fifo,sjf --replications 100000 --out i --json \
    >out 2>err </dev/null &
  local process=$! tries
  for ((tries = 0; tries < 600; tries++)); do # until the bar shows the simulated clock
    grep -q 'clock ' err && break
    sleep 0.1
  done
  kill -INT "$process"
  wait "$process"
  status=$?
  check 'Ctrl-C exits with 130' exits 130
  check 'Ctrl-C leaves a run that says it is partial' grep -q '"partial" *: *true' i/summary.json
  check 'Ctrl-C prints an object that says so, too' out_has '"partial" : true'
}

test_selfcheck() {
  start selfcheck --quick --json
  check 'the engine agrees with theory' exits 0
  check 'selfcheck says so to machines' out_has '"passed" : true'
  check 'selfcheck shows people expected, got and interval' err_has 'PASS .* got .* in '
}

test_lists() {
  start schedulers
  check 'schedulers lists orderings with their papers' out_has 'srsf .*Gu et al. 2019'
  start gpus h100 --json
  check 'gpus lists GPUs for machines' out_has '"memory_gb" : 80'
}

start --version
test_new_validate_run
test_same_bytes_for_any_number_of_threads
test_compare_and_report
test_bad_input
test_interrupt
test_selfcheck
test_lists
printf 'commands-test: Checks run: %d, Failures: %d\n' "$((passed + failed))" "$failed"
((failed == 0))
