-- What people do with the services' data, in a schema of its own in the main database; no service reads or writes it.

-- Who saw sealed data in clear, of which complaint, and why. Append-only: nobody is granted UPDATE, and only retention may delete what is old.
CREATE TABLE access_log (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT now(),
    -- The staff number that was given, and the role that logged in.
    actor text COLLATE "C" NOT NULL CHECK (btrim(actor) <> ''),
    login text COLLATE "C" NOT NULL DEFAULT session_user,
    -- A complaint's number, or the place of a dead letter.
    subject text COLLATE "C" NOT NULL,
    command text COLLATE "C" NOT NULL,
    reason text NOT NULL CHECK (btrim(reason) <> '')
);
CREATE INDEX access_log_subject ON access_log (subject, number);
CREATE INDEX access_log_at ON access_log (at);

-- Complaints whose personal data was erased from every service; what was begun and is not here is done again, which does no harm.
CREATE TABLE erasure (
    complaint text COLLATE "C" PRIMARY KEY,
    archived_at timestamptz NOT NULL,
    erased_at timestamptz NOT NULL DEFAULT now(),
    actor text COLLATE "C" NOT NULL,
    policy_version text COLLATE "C" NOT NULL,
    -- How many documents and journal rows held anything.
    documents integer NOT NULL,
    entries integer NOT NULL
);
