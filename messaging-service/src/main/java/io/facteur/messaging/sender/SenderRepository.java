package io.facteur.messaging.sender;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Senders by account and name. */
@ApplicationScoped
public class SenderRepository implements PanacheRepositoryBase<Sender, Sender.Key> {

  List<String> namesOf(String serviceName) {
    return find("serviceName = ?1 order by sender", serviceName).stream()
        .map(sender -> sender.view().sender())
        .toList();
  }
}
