package org.edgetwin.reports.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HtmlTest {
  @Test
  void valuesAreEscapedAndMarkupIsNot() {
    Html inner = Html.of("<b title=\"{}\">{}</b>", "a\"b'c", "1 < 2 & 3");

    assertThat(Html.of("<p>{}</p>", inner))
        .hasToString("<p><b title=\"a&quot;b&#39;c\">1 &lt; 2 &amp; 3</b></p>");
  }

  @Test
  void slotsInValuesAreNotFilled() {
    assertThat(Html.of("{}{}", "{}", "x")).hasToString("{}x");
  }

  @Test
  void wrongNumberOfValuesIsRefused() {
    assertThatThrownBy(() -> Html.of("{}")).hasMessageContaining("more slots than the 0 values");
    assertThatThrownBy(() -> Html.of("{}", 1, 2)).hasMessageContaining("fewer slots");
  }

  @Test
  void piecesAreJoinedByLines() {
    assertThat(Stream.of(Html.of("<i/>"), Html.of("{}", "&")).collect(Html.joining()))
        .hasToString("<i/>\n&amp;");
  }
}
