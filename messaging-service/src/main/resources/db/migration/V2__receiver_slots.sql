CREATE SEQUENCE receiver_load;

-- A contact list that an account keeps for its campaigns. `load_id` names the rows of the last
-- complete reading of its file: they are replaced together. `columns` is null without a header.
CREATE TABLE receiver_slot (
    service_name text        NOT NULL,
    slot_id      smallint    NOT NULL CHECK (slot_id BETWEEN 1 AND 9),
    load_id      bigint      NOT NULL,
    csv_url      text,
    auto_update  boolean     NOT NULL,
    description  text        NOT NULL,
    columns      text[],
    records      integer     NOT NULL CHECK (records >= 0),
    wrong_rows   text[]      NOT NULL,
    loaded_at    timestamptz NOT NULL,
    PRIMARY KEY (service_name, slot_id)
);

-- `line` is that of the file, so the rows come back in its order.
CREATE TABLE receiver_row (
    load_id bigint NOT NULL,
    line    bigint NOT NULL,
    number  text   NOT NULL,
    region  text   NOT NULL,
    fields  text[] NOT NULL,
    PRIMARY KEY (load_id, line)
);
