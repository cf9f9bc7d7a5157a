-- Posts a payload to one action's executions endpoint; TOKEN, ACTION and RATE (requests a second, 0 for no limit) come from
-- the environment.
local ffi = require("ffi")
ffi.cdef("typedef struct { long tv_sec; long tv_nsec; } moment; int clock_gettime(int clock, moment *now);")

wrk.method = "POST"
wrk.path = "/local/v1/data-actions/" .. os.getenv("ACTION") .. "/executions"
wrk.body = '{"score":0.5}'
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer " .. os.getenv("TOKEN")

local rate = tonumber(os.getenv("RATE"))
local moment = ffi.new("moment")
local slot = nil

-- Milliseconds until the next request is due; one that is late is sent at once, so that the rate is made up for.
if rate > 0 then
  function delay()
    ffi.C.clock_gettime(1, moment)
    local now = tonumber(moment.tv_sec) * 1000 + tonumber(moment.tv_nsec) / 1e6
    slot = (slot or now) + 1000 / rate
    return math.max(0, math.floor(slot - now + 0.5))
  end
end

function done(summary, latency, requests)
  print(string.format("%d answers, %.0f a second, p50 %.2f ms, p99 %.2f ms, errors %d", summary.requests,
    summary.requests / (summary.duration / 1e6), latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    summary.errors.status + summary.errors.timeout + summary.errors.read))
end
