/** A lineage id, short enough to read, leading to its node. */
import { Link } from 'wouter';

const ROOT_SHOWN = 8;

export function PlaceLink({ id }: { id: string }) {
  const [root = '', seq = '0'] = id.split('.');
  return (
    <Link href={`/lineage/${id}`} title={id}>
      <code>{`${root.slice(0, ROOT_SHOWN)}…${seq}`}</code>
    </Link>
  );
}
