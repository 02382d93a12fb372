#!/usr/bin/env bash
# agents/rl4j/train from end to end, as a user types it. Usage: train-test.sh [PROJECT].
# Builds the program and this module if that is due.
set -u

project=$(cd -P "${1:-$(dirname "$0")/../../../../..}" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
passed=0
failed=0

check() { # check NAME CONDITION...: the condition is a command that must succeed
  local name=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED  train-test: %s\n  status %s\n' "$name" "${status-}"
    tail -n 20 out | sed 's/^/  out: /'
    tail -n 20 err | sed 's/^/  err: /'
  fi
}

start() { # leaves the status in `status` and the output in out and err
  "$project/$1" "${@:2}" >out 2>err </dev/null
  status=$?
}

exits() { [[ $status == "$1" ]]; }
err_has() { grep -q -- "$1" err; }
err_lines() { [[ $(wc -l <err) == "$1" ]]; }
no_trace() { ! grep -Eq '^\s+at [a-z]+\.|Exception|SLF4J' err; }

versions() { sed -E 's/^(.*)-([0-9][^-]*)\.jar$/\1 \2/' | sort; } # file names of jars -> name and version

one_version_of_each() { # of the libraries that the program and RL4J share
  local app
  app=$project/.edgetwin/$(<"$project/.edgetwin/current")
  join <(ls "$app" | versions) <(tr ':' '\n' <"$app/agents-rl4j.classpath" | sed 's|.*/||' | versions) >shared
  [[ -s shared ]] && awk '$2 != $3 { print > "/dev/stderr"; differ = 1 } END { exit differ }' shared 2>>err
}

test_trains_and_schedules() {
  start agents/rl4j/train small.yaml --learner a3c --steps 60 --widths 4 --out trained
  check 'a training exits with 0' exits 0
  check 'a training says where the policy is' grep -qx 'trained/policy.json' out
  check 'a training shows no trace and no warning of libraries' no_trace
  check 'no library comes in two versions' one_version_of_each
  start edgetwin run "$project/scenarios/duet-v1.yaml" --set 'jobs[0].trace.windows.jobs=30' --replications 1 \
    --scheduler flat-agent@trained/policy.json --out run
  check 'the policy is a scheduler' exits 0
  start edgetwin run "$project/scenarios/duet-v1.yaml" --scheduler flat-agent@small.yaml --out none
  check 'another file is no policy' exits 2
  check 'another file is named' err_has 'small.yaml is not JSON. Maybe'
}

test_second_start_builds_nothing() {
  mkdir -p bin
  printf '#!/bin/sh\ntouch "%s/mvn-was-called"\nexit 1\n' "$scratch" >bin/mvn
  chmod +x bin/mvn
  PATH=$scratch/bin:$PATH start agents/rl4j/train nowhere.yaml --learner dqn --out none
  check 'a missing file exits with 2' exits 2
  check 'a missing file is named' err_has 'nowhere.yaml: '
  check 'a missing file is one message' err_lines 1
  check 'a second start calls no Maven' [ ! -e mvn-was-called ]
}

test_bad_input() {
  start agents/rl4j/train
  check 'no arguments exit with 2' exits 2
  check 'no arguments show the usage' err_has '^Usage: agents/rl4j/train'
  start agents/rl4j/train small.yaml --learner ppo --out none
  check 'an unknown learner exits with 2' exits 2
  check 'an unknown learner is named' err_has '"ppo" of --learner'
  start agents/rl4j/train small.yaml --learner dqn --out trained
  check 'a folder in use exits with 2' exits 2
  check 'a folder in use is named' err_has '--out = trained: '
  check 'bad input leaves nothing behind' [ ! -e none ]
}

cat >small.yaml <<END
name: small
scenario: $project/scenarios/duet-v1.yaml
training: {data: a few, set: ['jobs[0].trace.windows.jobs=30'], replications: 2}
validation: {data: two, replications: 2}
test: {data: two, replications: 2}
END
test_trains_and_schedules
test_second_start_builds_nothing
test_bad_input
printf 'train-test: Checks run: %d, Failures: %d\n' "$((passed + failed))" "$failed"
((failed == 0))
