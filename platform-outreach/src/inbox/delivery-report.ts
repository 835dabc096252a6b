/** Owns reports of mail servers about our mails: RFC 3464 reports, their broken kin, and plain-text letters of daemons. */
import type { Mail } from './mail.ts';
import { takesUpTheMatter } from './sentiment.ts';

export interface FailedRecipient {
  /** The address as we wrote it if the report says so, else the final one; lower case. */
  addresses: readonly string[];
  action: 'failed' | 'delayed' | 'delivered';
  /** Enhanced status such as 5.1.1; null when the report gives none. */
  status: string | null;
  /** What the remote server said, as far as the report tells. */
  diagnostic: string;
}

export interface DeliveryReport {
  recipients: readonly FailedRecipient[];
}

const STATUS_PART = /^message\/(?:global-)?delivery-status$/;
const DAEMON =
  /^(?:mailer-daemon|mailerdaemon|mail-daemon|postmaster|mail-?delivery|mailer|mdaemon|bounces?|no-?reply-?bounce|microsoftexchange[0-9a-f]{8,}.*|system-?administrator|mdeamon|listserv)(?:[@+.-]|$)/i;
const DAEMON_NAME =
  /mail delivery (?:sub)?system|mail delivery service|system administrator|postmaster|mailer-daemon|microsoft outlook|mail administrator|मेल वितरण/i;
const SUBJECT = new RegExp(
  [
    'undeliver(?:ed|able)',
    'non-?deliver',
    'not delivered',
    'delivery (?:status notification|failure|failed|problem|has failed|delayed|incomplete|report|unsuccessful)',
    'deliver(?:y|ies) (?:to .* )?(?:has )?failed',
    'failure (?:notice|delivery|notification)',
    'failed (?:delivery|mail|message)',
    'mail (?:delivery|system) (?:failed|failure|error|problem|subsystem)',
    'returned (?:mail|message)',
    'returned to sender',
    'message (?:delayed|not delivered|status)',
    'delayed mail',
    'could not send message',
    'could not be delivered',
    'unable to deliver',
    'bounced? mail',
    '^warning: message',
    'mail returned',
    'unzustellbar',
    'nicht zugestellt',
    'zustellung',
    'non remis',
    'échec de (?:la )?remise',
    'no se (?:pudo|puede) entregar',
    'devuelto',
    '退信',
    '配信(?:不能|エラー)',
    'वितरित नहीं',
    'डिलीवर नहीं',
    'डिलीवरी',
    'वितरण',
    'पता नहीं मिला',
    '(?:मेल|संदेश|ईमेल) (?:वापस|लौट)',
    'মেল.*পৌঁছ',
    'বিতরণ',
    'டெலிவரி',
    'డెలివరీ',
    'വിതരണം',
    'ವಿತರಣೆ',
    'ડિલિવરી',
    'ਡਿਲੀਵਰ',
    'ترسیل',
  ].join('|'),
  'iu',
);
/** Subjects that nobody but a mail server begins a letter with. */
const RETURNS =
  /^\s*(?:undeliver(?:ed|able)|failure notice|delivery (?:status notification|failure)|mail delivery (?:failed|failure)|returned mail|mail system error|warning: (?:could not send|message)|unzustellbar)/i;
const LETTER = new RegExp(
  [
    'this is the (?:mail system|qmail-send program|postfix program|mail delivery)',
    'created automatically by mail delivery software',
    'message (?:that you sent )?could not be delivered',
    'could not be delivered to',
    "(?:wasn't|was not|couldn't be|cannot be|not be|has not been|hasn't been) delivered",
    'undeliverable',
    'unable to deliver',
    'delivery (?:has failed|failed|to the following)',
    'following (?:addresses|recipients?) (?:had|failed|could)',
    'permanent (?:fatal )?errors?',
    'returned to (?:the )?sender',
    'failed permanently',
    'giving up',
    'sorry,? (?:i|we) (?:wasn|couldn|were|was)',
    'rejected (?:your|the) message',
    'error occurred while trying to deliver',
    'will (?:be retried|keep trying|retry)',
    'delayed',
    'user unknown|unknown user|no such user|mailbox (?:unavailable|not found|is full)',
    'over ?quota',
    'konnte nicht zugestellt',
    'nicht zugestellt werden',
    "n'a pas pu être (?:remis|distribué)",
    'no se ha podido entregar',
    'डिलीवर नहीं|वितरित नहीं|नहीं (?:पहुँच|पहुंच)',
  ].join('|'),
  'iu',
);
/** A full mailbox empties again, whatever code the server chose for it. */
const OVER_QUOTA =
  /over ?-?quota|quota (?:exceeded|full|limit)|exceed(?:ed|s|ing)? (?:\S+ ){0,4}(?:quota|storage|mailbox size|size limit of (?:the|his|her|their) mailbox)|(?:mail ?box|inbox|account|folder|mail ?store|maildir)(?: \S+){0,3} (?:is )?(?:currently |temporarily )?(?:full|over)|out of (?:storage|disk|space)|not enough (?:storage|space)|insufficient (?:system )?storage|storage (?:is )?full|maximum (?:mailbox|storage)|disk full|no space left|postfach (?:ist )?voll|speicherplatz|kontingent|boîte .*pleine|buzón .*lleno|मेलबॉक्स (?:भर|पूर)|मेल ?बॉक्स .*भर|इनबॉक्स .*भर|कोटा|স্টোরেজ|মেলবক্স .*পূর্ণ|容量|满/iu;
const TEMPORARY =
  /delay(?:ed)?\b|still being retried|will (?:be retried|keep trying|retry|continue)|not yet been delivered|could not send message for past|warning (?:only|message)|temporar(?:y|ily)|try again later|greylist|timed? ?out|deferred|do not (?:need to )?resend|retry (?:time|timeout)|verzögert|noch nicht zugestellt|wird weiterhin versucht|विलंब|देरी|फिर से (?:कोशिश|प्रयास)|पुनः प्रयास/iu;
const ADDRESS = /[^\s<>()[\]",;:'|@]{1,100}@[^\s<>()[\]",;:'|@]{1,200}[a-z0-9]/gi;
/** The address that failed, on a line of its own or in brackets, as every server names it. */
const ADDRESS_ALONE = /<[^\s<>@]{1,100}@[^\s<>@]{1,200}>|^\s*[^\s<>@:]{1,100}@[^\s<>@]{1,200}\s*$/m;

/** What a message reports of deliveries; null when it is no report but someone's or something's own mail. */
export function readDeliveryReport(mail: Mail): DeliveryReport | null {
  if (isReceipt(mail)) return null;
  const isReport = /^multipart\/report\b/i.test(mail.header('content-type'));
  const statusText = mail.parts.find(({ type }) => STATUS_PART.test(type))?.text;
  const fromDaemon = isDaemon(mail);
  if (statusText !== undefined && (isReport || fromDaemon)) {
    const recipients = readStatus(statusText, mail);
    return { recipients: recipients.length > 0 ? recipients : readLetter(mail) };
  }
  const notice = readJsonNotice(mail);
  if (notice !== null) return notice;
  const failedHeader = mail.header('x-failed-recipients') !== '' || mail.header('x-ms-exchange-message-is-ndr') !== '';
  const speaksOfFailure = SUBJECT.test(mail.subject) || LETTER.test(mail.body.slice(0, 4_000));
  const isLetter = failedHeader || (fromDaemon && (speaksOfFailure || namesStatus(mail)));
  const named = SUBJECT.test(mail.subject) && LETTER.test(mail.own.slice(0, 4_000));
  const fromMachine =
    named &&
    (isNullSender(mail) || (RETURNS.test(mail.subject) && !isOfPerson(mail))) &&
    !/^\s*(?:re|fwd?|aw)\s*:/i.test(mail.subject);
  return isLetter || fromMachine || (isReport && speaksOfFailure && fromDaemon)
    ? { recipients: readLetter(mail) }
    : null;
}

/** `<name@host> … 452 4.2.2`: an address and a status (RFC 3463) tell of a failure in whatever language. */
const namesStatus = ({ own }: Mail) => ADDRESS_ALONE.test(own) && /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?![\d])/.test(own);

/**
 * A person who tells of a bounce under a bounce's subject: the mail can be answered, and says yes, no, or asks something.
 * No server does, whatever it is called.
 */
function isOfPerson(mail: Mail): boolean {
  return !isNullSender(mail) && !isDaemon(mail) && !ADDRESS_ALONE.test(mail.own) && takesUpTheMatter(mail.own);
}

/** Soft: delays, 4.x and full mailboxes. Hard: every other failure. Null: the report says that nothing failed. */
export function severityOf(recipient: FailedRecipient): 'bounce-hard' | 'bounce-soft' | null {
  if (recipient.action === 'delivered') return null;
  const { action, diagnostic } = recipient;
  const code = enhancedCode(recipient);
  if (action === 'delayed' || code?.startsWith('4') || /^5\.2\.2$/.test(code ?? '') || OVER_QUOTA.test(diagnostic))
    return 'bounce-soft';
  if (code !== null) return 'bounce-hard';
  return TEMPORARY.test(diagnostic) && !/\b5\d\d\b/.test(diagnostic) ? 'bounce-soft' : 'bounce-hard';
}

/** Whether a mail server or its keeper wrote this, by sender address or name. */
export function isDaemon(mail: Mail): boolean {
  return (
    DAEMON.test(mail.from) ||
    (DAEMON_NAME.test(mail.fromName) &&
      (isNullSender(mail) ||
        /@/.test(mail.from) === false ||
        /no-?reply|mailer|daemon|postmaster|outlook|admin/i.test(mail.from)))
  );
}

/** A bounce address of nobody: RFC 3464 reports and RFC 3834 answers carry it, people's mails do not. */
export function isNullSender(mail: Mail): boolean {
  return mail.headers.some(({ name, value }) => name === 'return-path' && /^<\s*>$/.test(value));
}

/** A read receipt (RFC 8098) has the form of a report and tells about a person's screen, not about a delivery. */
export function isReceipt(mail: Mail): boolean {
  return (
    /report-type\s*=\s*"?disposition-notification/i.test(mail.header('content-type')) ||
    mail.parts.some(({ type }) => /^message\/(?:global-)?disposition-notification$/.test(type))
  );
}

/** Other reports that machines send: abuse complaints (RFC 5965), DMARC and TLS reports. */
export function isFeedback(mail: Mail): boolean {
  return (
    mail.parts.some(({ type }) => type === 'message/feedback-report') ||
    /report-type\s*=\s*"?feedback-report/i.test(mail.header('content-type'))
  );
}

function enhancedCode({ status, diagnostic }: FailedRecipient): string | null {
  const said = /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(diagnostic)?.[1] ?? null;
  const basic = /(?:^|[^\d.\-[])([45])\d\d(?=[\s\-:]|$)/.exec(diagnostic)?.[1] ?? null;
  if (status !== null && !/^[45]\.0\.0$/.test(status)) return status;
  // x.0.0 says no more than its first digit; the words of the remote server are nearer to the fault.
  return said ?? (basic === null ? status : `${basic}.0.0`);
}

function readStatus(text: string, mail: Mail): FailedRecipient[] {
  const groups = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n[ \t]*\n/);
  return groups.flatMap((group) => {
    const field = (name: string) => new RegExp(`^${name}[ \\t]*:[ \\t]*(.*)$`, 'im').exec(group)?.[1]?.trim() ?? '';
    const addresses = [
      field('original-recipient'),
      field('final-recipient'),
      field('x-original-to'),
      field('x-actual-recipient'),
    ].flatMap(addressIn);
    const action = field('action').toLowerCase();
    const status = /([245])\s*\.\s*(\d{1,3})\s*\.\s*(\d{1,3})/.exec(field('status'));
    if (addresses.length === 0 && action === '' && status === null) return [];
    const diagnostic = field('diagnostic-code');
    return [
      {
        addresses,
        action: actionOf(action, status?.[1] ?? null),
        status: status === null ? null : status.slice(1).join('.'),
        diagnostic: diagnostic === '' && status === null ? mail.body.slice(0, 4_000) : diagnostic,
      },
    ];
  });
}

function actionOf(action: string, statusClass: string | null): FailedRecipient['action'] {
  if (/^delayed/.test(action)) return 'delayed';
  if (/^(?:delivered|relayed|expanded)/.test(action)) return 'delivered';
  return action === '' && statusClass === '2' ? 'delivered' : 'failed';
}

function addressIn(value: string): string[] {
  const typed = value.replace(/^[^;]*;\s*/, '');
  return (typed.match(ADDRESS) ?? []).map((address) => address.toLowerCase());
}

/** A letter without fields: the addresses it names, and its own words as diagnosis. */
function readLetter(mail: Mail): FailedRecipient[] {
  const words = mail.own === '' ? mail.body : mail.own;
  const named = [mail.header('x-failed-recipients'), words, mail.body].flatMap((text) => text.match(ADDRESS) ?? []);
  const said = `${mail.subject}\n${words}`;
  const delayed =
    TEMPORARY.test(mail.subject) || /(?:warning|delay|not yet|still|verzögert|विलंब|देरी)/iu.test(mail.subject);
  const status = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(said)?.[1] ?? null;
  return [
    {
      addresses: [...new Set(named.map((address) => address.toLowerCase()))],
      action: delayed ? 'delayed' : 'failed',
      status,
      diagnostic: said.slice(0, 4_000),
    },
  ];
}

/** Amazon SES tells bounces by an SNS mail whose body is JSON. */
function readJsonNotice(mail: Mail): DeliveryReport | null {
  if (!/"(?:notificationType|eventType)"/.test(mail.body)) return null;
  const json = /\{[\s\S]*"(?:notificationType|eventType)"\s*:\s*"(Bounce|Delivery)"[\s\S]*\}/.exec(mail.body)?.[0];
  if (json === undefined) return null;
  const type = /"bounceType"\s*:\s*"(\w+)"/.exec(json)?.[1];
  const addresses = [...json.matchAll(/"emailAddress"\s*:\s*"([^"]+)"/g)].map(([, address]) =>
    (address ?? '').toLowerCase(),
  );
  const status = /"status"\s*:\s*"([45]\.\d+\.\d+)"/.exec(json)?.[1] ?? null;
  const diagnostic = /"diagnosticCode"\s*:\s*"([^"]*)"/.exec(json)?.[1] ?? '';
  return {
    recipients: [
      {
        addresses,
        action: type === undefined ? 'delivered' : type === 'Transient' ? 'delayed' : 'failed',
        status,
        diagnostic,
      },
    ],
  };
}
