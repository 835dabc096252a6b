/** Light, dark, or as the machine has it: remembered by this browser. */
import { useState } from 'react';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
const KEY = 'studio.theme';

/** Storage may be forbidden; then the choice lasts until the page is left. */
function remembered(): Theme {
  try {
    return THEMES.find((theme) => theme === localStorage.getItem(KEY)) ?? 'system';
  } catch {
    return 'system';
  }
}

export function applyTheme(theme: Theme = remembered()): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(remembered);
  const choose = (to: Theme): void => {
    setTheme(to);
    applyTheme(to);
    try {
      localStorage.setItem(KEY, to);
    } catch {
      // Not remembered.
    }
  };
  return [theme, choose];
}
