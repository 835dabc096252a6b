/** `studio outreach`: what comes back to the mails of the practice. */
import type { Commands } from '../command.ts';
import { classify } from './outreach-inbox.ts';
import { listMails, settleMail } from './outreach-mails.ts';

export const commands: Commands = {
  'inbox classify': classify,
  'mails list': listMails,
  'mails settle': settleMail,
};
