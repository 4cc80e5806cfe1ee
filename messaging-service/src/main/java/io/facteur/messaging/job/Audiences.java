package io.facteur.messaging.job;

import io.facteur.chassis.error.ApiException;
import io.facteur.messaging.contact.BadContactFileException;
import io.facteur.messaging.contact.ContactFile;
import io.facteur.messaging.contact.ContactRow;
import io.facteur.messaging.contact.Documents;
import io.facteur.messaging.contact.Download;
import io.facteur.messaging.merge.Template;
import io.facteur.messaging.number.NumberReader;
import io.facteur.messaging.receiver.Slot;
import io.facteur.messaging.receiver.Slots;
import io.facteur.messaging.settings.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Finds whom a request goes to: the union of its receivers, its slot and its document. */
@ApplicationScoped
class Audiences {

  private static final String SLOT = "receiversSlotId";
  private static final String DOCUMENT = "receiversDocumentUrl";

  private final JobConfig config;
  private final NumberReader numbers;
  private final Accounts accounts;
  private final Slots slots;
  private final Documents documents;
  private final Room room;

  Audiences(
      JobConfig config,
      NumberReader numbers,
      Accounts accounts,
      Slots slots,
      Documents documents,
      Room room) {
    this.config = config;
    this.numbers = numbers;
    this.accounts = accounts;
    this.slots = slots;
    this.documents = documents;
    this.room = room;
  }

  /**
   * The audience of a request. Blocks while files are fetched and read; a few receivers without any
   * file take no detour.
   *
   * @throws ApiException 400 that names the field, 503 when there is no room for a large job
   */
  Audience of(JobRequest request, JobPlan plan, String serviceName) {
    List<String> receivers = JobPlan.receivers(request, config.receivers());
    String country = accounts.countryOf(serviceName);
    boolean small = receivers.size() <= Room.STEP;
    if (small
        && !JobPlan.isGiven(request.receiversSlotId())
        && !JobPlan.isGiven(request.receiversDocumentUrl())) {
      return Audience.of(receivers, numbers, country);
    }
    Room.Share share = room.open();
    try {
      return gather(request, plan, serviceName, share);
    } catch (RuntimeException refused) {
      share.close();
      throw refused;
    }
  }

  private Audience gather(JobRequest request, JobPlan plan, String serviceName, Room.Share share) {
    if (!JobPlan.isGiven(request.receiversDocumentUrl())) {
      return gather(request, plan, serviceName, share, null);
    }
    try (Download download =
        documents.fetch(serviceName, DOCUMENT, request.receiversDocumentUrl())) {
      ContactFile document =
          new ContactFile(download.content(), numbers, accounts.countryOf(serviceName));
      return gather(request, plan, serviceName, share, document);
    } catch (BadContactFileException bad) {
      throw ApiException.invalid(DOCUMENT, bad.getMessage());
    } catch (IOException diskProblem) {
      throw new IllegalStateException(diskProblem);
    }
  }

  /** The columns of all files are needed before the first text is made. */
  private Audience gather(
      JobRequest request,
      JobPlan plan,
      String serviceName,
      Room.Share share,
      ContactFile document) {
    Slot slot =
        JobPlan.isGiven(request.receiversSlotId())
            ? slots.forJob(serviceName, SLOT, request.receiversSlotId())
            : null;
    Template template = Template.of(plan.text(), columns(slot, document));
    Gathering gathering = new Gathering(template, config.receivers(), share);
    gathering.receivers(
        JobPlan.receivers(request, config.receivers()), numbers, accounts.countryOf(serviceName));
    if (slot != null) {
      addSlot(slot, gathering);
    }
    if (document != null) {
      addDocument(document, gathering);
    }
    return gathering.audience();
  }

  private void addSlot(Slot slot, Gathering gathering) {
    if (slot.records() > config.receivers()) {
      throw JobPlan.tooMany(SLOT, Integer.toString(slot.records()));
    }
    slots.read(
        slot,
        current -> {
          String prefix = "slot " + current.source().slotId() + ", ";
          current.wrongRows().forEach(row -> gathering.wrong(prefix + row));
          return gathering.contacts(current.columns());
        });
  }

  private static void addDocument(ContactFile document, Gathering gathering) {
    var contacts = gathering.contacts(document.columns());
    document.forEach(
        row -> {
          if (row instanceof ContactRow.Contact contact) {
            contacts.accept(contact);
          } else {
            gathering.wrong(row.toString());
          }
        });
  }

  private static List<String> columns(Slot slot, ContactFile document) {
    List<String> columns = new ArrayList<>();
    if (slot != null) {
      columns.addAll(slot.columns());
    }
    if (document != null) {
      document.columns().stream().filter(name -> !columns.contains(name)).forEach(columns::add);
    }
    return columns;
  }
}
