-- Declares one sankalpa a request, each a new event: the salt names the run, the counter the request.
local key, salt, n = os.getenv("KEY"), os.getenv("SALT"), 0
local headers = { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. key }
local body = '{"text":"Check Hinglish greetings, lakh and crore amounts, and Diwali dates before the launch",'
  .. '"context":"Micro-audit for Asha Foods, asked for in the first week of the month","kind":"micro_audit",'
  .. '"source":"bench","source_event_id":"%s-%d"}'

function request()
  n = n + 1
  return wrk.format("POST", "/api/v1/sankalpa", headers, string.format(body, salt, n))
end

dofile(os.getenv("REPORT"))
