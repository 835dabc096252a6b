/** Who is signed in, and what the key may do. */
import { createContext, use } from 'react';

export interface Session {
  key_id: string;
  label: string;
  scope: 'read' | 'write' | 'admin';
}

export const SessionContext = createContext<Session | null>(null);

const RANK = { read: 0, write: 1, admin: 2 };

/** What the server would refuse is not offered. */
export function useMay(scope: Session['scope']): boolean {
  const session = use(SessionContext);
  return session !== null && RANK[session.scope] >= RANK[scope];
}
