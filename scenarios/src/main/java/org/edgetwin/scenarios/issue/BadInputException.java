package org.edgetwin.scenarios.issue;

import java.util.List;
import java.util.stream.Collectors;

/** What a user wrote cannot be used; tells all that is wrong with it. */
public final class BadInputException extends RuntimeException {
  private final transient List<Issue> issueList;

  public BadInputException(List<Issue> issueList) {
    super(issueList.stream().map(Issue::toString).collect(Collectors.joining("\n")));
    this.issueList = List.copyOf(issueList);
  }

  public BadInputException(Issue issue) {
    this(List.of(issue));
  }

  /** At least one problem. */
  public List<Issue> issues() {
    return issueList;
  }
}
