#!/usr/bin/env bash
# Tests of the start script ./edgetwin, on a copy of the sources in a folder with a space in its name.
# Usage: edgetwin-test.sh [PROJECT]. Needs Maven and a JDK; takes some twenty seconds.
set -u

project=$(cd -P "${1:-$(dirname "$0")/../../../..}" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
copy="$scratch/edge twin"
passed=0
failed=0

check() { # check NAME CONDITION...: the condition is a command that must succeed
  local name=$1
  shift
  if "$@"; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED  edgetwin-test: %s\n  status %s\n' "$name" "${status-}"
    sed 's/^/  out: /' "$scratch/out"
    sed 's/^/  err: /' "$scratch/err"
  fi
}

start() { # runs the copy; leaves its status in `status` and its output in $scratch/out and err
  "$copy/edgetwin" "$@" >"$scratch/out" 2>"$scratch/err" </dev/null
  status=$?
}

exits() { [[ $status == "$1" ]]; }
out_is_version() { [[ $(cat "$scratch/out") =~ ^edgetwin\ [0-9]+\.[0-9]+\.[0-9]+[-A-Za-z0-9.]*$ ]]; }
out_has_not() { ! grep -q -- "$1" "$scratch/out"; }
out_has() { grep -q -- "$1" "$scratch/out"; }
err_has() { grep -q -- "$1" "$scratch/err"; }
err_is_empty() { [[ ! -s $scratch/err ]]; }
current() { cat "$copy/.edgetwin/current"; }

copy_sources() {
  mkdir -p "$copy"
  (cd "$project" && find . -path ./.git -prune -o -path '*/target' -prune -o -path ./.edgetwin -prune -o \
    \( -name pom.xml -o -path '*/src/main/*' -o -path './.mvn/*' -o -path ./edgetwin \) -type f -print0 |
    tar -cf - --null -T -) | tar -xf - -C "$copy"
}

without_maven() { # runs its arguments with an mvn that only leaves a mark
  mkdir -p "$scratch/bin"
  printf '#!/bin/sh\ntouch "%s/mvn-was-called"\nexit 1\n' "$scratch" >"$scratch/bin/mvn"
  chmod +x "$scratch/bin/mvn"
  rm -f "$scratch/mvn-was-called"
  PATH=$scratch/bin:$PATH "$@"
}

test_two_first_starts_at_once() {
  "$copy/edgetwin" --version >"$scratch/out2" 2>"$scratch/err2" </dev/null &
  local other=$!
  start --version
  check 'a first start prints the version, and only that, on stdout' out_is_version
  check 'a first start exits with 0' exits 0
  wait "$other"
  status=$?
  check 'a first start beside another exits with 0' exits 0
  check 'a first start beside another prints the version' cmp -s "$scratch/out" "$scratch/out2"
  check 'of two first starts one builds' [ "$(cat "$scratch/err" "$scratch/err2" | grep -c 'built in')" = 1 ]
}

test_second_start_calls_no_maven() {
  without_maven start --version
  check 'a second start prints the version' out_is_version
  check 'a second start says nothing else' err_is_empty
  check 'a second start calls no Maven' [ ! -e "$scratch/mvn-was-called" ]
}

test_exit_codes_and_options() {
  start --help
  check '--help exits with 0' exits 0
  check '--help names the command' out_has 'edgetwin'
  start --no-such-option
  check 'an unknown option exits with 2' exits 2
  check 'an unknown option is named' err_has 'no-such-option'
  check 'an unknown option shows no stack trace' eval '! err_has "at org\."'
  EDGETWIN_JAVA_OPTS='-showversion -Dx=y' start --version
  check 'EDGETWIN_JAVA_OPTS reaches the JVM' err_has 'Runtime Environment'
}

test_from_elsewhere_through_a_link() {
  mkdir -p "$scratch/else where/bin"
  ln -s "../../edge twin/edgetwin" "$scratch/else where/bin/et"
  (cd "$scratch/else where" && PATH="$scratch/else where/bin:$PATH" without_maven et --version) \
    >"$scratch/out" 2>"$scratch/err"
  status=$?
  check 'it runs from another folder through a relative link on PATH' exits 0
}

test_one_processor() {
  mkdir -p "$scratch/one"
  printf '#!/bin/sh\necho 1\n' >"$scratch/one/nproc"
  chmod +x "$scratch/one/nproc"
  PATH=$scratch/one:$PATH EDGETWIN_JAVA_OPTS=-XX:+PrintCommandLineFlags start --version
  check 'on one processor the JVM inlines less' out_has 'FreqInlineSize=100'
  check 'on one processor it exits with 0' exits 0
  printf '#!/bin/sh\necho 2\n' >"$scratch/one/nproc"
  PATH=$scratch/one:$PATH EDGETWIN_JAVA_OPTS=-XX:+PrintCommandLineFlags start --version
  check 'on two it does not' out_has_not 'FreqInlineSize'
}

test_missing_java() {
  mkdir -p "$scratch/tools"
  local tool
  for tool in bash dirname readlink sed; do ln -sf "$(command -v $tool)" "$scratch/tools/$tool"; done
  PATH=$scratch/tools JAVA_HOME=/nowhere start --version
  check 'without Java it exits with 3' exits 3
  check 'without Java it names what it needs' err_has 'Java 17 or later is needed'
}

test_failing_build() {
  local source=$copy/cli/src/main/java/org/edgetwin/cli/package-info.java
  cp "$source" "$scratch/kept"
  echo 'no java' >>"$source"
  start --version
  check 'a failing build exits with 3' exits 3
  check 'a failing build names the log' err_has 'build.log'
  check 'a failing build names the source file' err_has 'package-info.java'
  cp "$scratch/kept" "$source"
}

test_stale_build() {
  local before
  before=$(current)
  local jar=$copy/.edgetwin/$before/edgetwin.jar
  exec 7<"$jar"
  flock -s 7
  echo '// changed' >>"$copy/cli/src/main/java/org/edgetwin/cli/package-info.java"
  start --version
  check 'after a change it builds anew' err_has 'built in'
  check 'after a change it starts another program' [ "$(current)" != "$before" ]
  check 'a program in use survives the next build' [ -f "$jar" ]
  exec 7<&-
  rm "$copy/cli/src/main/java/org/edgetwin/cli/package-info.java"
  start --version
  check 'after a deletion it builds anew' err_has 'built in'
  check 'a program out of use is removed by the next build' [ ! -e "$jar" ]
}

copy_sources
test_two_first_starts_at_once
test_second_start_calls_no_maven
test_exit_codes_and_options
test_from_elsewhere_through_a_link
test_one_processor
test_missing_java
test_failing_build
test_stale_build
printf 'edgetwin-test: Checks run: %d, Failures: %d\n' "$((passed + failed))" "$failed"
((failed == 0))
