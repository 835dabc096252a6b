/** What the address says after `?`: filters and the chosen row, so that a link shows the same. */
import { useSearchParams } from 'wouter';

export interface Search {
  get: (name: string) => string;
  set: (name: string, value: string) => void;
  /** The same address with one value changed. */
  with: (name: string, value: string) => string;
}

export function useSearch(): Search {
  const [params, setParams] = useSearchParams();
  const changed = (before: URLSearchParams, name: string, value: string): URLSearchParams => {
    const after = new URLSearchParams(before);
    if (value === '') after.delete(name);
    else after.set(name, value);
    return after;
  };
  return {
    get: (name) => params.get(name) ?? '',
    set: (name, value) => setParams((before) => changed(before, name, value), { replace: true }),
    with: (name, value) => `${window.location.pathname}?${changed(params, name, value)}`,
  };
}
