#!/usr/bin/env bash
# Measures Gavel's schedulers on Gavel's own experiments, into studies/gavel: cells.csv, a line for every
# run, and results.md, the figures beside the published ones. Runs that are in cells.csv already are not
# done again. All of it takes about an hour on one core.
#
#   studies/gavel.sh [PART]...     parts, in this order unless some are named:
#
#   allox     the six mean completion times of AlloX that Gavel's EXPERIMENTS.md prints
#   single    jobs of one GPU, stream 0, at several loads
#   plans     the same for schedulers whose leftover GPUs follow the plan
#   packing   max-min fairness with pairs of jobs on the same GPUs
#   gangs     gavel-multi: order and ratio of schedulers
#   makespan  100 to 300 jobs at once
#   tables    results.md from cells.csv
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly results=studies/gavel
readonly cells=$results/cells.csv
readonly out=runs/study-gavel

# What nothing runs waits for the next arrival, as in the published code.
readonly published=idle=1e9

metric() { # NAME: its value in a JSON result on standard input
  tr -d ' \n' | grep -o "\"$1\":{\"mean\":[-0-9.eE]*" | sed 's/.*://'
}

cell() { # EXPERIMENT POINT SCHEDULER METRIC FILE SETTING...
  local experiment=$1 point=$2 scheduler=$3 name=$4 file=$5 setting json
  shift 5
  grep -q "^$experiment;$point;$scheduler;" "$cells" 2>/dev/null && return
  local arguments=("$file" --scheduler "$scheduler" --replications 1 --json --out "$out" --overwrite)
  for setting in "$@"; do arguments+=(--set "$setting"); done
  json=$(./edgetwin run "${arguments[@]}")
  [[ -f $cells ]] || echo 'experiment;point;scheduler;metric;value;wall_s' >"$cells"
  echo "$experiment;$point;$scheduler;$name;$(metric "$name" <<<"$json");$(metric wall_s <<<"$json")" >>"$cells"
}

single() { # EXPERIMENT JOBS_PER_HOUR SCHEDULER [SETTING]...
  local gap
  gap=$(awk -v rate="$2" 'BEGIN { printf "%.17g", 3600 / rate }')
  cell "$1" "$2" "$3" jct_mean_s scenarios/gavel-single.yaml "jobs[0].trace.stretch=$gap" "${@:4}"
}

allox() {
  local stream gap
  for gap in 9000 4500; do
    for stream in 42 1234 15; do
      cell allox "$stream at $gap s" "gavel-allox($published)" jct_mean_s scenarios/gavel-single.yaml \
        "jobs[0].trace.builtin=gavel-$stream" "jobs[0].trace.stretch=$gap"
    done
  done
}

singles() {
  local load name
  for load in 0.4 2.0 3.2 4.0 4.4; do
    for name in fifo-agnostic fifo las-agnostic las allox ftf-agnostic ftf; do
      single single "$load" "gavel-$name($published)"
    done
  done
  for load in 0.4 4.0; do
    single single "$load" "gavel-fifo-agnostic($published,random=1)"
    single single "$load" "gavel-las"
  done
}

plans() {
  local load name
  for load in 0.4 2.0 3.2 4.0 4.4; do
    for name in las-agnostic las ftf allox; do
      single single "$load" "gavel-$name($published,plan=1)"
    done
  done
}

packing() {
  local load
  for load in 0.4 4.0 6.0; do
    single packing "$load" "gavel-las($published,pack=8)" contention=pairs
    single packing "$load" "gavel-las($published)" contention=pairs
  done
}

gangs() {
  local load name
  for load in 1.0 2.0; do
    for name in fifo-agnostic fifo las-agnostic las; do
      cell gangs "$load" "gavel-$name($published)" jct_mean_s scenarios/gavel-multi.yaml \
        "jobs[0].arrivals.rate=$(awk -v r="$load" 'BEGIN { print 0.7 * r }') /h" \
        "jobs[1].arrivals.rate=$(awk -v r="$load" 'BEGIN { print 0.3 * r }') /h"
    done
  done
}

makespan() {
  local jobs name
  for jobs in 100 300; do
    for name in fifo-agnostic fifo las makespan-agnostic makespan; do
      cell makespan "$jobs jobs" "gavel-$name($published)" makespan_s scenarios/gavel-multi.yaml \
        "jobs[0].arrivals={type: at_once, count: $((jobs * 7 / 10))}" \
        "jobs[1].arrivals={type: at_once, count: $((jobs * 3 / 10))}" \
        "jobs[0].max_jobs=" "jobs[1].max_jobs=" run.warm_up=none
    done
  done
}

# SCHEDULER of an EXPERIMENT at a POINT: hours, or a dash.
hours() {
  awk -F';' -v e="$1" -v p="$2" -v s="$3" \
    '$1 == e && $2 == p && $3 == s { v = sprintf("%.2f", $5 / 3600) } END { print v == "" ? "-" : v }' "$cells"
}

# A row: measured hours, the published ones and the difference.
compare_row() { # SCHEDULER PUBLISHED...
  local scheduler=$1 load got
  shift
  printf '| `%s` |' "$scheduler"
  for load in 0.4 2.0 3.2 4.0 4.4; do
    got=$(hours single "$load" "$scheduler")
    awk -v got="$got" -v want="$1" 'BEGIN {
      if (want == "-") { printf " %s |", got }
      else if (got == "-") { printf " - (%s) |", want }
      else { printf " %s (%s, %+.1f %%) |", got, want, 100 * (got / want - 1) } }'
    shift
  done
  echo
}

tables() {
  {
    echo '# What Gavel'"'"'s schedulers measure on Gavel'"'"'s experiments'
    echo
    echo 'Written by `studies/gavel.sh tables` from `cells.csv`. Mean completion times of jobs 4,000 to 4,999 in hours;'
    echo 'published values (one seed each) in parentheses.'
    echo
    echo '## AlloX, six means of EXPERIMENTS.md, seconds'
    echo
    echo '| stream | measured | published | difference |'
    echo '|---|---|---|---|'
    while read -r point want; do
      awk -F';' -v p="${point//_/ }" -v want="$want" \
        '$1 == "allox" && $2 == p { printf "| %s | %.6f | %.6f | %+.1e |\n", p, $5, want, $5 - want }' "$cells"
    done <<'MEANS'
42_at_9000_s 59492.106756
1234_at_9000_s 64494.582453
15_at_9000_s 54834.129989
42_at_4500_s 59770.441018
1234_at_4500_s 64695.450528
15_at_4500_s 55072.401336
MEANS
    echo
    echo '## One GPU, stream 0, by jobs per hour'
    echo
    echo '| scheduler | 0.4 | 2.0 | 3.2 | 4.0 | 4.4 |'
    echo '|---|---|---|---|---|---|'
    compare_row "gavel-fifo-agnostic($published)" 17.58 18.32 22.21 25.38 44.28
    compare_row "gavel-fifo($published)" 15.31 15.45 15.95 17.08 18.19
    compare_row "gavel-las-agnostic($published)" 23.26 23.47 23.59 23.49 23.81
    compare_row "gavel-las($published)" 17.58 16.95 16.08 16.82 17.48
    compare_row "gavel-allox($published)" 17.58 16.93 16.43 17.13 18.54
    compare_row "gavel-ftf-agnostic($published)" 23.26 23.47 23.58 23.43 23.75
    compare_row "gavel-ftf($published)" 17.58 17.07 16.57 17.57 18.62
    compare_row "gavel-fifo-agnostic($published,random=1)" - - - - -
    compare_row "gavel-las" - - - - -
    echo
    echo '## Leftover GPUs follow the plan (`plan=1`): the same schedulers, not published'
    echo
    echo '| scheduler | 0.4 | 2.0 | 3.2 | 4.0 | 4.4 |'
    echo '|---|---|---|---|---|---|'
    for name in las-agnostic las ftf allox; do
      compare_row "gavel-$name($published,plan=1)" - - - - -
    done
    echo
    echo '## Pairs of jobs on the same GPUs (`pack=8`, measured co-location)'
    echo
    echo '| jobs per hour | las | published | las, packing | published |'
    echo '|---|---|---|---|---|'
    while read -r load alone packed; do
      echo "| $load | $(hours packing "$load" "gavel-las($published)") | $alone | $(hours packing "$load" "gavel-las($published,pack=8)") | $packed |"
    done <<'PACKED'
0.4 17.58 18.42
4.0 16.82 16.96
6.0 41.23 20.42
PACKED
    echo
    echo '## Gangs, after the rules of the published stream'
    echo
    echo '| jobs per hour | fifo-agnostic | fifo | las-agnostic | las | las / las-agnostic | published ratio |'
    echo '|---|---|---|---|---|---|---|'
    while read -r load ratio; do
      printf '| %s |' "$load"
      for name in fifo-agnostic fifo las-agnostic las; do printf ' %s |' "$(hours gangs "$load" "gavel-$name($published)")"; done
      awk -v a="$(hours gangs "$load" "gavel-las($published)")" -v b="$(hours gangs "$load" "gavel-las-agnostic($published)")" \
        -v want="$ratio" 'BEGIN { printf " %s | %s |\n", (a > 0 && b > 0 ? sprintf("%.2f", a / b) : "-"), want }'
    done <<'RATIOS'
1.0 0.71
2.0 0.76
RATIOS
    echo
    echo '## Makespan, jobs of gavel-multi at once, hours'
    echo
    echo '| jobs | fifo-agnostic | fifo | las | makespan-agnostic | makespan |'
    echo '|---|---|---|---|---|---|'
    for jobs in 100 300; do
      printf '| %s |' "$jobs"
      for name in fifo-agnostic fifo las makespan-agnostic makespan; do
        printf ' %s |' "$(hours makespan "$jobs jobs" "gavel-$name($published)")"
      done
      echo
    done
  } >"$results/results.md"
}

parts=("$@")
[[ $# -gt 0 ]] || parts=(allox single plans packing gangs makespan tables)
mkdir -p "$results"
for part in "${parts[@]}"; do
  case $part in
    allox | plans | packing | gangs | makespan | tables) "$part" ;;
    single) singles ;;
    *) echo "There is no part '$part'. Maybe one of: allox single plans packing gangs makespan tables." >&2; exit 2 ;;
  esac
done
