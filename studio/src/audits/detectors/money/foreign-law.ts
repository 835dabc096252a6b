/** Owns the rule of Indian law for Indian users: no 401(k), no small claims court, no state attorney general. */

import { assertedMention } from '../care/said.ts';
import { eachAnswer, failed, passed, type Rule } from '../case-input.ts';
import { sentenceAt } from '../clauses.ts';
import { has, words } from '../lexicon.ts';

/** Short names are names only in capitals: Ira is also a girl in Pune. */
const SHORT_NAMES =
  /(?<![\p{L}\p{N}])(?:Roth|IRAs?|IRS(?! officer)|HOAs?|CC&Rs?|FICO|SSN|EEOC|FLSA|FMLA|HUD|DMV|BBB|FTC|CFPB|NLRB|OSHA|FDIC|HSA|ERISA|W-2|1099(?=\s+form|-)|DOL|(?<!Code on )Social Security(?!,? (?:Code|Act|Scheme|2020)|\s*\(?(?:संहिता|सामाजिक)))(?![\p{L}\p{N}])/gu;
const US_TERMS = words(
  "401\\s?\\(?k\\)?,403\\s?\\(?b\\)?,homeowners? association,homeowners' association,at-will,at will employment,small claims,small-claims,social security number,social security administration,social security office,state attorney general,attorney general's office,attorney general,zip codes?,medicare,medicaid,fair housing,county,county court,county clerk,better business bureau,federal trade commission,chapter 7,chapter 13 bankruptcy,529 plan,tenants? union,justice of the peace,department of labor,state labor department,state labor board,labor board,unemployment benefits,unemployment office,unemployment insurance,wage and hour,sheriff,district attorney,call 911,dial 911,bar association of your state,state bar association,right-to-work state,implied warranty of habitability,lemon law,miranda,fifth amendment,security deposit statute",
  'स्मॉल क्लेम्स~,स्मॉल क्लेम~,सोशल सिक्योरिटी~,सोशल सिक्युरिटी~,अटॉर्नी जनरल~,जिप कोड,ज़िप कोड,होमओनर्स एसोसिएशन,एट-विल,एट विल,रोथ,आईआरए,आईआरएस,401\\s?\\(?के\\)?,काउंटी~,फिको,मेडिकेयर,बेरोजगारी भत्ता कार्यालय,मिनिमम वेज एंड आवर,श्रम विभाग \\(dol\\)',
  'স্মল ক্লেইমস~,সোশ্যাল সিকিউরিটি~,স্মল ক্লেম~,ஸ்மால் கிளெய்ம்ஸ்~,சோஷியல் செக்யூரிட்டி~,స్మాల్ క్లెయిమ్స్~,సోషల్ సెక్యూరిటీ~,ಸ್ಮಾಲ್ ಕ್ಲೈಮ್ಸ್~,ಸೋಶಿಯಲ್ ಸೆಕ್ಯುರಿಟಿ~,സ്മോൾ ക്ലെയിംസ്~,സോഷ്യൽ സെക്യൂരിറ്റി~,સ્મોલ ક્લેમ્સ~,સોશિયલ સિક્યોરિટી~,ਸਮਾਲ ਕਲੇਮਜ਼~,ਸੋਸ਼ਲ ਸਿਕਿਉਰਿਟੀ~,सोशल सिक्युरिटी~',
);
/** India has words of its own that look alike. */
const INDIAN_SENSE = words(
  'code on social security,social security code,attorney general of india,attorney general for india',
);
const ASKED_ABROAD = words(
  'usa,u\\.s\\.,united states,america,us citizen,us resident,green card,h1b,h-1b,new york,california,texas,new jersey,seattle,chicago,canada,401\\s?\\(?k\\)?,uk,london,अमेरिका,america mein,america me,অ্যামেরিকা,அமெரிக்கா~,అమెరికా~,ಅಮೆರಿಕ~,അമേരിക്ക~,અમેરિકા,امریکہ',
);
const COMPARES = words(
  'like the,similar to,equivalent,counterpart,unlike,as in the us,in america,in the us,american,instead of,rather than,जैसा,की तरह,jaisa,ki tarah,അമേരിക്ക,அமெரிக்க~',
);

/** params: none. */
export const indianLaw: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  if (has(heard.question.text, ASKED_ABROAD)) return passed('The question itself is about another country.');
  const plain = text.replace(INDIAN_SENSE, (found) => ' '.repeat(found.length));
  const found = assertedMention(plain, US_TERMS) ?? assertedMention(plain, SHORT_NAMES);
  if (found === null) return passed('No foreign law or office is named.');
  const sentence = sentenceAt(text, found.start, found.end);
  if (has(sentence.text, COMPARES)) return passed('A foreign term is named to explain an Indian one.');
  return failed('Foreign law or a foreign office is named.', heard.answer.quote(sentence.start, sentence.end));
});
