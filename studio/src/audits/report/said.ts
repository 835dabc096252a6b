/** How a text that somebody said is shown: with language and direction, walled in, cut only with a note. */
import type { SpokenText } from '@sacred-qa/contracts/text';
import { excerptOf, type Piece, type Room } from './excerpt.ts';
import { type Html, html } from './html.ts';
import { counted } from './wording.ts';

const MESSAGE_ROOM: Room = { characters: 2400, lines: 80 };
const LINE_ROOM: Room = { characters: 600, lines: 10 };

/** A tag of another form, which only a hostile pack could hold, would not be understood by a browser. */
const languageTag = (lang: string): string => (/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(lang) ? lang : 'und');

/** A whole message; the place where `quote` occurs is marked. */
export function saidBlock(said: SpokenText, quote: string): Html {
  const pieces = excerptOf(said.text, quote, MESSAGE_ROOM).map(pieceOf);
  return html`<div class="said" lang="${languageTag(said.lang)}" dir="${said.dir}">${pieces}</div>`;
}

/** Text of another hand inside a line of ours: it gives itself direction and takes none from us. */
export const quotedLine = (text: string): Html =>
  html`<bdi class="line">${excerptOf(text, '', LINE_ROOM).map(pieceOf)}</bdi>`;

function pieceOf(piece: Piece): Html {
  if (piece.kind === 'left_out') {
    return html`<span class="left-out" lang="en" dir="ltr">[${counted(piece.characters, 'character')} left out here]</span>`;
  }
  return piece.kind === 'quoted' ? html`<mark>${piece.text}</mark>` : html`${piece.text}`;
}
