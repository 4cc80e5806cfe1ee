-- Every message that was handed to an operator, or given up before. One row, whatever the number of its segments.
CREATE TABLE tracked_message (
    sending_id       bigint      NOT NULL,
    message_id       bigint      NOT NULL,
    service_name     text        NOT NULL,
    api_user         text,
    settings_version bigint      NOT NULL,
    segments         smallint    NOT NULL,
    -- A line per submission: segment, outcome, link, operator id; read and written with the row.
    submissions      text        NOT NULL,
    dlr              smallint    NOT NULL,
    ptt              smallint    NOT NULL,
    is_final         boolean     NOT NULL,
    changes          smallint    NOT NULL,
    changed_at       timestamptz NOT NULL,
    expires_at       timestamptz NOT NULL,
    deadline         timestamptz NOT NULL,
    PRIMARY KEY (sending_id, message_id)
) PARTITION BY RANGE (sending_id);

-- What is still awaited, the most urgent first.
CREATE INDEX tracked_message_deadline ON tracked_message (deadline) WHERE NOT is_final;

INSERT INTO partitioned_table (name) VALUES ('tracked_message');

-- Where the submission of a segment and the operator's receipts meet: whichever comes first makes the row.
-- Rows leave soon after their message has its end, so the table stays as large as what is under way.
CREATE TABLE receipt_match (
    link        text        NOT NULL COLLATE "C",
    operator_id text        NOT NULL COLLATE "C",
    -- The submission; null while only receipts have come.
    sending_id  bigint,
    message_id  bigint,
    -- Receipts that came first: a line each, stat, err and milliseconds of the epoch.
    receipts    text,
    received_at timestamptz,
    drop_at     timestamptz NOT NULL,
    PRIMARY KEY (link, operator_id)
) PARTITION BY HASH (link, operator_id);

CREATE TABLE receipt_match_0 PARTITION OF receipt_match FOR VALUES WITH (MODULUS 8, REMAINDER 0);
CREATE TABLE receipt_match_1 PARTITION OF receipt_match FOR VALUES WITH (MODULUS 8, REMAINDER 1);
CREATE TABLE receipt_match_2 PARTITION OF receipt_match FOR VALUES WITH (MODULUS 8, REMAINDER 2);
CREATE TABLE receipt_match_3 PARTITION OF receipt_match FOR VALUES WITH (MODULUS 8, REMAINDER 3);
CREATE TABLE receipt_match_4 PARTITION OF receipt_match FOR VALUES WITH (MODULUS 8, REMAINDER 4);
CREATE TABLE receipt_match_5 PARTITION OF receipt_match FOR VALUES WITH (MODULUS 8, REMAINDER 5);
CREATE TABLE receipt_match_6 PARTITION OF receipt_match FOR VALUES WITH (MODULUS 8, REMAINDER 6);
CREATE TABLE receipt_match_7 PARTITION OF receipt_match FOR VALUES WITH (MODULUS 8, REMAINDER 7);

-- Receipts that nothing matched (yet).
CREATE INDEX receipt_match_unmatched ON receipt_match (received_at) WHERE sending_id IS NULL;

-- Rows come and go; without this, dead ones pile up until a fifth of the table is dead.
DO
$$
    BEGIN
        FOR part IN 0..7
            LOOP
                EXECUTE format('ALTER TABLE receipt_match_%s SET (autovacuum_vacuum_scale_factor = 0, '
                                   || 'autovacuum_vacuum_threshold = 20000)', part);
            END LOOP;
    END
$$;
