/** Words of Indian languages in Latin letters have no fixed spelling: one key for all usual ones. */

/** Where the length of a vowel makes another word, the spelling counts. */
const LENGTH_TELLS = new Set(
  'kam kaam dam daam kal kaal mal maal bal baal jal jaal man maan pal paal das daas par paar mar maar mat maat ghat ghaat rat raat bat baat din deen sat saat pata paata jana jaana bas baas ban baan tan taan gal gaal hal haal sal saal chal chaal kama kamaa pita peeta mil meel suna soona'.split(
    ' ',
  ),
);

/** One word a line, its usual spellings behind it. */
const SAME_WORD = new Map(
  [
    'nahi nahin nahee nai nhi',
    'me mein',
    'hoon hun hu hoo',
    'bahut bohot bahot bohut',
    'kyon kyun kyu kyo kyoon',
    'hamen humein hume hamein hame',
    'tumhen tumhein tumhe',
    'unhen unhein unhe',
    'inhen inhein inhe',
    'vapas wapas wapis vapis vaapas waapas',
    'ye yeh yah',
    'vo voh woh wo vah',
    'to toh',
    'pehle pahle pehley',
    'kahan kaha kahaan',
    'yahan yaha yahaan',
    'vahan wahan waha vaha wahaan',
    'he hai',
  ].flatMap((line) => {
    const [word = '', ...spellings] = line.split(' ');
    return [word, ...spellings].map((spelling) => [spelling, word] as const);
  }),
);

export function romanisedKey(word: string): string {
  const plain = SAME_WORD.get(word) ?? word;
  if (LENGTH_TELLS.has(plain)) return plain;
  const folded = plain
    // karein and karen, gaye and gae.
    .replace(/ein$/, 'en')
    .replace(/(?<=a)y(?=e)/g, '')
    .replace(/iy(?=[aeiou])/g, 'i')
    .replace(/ee|ii|ie/g, 'i')
    .replace(/oo|uu/g, 'u')
    .replace(/aa+/g, 'a')
    .replace(/ai|ay(?![aeiou])/g, 'e')
    .replace(/au|ou/g, 'o')
    .replace(/w/g, 'v')
    .replace(/ph/g, 'f')
    .replace(/z/g, 'j')
    .replace(/q/g, 'k')
    .replace(/chh/g, 'ch')
    .replace(/([bcdfghjklmnpqrstvxyz])\1+/g, '$1');
  // An a between consonants is said or not, and written or not.
  return folded.replace(/(?<=[^aeiou])a(?=[^aeiou])/g, '').replace(/(?<=[bcdfghjklmnpqrstvxz])y(?=[aeiou])/g, 'i');
}
