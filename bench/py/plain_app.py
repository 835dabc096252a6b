"""The tutorial's shape: a synchronous session for each request by Depends(), endpoints in the thread pool."""
import os
from uuid import UUID

from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session, sessionmaker

from declared import KEY_SQL, Declaration, Declared, Keys, digest_of, rows_of
from tables import NODES_SQL, Tree, WholeTree, objects_of, whole_tree

engine = create_engine(os.environ["DATABASE_URL"].replace("postgres://", "postgresql+psycopg2://"),
                       pool_size=20, max_overflow=20)
SessionLocal = sessionmaker(engine, expire_on_commit=False)
keys = Keys()


def get_db():
    db = SessionLocal()
    try:
        yield db
    finally:
        db.close()


def get_caller(authorization: str = Header(default=""), db: Session = Depends(get_db)) -> str:
    digest = digest_of(authorization)
    known = digest and keys.remembered(digest)
    if known:
        return known
    key_id = digest and db.execute(text(KEY_SQL.format(":digest")), {"digest": digest}).scalar()
    if not key_id:
        raise HTTPException(401)
    return keys.remember(digest, key_id)


api = APIRouter(prefix="/api/v1")


@api.post("/sankalpa", status_code=201, response_model=Declared)
def declare(body: Declaration, db: Session = Depends(get_db), key_id: str = Depends(get_caller)):
    rows = rows_of(body, key_id, "bench")
    db.add(Tree(**rows["lineage_trees"]))
    db.flush()
    db.add_all(objects_of(rows))
    db.commit()
    return rows["answer"]


@api.get("/lineage/{root}", response_model=WholeTree)
def lineage(root: UUID, db: Session = Depends(get_db), key_id: str = Depends(get_caller)):
    tree = db.get(Tree, root)
    if tree is None:
        raise HTTPException(404)
    return whole_tree(tree, db.execute(text(NODES_SQL), {"root": root}).mappings())


app = FastAPI()
app.include_router(api)


@app.get("/readyz")
def ready(db: Session = Depends(get_db)):
    db.execute(text("select 1"))
    return {"status": "ready"}
