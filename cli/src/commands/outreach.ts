/** `studio outreach`: what comes back to the mails of the practice. */
import type { Commands } from '../command.ts';
import { classify } from './outreach-inbox.ts';

export const commands: Commands = { 'inbox classify': classify };
