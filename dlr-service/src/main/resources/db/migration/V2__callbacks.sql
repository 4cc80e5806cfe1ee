-- What this service knows of an account's settings, from the events of users-service.
CREATE TABLE account_settings (
    service_name    text    PRIMARY KEY,
    -- 0: nothing was heard of the account yet.
    version         bigint  NOT NULL,
    call_back       text,
    closed          boolean NOT NULL DEFAULT false,
    -- What callbacks are signed with; the previous one goes on for a while after a change.
    secret          bytea   NOT NULL,
    previous_secret bytea,
    previous_until  timestamptz,
    -- A URL that answered 410: not called again until the settings change.
    gone_url        text
);

-- Calls that are to be made. A row leaves when its call has succeeded.
CREATE TABLE callback (
    message_id       bigint      NOT NULL,
    -- The how many-th change of the message's state it tells.
    change           smallint    NOT NULL,
    service_name     text        NOT NULL,
    settings_version bigint      NOT NULL,
    dlr              smallint    NOT NULL,
    ptt              smallint    NOT NULL,
    changed_at       timestamptz NOT NULL,
    state            text        NOT NULL CHECK (state IN ('waiting', 'due', 'dead')),
    -- Both null while waiting for the account's settings.
    url              text,
    lane             text        COLLATE "C",
    attempts         smallint    NOT NULL DEFAULT 0,
    due_at           timestamptz NOT NULL,
    created_at       timestamptz NOT NULL,
    problem          text,
    -- The epoch of the instance that makes the call; null when nobody does.
    claimed_by       bigint,
    PRIMARY KEY (message_id, change),
    CHECK (state = 'waiting' OR url IS NOT NULL)
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

CREATE INDEX callback_due ON callback (lane, due_at) WHERE state = 'due' AND claimed_by IS NULL;
CREATE INDEX callback_waiting ON callback (service_name) WHERE state = 'waiting';
CREATE INDEX callback_dead ON callback (created_at) WHERE state = 'dead';

-- The instances of this service that make calls. A claim is worth as much as the renewal of its epoch.
CREATE TABLE callback_instance (
    epoch      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text        NOT NULL,
    renewed_at timestamptz NOT NULL DEFAULT now()
);
