-- A handler's first call is told apart: it loads classes and opens connections, and would flatten a chart of latencies.
ALTER TABLE series ADD COLUMN IF NOT EXISTS call_start VARCHAR DEFAULT 'warm' NOT NULL;
ALTER TABLE series DROP CONSTRAINT IF EXISTS series_key;
ALTER TABLE series ADD CONSTRAINT IF NOT EXISTS series_key UNIQUE (action_id, version, status, error_type, call_start);
