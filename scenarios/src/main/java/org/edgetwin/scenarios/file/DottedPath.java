package org.edgetwin.scenarios.file;

/** Spells paths such as {@code fleet.nodes[0].gpu}. */
final class DottedPath {
  private DottedPath() {}

  static String key(String parent, String key) {
    return parent.isEmpty() ? key : parent + "." + key;
  }

  static String item(String parent, int index) {
    return parent + "[" + index + "]";
  }
}
