package org.edgetwin.sim.metrics;

import java.util.function.ToDoubleFunction;

/** The figures of a service that are estimated over replications. */
public enum ServiceMetric {
  REQUESTS("requests", "1", ServiceFigures::requests),
  FINISHED("finished", "1", ServiceFigures::finished),
  REJECTED("rejected", "1", ServiceFigures::rejected),
  UNFINISHED("unfinished", "1", ServiceFigures::unfinished),
  TTFT_MEAN_S("ttft_mean_s", "s", figures -> figures.firstToken().mean()),
  TTFT_P50_S("ttft_p50_s", "s", figures -> figures.firstToken().p50()),
  TTFT_P95_S("ttft_p95_s", "s", figures -> figures.firstToken().p95()),
  TPOT_MEAN_S("tpot_mean_s", "s", figures -> figures.perToken().mean()),
  TPOT_P50_S("tpot_p50_s", "s", figures -> figures.perToken().p50()),
  TPOT_P95_S("tpot_p95_s", "s", figures -> figures.perToken().p95()),
  E2E_MEAN_S("e2e_mean_s", "s", figures -> figures.endToEnd().mean()),
  E2E_P50_S("e2e_p50_s", "s", figures -> figures.endToEnd().p50()),
  E2E_P95_S("e2e_p95_s", "s", figures -> figures.endToEnd().p95()),
  SLO_SHARE("slo_share", "%", ServiceFigures::keptShare),
  OUTPUT_TOKENS_PER_S("output_tokens_per_s", "1", ServiceFigures::outputTokensPerSecond),
  REPLICAS_MEAN("replicas_mean", "1", ServiceFigures::meanReplicas),
  REPLICAS_MOST("replicas_most", "1", ServiceFigures::mostReplicas),
  PREEMPTIONS("preemptions", "1", ServiceFigures::preemptions),
  RESTARTS("restarts", "1", ServiceFigures::restarts),
  ITERATION_SLOWDOWN(
      "iteration_slowdown", "1", figures -> figures.isPaced() ? figures.slowdown() : Double.NaN),
  GPU_HOURS("gpu_hours", "h", ServiceFigures::gpuHours),
  COST_USD("cost_usd", "USD", ServiceFigures::costUsd),
  EGRESS_USD("egress_usd", "USD", ServiceFigures::egressUsd),
  MOVED_GB("moved_gb", "GB", ServiceFigures::movedGb),
  REVENUE_USD("revenue_usd", "USD", ServiceFigures::revenueUsd),
  MARGIN_USD("margin_usd", "USD", ServiceFigures::marginUsd),
  USD_PER_MILLION_OUTPUT_TOKENS(
      "usd_per_million_output_tokens", "USD", ServiceFigures::usdPerMillionOutputTokens);

  private final String key;
  private final String unit;

  @SuppressWarnings("ImmutableEnumChecker") // all are without state
  private final ToDoubleFunction<ServiceFigures> value;

  ServiceMetric(String key, String unit, ToDoubleFunction<ServiceFigures> value) {
    this.key = key;
    this.unit = unit;
    this.value = value;
  }

  /** Its name in files. */
  public String key() {
    return key;
  }

  /** Its unit; "%" of a share of one that people read in per cent. */
  public String unit() {
    return unit;
  }

  /** Its value in one run; NaN if it is undefined there. */
  public double of(ServiceFigures figures) {
    return value.applyAsDouble(figures);
  }
}
