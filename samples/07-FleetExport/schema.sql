-- The work of a fleet: one row for each file. A worker holds an item until free_from, and extends that while it works. The attempt rises
-- whenever an item changes hands, and whoever comes with an earlier one changes nothing. All times are those of this server.
SELECT pg_advisory_xact_lock(hashtextextended('fleet_export schema', 0));

CREATE SCHEMA IF NOT EXISTS fleet_export;

CREATE TABLE IF NOT EXISTS fleet_export.items (
    bot text NOT NULL,
    day date NOT NULL,
    kind text NOT NULL,
    attempt int NOT NULL DEFAULT 0,
    worker text,
    started_at timestamptz,
    free_from timestamptz NOT NULL DEFAULT '-infinity',
    rows bigint NOT NULL DEFAULT 0,
    bytes bigint NOT NULL DEFAULT 0,
    failures int NOT NULL DEFAULT 0,
    error text,
    done_at timestamptz,
    PRIMARY KEY (bot, day, kind)
);

CREATE INDEX IF NOT EXISTS items_to_do ON fleet_export.items (day, bot, kind) WHERE done_at IS NULL;
