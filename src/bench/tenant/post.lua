-- Posts a payload to one action's executions endpoint; TOKEN and ACTION come from the environment.
wrk.method = "POST"
wrk.path = "/local/v1/data-actions/" .. os.getenv("ACTION") .. "/executions"
wrk.body = '{"score":0.5}'
wrk.headers["Content-Type"] = "application/json"
wrk.headers["Authorization"] = "Bearer " .. os.getenv("TOKEN")


function done(summary, latency, requests)
  print(string.format("answers %d, errors %d, p50 %.2f ms, p99 %.2f ms, per second %.0f",
    summary.requests, summary.errors.status + summary.errors.timeout + summary.errors.read, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, summary.requests / (summary.duration / 1e6)))
end
