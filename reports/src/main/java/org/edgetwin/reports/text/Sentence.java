package org.edgetwin.reports.text;

/** Texts as they begin a sentence, a heading or a cell. */
public final class Sentence {
  private Sentence() {}

  /** The text with its first letter large. */
  public static String start(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
