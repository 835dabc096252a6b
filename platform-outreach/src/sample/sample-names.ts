/** By these names what belongs to the sample practice is told apart from the studio's own work. */
export const SAMPLE_CAMPAIGN = 'sample-sprint';
/** People of the sample are SMP-001 and on; their addresses end in `.sample.example`. */
export const SAMPLE_PREFIX = 'SMP-';
export const isSampleId = (prospectId: string): boolean => prospectId.startsWith(SAMPLE_PREFIX);
/** The mailbox that answers to the sample seem to lie in. */
export const SAMPLE_MAILBOX = 'sample';
export const SAMPLE_BOOKING = 'sample-booking-1';
