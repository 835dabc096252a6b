"""As far as it goes with one transaction a request: no ORM, asyncpg alone, all rows in one statement."""
import json
import os
from contextlib import asynccontextmanager

import asyncpg
from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException
from fastapi.responses import JSONResponse

from declared import KEY_SQL, Declaration, Keys, digest_of, rows_of

keys = Keys()
pool = None
COLUMNS = {
    "lineage_trees": ["root_id", "node_count", "last_event_at", "expires_at", "head_hash"],
    "request_lineage": ["root_id", "seq", "parent_seq", "depth", "agent_name", "operation_type", "timestamp", "duration_ms",
                        "success", "metadata", "leaf_hash", "prev_hash"],
    "sankalpa": ["id", "root_id", "seq", "text", "context", "kind", "status", "language", "script", "source",
                 "source_event_id", "created_at", "updated_at"],
    "qa_logs": ["id", "agent_id", "model", "device", "request_json", "response_json", "root_id", "seq", "created_at"],
    "sacred_contacts": ["id", "endpoint", "client", "key_id", "request_id", "request_payload", "response_payload",
                        "status_code", "root_id", "seq", "created_at"],
    "event_dedup": ["source", "source_event_id", "request_hash", "root_id", "seq", "sankalpa_id"],
}


def statement() -> str:
    parts, n = [], 0
    for table, columns in COLUMNS.items():
        tuples = []
        for _ in range(2 if table == "request_lineage" else 1):
            tuples.append("(" + ", ".join(f"${n + i + 1}" for i in range(len(columns))) + ")")
            n += len(columns)
        parts.append(f"insert into {table} ({', '.join(columns)}) values {', '.join(tuples)}")
    ctes = ", ".join(f"w{i} as ({part})" for i, part in enumerate(parts[:-1]))
    return f"with {ctes} {parts[-1]}"


STATEMENT = statement()


def values_of(rows: dict) -> list:
    values = []
    for table, columns in COLUMNS.items():
        for row in rows[table] if isinstance(rows[table], list) else [rows[table]]:
            values += [row[column] for column in columns]
    return values


async def prepare(conn):
    await conn.set_type_codec("jsonb", schema="pg_catalog", encoder=json.dumps, decoder=json.loads)


@asynccontextmanager
async def lifespan(_app):
    global pool
    pool = await asyncpg.create_pool(os.environ["DATABASE_URL"], min_size=20, max_size=20, init=prepare)
    yield
    await pool.close()


async def get_caller(authorization: str = Header(default="")) -> str:
    digest = digest_of(authorization)
    known = digest and keys.remembered(digest)
    if known:
        return known
    key_id = digest and await pool.fetchval(KEY_SQL.format("$1"), digest)
    if not key_id:
        raise HTTPException(401)
    return keys.remember(digest, key_id)


api = APIRouter(prefix="/api/v1")


@api.post("/sankalpa", status_code=201)
async def declare(body: Declaration, key_id: str = Depends(get_caller)):
    rows = rows_of(body, key_id, "bench")
    # A statement of its own commits by itself.
    await pool.execute(STATEMENT, *values_of(rows))
    return JSONResponse(rows["answer"], status_code=201)


app = FastAPI(lifespan=lifespan)
app.include_router(api)


@app.get("/readyz")
async def ready():
    await pool.fetchval("select 1")
    return {"status": "ready"}
