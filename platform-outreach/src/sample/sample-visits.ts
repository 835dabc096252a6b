/** Who looks at the mails of the sample: people, and the machines that come before them or in their place. All invented. */
import type { Visitor } from '../tracking-links/visits.service.ts';

/** `link`: the first link of the mail is followed; else its pixel is loaded. Times are those of Monday in India. */
export interface SampleVisit {
  who: string;
  at: string;
  link: boolean;
  visitor: Visitor;
}

const seen = (userAgent: string, method = 'GET'): Visitor => ({ method, userAgent, purpose: '' });

const GMAIL = seen('Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)');
const APPLE = seen('Mozilla/5.0');
const OUTLOOK = seen('Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17928; Pro)');
const THUNDERBIRD = seen('Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.0');
const GATEWAY = seen('Mozilla/5.0 (compatible; Barracuda Sentinel (EE))');
const TELEPHONE = seen(
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36',
);
const ASKS_ONLY = seen(TELEPHONE.userAgent, 'HEAD');

export const VISITS: readonly SampleVisit[] = [
  { who: 'SMP-004', at: '08:37', link: false, visitor: GATEWAY },
  { who: 'SMP-004', at: '08:38', link: true, visitor: GATEWAY },
  { who: 'SMP-008', at: '08:39', link: true, visitor: ASKS_ONLY },
  { who: 'SMP-001', at: '08:52', link: false, visitor: APPLE },
  { who: 'SMP-003', at: '09:20', link: false, visitor: GMAIL },
  { who: 'SMP-009', at: '09:41', link: false, visitor: GMAIL },
  { who: 'SMP-005', at: '10:03', link: false, visitor: THUNDERBIRD },
  { who: 'SMP-002', at: '11:06', link: false, visitor: OUTLOOK },
  { who: 'SMP-002', at: '11:08', link: true, visitor: TELEPHONE },
  { who: 'SMP-012', at: '15:42', link: true, visitor: GATEWAY },
  { who: 'SMP-014', at: '16:15', link: false, visitor: GMAIL },
  { who: 'SMP-014', at: '16:17', link: true, visitor: TELEPHONE },
];
