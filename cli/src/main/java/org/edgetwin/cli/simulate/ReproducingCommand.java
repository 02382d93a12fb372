package org.edgetwin.cli.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The command line that gives the same result: everything that matters to it, and no more. */
final class ReproducingCommand {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private ReproducingCommand() {}

  /**
   * The command line, quoted for a shell.
   *
   * @param replications how often each scheduler was run
   */
  static String of(ExperimentRequest request, int replications) {
    List<String> words = new ArrayList<>(List.of("./edgetwin"));
    words.add(request.comparison() ? "compare" : "run");
    words.add(request.file().toString());
    if (request.comparison()) {
      words.addAll(request.study().words(request.schedulers()));
    } else if (!request.schedulers().isEmpty()) {
      words.add("--scheduler");
      words.add(request.schedulers().get(0));
    }
    for (String override : request.overrides()) {
      words.add("--set");
      words.add(override);
    }
    boolean fixed = request.study().precise() == null;
    if (fixed && (replications > 1 || request.comparison())) {
      words.add("--replications");
      words.add(Integer.toString(replications));
    }
    if (!fixed && request.replications() != null) {
      words.add("--replications");
      words.add(request.replications().toString());
    }
    return words.stream().map(ReproducingCommand::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
