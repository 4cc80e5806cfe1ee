package io.facteur.messaging.receiver;

import io.facteur.chassis.error.ApiException;
import io.facteur.messaging.contact.BadContactFileException;
import io.facteur.messaging.contact.ContactFile;
import io.facteur.messaging.contact.ContactRow;
import io.facteur.messaging.contact.Documents;
import io.facteur.messaging.contact.Download;
import io.facteur.messaging.number.NumberReader;
import io.facteur.messaging.settings.Accounts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * The contact lists of the accounts: 9 slots each. A slot is replaced as a whole, or not at all.
 */
@ApplicationScoped
public class Slots {

  private static final Logger LOG = Logger.getLogger(Slots.class);
  private static final int LAST_SLOT = 9;

  private final SlotTable table;
  private final SlotLoad loads;
  private final Documents documents;
  private final NumberReader numbers;
  private final Accounts accounts;
  private final ReceiverConfig config;

  Slots(
      SlotTable table,
      SlotLoad loads,
      Documents documents,
      NumberReader numbers,
      Accounts accounts,
      ReceiverConfig config) {
    this.table = table;
    this.loads = loads;
    this.documents = documents;
    this.numbers = numbers;
    this.accounts = accounts;
    this.config = config;
  }

  /** Slots of an account that hold something, in order. */
  List<Integer> ids(String serviceName) {
    return transaction(() -> table.ids(serviceName));
  }

  /** A slot; empty when nothing was loaded into it, or when there can't be one of that id. */
  public Optional<Slot> find(String serviceName, long slotId) {
    if (slotId < 1 || slotId > LAST_SLOT) {
      return Optional.empty();
    }
    return transaction(() -> table.find(serviceName, (int) slotId));
  }

  /**
   * Reads a file into a slot. Blocks until it is there.
   *
   * @throws ApiException 400 that names the field and what is wrong with the request, the URL, or
   *     the file; the slot stays as it was then
   */
  Slot load(String serviceName, ReceiverRequest request) {
    if (request.slotId() == null || request.slotId() < 1 || request.slotId() > LAST_SLOT) {
      throw ApiException.invalid("slotId", "must be from 1 to " + LAST_SLOT);
    }
    if (request.documentId() != null && !request.documentId().isBlank()) {
      throw ApiException.invalid(
          "documentId", "is not available yet: leave it out and give a csvUrl");
    }
    if (request.csvUrl() == null || request.csvUrl().isBlank()) {
      throw ApiException.invalid("csvUrl", "is missing: give the URL of a CSV file");
    }
    return load(
        new Slot.Source(
            serviceName,
            request.slotId().intValue(),
            request.csvUrl().strip(),
            Boolean.TRUE.equals(request.autoUpdate()),
            description(request.description())),
        "csvUrl");
  }

  /**
   * A slot as a job takes it: read again first, when it says so.
   *
   * @param field that named it, for the refusal
   * @throws ApiException 400 when the account has no such slot, or its file can't be read
   */
  public Slot forJob(String serviceName, String field, String slotId) {
    Slot slot =
        find(serviceName, number(slotId))
            .orElseThrow(
                () ->
                    ApiException.invalid(
                        field,
                        slotId
                            + " is no slot of this account: give one of"
                            + " GET /sms/{serviceName}/receivers"));
    return slot.source().autoUpdate() ? load(slot.source(), field) : slot;
  }

  /**
   * Every contact of a slot, in the order of its file. While it is being replaced: either all of
   * the old ones or all of the new ones.
   *
   * @param action makes what takes the contacts, once it is told which reading of the file they are
   *     of; not called when the slot was emptied meanwhile
   */
  public void read(Slot slot, Function<Slot, Consumer<ContactRow.Contact>> action) {
    QuarkusTransaction.requiringNew()
        .timeout((int) config.loadTime().toSeconds())
        .call(() -> table.read(slot.source(), action));
  }

  /**
   * Empties a slot.
   *
   * @throws ApiException 404 when it is empty
   */
  void delete(String serviceName, long slotId) {
    if (find(serviceName, slotId).isEmpty()
        || !transaction(() -> table.delete(serviceName, (int) slotId))) {
      throw ApiException.noSuchObject("slotId", slotId);
    }
  }

  private Slot load(Slot.Source source, String field) {
    try (Download download = documents.fetch(source.serviceName(), field, source.csvUrl())) {
      String country = accounts.countryOf(source.serviceName());
      ContactFile file = new ContactFile(download.content(), numbers, country);
      Slot slot =
          QuarkusTransaction.requiringNew()
              .timeout((int) config.loadTime().toSeconds())
              .call(() -> loads.store(source, field, file));
      LOG.infof(
          "fact=slot-loaded account=%s slot=%d records=%d wrong=%d",
          source.serviceName(), source.slotId(), slot.records(), slot.wrongRows().size());
      return slot;
    } catch (BadContactFileException bad) {
      throw ApiException.invalid(field, bad.getMessage());
    } catch (IOException diskProblem) {
      throw new IllegalStateException(diskProblem);
    }
  }

  private String description(String given) {
    String description = given == null ? "" : given.replace("\0", "");
    if (description.length() > config.descriptionCharacters()) {
      throw ApiException.invalid(
          "description",
          "must have at most "
              + config.descriptionCharacters()
              + " characters, has "
              + description.length());
    }
    return description;
  }

  private static long number(String slotId) {
    try {
      return Long.parseLong(slotId.strip());
    } catch (NumberFormatException none) {
      return 0;
    }
  }

  private static <T> T transaction(Callable<T> work) {
    return QuarkusTransaction.requiringNew().call(work);
  }
}
