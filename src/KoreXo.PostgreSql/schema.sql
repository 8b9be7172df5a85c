-- What KoreXo.PostgreSql stores. The first store that is used creates it, unless it is there already. A permit is in use until ends_at: in
-- the future for a request under way, in the past for one that ended. So the permit that must leave a window before the next one is
-- acquired is found by its rank, and one that is never released ends by itself.
CREATE SCHEMA IF NOT EXISTS korexo;

CREATE TABLE IF NOT EXISTS korexo.permits (
    id uuid PRIMARY KEY,
    partition text NOT NULL,
    ends_at timestamptz NOT NULL,
    counts_until timestamptz NOT NULL
);

CREATE INDEX IF NOT EXISTS permits_of_partition ON korexo.permits (partition, ends_at);
CREATE INDEX IF NOT EXISTS permits_to_remove ON korexo.permits (counts_until);

CREATE TABLE IF NOT EXISTS korexo.pauses (
    partition text PRIMARY KEY,
    until timestamptz NOT NULL
);

-- How long one more call waits for a window, behind a number of others. A permit in use ends now at the earliest.
CREATE OR REPLACE FUNCTION korexo.wait(_partition text, _calls int, _length interval, _ahead int, _now timestamptz)
RETURNS interval LANGUAGE sql STABLE AS $$
    SELECT (_ahead / _calls) * _length + greatest(interval '0', coalesce((
        SELECT least(ends_at, _now) + _length - _now
        FROM korexo.permits
        WHERE partition = _partition
        ORDER BY ends_at DESC
        OFFSET _calls - 1 - _ahead % _calls
        LIMIT 1), interval '0'))
$$;

-- Acquires a permit and returns null, or returns how long to wait.
CREATE OR REPLACE FUNCTION korexo.acquire(_partition text, _id uuid, _lifetime interval, _calls int[], _lengths interval[])
RETURNS interval LANGUAGE plpgsql AS $$
DECLARE
    _now timestamptz;
    _wait interval;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('korexo ' || _partition, 0));
    _now := clock_timestamp();
    IF EXISTS (SELECT FROM korexo.permits WHERE id = _id) THEN
        RETURN NULL;
    END IF;

    SELECT max(wait) INTO _wait FROM (
        SELECT korexo.wait(_partition, calls, length, 0, _now) AS wait FROM unnest(_calls, _lengths) AS windows (calls, length)
        UNION ALL
        SELECT until - _now FROM korexo.pauses WHERE partition = _partition
    ) AS waits;
    IF _wait > interval '0' THEN
        RETURN _wait;
    END IF;

    INSERT INTO korexo.permits (id, partition, ends_at, counts_until)
    VALUES (_id, _partition, _now + _lifetime, _now + _lifetime + (SELECT max(length) FROM unnest(_lengths) AS lengths (length)));

    -- Whoever adds one removes a few of those that no longer count, of any partition, so that none are left in the end.
    DELETE FROM korexo.permits WHERE id IN (
        SELECT id FROM korexo.permits WHERE counts_until < _now ORDER BY counts_until LIMIT 4 FOR UPDATE SKIP LOCKED
    );
    RETURN NULL;
END
$$;

-- Releases a permit. Used, it counts from now on, even if it is unknown; unused, it no longer counts, and those that wait are notified.
CREATE OR REPLACE FUNCTION korexo.release(_partition text, _id uuid, _used boolean, _longest interval, _signal text)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF _used THEN
        INSERT INTO korexo.permits (id, partition, ends_at, counts_until)
        VALUES (_id, _partition, clock_timestamp(), clock_timestamp() + _longest)
        ON CONFLICT (id) DO UPDATE SET ends_at = excluded.ends_at, counts_until = excluded.counts_until;
        RETURN;
    END IF;

    DELETE FROM korexo.permits WHERE id = _id;
    IF FOUND THEN
        PERFORM pg_notify('korexo_capacity', _signal);
    END IF;
END
$$;

-- Pauses all requests of a partition.
CREATE OR REPLACE FUNCTION korexo.pause(_partition text, _time interval)
RETURNS void LANGUAGE sql AS $$
    DELETE FROM korexo.pauses WHERE until < clock_timestamp() - interval '1 day';
    INSERT INTO korexo.pauses (partition, until) VALUES (_partition, clock_timestamp() + _time)
    ON CONFLICT (partition) DO UPDATE SET until = greatest(korexo.pauses.until, excluded.until);
$$;

-- Returns the pause and, for each window, the permits that count and the wait.
CREATE OR REPLACE FUNCTION korexo.state(_partition text, _calls int[], _lengths interval[], _ahead int)
RETURNS TABLE (used bigint, wait interval, paused interval) LANGUAGE sql STABLE AS $$
    SELECT
        (SELECT count(*) FROM korexo.permits WHERE partition = _partition AND ends_at > _now - length),
        korexo.wait(_partition, calls, length, _ahead, _now),
        greatest(interval '0', coalesce((SELECT until - _now FROM korexo.pauses WHERE partition = _partition), interval '0'))
    FROM
        (SELECT clock_timestamp() AS _now OFFSET 0) AS clock,
        unnest(_calls, _lengths) WITH ORDINALITY AS windows (calls, length, position)
    ORDER BY position
$$;
