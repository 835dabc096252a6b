/** How a text that somebody said is shown: with language and direction, walled in, cut only with a note. */
import type { SpokenText } from '@sacred-qa/contracts/text';
import { type Html, html } from '@sacred-qa/foundation/html';
import { excerptOf, type Piece, type Room } from './excerpt.ts';
import { counted } from './wording.ts';

const MESSAGE_ROOM: Room = { characters: 2400, lines: 80 };
/** Of Indian letters, three bytes each: half a megabyte. */
const ALL_MESSAGES_CHARACTERS = 170_000;
const LEAST_CHARACTERS = 200;
const LINE_ROOM: Room = { characters: 600, lines: 10 };

/** A tag of another form, which only a hostile pack could hold, would not be understood by a browser. */
const languageTag = (lang: string): string => (/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(lang) ? lang : 'und');

/** Room for each of `messages` in one report: the more there are, the less each gets, so that the file stays small. */
export function roomFor(messages: number): Room {
  const characters = Math.floor(ALL_MESSAGES_CHARACTERS / Math.max(1, messages));
  return { ...MESSAGE_ROOM, characters: Math.min(MESSAGE_ROOM.characters, Math.max(LEAST_CHARACTERS, characters)) };
}

/** A whole message; the place where `quote` occurs is marked. */
export function saidBlock(said: SpokenText, quote: string, room = MESSAGE_ROOM): Html {
  const pieces = excerptOf(said.text, quote, room).map(pieceOf);
  return html`<div class="said" lang="${languageTag(said.lang)}" dir="${said.dir}">${pieces}</div>`;
}

/** A text in its language, in one line of at most so many characters. */
export function saidLine(said: SpokenText, characters: number): Html {
  const [shown, rest] = excerptOf(said.text, '', { characters, lines: 2 });
  return html`<span class="line" lang="${languageTag(said.lang)}" dir="${said.dir}">${shown?.kind === 'text' ? shown.text : ''}${rest === undefined ? '' : '…'}</span>`;
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
