-- Tables that are partitioned by a range of ids. A service registers its tables in its own migrations.
CREATE TABLE partitioned_table (
    name text PRIMARY KEY,
    span bigint NOT NULL DEFAULT 10000000 CHECK (span > 0)
);

-- Makes the partition that holds the given id, and the next one, for every registered table; answers
-- the first id that may have none. The child is built aside and attached, because ATTACH, unlike
-- CREATE … PARTITION OF, does not wait for the statements that use the table.
CREATE FUNCTION ensure_partitions(wanted bigint) RETURNS bigint
    LANGUAGE plpgsql AS
$$
DECLARE
    t       record;
    part    bigint;
    child   text;
    covered bigint;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('ensure_partitions'));
    FOR t IN SELECT name, span FROM partitioned_table ORDER BY name
        LOOP
            FOR part IN wanted / t.span .. wanted / t.span + 1
                LOOP
                    child := t.name || '_' || part;
                    IF to_regclass(quote_ident(child)) IS NULL THEN
                        EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', child, t.name);
                        EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%s) TO (%s)',
                                       t.name, child, part * t.span, (part + 1) * t.span);
                    END IF;
                END LOOP;
            covered := least(covered, (wanted / t.span + 2) * t.span);
        END LOOP;
    RETURN coalesce(covered, 9007199254740992);
END
$$;

-- The next id that was not yet allotted; one row.
CREATE TABLE id_block (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    next_id   bigint NOT NULL CHECK (next_id < 9007199254740992)
);
INSERT INTO id_block (next_id) VALUES (1000);

-- Allots a contiguous block of ids, and makes sure that their partitions exist before anyone uses them.
CREATE FUNCTION allot_ids(amount bigint) RETURNS bigint
    LANGUAGE plpgsql AS
$$
DECLARE
    first_id bigint;
BEGIN
    UPDATE id_block SET next_id = next_id + amount RETURNING next_id - amount INTO first_id;
    PERFORM ensure_partitions(first_id + amount);
    RETURN first_id;
END
$$;
