-- Asks for a random line of the file in PATHS with every request; prints one line of JSON at the end.
local requests = {}
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init()
  for path in io.lines(os.getenv("PATHS")) do
    requests[#requests + 1] = wrk.format("GET", path)
  end
  math.randomseed(20261124 + number)
end

function request()
  return requests[math.random(#requests)]
end

function done(summary, latency)
  io.write(string.format(
    'JSON {"Requests":%d,"Microseconds":%d,"Bytes":%d,"Failed":%d,"Median":%d,"P99":%d}\n',
    summary.requests, summary.duration, summary.bytes,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.status + summary.errors.timeout,
    latency:percentile(50), latency:percentile(99)))
end
