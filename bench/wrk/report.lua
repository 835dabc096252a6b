-- Prints a run as one line of JSON.
function done(summary, latency)
  local failed = summary.errors
  io.write(string.format(
    '\nRESULT {"answers":%d,"seconds":%.4f,"p50Ms":%.3f,"p99Ms":%.3f,"maxMs":%.3f,"errors":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
    failed.connect + failed.read + failed.write + failed.status + failed.timeout))
end
