"""Tuned: SQLAlchemy Core on asyncpg, the nodes in one statement, no response model; the tree by one indexed read."""
import os
from uuid import UUID

from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException
from fastapi.responses import JSONResponse
from sqlalchemy import insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine

from declared import KEY_SQL, Declaration, Keys, digest_of, iso, rows_of
from tables import Contact, Event, Node, QaLog, Sankalpa, Tree, whole_tree

engine = create_async_engine(os.environ["DATABASE_URL"].replace("postgres://", "postgresql+asyncpg://"),
                             pool_size=20, max_overflow=0)
keys = Keys()
SINGLE = [(model.__tablename__, insert(model.__table__)) for model in (Sankalpa, QaLog, Contact, Event)]
INSERT_TREE, INSERT_NODES = insert(Tree.__table__), insert(Node.__table__)
SELECT_TREE = select(Tree.__table__)
SELECT_NODES = select(Node.__table__).order_by(Node.seq)


async def get_conn():
    async with engine.connect() as conn:
        yield conn


async def get_caller(authorization: str = Header(default=""), conn: AsyncConnection = Depends(get_conn)) -> str:
    digest = digest_of(authorization)
    known = digest and keys.remembered(digest)
    if known:
        return known
    key_id = digest and (await conn.execute(text(KEY_SQL.format(":digest")), {"digest": digest})).scalar()
    if not key_id:
        raise HTTPException(401)
    return keys.remember(digest, key_id)


api = APIRouter(prefix="/api/v1")


@api.post("/sankalpa", status_code=201)
async def declare(body: Declaration, conn: AsyncConnection = Depends(get_conn), key_id: str = Depends(get_caller)):
    rows = rows_of(body, key_id, "bench")
    await conn.execute(INSERT_TREE, rows["lineage_trees"])
    await conn.execute(INSERT_NODES, rows["request_lineage"])
    for table, statement in SINGLE:
        await conn.execute(statement, rows[table])
    await conn.commit()
    return JSONResponse(rows["answer"], status_code=201)


@api.get("/lineage/{root}")
async def lineage(root: UUID, conn: AsyncConnection = Depends(get_conn), key_id: str = Depends(get_caller)):
    tree = (await conn.execute(SELECT_TREE.where(Tree.root_id == root))).first()
    if tree is None:
        raise HTTPException(404)
    body = whole_tree(tree, (await conn.execute(SELECT_NODES.where(Node.root_id == root))).mappings())
    for part in [body["tree"], *body["nodes"]]:
        part["root_id"] = str(root)
    for name in ("last_event_at", "expires_at"):
        body["tree"][name] = iso(body["tree"][name])
    for node in body["nodes"]:
        node["timestamp"] = iso(node["timestamp"])
    return JSONResponse(body)


app = FastAPI()
app.include_router(api)


@app.get("/readyz")
async def ready(conn: AsyncConnection = Depends(get_conn)):
    await conn.execute(text("select 1"))
    return {"status": "ready"}
