"""The same with an AsyncSession over asyncpg and async endpoints."""
import os
from uuid import UUID

from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import sessionmaker

from declared import KEY_SQL, Declaration, Declared, Keys, digest_of, rows_of
from tables import NODES_SQL, Tree, WholeTree, objects_of, whole_tree

engine = create_async_engine(os.environ["DATABASE_URL"].replace("postgres://", "postgresql+asyncpg://"),
                             pool_size=20, max_overflow=0)
SessionLocal = sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)
keys = Keys()


async def get_db():
    async with SessionLocal() as db:
        yield db


async def get_caller(authorization: str = Header(default=""), db: AsyncSession = Depends(get_db)) -> str:
    digest = digest_of(authorization)
    known = digest and keys.remembered(digest)
    if known:
        return known
    key_id = digest and (await db.execute(text(KEY_SQL.format(":digest")), {"digest": digest})).scalar()
    if not key_id:
        raise HTTPException(401)
    return keys.remember(digest, key_id)


api = APIRouter(prefix="/api/v1")


@api.post("/sankalpa", status_code=201, response_model=Declared)
async def declare(body: Declaration, db: AsyncSession = Depends(get_db), key_id: str = Depends(get_caller)):
    rows = rows_of(body, key_id, "bench")
    db.add(Tree(**rows["lineage_trees"]))
    await db.flush()
    db.add_all(objects_of(rows))
    await db.commit()
    return rows["answer"]


@api.get("/lineage/{root}", response_model=WholeTree)
async def lineage(root: UUID, db: AsyncSession = Depends(get_db), key_id: str = Depends(get_caller)):
    tree = await db.get(Tree, root)
    if tree is None:
        raise HTTPException(404)
    return whole_tree(tree, (await db.execute(text(NODES_SQL), {"root": root})).mappings())


app = FastAPI()
app.include_router(api)


@app.get("/readyz")
async def ready(db: AsyncSession = Depends(get_db)):
    await db.execute(text("select 1"))
    return {"status": "ready"}
