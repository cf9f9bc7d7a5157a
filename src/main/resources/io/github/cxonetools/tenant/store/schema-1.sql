CREATE TABLE IF NOT EXISTS setting (
  name VARCHAR PRIMARY KEY,
  content VARCHAR NOT NULL
);

CREATE TABLE IF NOT EXISTS action (
  seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id VARCHAR NOT NULL UNIQUE,
  name VARCHAR NOT NULL,
  version VARCHAR NOT NULL,
  deprecated BOOLEAN NOT NULL,
  input_schema VARCHAR NOT NULL,
  output_schema VARCHAR NOT NULL,
  handler_url VARCHAR NOT NULL,
  timeout_ms INT NOT NULL,
  description VARCHAR,
  revision BIGINT NOT NULL,
  CONSTRAINT action_name_version UNIQUE (name, version)
);

-- What executions have in common: counts are grouped and filtered by it. It keeps the version that an action had when it ran.
CREATE TABLE IF NOT EXISTS series (
  id INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  action_id VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  version VARCHAR NOT NULL,
  status VARCHAR NOT NULL,
  error_type VARCHAR NOT NULL,
  CONSTRAINT series_key UNIQUE (action_id, version, status, error_type)
);

CREATE TABLE IF NOT EXISTS execution (
  seq BIGINT PRIMARY KEY,
  at_ms BIGINT NOT NULL,
  series INT NOT NULL,
  latency_us BIGINT NOT NULL
);

-- Apart from its execution: it may be large, and goes after a while.
CREATE TABLE IF NOT EXISTS execution_detail (
  seq BIGINT PRIMARY KEY,
  payload VARBINARY NOT NULL,
  result VARCHAR NOT NULL
);

-- Executions packed in columns: analytics read these, so that a million of them take a moment. Kept when payloads have gone.
CREATE TABLE IF NOT EXISTS chunk (
  last_seq BIGINT PRIMARY KEY,
  first_ms BIGINT NOT NULL,
  last_ms BIGINT NOT NULL,
  packed VARBINARY NOT NULL
);
