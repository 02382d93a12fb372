package org.edgetwin.cli;

import picocli.CommandLine.IVersionProvider;

/** Reads the version that the build wrote into the manifest. */
final class ProgramVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String built = ProgramVersion.class.getPackage().getImplementationVersion();
    return new String[] {"edgetwin " + (built == null ? "(not packaged)" : built)};
  }
}
