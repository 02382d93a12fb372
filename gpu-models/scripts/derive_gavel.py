#!/usr/bin/env python3
"""Derives data/gavel/{throughputs,pairs,classes}.csv from Gavel's measured throughput table.

usage: derive_gavel.py simulation_throughputs.json[.gz] OUT_DIR
Python 3, standard library only. What the columns mean and how the fits are made: data/gavel/README.md.
"""
import csv
import gzip
import json
import math
import re
import sys

GPUS = ("k80", "p100", "v100")
USABLE_GB = {"k80": 11.5, "p100": 15.9, "v100": 15.9}
LARGEST_SINGLE_GB = 11.3  # every class runs alone on the 12 GB K80
COMPUTE_SHARE_RANGE = (0.0, 0.39)  # seen on twelve GPUs and eight workloads in Lambda's table
FP32_V100_OVER_P100 = 15.7 / 9.3
BANDWIDTH_V100_OVER_P100 = 900 / 732
SHORT = {"ResNet-18": "resnet18", "ResNet-50": "resnet50", "Transformer": "transformer", "LM": "lm",
         "Recommendation": "recommendation", "A3C": "a3c", "CycleGAN": "cyclegan"}


def load(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt") as file:
        return json.load(file)


def parse(key):
    """('ResNet-50 (batch size 64)', 2) -> job type, gang size"""
    job, gang = re.fullmatch(r"\('(.*)', (\d+)\)", key).groups()
    return job, int(gang)


def family(job):
    return job.split(" (")[0]


def batch(job):
    found = re.search(r"batch size (\d+)", job)
    return int(found.group(1)) if found else 0


def short_id(job):
    return SHORT[family(job)] + (f"-{batch(job)}" if batch(job) else "")


class Table:
    """Rates alone by (gpu, job, gang), and fractions kept by pairs of single-GPU jobs by (gpu, job, other)."""

    def __init__(self, raw):
        self.alone = {}
        self.kept = {}
        for gpu, rows in raw.items():
            for key, row in rows.items():
                self.alone[gpu, *parse(key)] = row["null"]
        self.jobs = sorted({j for (_, j, g) in self.alone if g == 1}, key=lambda j: (family(j), batch(j)))
        for gpu in GPUS:
            for job in self.jobs:
                for key, rates in raw[gpu][f"('{job}', 1)"].items():
                    if key != "null":
                        self.kept[gpu, job, parse(key)[0]] = rates[0] / self.alone[gpu, job, 1]

    def pairs(self):
        for i, a in enumerate(self.jobs):
            for b in self.jobs[i:]:
                yield a, b

    def fits(self, gpu, a, b):
        return self.kept[gpu, a, b] > 0

    def screened(self, gpu, a, b):
        """Filled in (both jobs at exactly their solo rate) or implausible (slower than half of taking turns)."""
        x, y = self.kept[gpu, a, b], self.kept[gpu, b, a]
        return x > 0 and (x == 1 and y == 1 or x + y < 0.5)


def usable(table, gpu):
    return [(a, b) for a, b in table.pairs() if table.fits(gpu, a, b) and not table.screened(gpu, a, b)]


def fit_pressures(table, gpu, left_out=frozenset()):
    """Pressures u in [0, 1] that minimise the mean |kept - 1 / max(1, u_a + u_b)|, by coordinate descent."""
    seen = {}
    for a, b in usable(table, gpu):
        if (a, b) not in left_out:
            seen.setdefault(a, []).append((b, table.kept[gpu, a, b], table.kept[gpu, b, a]))
            seen.setdefault(b, []).append((a, table.kept[gpu, b, a], table.kept[gpu, a, b]))
    pressure = {job: 0.7 for job in table.jobs}

    def loss(job, u):
        total = 0.0
        for other, mine, theirs in seen[job]:
            kept = 1 / max(1.0, u + (u if other == job else pressure[other]))
            total += abs(mine - kept) + abs(theirs - kept)
        return total

    for _ in range(8):
        for job in table.jobs:
            grid = [k / 50 for k in range(51)]
            pressure[job] = min(grid, key=lambda u: loss(job, u)) if job in seen else 1.0
    return pressure


def held_out_error(table, gpu, folds=5):
    """Mean |kept - law| over pairs that took no part in the fit: every fifth pair in turn is left out."""
    pairs = usable(table, gpu)
    errors = []
    for fold in range(folds):
        left_out = frozenset(pairs[fold::folds])
        pressure = fit_pressures(table, gpu, left_out)
        for a, b in left_out:
            law = 1 / max(1.0, pressure[a] + pressure[b])
            errors += [abs(table.kept[gpu, a, b] - law), abs(table.kept[gpu, b, a] - law)]
    return sum(errors) / len(errors)


def fit_memory(table):
    """GB per class = base + slope * batch / largest batch of the family: least violation of which pairs fit."""
    families = sorted({family(j) for j in table.jobs})
    largest = {f: max(max(batch(j), 1) for j in table.jobs if family(j) == f) for f in families}
    params = {f: [1.0, 2.0] for f in families}
    cases = [(gpu, a, b, table.fits(gpu, a, b)) for gpu in GPUS for a, b in table.pairs()]

    def memory(job):
        base, slope = params[family(job)]
        return base + slope * batch(job) / largest[family(job)]

    def loss():
        size = {job: memory(job) for job in table.jobs}
        total = sum(20 * max(0.0, gb - LARGEST_SINGLE_GB) for gb in size.values())
        for gpu, a, b, fit in cases:
            excess = size[a] + size[b] - USABLE_GB[gpu]
            total += max(0.0, 0.1 + (excess if fit else -excess))
        return total

    best = math.inf
    while loss() < best - 1e-6:
        best = loss()
        for f in families:
            for k, low in ((0, 0.8), (1, 0.0)):
                here = params[f][k]
                tries = [here] + [here + step * sign for step in (0.1, 0.2, 0.5, 1, 2, 4) for sign in (1, -1)]
                scored = []
                for value in tries:
                    if value >= low:
                        params[f][k] = value
                        scored.append((loss(), value))
                params[f][k] = min(scored)[1]
    return {job: memory(job) for job in table.jobs}


def compute_share(table, job):
    """Share of log speed that follows arithmetic, from V100 against P100, kept within what other GPUs showed."""
    ratio = table.alone["v100", job, 1] / table.alone["p100", job, 1]
    share = math.log(ratio / BANDWIDTH_V100_OVER_P100) / math.log(FP32_V100_OVER_P100 / BANDWIDTH_V100_OVER_P100)
    return min(max(share, COMPUTE_SHARE_RANGE[0]), COMPUTE_SHARE_RANGE[1])


def write(path, header, rows):
    with open(path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main(source, out):
    table = Table(load(source))
    columns = [g for g in GPUS] + [f"{g}_unconsolidated" for g in GPUS]
    gangs = sorted({(j, g) for (_, j, g) in table.alone}, key=lambda k: (family(k[0]), batch(k[0]), k[1]))
    write(f"{out}/throughputs.csv", ["workload", "gpus", *columns],
          [[short_id(j), g, *(repr(table.alone[c, j, g]) if (c, j, g) in table.alone else "" for c in columns)]
           for j, g in gangs])
    write(f"{out}/pairs.csv", ["gpu", "a", "b", "kept_a", "kept_b", "screened"],
          [[gpu, short_id(a), short_id(b), f"{table.kept[gpu, a, b]:.5g}", f"{table.kept[gpu, b, a]:.5g}",
            int(table.screened(gpu, a, b))] for gpu in GPUS for a, b in table.pairs()])
    pressures = {gpu: fit_pressures(table, gpu) for gpu in GPUS}
    memory = fit_memory(table)
    write(f"{out}/classes.csv",
          ["id", "family", "batch", "memory_gb", "compute_share", *(f"pressure_{g}" for g in GPUS), "gavel_job_type"],
          [[short_id(j), family(j), batch(j), f"{memory[j]:.1f}", f"{compute_share(table, j):.2f}",
            *(pressures[g][j] for g in GPUS), j] for j in table.jobs])
    for gpu in GPUS:
        print(f"pressure law on {gpu}: mean error of pairs left out {held_out_error(table, gpu):.3f}")
    right = sum((memory[a] + memory[b] <= USABLE_GB[g]) == table.fits(g, a, b)
                for g in GPUS for a, b in table.pairs())
    print(f"memory law: {right} of {3 * len(list(table.pairs()))} pair fits right")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
