package org.edgetwin.scenarios.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.edgetwin.scenarios.issue.BadInputException;
import org.edgetwin.scenarios.issue.Issue;
import org.edgetwin.scenarios.issue.Location;

/** Reads a text file whole, and refuses what cannot be a scenario: binary, too large, not UTF-8. */
final class SourceText {
  /** A scenario of this size would hold tens of thousands of lines. */
  static final int LARGEST_FILE_BYTES = 2 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private SourceText() {}

  static String read(Path path, String shownName) {
    return decode(bytes(path, shownName), shownName);
  }

  private static byte[] bytes(Path path, String shownName) {
    if (Files.isDirectory(path)) {
      throw problem(shownName, 0, "This is a folder.", "Maybe name a file in it.");
    }
    if (!Files.exists(path)) {
      throw problem(shownName, 0, "There is no such file.", "Maybe check the path.");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LARGEST_FILE_BYTES + 1);
      if (bytes.length > LARGEST_FILE_BYTES) {
        throw problem(
            shownName,
            0,
            "The file is larger than " + (LARGEST_FILE_BYTES >> 20) + " MiB.",
            "Maybe it is data: name it in jobs[].trace.file.");
      }
      return bytes;
    } catch (IOException e) {
      throw problem(shownName, 0, "The file cannot be read.", "Maybe check its permissions.");
    }
  }

  static String decode(byte[] bytes, String shownName) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    try {
      if (result.isError()) {
        result.throwException();
      }
    } catch (CharacterCodingException e) {
      throw problem(
          shownName, lineOf(bytes, in.position()), "The file is not UTF-8.", "Maybe re-encode it.");
    }
    String text = out.flip().toString();
    requirePrintable(text, shownName);
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static void requirePrintable(String text, String shownName) {
    int line = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        line++;
      } else if (c != '\t' && c != '\r' && (c < ' ' || c == 0x7F)) {
        throw problem(
            shownName,
            line,
            String.format("The file holds the control character 0x%02X.", (int) c),
            "Maybe it is not a text file.");
      }
    }
  }

  private static int lineOf(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      if (bytes[i] == '\n') {
        line++;
      }
    }
    return line;
  }

  private static BadInputException problem(String file, int line, String message, String hint) {
    return new BadInputException(new Issue(new Location(file, line), "", "", message, hint));
  }
}
