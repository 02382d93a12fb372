#!/usr/bin/env python3
"""Derives data/gpus/{gpus,fallbacks}.csv from the compiled GPU table (all columns, see data/gpus/README.md).

usage: derive_gpus.py gpu-catalog/gpus.csv OUT_DIR
Python 3, standard library only. An empty cell means unknown.
"""
import csv
import statistics
import sys

# Measured training speed against V100 16 GB: geometric mean over eight workloads of Lambda's published fp16 table.
LAMBDA_SPEED = {
    "A10": 0.91, "RTX-3090": 1.24, "RTX-A6000": 1.45, "RTX-6000-ADA": 1.95, "RTX-4090": 2.00,
    "A100-PCIE-40": 2.27, "A100-SXM-80": 2.72, "H100-PCIE": 3.2, "H100-SXM": 4.9,
}
# Tensor rates that the compiled table leaves empty, for GPUs that do have tensor cores.
TENSOR_ESTIMATES = {
    "A10G": (70, "tensor: AWS figure recalled; other sources copy the A10's 125"),
    "RTX-PRO-6000-BW": (500, "tensor: 4 x FP32, as for the four other workstation cards since Ampere"),
}
LAW_EXPONENT = 0.9  # of bandwidth, see SpecSheetLaw
SINCE_AMPERE = {"Ampere", "Ada", "Hopper", "Blackwell", "Blackwell Ultra"}


def number(text):
    return float(text) if text else None


def show(value, digits=4):
    return "" if value is None else f"{round(value, digits):g}"


def tensor(row):
    if row["gpu_id"] in TENSOR_ESTIMATES:
        return TENSOR_ESTIMATES[row["gpu_id"]][0]
    known = [number(row[c]) for c in ("fp16_tensor_tflops", "bf16_tensor_tflops") if row[c]]
    return max(known) if known else None


def law(row, reference):
    """Spec-sheet law against the reference GPU: P^(1-g) * BW^g, P = tensor rate if both have it, else FP32."""
    compute = (tensor(row), tensor(reference))
    if None in compute:
        compute = (number(row["fp32_tflops"]), number(reference["fp32_tflops"]))
    bandwidth = number(row["mem_bw_gbs"]) / number(reference["mem_bw_gbs"])
    return (compute[0] / compute[1]) ** (1 - LAW_EXPONENT) * bandwidth**LAW_EXPONENT


def measured_factors(rows, reference):
    return {gpu: speed / law(rows[gpu], reference) for gpu, speed in LAMBDA_SPEED.items()}


def usual_factor(gpu, rows, measured):
    """Median factor of the measured GPUs of the same architecture, else of all; the GPU itself left out."""
    others = {g: f for g, f in measured.items() if g != gpu}
    kin = [f for g, f in others.items() if rows[g]["architecture"] == rows[gpu]["architecture"]]
    return statistics.median(kin or others.values())


def law_factors(rows, reference):
    """Measured speed over the law where measured; else the usual factor, or 1 before Ampere."""
    measured = measured_factors(rows, reference)
    factors = {}
    for gpu, row in rows.items():
        if gpu in measured:
            factors[gpu] = measured[gpu]
        elif row["vendor"] == "NVIDIA" and row["architecture"] in SINCE_AMPERE:
            factors[gpu] = usual_factor(gpu, rows, measured)
        else:
            factors[gpu] = 1.0
    return factors


def is_current(row):
    return bool(row["cloud_usd_h"]) and "2022" not in row["cloud_price_source"]


def cloud_price(row, scale):
    """One vintage: specialists' list prices of 2025-26, else AWS July 2026 scaled to that level."""
    if is_current(row):
        return number(row["cloud_usd_h"]), row["cloud_price_source"]
    if row["aws_usd_h_2026_07"]:
        return number(row["aws_usd_h_2026_07"]) * scale, f"AWS us-east-1 2026-07 x {scale:.3f}"
    return None, ""


def class_median(rows, gpu_class, value):
    values = [value(r) for r in rows if r["class"] == gpu_class and value(r) is not None]
    return statistics.median(values)


def main(source, out):
    with open(source, newline="") as file:
        rows = {r["gpu_id"]: r for r in csv.DictReader(file)}
    aws_rows = [r for r in rows.values() if is_current(r) and r["aws_usd_h_2026_07"]
                and not r["cloud_price_source"].startswith("AWS")]
    scale = statistics.median(
        number(r["cloud_usd_h"]) / number(r["aws_usd_h_2026_07"]) for r in aws_rows)
    reference = rows["V100-SXM2-16"]
    factors = law_factors(rows, reference)
    measured = measured_factors(rows, reference)
    errors = [abs(usual_factor(gpu, rows, measured) / measured[gpu] - 1) for gpu in measured]
    print(f"law factor from the other GPUs: mean error {statistics.mean(errors):.3f}, largest {max(errors):.3f}")
    with open(f"{out}/gpus.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["gpu_id", "name", "class", "mem_gb", "mem_bw_gbs", "fp32_tflops", "tensor_tflops", "tdp_w",
                         "idle_w", "mig_max", "law_factor", "cloud_usd_h", "cloud_price_source", "market_usd_h",
                         "market_price_source", "source"])
        for gpu, r in rows.items():
            price, price_source = cloud_price(r, scale)
            note = f"; {TENSOR_ESTIMATES[gpu][1]}" if gpu in TENSOR_ESTIMATES else ""
            writer.writerow([gpu, f"{r['vendor']} {r['name']}", r["class"], r["mem_gb"], r["mem_bw_gbs"],
                             r["fp32_tflops"], show(tensor(r)), r["tdp_w"], "", r["mig_max"], show(factors[gpu], 3),
                             show(price), price_source, r["market_usd_h"], r["market_price_source"], r["source"] + note])
    with open(f"{out}/fallbacks.csv", "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["class", "tdp_w_per_gbs", "idle_share", "cloud_usd_h_per_gbs", "market_usd_h_per_gbs"])
        per_gbs = lambda r, v: None if v is None else v / number(r["mem_bw_gbs"])
        for gpu_class, idle in (("datacenter", 0.10), ("workstation", 0.07), ("consumer", 0.05)):
            writer.writerow([
                gpu_class,
                show(class_median(rows.values(), gpu_class, lambda r: per_gbs(r, number(r["tdp_w"])))),
                idle,
                show(class_median(rows.values(), gpu_class, lambda r: per_gbs(r, cloud_price(r, scale)[0])), 6),
                show(class_median(rows.values(), gpu_class, lambda r: per_gbs(r, number(r["market_usd_h"]))), 6)])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
