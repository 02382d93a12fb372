package org.edgetwin.scenarios.issue;

import java.util.ArrayList;
import java.util.List;

/** Collects problems, so that a user hears of all of them at once. Not thread-safe. */
public final class Issues {
  /** Beyond this many, more problems are only counted: nobody reads them. */
  private static final int MOST_KEPT = 200;

  private final List<Issue> issueList = new ArrayList<>();
  private int dropped;

  public void add(Location location, String path, String value, String message, String hint) {
    add(new Issue(location, path, value, message, hint));
  }

  public void add(Issue issue) {
    if (issueList.size() < MOST_KEPT) {
      issueList.add(issue);
    } else {
      dropped++;
    }
  }

  public boolean isEmpty() {
    return issueList.isEmpty();
  }

  /** All problems in the order they were found; the last entry tells how many were left out. */
  public List<Issue> all() {
    List<Issue> all = new ArrayList<>(issueList);
    if (dropped > 0) {
      Issue last = issueList.get(issueList.size() - 1);
      String message = "There are " + dropped + " more problems.";
      all.add(new Issue(last.file(), 0, "", "", message, "Maybe correct these first."));
    }
    return List.copyOf(all);
  }

  /**
   * Ends reading if there is any problem.
   *
   * @throws BadInputException with all of them
   */
  public void throwIfAny() {
    if (!isEmpty()) {
      throw new BadInputException(all());
    }
  }
}
