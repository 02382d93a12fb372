package org.edgetwin.cli.command;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Names of schedulers in one word of the command line, with commas between them; commas inside
 * parentheses belong to a name: {@code fifo,las(first=1000,second=5000)}.
 *
 * @param names at least one, none twice
 */
record SchedulerNames(List<String> names) {

  SchedulerNames {
    names = List.copyOf(names);
  }

  /** Reads the word. */
  static final class Converter implements ITypeConverter<SchedulerNames> {
    @Override
    public SchedulerNames convert(String word) {
      List<String> names = Commas.split(word);
      Set<String> seen = new LinkedHashSet<>();
      for (String name : names) {
        if (name.isEmpty()) {
          throw new TypeConversionException("one of the names is empty. Maybe leave out a comma.");
        }
        if (!seen.add(name)) {
          throw new TypeConversionException(
              "'" + name + "' stands there twice. Maybe leave it out once.");
        }
      }
      return new SchedulerNames(names);
    }
  }
}
