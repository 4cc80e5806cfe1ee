package io.facteur.messaging.job;

import io.facteur.messaging.contact.ContactRow;
import io.facteur.messaging.contact.NumberIndex;
import io.facteur.messaging.merge.Merge;
import io.facteur.messaging.merge.Template;
import io.facteur.messaging.number.Msisdn;
import io.facteur.messaging.number.NumberReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects the audience of a large job, each number once. A number that is among the receivers and
 * in a file gets the file's text; one that is only among the receivers gets nothing in place of
 * columns.
 */
final class Gathering {

  /** Rows that are listed; files can have millions of wrong ones. */
  private static final int LISTED = 1_000;

  private final Template template;
  private final int most;
  private final Room.Share room;
  private final NumberIndex known = new NumberIndex();
  private final List<Msisdn> valid = new ArrayList<>();
  private final List<String> texts;
  private final List<String> invalid = new ArrayList<>();
  private int receivers;
  private int rows;
  private int more;

  Gathering(Template template, int most, Room.Share room) {
    this.template = template;
    this.most = most;
    this.room = room;
    this.texts = template.isPlain() ? null : new ArrayList<>();
  }

  void receivers(List<String> given, NumberReader numbers, String country) {
    String text = texts == null ? null : template.over(List.of()).text(List.of());
    for (String receiver : given) {
      numbers
          .read(receiver, country)
          .ifPresentOrElse(
              number -> add(number, text), () -> invalid.add(receiver == null ? "" : receiver));
    }
    receivers = valid.size();
  }

  /** What takes the contacts of a file that has these columns. */
  Consumer<ContactRow.Contact> contacts(List<String> columns) {
    Merge merge = texts == null ? null : template.over(columns);
    return contact -> add(contact.number(), merge == null ? null : merge.text(contact.fields()));
  }

  /** A row of a file, or what stands for more of them. */
  void wrong(String row) {
    if (rows < LISTED) {
      rows++;
      invalid.add(row);
    } else {
      more++;
    }
  }

  Audience audience() {
    if (more > 0) {
      invalid.add("and " + more + " more rows");
    }
    return new Audience(valid, texts, invalid, room);
  }

  private void add(Msisdn number, String text) {
    int position = known.putIfAbsent(number, valid.size());
    if (position >= 0) {
      if (text != null && position < receivers) {
        texts.set(position, text);
      }
      return;
    }
    refuseTooMany();
    valid.add(number);
    if (texts != null) {
      texts.add(text);
    }
  }

  private void refuseTooMany() {
    if (valid.size() == most) {
      throw JobPlan.tooMany("the job", "more than " + most);
    }
    if (valid.size() % Room.STEP == 0) {
      room.reserve(valid.size() + 1);
    }
  }
}
