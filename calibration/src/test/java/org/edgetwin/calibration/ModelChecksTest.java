package org.edgetwin.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.edgetwin.calibration.validation.ModelCheck;
import org.junit.jupiter.api.Test;

/** The table of checks; what each of them finds is asserted beside it. */
class ModelChecksTest {
  private static final Pattern REFERENCE = Pattern.compile("\\[([a-z]+\\d{0,4})]");
  private static final Path BIBLIOGRAPHY = Path.of("..", "docs", "references.bib");

  @Test
  void everyCheckHasANameOfItsOwnAndAllTexts() {
    List<ModelCheck> checks = ModelChecks.all();

    assertThat(checks).extracting(ModelCheck::name).doesNotHaveDuplicates();
    assertThat(checks)
        .allSatisfy(
            check -> {
              assertThat(check.name()).matches("[a-z][a-z0-9-]*");
              assertThat(List.of(check.part(), check.model(), check.data(), check.split()))
                  .as(check.name())
                  .noneMatch(String::isBlank);
            });
  }

  @Test
  void aPartStandsTogether() {
    List<String> parts = ModelChecks.all().stream().map(ModelCheck::part).toList();

    for (String part : parts) {
      assertThat(parts.subList(parts.indexOf(part), parts.lastIndexOf(part) + 1))
          .as(part)
          .containsOnly(part);
    }
  }

  @Test
  void dataSetsAreInTheBibliography() throws IOException {
    String bibliography = Files.readString(BIBLIOGRAPHY);

    for (ModelCheck check : ModelChecks.all()) {
      Matcher matcher = REFERENCE.matcher(check.data());
      while (matcher.find()) {
        assertThat(bibliography).as(check.name()).contains("{" + matcher.group(1) + ",");
      }
    }
  }
}
