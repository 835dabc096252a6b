/** The pages that strangers see: one calm sentence, at most one button, no script, nothing from elsewhere. */
import { hash } from 'node:crypto';
import { html, markupOf, trusted } from '@sacred-qa/foundation/html';
import type { Standing } from './unsubscribe.service.ts';
import { ENGLISH, UNSUBSCRIBE_WORDS, type UnsubscribeWords } from './unsubscribe-words.ts';

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1f2328, #e6e6e3); --paper: light-dark(#faf9f6, #191a1c);
  --quiet: light-dark(#5c636b, #a3a7ab); --deep: light-dark(#12574d, #7fd1c2); }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink);
  font: 18px/1.65 system-ui, 'Noto Sans', 'Noto Sans Devanagari', 'Nirmala UI', sans-serif; }
:lang(ur) { line-height: 2.2; }
main { max-width: 30rem; padding: 2rem 1.5rem; }
h1 { margin: 0 0 .75rem; font-size: 1.5rem; font-weight: 600; }
p { margin: 0 0 1.5rem; }
.quiet { color: var(--quiet); font-size: .875rem; unicode-bidi: isolate; }
button { font: inherit; font-weight: 600; padding: .6rem 1.4rem; border: 2px solid var(--deep); border-radius: .5rem;
  background: var(--deep); color: var(--paper); cursor: pointer; }
button:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
`;

/** The style above is the only thing inline, and the policy names it. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${hash('sha256', STYLE, 'base64')}'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

/** What RFC 8058 has a mail provider send, and the button sends as well. */
export const ONE_CLICK = { name: 'List-Unsubscribe', value: 'One-Click' };

interface Said {
  heading: string;
  text: string;
  button?: string;
}

/** `sender` is who writes these mails, as their From line says; null where it is not set. */
export function unsubscribePage(standing: Standing, sender: string | null): string {
  if (standing.kind === 'foreign' || standing.kind === 'expired') return page('en', saidWithout(standing.kind), sender);
  const { lang, words } = wordsFor(standing.language);
  if (standing.kind === 'listed')
    return page(lang, { heading: words.ask, text: words.explain, button: words.button }, sender);
  return page(lang, { heading: standing.before ? words.already : words.done, text: '' }, sender);
}

/** For a POST that does not say what it wants. */
export const unclearPage = (sender: string | null): string =>
  page(
    'en',
    { heading: 'Nothing was changed', text: 'Open the link of the mail again, and press the button there.' },
    sender,
  );

/** For the link of a mail whose words were erased, or that is not ours. */
export const lostLinkPage = (kind: 'foreign' | 'expired', sender: string | null): string =>
  page(
    'en',
    kind === 'foreign'
      ? { heading: 'This is no link of ours', text: 'A part of it may be missing. Copy it whole from the mail.' }
      : { heading: 'This link leads nowhere any more', text: 'What stood behind it is not kept.' },
    sender,
  );

const saidWithout = (kind: 'foreign' | 'expired'): Said => ({
  heading: kind === 'foreign' ? 'This is no link of ours' : 'This link is too old',
  text:
    kind === 'foreign'
      ? 'A part of it may be missing: copy it whole from the mail. Or answer the mail with the word “unsubscribe”; that works as well.'
      : 'The mail that it stood in is not kept any more. Answer the mail with the word “unsubscribe”; that works as well.',
});

/** English for a language that we have no words in, and for one that is written in Latin letters, such as Hinglish. */
function wordsFor(language: string): { lang: string; words: UnsubscribeWords } {
  const [base = '', ...subtags] = language.toLowerCase().split('-');
  const words = subtags.includes('latn') ? undefined : UNSUBSCRIBE_WORDS[base];
  return words === undefined ? { lang: 'en', words: ENGLISH } : { lang: base, words };
}

function page(lang: string, said: Said, sender: string | null): string {
  const { heading, text, button } = said;
  const whole = html`<!doctype html>
<html lang="${lang}" dir="${lang === 'ur' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${heading}</title><style>${trusted(STYLE)}</style></head>
<body><main>${sender === null ? null : html`<p class="quiet" dir="ltr">${sender}</p>`}<h1>${heading}</h1>
${text === '' ? null : html`<p>${text}</p>`}
${button === undefined ? null : html`<form method="post"><button name="${ONE_CLICK.name}" value="${ONE_CLICK.value}">${button}</button></form>`}
</main></body></html>
`;
  return markupOf(whole);
}
