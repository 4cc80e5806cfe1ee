-- What this service knows of accounts, fed by users-service's events.
CREATE TABLE account_settings (
    service_name text PRIMARY KEY,
    version      bigint  NOT NULL,
    customer     text    NOT NULL,
    country      text    NOT NULL,
    enabled      boolean NOT NULL
);

CREATE TABLE sender (
    service_name text        NOT NULL,
    sender       text        NOT NULL,
    status       text        NOT NULL,
    type         text        NOT NULL,
    description  text        NOT NULL,
    reason       text,
    comment      text,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (service_name, sender)
);

-- SMPP links to operators. `leased_by` is the instance whose sessions are bound.
CREATE TABLE link (
    name        text PRIMARY KEY,
    host        text    NOT NULL,
    port        integer NOT NULL CHECK (port BETWEEN 1 AND 65535),
    system_id   text    NOT NULL,
    password    text    NOT NULL,
    tls         boolean NOT NULL DEFAULT false,
    window_size integer NOT NULL CHECK (window_size BETWEEN 1 AND 1000),
    throughput  integer NOT NULL CHECK (throughput BETWEEN 0 AND 100000),
    priority    integer NOT NULL,
    enabled     boolean NOT NULL DEFAULT true,
    version     bigint  NOT NULL DEFAULT 1,
    leased_by   bigint
);

-- Running processes of this service. An epoch is one life of one process.
CREATE TABLE instance (
    epoch      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text        NOT NULL,
    started_at timestamptz NOT NULL DEFAULT now(),
    renewed_at timestamptz NOT NULL DEFAULT now()
);

-- One request to send. A row with state `abandoned` burns the id: it can't be accepted any more.
CREATE TABLE sending (
    id               bigint      NOT NULL PRIMARY KEY,
    state            text        NOT NULL CHECK (state IN ('accepted', 'abandoned')),
    service_name     text        NOT NULL,
    api_user         text,
    settings_version bigint      NOT NULL,
    sender           text,
    tag              text,
    text             text,
    ucs2             boolean     NOT NULL DEFAULT false,
    message_class    smallint,
    priority         smallint    NOT NULL DEFAULT 0,
    messages         integer     NOT NULL,
    amount           bigint      NOT NULL CHECK (amount >= 0),
    created_at       timestamptz NOT NULL,
    scheduled_at     timestamptz,
    expires_at       timestamptz
) PARTITION BY RANGE (id);

-- Idempotency-Key of the client, unique per account: a repeat gets the answer again.
CREATE TABLE idempotency_key (
    service_name text        NOT NULL,
    key          text        NOT NULL,
    body_hash    text        NOT NULL,
    sending_id   bigint      NOT NULL,
    answer       text        NOT NULL,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (service_name, key)
);

-- One SMS to one receiver. Its sending's text holds unless it has its own (mail-merge).
-- A message's id is above its sending's by at most the size of the largest sending.
CREATE TABLE message (
    sending_id   bigint   NOT NULL,
    id           bigint   NOT NULL,
    service_name text     NOT NULL,
    receiver     text     NOT NULL,
    text         text,
    segments     smallint NOT NULL,
    amount       bigint   NOT NULL,
    state        smallint NOT NULL DEFAULT 0,
    dlr          smallint NOT NULL DEFAULT 0,
    ptt          integer  NOT NULL DEFAULT 0,
    submitted_at timestamptz,
    final_at     timestamptz,
    PRIMARY KEY (sending_id, id)
) PARTITION BY RANGE (sending_id);

CREATE INDEX message_of_account ON message (service_name, id);

-- What is to be submitted. Narrow, so that the text is never rewritten.
-- `waiting` rows have a due time ahead and are woken by it; the others are due.
CREATE TABLE ready (
    message_id    bigint   NOT NULL PRIMARY KEY,
    sending_id    bigint   NOT NULL,
    link          text     NOT NULL,
    priority      smallint NOT NULL,
    service_name  text     NOT NULL,
    waiting       boolean  NOT NULL DEFAULT false,
    due           timestamptz,
    claimed_by    bigint,
    attempts      integer  NOT NULL DEFAULT 0,
    unknown       smallint NOT NULL DEFAULT 0,
    segments_done bigint   NOT NULL DEFAULT 0,
    expires_at    timestamptz NOT NULL
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);

CREATE INDEX ready_to_claim ON ready (link, priority, service_name, sending_id, message_id)
    WHERE claimed_by IS NULL AND NOT waiting;
CREATE INDEX ready_to_wake ON ready (due) WHERE waiting;
CREATE INDEX ready_claimed ON ready (claimed_by) WHERE claimed_by IS NOT NULL;
CREATE INDEX ready_of_account ON ready (service_name, message_id);

INSERT INTO partitioned_table (name) VALUES ('sending'), ('message');
SELECT ensure_partitions(0);
