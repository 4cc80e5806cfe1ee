package io.facteur.messaging.link;

import io.facteur.chassis.error.ApiException;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** {@code /admin/links}: who runs the platform says which operators there are. */
@Path("/admin/links")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class LinkResource {

  private final LinkRepository links;

  LinkResource(LinkRepository links) {
    this.links = links;
  }

  @GET
  public List<String> list() {
    return links.listAll().stream().map(Link::name).sorted().toList();
  }

  @GET
  @Path("/{name}")
  @Transactional
  public LinkView get(@RestPath String name) {
    return links
        .findByIdOptional(name)
        .map(Link::view)
        .orElseThrow(() -> ApiException.noSuchObject("name", name));
  }

  /** Creates a link, or changes the one of that name. */
  @POST
  @Transactional
  public LinkView put(LinkRequest request) {
    if (request == null) {
      throw ApiException.badRequest("The body must be a JSON object that describes the link");
    }
    request.check();
    Link link = links.findById(request.name(), LockModeType.PESSIMISTIC_WRITE);
    if (link == null) {
      link = new Link(request);
      links.persist(link);
    } else {
      link.change(request);
    }
    return link.view();
  }
}
