package io.facteur.gateway.upstream;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where the services are: {@code http://host:port} without a path. */
@ConfigMapping(prefix = "facteur.services")
public interface ServicesConfig {

  @WithDefault("http://127.0.0.1:8081")
  URI users();

  @WithDefault("http://127.0.0.1:8082")
  URI messaging();

  @WithDefault("http://127.0.0.1:8083")
  URI billing();

  @WithDefault("http://127.0.0.1:8084")
  URI dlr();
}
