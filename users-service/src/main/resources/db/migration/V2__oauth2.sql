-- OAuth2: clients that ask for tokens, and the keys that sign them.

CREATE TABLE oauth2_client (
  client_id   text        PRIMARY KEY,
  -- SHA-256: the secret has 190 random bits, which no guessing finds however fast the hash is.
  secret_hash bytea       NOT NULL CHECK (length(secret_hash) = 32),
  customer    text        NOT NULL REFERENCES customer,
  name        text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  rules       jsonb       NOT NULL,
  version     bigint      NOT NULL CHECK (version >= 1),
  created_at  timestamptz NOT NULL,
  revoked_at  timestamptz
);
CREATE INDEX oauth2_client_customer ON oauth2_client (customer);

CREATE TABLE signing_key (
  id          text        PRIMARY KEY,
  state       text        NOT NULL CHECK (state IN ('PUBLISHED', 'ACTIVE', 'PASSIVE', 'GONE')),
  -- When it came into this state.
  since       timestamptz NOT NULL,
  public_key  bytea       NOT NULL,
  -- AES-256-GCM; erased when the key stops signing.
  private_key bytea,
  CHECK ((private_key IS NOT NULL) = (state IN ('PUBLISHED', 'ACTIVE')))
);
CREATE UNIQUE INDEX signing_key_active ON signing_key (state) WHERE state = 'ACTIVE';
