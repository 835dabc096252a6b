-- What the tree promises and a plain constraint cannot hold. Statement triggers with transition tables:
-- one look per batch instead of one per row (per-row foreign keys cost a third of the intake's speed).
-- enable_seqscan = off in the functions: a plan made while the table is nearly empty would otherwise
-- stay sequential for the life of the session.

CREATE FUNCTION lineage_check_new_nodes() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE bad record;
BEGIN
  SELECT f.root_id, f.seq INTO bad
  FROM fresh f
  LEFT JOIN request_lineage p ON p.root_id = f.root_id AND p.seq = f.parent_seq
  LEFT JOIN lineage_trees t ON t.root_id = f.root_id
  WHERE t.root_id IS NULL OR t.state <> 'open'
     OR (f.parent_seq IS NOT NULL AND (p.seq IS NULL OR p.depth + 1 <> f.depth))
  LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'lineage node %.% has no open tree, no parent in its tree, or a wrong depth', bad.root_id, bad.seq
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'request_lineage_parent';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER request_lineage_new_nodes AFTER INSERT ON request_lineage
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION lineage_check_new_nodes();
--> statement-breakpoint
CREATE FUNCTION lineage_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a lineage node is written once and never changed'
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'request_lineage_immutable';
END $$;
--> statement-breakpoint
CREATE TRIGGER request_lineage_immutable BEFORE UPDATE ON request_lineage
  FOR EACH STATEMENT EXECUTE FUNCTION lineage_refuse_change();
--> statement-breakpoint
CREATE FUNCTION lineage_whole_trees_only() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE cut uuid;
BEGIN
  SELECT g.root_id INTO cut FROM (SELECT DISTINCT root_id FROM gone) g
  WHERE EXISTS (SELECT 1 FROM request_lineage r WHERE r.root_id = g.root_id) LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'tree % would be cut: a tree leaves whole or not at all', cut
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'request_lineage_whole';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER request_lineage_whole AFTER DELETE ON request_lineage
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION lineage_whole_trees_only();
--> statement-breakpoint
CREATE TRIGGER lineage_trees_whole AFTER DELETE ON lineage_trees
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION lineage_whole_trees_only();
