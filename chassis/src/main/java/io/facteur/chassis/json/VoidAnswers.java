package io.facteur.chassis.json;

import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/** An operation without a result answers 200 and {@code null}: OVH's clients take nothing else. */
@Provider
public class VoidAnswers implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getStatus() == Status.NO_CONTENT.getStatusCode()) {
      response.setStatusInfo(Status.OK);
      response.setEntity(
          NullNode.getInstance(), new Annotation[0], MediaType.APPLICATION_JSON_TYPE);
    }
  }
}
