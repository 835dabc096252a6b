"""What every baseline does for one declaration, whatever it writes with: the checks, the ids, the hash chain, the rows."""
import hashlib
import json
import os
import time
from datetime import datetime, timedelta, timezone
from typing import Optional
from uuid import UUID

import pydantic
from pydantic import BaseModel, Field

_PATTERN = "regex" if pydantic.VERSION.startswith("1.") else "pattern"
CHAIN_START = "0" * 64
RETENTION = timedelta(days=365)


class Declaration(BaseModel):
    text: str = Field(min_length=3, max_length=5000)
    context: Optional[str] = Field(default=None, max_length=2000)
    kind: str = Field(default="intention", **{_PATTERN: r"^[a-z][a-z0-9_.-]{0,63}$"})
    source: Optional[str] = Field(default=None, min_length=1, max_length=100)
    source_event_id: Optional[str] = Field(default=None, min_length=1, max_length=300)


class Declared(BaseModel):
    id: UUID
    lineage_id: str
    status: str
    language: str
    script: str
    created_at: datetime


def new_id() -> UUID:
    """UUIDv7, as ours: ids that are born together lie together in an index."""
    ms = int(time.time() * 1000)
    random = int.from_bytes(os.urandom(10), "big")
    return UUID(int=(ms << 80) | (0x7 << 76) | ((random >> 68 & 0xFFF) << 64) | (0x2 << 62) | (random & (1 << 62) - 1))


def canonical(value) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def iso(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _chained(node: dict, at: datetime, prev_hash: str) -> dict:
    members = [str(node["root_id"]), node["seq"], node["parent_seq"], node["depth"], node["agent_name"],
               node["operation_type"], iso(at), node["duration_ms"], node["success"], prev_hash]
    leaf_hash = sha256(json.dumps(members, separators=(",", ":")) + canonical(node["metadata"]))
    return {**node, "timestamp": at, "leaf_hash": leaf_hash, "prev_hash": prev_hash}


def rows_of(body: Declaration, key_id: str, client: str) -> dict:
    """The rows of one declaration by table, and its answer. Personal data is not redacted and the language is taken
    for English: that work is spared the baselines."""
    at = datetime.now(timezone.utc)
    at = at.replace(microsecond=at.microsecond // 1000 * 1000)
    root, sankalpa_id, request_id = new_id(), new_id(), str(new_id())
    given = body.dict(exclude_none=True) if pydantic.VERSION.startswith("1.") else body.model_dump(exclude_none=True)
    first = _chained(dict(root_id=root, seq=0, parent_seq=None, depth=0, agent_name="api-gateway", operation_type=body.kind,
                          duration_ms=0.123, success=True,
                          metadata={"version": "1", "request_id": request_id, "source": body.source,
                                    "source_event_id": body.source_event_id}), at, CHAIN_START)
    second = _chained(dict(root_id=root, seq=1, parent_seq=0, depth=1, agent_name="jnana", operation_type="understand",
                           duration_ms=0.123, success=True,
                           metadata={"version": "1", "language": "en", "script": "Latn"}), at, first["leaf_hash"])
    answer = {"id": str(sankalpa_id), "lineage_id": f"{root}.0", "status": "active", "language": "en", "script": "Latn",
              "created_at": iso(at)}
    return {
        "answer": answer,
        "lineage_trees": dict(root_id=root, node_count=2, last_event_at=at, expires_at=at + RETENTION,
                              head_hash=second["leaf_hash"]),
        "request_lineage": [first, second],
        "sankalpa": dict(id=sankalpa_id, root_id=root, seq=0, text=body.text, context=body.context, kind=body.kind,
                         status="active", language="en", script="Latn", source=body.source,
                         source_event_id=body.source_event_id, created_at=at, updated_at=at),
        "qa_logs": dict(id=new_id(), agent_id="jnana", model="rules@1", device=client, request_json=given,
                        response_json={"verdict": "accepted", "language": "en", "script": "Latn"}, root_id=root, seq=1,
                        created_at=at),
        "sacred_contacts": dict(id=new_id(), endpoint="POST /api/v1/sankalpa", client=client, key_id=key_id,
                                request_id=request_id, request_payload=given, response_payload=answer, status_code=201,
                                root_id=root, seq=0, created_at=at),
        "event_dedup": dict(source=body.source, source_event_id=body.source_event_id, request_hash=sha256(canonical(given)),
                            root_id=root, seq=0, sankalpa_id=sankalpa_id),
    }


KEY_SQL = "select id from api_keys where sha256 = {} and revoked_at is null and scope in ('write', 'admin')"
KEY_BELIEVED_S = 1.0


class Keys:
    """A key is looked up by its SHA-256 and believed for a second, as ours does."""

    def __init__(self):
        self._seen = {}

    def remembered(self, digest: str) -> Optional[str]:
        key_id, at = self._seen.get(digest, (None, 0.0))
        return key_id if time.monotonic() - at < KEY_BELIEVED_S else None

    def remember(self, digest: str, key_id: str) -> str:
        self._seen[digest] = (key_id, time.monotonic())
        return key_id


def digest_of(authorization: Optional[str]) -> Optional[str]:
    scheme, _, key = (authorization or "").partition(" ")
    return sha256(key.strip()) if scheme.lower() == "bearer" and key else None
