package org.edgetwin.scenarios.file;

import java.util.List;
import org.edgetwin.scenarios.model.NameKind;
import org.edgetwin.scenarios.names.Schedulers;
import org.jspecify.annotations.Nullable;

/** Which names exist while a file is read. */
interface Vocabulary {
  /** Whether there is something of that kind and name. */
  boolean knows(NameKind kind, String name);

  /** A {@code Maybe ...} for a name that does not exist; may be empty. */
  String hint(NameKind kind, String name);

  /** Names that everybody can use, for schema and reference; empty if they depend on the file. */
  List<String> standardNames(NameKind kind);

  /** The problem with a name, or null if there is none. */
  default @Nullable String problem(NameKind kind, String name) {
    return switch (kind) {
      case FREE -> null;
      case NEW -> name.isBlank() ? "The name is empty." : null;
      case SCHEDULER -> Schedulers.problem(name).orElse(null);
      default -> knows(kind, name) ? null : "There is no " + kind.noun() + " of that name.";
    };
  }
}
