package io.facteur.gateway.internaltoken;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** The key that signs what the gateway tells the services. */
@ConfigMapping(prefix = "facteur.internal-token")
public interface InternalTokenConfig {

  /** File with the RSA private key, PEM, PKCS#8. */
  Path privateKey();

  /** Name of that key in the JWKS file that the services read. */
  String keyId();
}
