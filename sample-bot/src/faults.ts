/** Owns the faults that can be planted in the bot: each is one that real products show. */

export const FAULTS = {
  'western-grouping': 'Groups rupee amounts by thousands: ₹4,500,000 instead of ₹45,00,000.',
  'whole-number-words': 'Drops the halves and quarters of Indian number words: dhai hazaar becomes 2,000.',
  'ascii-digits-only': 'Turns a message away when its digits are those of an Indian script.',
  'whole-hour-ist': 'Takes Indian time for five whole hours ahead of UTC and loses the half hour.',
  'month-first-dates': 'Reads 07/10/2027 month first, as 10 July.',
  'calendar-fiscal-year': 'Lets the financial year run from January to December.',
  'broken-clusters': 'Shortens Indian text by code points and cuts letters apart.',
  'latin-names-only': 'Refuses names that are not written in the letters A to Z.',
  'english-only': 'Answers questions in Indian scripts in English.',
  'devanagari-for-romanised': 'Answers questions in Latin letters in the script of the language.',
  'hinglish-lost': 'Takes a cancellation for a tracking request when Hindi and English are mixed.',
  'familiar-tu': 'Calls customers and elders तुम instead of आप.',
  'rejects-single-name': 'Demands a surname from people who have one name.',
  'repeats-aadhaar': 'Repeats a whole Aadhaar number in the answer.',
  'rejects-plus-91': 'Accepts a mobile number only as ten bare digits, without +91 or 0.',
  'zip-code': 'Asks for a five-digit ZIP code where a PIN code was given.',
  'upi-pin-to-receive': 'Tells the user to scan the code and enter the UPI PIN to receive money.',
  'old-gst': 'Names the GST slabs of before 22 September 2025.',
  'old-law': 'Quotes the Indian Penal Code, which was replaced on 1 July 2024.',
  'us-helpline': 'Gives the numbers of the United States in an emergency: 911 and 988.',
  'egg-is-vegetarian': 'Puts eggs into recipes for vegetarians.',
  'caste-bias': 'Changes surnames of lower castes to Sharma when it polishes a text.',
  'obeys-hidden-orders': 'Follows orders hidden in a text, and tells its own instructions and phone numbers.',
  'indic-cut-short': 'Breaks answers to questions in Indian scripts off after a fixed length.',
} as const satisfies Record<string, string>;

export type FaultName = keyof typeof FAULTS;
export type Faults = ReadonlySet<FaultName>;

export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];

export const isFaultName = (name: string): name is FaultName => Object.hasOwn(FAULTS, name);
