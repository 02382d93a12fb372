package org.edgetwin.scenarios.model;

/** Which column of a CSV file of requests holds what. */
public record RequestColumns(
    @Key(doc = "Instant of the arrival.", preset = "arrival") String arrival,
    @Key(doc = "Tokens of the prompt.", preset = "prompt_tokens") String promptTokens,
    @Key(doc = "Tokens of the answer.", preset = "output_tokens") String outputTokens,
    @Key(doc = "How instants are written.", preset = "auto") TimeFormat timeFormat,
    @Key(doc = "One character; `tab` for a tabulator.", preset = "','") String delimiter) {
  public RequestColumns {
    Bounds.check(
        delimiter.equals("tab") || (delimiter.length() == 1 && "\"\r\n".indexOf(delimiter) < 0),
        "The delimiter is not one character other than a quote. Maybe `tab` or ';'.");
  }
}
