#!/usr/bin/env bash
# Trains learned schedulers on duet-v1 and judges them beside heuristics, into studies/duet-v1. What is
# there already is not done again, so it goes on where it was stopped. All of it takes some hours.
#
#   studies/duet-v1.sh [PART]...     parts, in this order unless some are named:
#
#   rules        the search for a linear rule, seeds 1 to 5
#   dual         both agents from the rule of their seed, seeds 1 to 5
#   joint        one agent whose action is a job and its node
#   independent  two agents that learn alone, without messages
#   quarter      a quarter of the budget, seeds 1 and 2: dual agents, ablations, imitation
#   judge        everything on the test windows, beside the heuristics
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly training=scenarios/training/duet-v1.yaml
readonly results=studies/duet-v1
readonly seeds=(1 2 3 4 5)
readonly few_seeds=(1 2)

# Generations of the search and updates of the networks: the budget, and a quarter of it.
readonly whole=(search.generations=44 learning.updates=0)
readonly lessons=(search.generations=0 learning.updates=80)
readonly quarter=(search.generations=11 learning.updates=20)

train() { # NAME SEED SETTING...
  local name=$1 seed=$2 folder=$results/$1/seed-$2 setting
  shift 2
  [[ -f $folder/policy.json ]] && return
  local arguments=("$training" --seed="$seed" --out="runs/study/$name-$seed")
  for setting in "$@"; do arguments+=(--set "$setting"); done
  printf '%s, seed %s\n' "$name" "$seed"
  ./edgetwin train "${arguments[@]}"
  mkdir -p "$folder"
  cp "runs/study/$name-$seed/"{metrics.csv,rule.json} "$folder"
  cp "runs/study/$name-$seed/policy.json" "$folder" # last: it says that the folder is whole
}

from_rule() { # NAME SETTING...
  local name=$1 seed
  shift
  for seed in "${seeds[@]}"; do
    train "$name" "$seed" "${lessons[@]}" "search.start=$PWD/$results/rule/seed-$seed/rule.json" "$@"
  done
}

quarter() { # NAME SETTING...
  local name=$1 seed
  shift
  for seed in "${few_seeds[@]}"; do train "$name" "$seed" "${quarter[@]}" learning.fall_back=false "$@"; done
}

rules() {
  local seed
  for seed in "${seeds[@]}"; do train rule "$seed" "${whole[@]}"; done
}

quarters() {
  quarter quarter-dual
  quarter quarter-orderer agents.learn=orderer
  quarter quarter-placer agents.learn=placer
  quarter quarter-no-rwgp agents.belief=none
  quarter quarter-no-squeeze agents.squeeze=false
  quarter quarter-imitation agents.residual=false learning.imitation=20 learning.updates=0
}

part() {
  case $1 in
  rules) rules ;;
  dual) from_rule dual ;;
  joint) from_rule joint learning.team=joint ;;
  independent) from_rule independent learning.team=independent agents.message=false ;;
  quarter) quarters ;;
  judge) judge ;;
  *)
    printf '%s: there is no part "%s". Maybe one of rules, dual, joint, independent, quarter, judge.\n' "$0" "$1" >&2
    exit 2
    ;;
  esac
}

# Every ordering that may know what the agents know, with every placement.
grid() {
  local orderings=(fifo fifo-fit-first 'sjf(durations=noisy)' 'sjf-strict(durations=noisy)' 'ssf(durations=noisy)'
    'ssf-strict(durations=noisy)' wfp3 easy conservative random las 'srtf(durations=noisy)' 'srsf(durations=noisy)'
    'srtf(durations=noisy,hysteresis=0.5)' 'srsf(durations=noisy,hysteresis=0.5)')
  local placements=(first-fit best-fit worst-fit consolidate fastest-gpu wait wait-mean wait-shrinkage wait-rwgp)
  local ordering placement names=()
  for ordering in "${orderings[@]}"; do
    for placement in "${placements[@]}"; do names+=("$ordering+$placement"); done
  done
  (IFS=,; printf '%s' "${names[*]}")
}

evaluate() { # NAME SCENARIO BASELINES POLICY...
  local name=$1 scenario=$2 baselines=$3 out=$results/judged/$1 load
  shift 3
  [[ -f $out.json ]] && return
  local arguments=(--scenario "$scenario" --baselines "$baselines" --replications 60 --out "runs/study/judged-$name" --json)
  for load in 0.7 0.9 1.1; do arguments+=(--variant "jobs[0].trace.windows.load=$load"); done
  mkdir -p "$results/judged"
  ./edgetwin evaluate "$@" "${arguments[@]}" >"$out.new"
  mv "$out.new" "$out.json"
}

judge() {
  evaluate grid scenarios/duet-v1.yaml "$(grid)" "$results"/dual/seed-*/policy.json
  local name
  for name in rule joint independent quarter-{dual,orderer,placer,no-rwgp,no-squeeze,imitation}; do
    evaluate "$name" scenarios/duet-v1.yaml 'srsf(durations=noisy,hysteresis=0.7)+wait-rwgp,tuned-wait' \
      "$results/$name"/seed-*/policy.json
  done
}

if (($# == 0)); then set -- rules dual joint independent quarter judge; fi
for name in "$@"; do part "$name"; done
