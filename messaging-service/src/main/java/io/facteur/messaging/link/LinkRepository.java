package io.facteur.messaging.link;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Links by name. */
@ApplicationScoped
public class LinkRepository implements PanacheRepositoryBase<Link, String> {

  /** Those that carry traffic, the preferred first. */
  public List<Link> enabled() {
    return list("enabled = true order by priority, name");
  }
}
