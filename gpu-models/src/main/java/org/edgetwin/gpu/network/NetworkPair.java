package org.edgetwin.gpu.network;

/**
 * The networks of sender and receiver.
 *
 * @param from such as {@code aws}
 * @param to such as {@code gcp-standard}
 */
public record NetworkPair(String from, String to) {
  public static NetworkPair of(Site from, Site to) {
    return new NetworkPair(from.network(), to.network());
  }
}
