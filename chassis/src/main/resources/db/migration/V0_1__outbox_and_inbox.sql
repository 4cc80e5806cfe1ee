-- Events that were decided in a transaction of this service and are not yet with the broker.
-- The relay deletes a row once the broker has taken it, so the table stays as long as the backlog.
CREATE TABLE outbox (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    type       text        NOT NULL,
    body       text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Events of others that this service has already reacted to.
CREATE TABLE inbox (
    source      text        NOT NULL,
    event_id    text        NOT NULL,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (source, event_id)
);

CREATE INDEX inbox_received_at ON inbox (received_at);
