package io.facteur.smsc.session;

import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.bean.SubmitSm;

/**
 * The place of a segment in its message: from the user data header (3GPP TS 23.040, 9.2.3.24.1 and
 * .8) or from the sar parameters of SMPP.
 */
final class Concatenation {

  private static final int[] ALONE = {1, 1};

  private Concatenation() {}

  /** Number of the segment, from 1, and how many there are. */
  static int[] of(byte[] header, SubmitSm submit) {
    int position = 0;
    while (position + 1 < header.length) {
      int element = header[position];
      int length = header[position + 1] & 0xff;
      int last = position + 1 + length;
      boolean concatenated = (element == 0 && length == 3) || (element == 8 && length == 4);
      if (concatenated && last < header.length) {
        return new int[] {header[last] & 0xff, header[last - 1] & 0xff};
      }
      position = last + 1;
    }
    OptionalParameter number = submit.getOptionalParameter(Tag.SAR_SEGMENT_SEQNUM);
    OptionalParameter total = submit.getOptionalParameter(Tag.SAR_TOTAL_SEGMENTS);
    if (number instanceof OptionalParameter.Byte n && total instanceof OptionalParameter.Byte t) {
      return new int[] {n.getValue() & 0xff, t.getValue() & 0xff};
    }
    return ALONE;
  }
}
