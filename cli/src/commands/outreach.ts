/** `studio outreach`: the mails of the practice, and what comes back to them. */
import type { Commands } from '../command.ts';
import { listBookings, listDeliveries, syncBookings } from './outreach-bookings.ts';
import { doctor } from './outreach-doctor.ts';
import { classify } from './outreach-inbox.ts';
import { list, mark, show, sync } from './outreach-inbox-views.ts';
import { listMails, settleMail } from './outreach-mails.ts';

export const commands: Commands = {
  doctor,
  'inbox list': list,
  'inbox show': show,
  'inbox mark': mark,
  'inbox sync': sync,
  'inbox classify': classify,
  'bookings list': listBookings,
  'bookings deliveries': listDeliveries,
  'bookings sync': syncBookings,
  'mails list': listMails,
  'mails settle': settleMail,
};
