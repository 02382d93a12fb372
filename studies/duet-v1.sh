#!/usr/bin/env bash
# Trains learned schedulers on duet-v1 and judges them beside heuristics, into studies/duet-v1. What is
# there already is not done again, so it goes on where it was stopped. All of it takes some hours.
#
#   studies/duet-v1.sh [PART]...     parts, in this order unless some are named:
#
#   rules        the search for a linear rule, seeds 1 to 5, short and long; the best long one goes on to the
#                budget of a whole dual training (longer-rule, which ships as tuned-wait)
#   dual         both agents from the long rule of their seed, by exploring weights, seeds 1 to 5
#                (the best on the validation span ships as dual-agent; the folder dual has older ones,
#                from the short rules)
#   ppo          both agents by PPO, seeds 1 and 2
#   joint        one agent whose action is a job and its node, by PPO
#   independent  two agents that learn alone, without messages, by PPO
#   quarter      a quarter of the budget, seeds 1 and 2: dual agents, ablations, imitation
#   rl4j         DQN and A3C of RL4J, seeds 1 and 2, for as long as a dual training takes on idle cores
#   shared       a rule and both agents for GPUs that two jobs may share, from the rule that ships
#   judge        the dual agents on the test windows of all scenarios, beside heuristics and controls
#   tables       what the judge found, as studies/duet-v1/results.md
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

training=scenarios/training/duet-v1.yaml
readonly results=studies/duet-v1
readonly seeds=(1 2 3 4 5)
readonly few_seeds=(1 2)
readonly rl4j_seconds=2040

# Generations of the search (336 episodes each), updates of exploration (576) and of PPO (192).
readonly rule=(search.generations=44 exploration.updates=0)
readonly long_rule=(search.generations=112 exploration.updates=0)
readonly more_rule=(search.generations=68 exploration.updates=0)
readonly dual=(search.generations=0 exploration.updates=40)
readonly drawn=(search.generations=0 exploration.updates=0 learning.updates=120
  agents.order_sharpness=4 agents.place_sharpness=15)
readonly quarter=(search.generations=11 exploration.updates=10)

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

from_rules() { # NAME SEEDS SETTING...
  local name=$1 count=$2 seed
  shift 2
  for seed in "${seeds[@]:0:count}"; do
    train "$name" "$seed" "search.start=../../$results/long-rule/seed-$seed/rule.json" "$@"
  done
}

quarter() { # NAME SETTING...
  local name=$1 seed
  shift
  for seed in "${few_seeds[@]}"; do train "$name" "$seed" "${quarter[@]}" learning.fall_back=false "$@"; done
}

rules() {
  local seed
  for seed in "${seeds[@]}"; do train rule "$seed" "${rule[@]}"; done
  for seed in "${seeds[@]}"; do train long-rule "$seed" "${long_rule[@]}"; done
  train longer-rule 1 "search.start=../../$results/long-rule/seed-1/rule.json" "${more_rule[@]}"
}

quarters() {
  quarter quarter-dual
  quarter quarter-orderer agents.learn=orderer
  quarter quarter-placer agents.learn=placer
  quarter quarter-no-rwgp agents.belief=none
  quarter quarter-no-squeeze agents.squeeze=false
  quarter quarter-imitation agents.residual=false exploration.updates=0 learning.imitation=20
}

shared() {
  local training=scenarios/training/duet-share.yaml
  train shared 1 "search.start=../../$results/longer-rule/seed-1/rule.json" search.generations=30 exploration.updates=10
}

# Random order of episodes, one thread each, so two at a time.
rl4j() {
  local seed learner name
  agents/rl4j/train >/dev/null 2>&1 || true # builds it, so that two need not
  for seed in "${few_seeds[@]}"; do
    for learner in dqn a3c; do
      name=$learner
      [[ -f $results/$name/seed-$seed/policy.json ]] && continue
      (
        agents/rl4j/train "$training" --learner "$learner" --seconds "$rl4j_seconds" --reward-factor 100 \
          --seed "$seed" --out "runs/study/$name-$seed"
        mkdir -p "$results/$name/seed-$seed"
        cp "runs/study/$name-$seed/"{metrics.csv,policy.json} "$results/$name/seed-$seed"
      ) &
    done
    wait
  done
}

part() {
  case $1 in
  rules) rules ;;
  dual) from_rules dual-long-rule 5 "${dual[@]}" ;;
  ppo) from_rules ppo 2 "${drawn[@]}" ;;
  joint) from_rules joint 5 "${drawn[@]}" learning.team=joint ;;
  independent) from_rules independent 5 "${drawn[@]}" learning.team=independent agents.message=false ;;
  quarter) quarters ;;
  rl4j) rl4j ;;
  shared) shared ;;
  judge) judge ;;
  tables) tables ;;
  *)
    printf '%s: there is no part "%s". Maybe one of rules, dual, ppo, joint, independent, quarter, rl4j, shared, judge, tables.\n' "$0" "$1" >&2
    exit 2
    ;;
  esac
}

# Every ORDERING with every PLACEMENT: "ORDERING ..." "PLACEMENT ...".
crossed() {
  local ordering placement names=()
  for ordering in $1; do
    for placement in $2; do names+=("$ordering+$placement"); done
  done
  (IFS=,; printf '%s' "${names[*]}")
}

readonly plain='first-fit best-fit worst-fit consolidate fastest-gpu'
readonly waiting='wait wait-mean wait-shrinkage wait-rwgp'
readonly fixed='fifo-fit-first sjf(durations=noisy) sjf-strict(durations=noisy) ssf(durations=noisy)
  ssf-strict(durations=noisy) wfp3 easy conservative'
readonly preempting='srtf(durations=noisy) srsf(durations=noisy) srtf(durations=noisy,hysteresis=0.5)
  srtf(durations=noisy,hysteresis=0.7) srtf(durations=noisy,hysteresis=0.9) srsf(durations=noisy,hysteresis=0.5)
  srsf(durations=noisy,hysteresis=0.7) srsf(durations=noisy,hysteresis=0.8) srsf(durations=noisy,hysteresis=0.9)
  srsf(durations=noisy,hysteresis=0.95)'

files() { # SCHEDULER NAME FILE [SEEDS]: the files of all seeds, or of some, as schedulers
  local file names=()
  for file in "$results/$2"/seed-${4:-*}/"$3"; do [[ -f $file ]] && names+=("$1@$file"); done
  (IFS=,; printf '%s' "${names[*]}")
}

listed() { # NAMES...: those that are not empty, with commas
  local name names=()
  for name in "$@"; do [[ -n $name ]] && names+=("$name"); done
  (IFS=,; printf '%s' "${names[*]}")
}

evaluate() { # NAME SCENARIO BASELINES POLICY...
  local name=$1 scenario=scenarios/$2.yaml baselines=$3 out=$results/judged/$1 load
  shift 3
  [[ -f $out.json ]] && return
  local arguments=(--scenario "$scenario" --baselines "$baselines" --replications 60 --out "runs/study/judged-$name" --json)
  for load in 0.7 0.9 1.1; do arguments+=(--variant "jobs[0].trace.windows.load=$load"); done
  mkdir -p "$results/judged"
  printf '%s on %s\n' "$name" "$scenario"
  ./edgetwin evaluate "$@" "${arguments[@]}" >"$out.new"
  mv "$out.new" "$out.json"
}

judge() {
  local name quarters=()
  local trained=("$results"/dual-long-rule/seed-*/policy.json)
  # The whole grid of orderings that may know what the agents know.
  evaluate grid duet-v1 "$(crossed "fifo $fixed random las $preempting" "$plain $waiting")" "${trained[@]}"
  evaluate controls duet-v1 "$(listed tuned-wait 'srsf(hysteresis=0.9)+wait-oracle(durations=oracle)' \
    "$(files tuned-wait long-rule rule.json)" \
    "$(files dual-agent dual policy.json)" "$(files dual-agent ppo policy.json)" \
    "$(files dual-agent joint policy.json)" "$(files dual-agent independent policy.json)" \
    "$(files flat-agent dqn policy.json)" "$(files flat-agent a3c policy.json)")" "${trained[@]}"
  evaluate drawn duet-v1 "$(listed "$(files dual-agent ppo policy.json)" "$(files dual-agent joint policy.json '[12]')" \
    "$(files dual-agent independent policy.json '[12]')")" "$results"/dual-long-rule/seed-[12]/policy.json
  for name in orderer placer no-rwgp no-squeeze imitation; do
    quarters+=("$(files dual-agent "quarter-$name" policy.json)")
  done
  evaluate quarter duet-v1 "$(listed tuned-wait "$(files tuned-wait quarter-dual rule.json)" "${quarters[@]}")" \
    "$results"/quarter-dual/seed-*/policy.json
  evaluate np duet-np "$(crossed "$fixed" "$waiting"),tuned-wait(preempt=0)" "${trained[@]/#/dual-agent(preempt=0)@}"
  for name in large vc share; do
    evaluate "$name" "duet-$name" "$(crossed "$fixed $preempting" "$waiting"),tuned-wait" "${trained[@]}"
  done
  evaluate shared duet-share "$(crossed "$fixed $preempting" "$waiting"),tuned-wait,dual-agent,$(
    files tuned-wait shared rule.json)" "$results"/shared/seed-*/policy.json
}

tables() {
  ./edgetwin --version >/dev/null # Builds it if need be.
  java -cp ".edgetwin/$(<.edgetwin/current)/edgetwin.jar" studies/Bars.java "$results/judged" >"$results/results.md.new"
  mv "$results/results.md.new" "$results/results.md"
}

if (($# == 0)); then set -- rules dual ppo joint independent quarter rl4j shared judge tables; fi
for name in "$@"; do part "$name"; done
