"""The studio's tables as SQLAlchemy models (they run on 1.4 and on 2.1) and as response models."""
from datetime import datetime
from typing import Any, List, Optional
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import Boolean, Column, DateTime, Float, Integer, Text
from sqlalchemy.dialects.postgresql import JSONB, UUID as PGUUID
from sqlalchemy.orm import declarative_base

Base = declarative_base()
Instant = DateTime(timezone=True)
Id = PGUUID(as_uuid=True)


class Tree(Base):
    __tablename__ = "lineage_trees"
    root_id = Column(Id, primary_key=True)
    state = Column(Text, nullable=False, default="open")
    node_count = Column(Integer, nullable=False)
    open_runs = Column(Integer, nullable=False, default=0)
    last_event_at = Column(Instant, nullable=False)
    expires_at = Column(Instant, nullable=False)
    hold = Column(Boolean, nullable=False, default=False)
    hold_reason = Column(Text)
    head_hash = Column(Text, nullable=False)


class Node(Base):
    __tablename__ = "request_lineage"
    root_id = Column(Id, primary_key=True)
    seq = Column(Integer, primary_key=True, autoincrement=False)
    parent_seq = Column(Integer)
    depth = Column(Integer, nullable=False)
    agent_name = Column(Text, nullable=False)
    operation_type = Column(Text, nullable=False)
    timestamp = Column(Instant, nullable=False)
    duration_ms = Column(Float)
    success = Column(Boolean)
    # The declarative base has a `metadata` of its own.
    details = Column("metadata", JSONB, nullable=False)
    leaf_hash = Column(Text, nullable=False)
    prev_hash = Column(Text, nullable=False)


class Sankalpa(Base):
    __tablename__ = "sankalpa"
    id = Column(Id, primary_key=True)
    root_id = Column(Id, nullable=False)
    seq = Column(Integer, nullable=False)
    text = Column(Text, nullable=False)
    context = Column(Text)
    kind = Column(Text, nullable=False)
    status = Column(Text, nullable=False)
    language = Column(Text, nullable=False)
    script = Column(Text, nullable=False)
    source = Column(Text)
    source_event_id = Column(Text)
    created_at = Column(Instant, nullable=False)
    updated_at = Column(Instant, nullable=False)


class QaLog(Base):
    __tablename__ = "qa_logs"
    id = Column(Id, primary_key=True)
    agent_id = Column(Text, nullable=False)
    model = Column(Text, nullable=False)
    device = Column(Text, nullable=False)
    request_json = Column(JSONB, nullable=False)
    response_json = Column(JSONB)
    root_id = Column(Id, nullable=False)
    seq = Column(Integer, nullable=False)
    created_at = Column(Instant, nullable=False)


class Contact(Base):
    __tablename__ = "sacred_contacts"
    id = Column(Id, primary_key=True)
    endpoint = Column(Text, nullable=False)
    client = Column(Text, nullable=False)
    key_id = Column(Text)
    request_id = Column(Text, nullable=False)
    request_payload = Column(JSONB)
    response_payload = Column(JSONB)
    status_code = Column(Integer, nullable=False)
    root_id = Column(Id)
    seq = Column(Integer)
    created_at = Column(Instant, nullable=False)


class Event(Base):
    __tablename__ = "event_dedup"
    source = Column(Text, primary_key=True)
    source_event_id = Column(Text, primary_key=True)
    request_hash = Column(Text, nullable=False)
    root_id = Column(Id, nullable=False)
    seq = Column(Integer, nullable=False)
    sankalpa_id = Column(Id, nullable=False)


def objects_of(rows: dict) -> list:
    """All but the tree, which must be there first."""
    nodes = [{**node, "details": node["metadata"]} for node in rows["request_lineage"]]
    for node in nodes:
        del node["metadata"]
    return [*(Node(**node) for node in nodes), Sankalpa(**rows["sankalpa"]), QaLog(**rows["qa_logs"]),
            Contact(**rows["sacred_contacts"]), Event(**rows["event_dedup"])]


class TreeView(BaseModel):
    root_id: UUID
    state: str
    node_count: int
    open_runs: int
    last_event_at: datetime
    expires_at: datetime
    hold: bool
    hold_reason: Optional[str] = None
    head_hash: str


class NodeView(BaseModel):
    lineage_id: str
    parent_lineage_id: Optional[str] = None
    root_id: UUID
    depth: int
    seq: int
    agent_name: str
    operation_type: str
    timestamp: datetime
    duration_ms: Optional[float] = None
    success: Optional[bool] = None
    metadata: Any
    leaf_hash: str
    prev_hash: str


class WholeTree(BaseModel):
    tree: TreeView
    nodes: List[NodeView]
    next_cursor: Optional[str] = None


NODES_SQL = """
with recursive down as (
  select n.* from request_lineage n where n.root_id = :root and n.seq = 0
  union all
  select c.* from down join request_lineage c on c.root_id = :root and c.parent_seq = down.seq)
select * from down order by seq"""


def whole_tree(tree, nodes) -> dict:
    root = str(tree.root_id)
    views = []
    for node in nodes:
        view = dict(node)
        parent_seq = view.pop("parent_seq")
        view["lineage_id"] = f"{root}.{node['seq']}"
        view["parent_lineage_id"] = None if parent_seq is None else f"{root}.{parent_seq}"
        views.append(view)
    header = {name: getattr(tree, name) for name in TreeView.__annotations__}
    return {"tree": header, "nodes": views, "next_cursor": None}
