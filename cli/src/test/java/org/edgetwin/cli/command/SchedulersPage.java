package org.edgetwin.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.edgetwin.sim.kernel.Streams;
import org.edgetwin.sim.scheduling.DurationKnowledge;
import org.edgetwin.sim.scheduling.PolicyDescription;
import org.edgetwin.sim.scheduling.PolicyDescription.FileUse;
import org.edgetwin.sim.scheduling.PolicyDescription.Parameter;
import org.edgetwin.sim.scheduling.Scheduler;
import org.edgetwin.sim.scheduling.SchedulerCatalog;
import org.edgetwin.sim.scheduling.SpeedKnowledge;

/** The table of all schedulers, from the catalogue. */
final class SchedulersPage {
  private static final SchedulerCatalog CATALOG = SchedulerCatalog.standard();
  private static final Bibliography BIBLIOGRAPHY = new Bibliography();

  private SchedulersPage() {}

  static String markdown() {
    String anyOrdering = CATALOG.orderings().get(0).name();
    StringBuilder page =
        new StringBuilder(
            """
            # Schedulers

            <!-- Written by SchedulersPageTest from the catalogue; do not edit. -->

            All policies on the class path. How they are combined, what knowledge means, and the semantics they share:
            [scheduling.md](scheduling.md). A scheduler is `ordering+placement`, an ordering alone (placed `%s`), `ordering+placement+hived`, or one that decides
            both at once.

            - *durations*: what it must be told of how long jobs take (none, limit, noisy, oracle).
            - *acts*: what the cluster must be able to do beyond starting jobs; a preemptive ordering says so here.
            - *speeds*: what it knows of unequal GPUs: none (it takes them for equal), matrix, oracle.
            - *starves*: whether a job that fits may have to wait for ever.

            """
                .formatted(SchedulerCatalog.DEFAULT_PLACEMENT));
    section(page, "Orderings", CATALOG.orderings(), "%s");
    section(page, "Placements", CATALOG.placements(), anyOrdering + "+%s");
    section(page, "Schedulers that decide both at once", CATALOG.schedulers(), "%s");
    return page.toString();
  }

  private static void section(
      StringBuilder page, String title, List<PolicyDescription> policies, String pattern) {
    page.append("## ").append(title).append("\n\n");
    page.append("| name | what it does | paper | durations | acts | speeds | starves |\n");
    page.append("|---|---|---|---|---|---|---|\n");
    for (PolicyDescription policy : policies) {
      page.append(
          String.format(
              Locale.ROOT,
              "| %s | %s | %s | %s | %s | %s | %s |\n",
              names(policy),
              policy.summary(),
              BIBLIOGRAPHY.find(policy.reference()).map(Bibliography.Paper::shortForm).orElse("-"),
              word(policy.knowledge().duration()),
              acts(policy, pattern),
              word(policy.knowledge().speed()),
              policy.starvationFree() ? "no" : "may"));
    }
    page.append("\n");
    parameters(page, policies);
  }

  private static String names(PolicyDescription policy) {
    String file = policy.file() == FileUse.NONE ? "" : "@FILE";
    String aliases =
        policy.aliases().stream().map(alias -> ", `" + alias + "`").collect(Collectors.joining());
    return "`" + policy.name() + file + "`" + aliases;
  }

  /** What a scheduler says of itself once it is made. */
  private static String acts(PolicyDescription policy, String pattern) {
    if (policy.file() == FileUse.NEEDED) {
      return "by its file";
    }
    Scheduler scheduler =
        CATALOG.create(String.format(Locale.ROOT, pattern, policy.name()), new Streams(0, 1));
    String acts =
        scheduler.needs().stream().map(SchedulersPage::word).collect(Collectors.joining(", "));
    return acts.isEmpty() ? "-" : acts;
  }

  private static String word(Enum<?> value) {
    return value == DurationKnowledge.NONE || value == SpeedKnowledge.NONE
        ? "-"
        : value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static void parameters(StringBuilder page, List<PolicyDescription> policies) {
    if (policies.stream().allMatch(policy -> policy.parameters().isEmpty())) {
      return;
    }
    page.append("| parameter | meaning | usual | range |\n|---|---|--:|---|\n");
    for (PolicyDescription policy : policies) {
      for (Parameter parameter : policy.parameters()) {
        page.append(
            String.format(
                Locale.ROOT,
                "| `%s(%s)` | %s | %s | %s to %s |\n",
                policy.name(),
                parameter.name(),
                parameter.meaning(),
                Numbers.plain(parameter.defaultValue()),
                Numbers.plain(parameter.minimum()),
                Numbers.plain(parameter.maximum())));
      }
    }
    page.append("\n");
  }
}
