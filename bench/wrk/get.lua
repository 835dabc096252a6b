-- Reads one path again and again.
wrk.headers["Authorization"] = "Bearer " .. os.getenv("KEY")
dofile(os.getenv("REPORT"))
