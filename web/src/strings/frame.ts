/** What is said where it is seldom needed: the way in, the palette, the list of keys. No first view waits for it. */
import { inLanguage } from './language.ts';

const en = {
  help: {
    title: 'Keyboard',
    keys: [
      [['Ctrl K', '⌘ K', '/'], 'Search, or go to any page'],
      [['j', 'k'], 'Next, previous row'],
      [['Enter'], 'Open the row'],
      [['Esc'], 'Close what is open, or go back'],
      [['↑', '↓', '←', '→'], 'In a tree: move, close, open'],
      [['Home', 'End'], 'In a tree: first, last'],
      [['?'], 'This list'],
    ] as const,
  },
  palette: {
    title: 'Search or go to',
    placeholder: 'A page, an act, a sankalpa, a lineage id',
    none: 'Nothing by this name.',
    kinds: { page: 'page', act: 'do', lineage: 'lineage', sankalpa: 'sankalpa' },
  },
  signIn: {
    title: 'Sign in',
    key: 'API key',
    signIn: 'Sign in',
    where: 'Where the key is',
    link: 'The terminal in which the Studio was started shows a link that signs you in, once, within 15 minutes.',
    file: 'The first key lies beside the data, on the machine that runs the Studio:',
    more: 'For another person, make a key of their own:',
    mint: 'npx studio keys create "Asha" --scope write',
  },
};

export const frame = inLanguage({ en });
