#!/usr/bin/env python3
"""Workload W1 in SimPy 3: one process for each job, one Resource of 64 servers.

Usage: simpy_w1.py FILE JOBS, where FILE holds lines `arrival_ms,service_ms`. Prints one line:
jobs, mean response in seconds, makespan in seconds, seconds that the run took.

SimPy is MIT-licensed and comes from Debian (python3-simpy3); EdgeTwin neither uses nor ships it.
"""
import itertools
import sys
import time

import simpy

SERVERS = 64


def serve(env, servers, arrival, service, responses):
    with servers.request() as request:
        yield request
        yield env.timeout(service)
    responses.append(env.now - arrival)


def arrive(env, servers, jobs, responses):
    """Starts each job when it comes: SimPy's event list then holds only what is present."""
    for arrival, service in jobs:
        yield env.timeout(max(0.0, arrival - env.now))
        env.process(serve(env, servers, arrival, service, responses))


def main(path, count):
    with open(path, encoding="ascii") as lines:
        jobs = [
            tuple(int(field) / 1000 for field in line.split(","))
            for line in itertools.islice(lines, count)
        ]
    responses = []
    begin = time.perf_counter()
    env = simpy.Environment()
    servers = simpy.Resource(env, SERVERS)
    env.process(arrive(env, servers, jobs, responses))
    env.run()
    seconds = time.perf_counter() - begin
    mean = sum(responses) / len(responses)
    print(f"{len(responses)},{mean:.9f},{env.now:.6f},{seconds:.6f}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
