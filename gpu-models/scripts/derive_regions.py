#!/usr/bin/env python3
"""Derives data/regions/{regions,links}.csv from the region, RTT and hourly electricity price tables.

usage: derive_regions.py WAN_DIR ELECTRICITY_PRICE_DIR OUT_DIR
Python 3, standard library only. Electricity: plain mean of the hourly wholesale prices of 2023 of the zone that covers
the region, or of the nearest zone with data; an empty cell where no zone is near.
"""
import csv
import gzip
import sys

ELECTRICITY_ZONE = {  # region -> (zone file, note)
    "us-east": ("US-MIDA-PJM", ""),
    "us-west": ("US-CAL-CISO", "California; none for Oregon and Washington"),
    "sa-east": ("BR-SP", ""),
    "eu-west": ("NL", "Netherlands; none for Great Britain"),
    "eu-central": ("DE-LU", ""),
    "af-south": ("ZA", ""),
    "ap-south": ("IN-WE", ""),
    "ap-southeast": ("SG", ""),
    "ap-northeast": ("JP-TK", ""),
    "oceania": ("AU-NSW", ""),
}


def rows(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rt", newline="") as file:
        yield from csv.DictReader(file)


def mean_usd_per_kwh(folder, zone):
    prices = [float(r["Price (USD/MWh)"]) for r in rows(f"{folder}/{zone}_electricity_prices_2023.csv.gz")
              if r["Price (USD/MWh)"]]
    return sum(prices) / len(prices) / 1000


def main(wan, electricity, out):
    with open(f"{out}/regions.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["region_id", "place", "country", "lat", "lon", "aws_region", "azure_region", "gcp_region",
                         "grid_g_per_kwh", "carbon_zone", "electricity_usd_kwh", "electricity_zone"])
        for r in rows(f"{wan}/regions.csv"):
            zone, note = ELECTRICITY_ZONE.get(r["region_id"], ("", ""))
            price = f"{mean_usd_per_kwh(electricity, zone):.4f}" if zone else ""
            writer.writerow([r["region_id"], r["place"], r["country"], r["lat"], r["lon"], r["aws_region"],
                             r["azure_region"], r["gcp_region"], r["grid_gco2_per_kwh_2024"], r["carbon_zone"], price,
                             f"{zone} ({note})" if note else zone])
    with open(f"{out}/links.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["from", "to", "rtt_ms", "egress_usd_gb_forward", "egress_usd_gb_back", "rtt_source"])
        for r in rows(f"{wan}/rtt_ms.csv"):
            writer.writerow([r["from"], r["to"], r["rtt_ms"], r["aws_egress_usd_gb_fwd"], r["aws_egress_usd_gb_rev"],
                             r["source"]])


if __name__ == "__main__":
    main(*sys.argv[1:4])
