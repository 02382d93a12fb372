package org.edgetwin.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** The classes that ship: no tests, in folders or in jars of them. */
public final class MainClasses implements ImportOption {
  private final ImportOption noTestFolders = new DoNotIncludeTests();

  @Override
  public boolean includes(Location location) {
    return noTestFolders.includes(location) && !location.contains("-tests.jar");
  }
}
