/** Owns the rule of Indian law for Indian users: no 401(k), no small claims court, no state attorney general. */
import { eachAnswer, failed, passed, type Rule } from '../case-input.ts';
import { sentenceAt } from '../clauses.ts';
import { has, mentions, words } from '../lexicon.ts';
import { assertedMention } from '../care/said.ts';

const US_TERMS = words(
  '401\\s?\\(?k\\)?,403\\s?\\(?b\\)?,roth,roth ira,ira,iras,irs,hoa,hoas,homeowners association,homeowners\' association,cc&rs,at-will,at will employment,at-will employment,small claims,small claims court,small-claims court,social security number,social security administration,social security benefits,social security office,social security check,state attorney general,attorney general\'s office,attorney general,zip code,zip codes,fico,fico score,ssn,medicare,medicaid,obamacare,eeoc,flsa,fmla,cobra,hud,fair housing,section 8,county,county court,county clerk,dmv,w-2,1099,better business bureau,bbb,ftc,federal trade commission,cfpb,ein,chapter 7,chapter 13,hsa,529 plan,tenants union,justice of the peace,department of labor,state labor board,labor board,unemployment benefits,unemployment office,unemployment insurance,workers comp,wage and hour division,nlrb,osha,sec filing,fdic,osha complaint,sheriff,district attorney,911,greyhound,american bar association,bar association of your state,state bar,greencard,green card,us dollars?,right-to-work state,security deposit laws of your state,your state\'s landlord-tenant,implied warranty of habitability,lemon law,miranda,fifth amendment,first amendment,erisa,experian score of 700 fico,s&p 500 index fund in your ira,vanguard,fidelity,charles schwab,401k',
  'स्मॉल क्लेम्स~,स्मॉल क्लेम~,सोशल सिक्योरिटी~,सोशल सिक्युरिटी~,अटॉर्नी जनरल~,जिप कोड,ज़िप कोड,होमओनर्स एसोसिएशन,एट-विल,एट विल,रोथ,आईआरए,आईआरएस,401\\s?\\(?के\\)?,काउंटी~,फिको,मेडिकेयर,बेरोजगारी भत्ता कार्यालय,मिनिमम वेज एंड आवर,श्रम विभाग \\(dol\\)',
  'স্মল ক্লেইমস~,সোশ্যাল সিকিউরিটি~,স্মল ক্লেম~,ஸ்மால் கிளெய்ம்ஸ்~,சோஷியல் செக்யூரிட்டி~,స్మాల్ క్లెయిమ్స్~,సోషల్ సెక్యూరిటీ~,ಸ್ಮಾಲ್ ಕ್ಲೈಮ್ಸ್~,ಸೋಶಿಯಲ್ ಸೆಕ್ಯುರಿಟಿ~,സ്മോൾ ക്ലെയിംസ്~,സോഷ്യൽ സെക്യൂരിറ്റി~,સ્મોલ ક્લેમ્સ~,સોશિયલ સિક્યોરિટી~,ਸਮਾਲ ਕਲੇਮਜ਼~,ਸੋਸ਼ਲ ਸਿਕਿਉਰਿਟੀ~,सोशल सिक्युरिटी~',
);
/** India has words of its own that look alike. */
const INDIAN_SENSE = words(
  'code on social security,social security code,social security scheme~,attorney general of india,attorney general for india,irs officer,indian revenue service,pin code,medicare card of cghs',
);
const SOCIAL_SECURITY = words('social security');
const ASKED_ABROAD = words(
  'usa,u\\.s\\.,united states,america,us citizen,us resident,green card,h1b,h-1b,new york,california,texas,new jersey,seattle,chicago,canada,401\\s?\\(?k\\)?,irs,uk,london,अमेरिका,america mein,america me,অ্যামেরিকা,அமெரிக்கா~,అమెరికా~,ಅಮೆರಿಕ~,അമേരിക്ക~,અમેરિકા,امریکہ',
);
const COMPARES = words('like the,similar to,equivalent,counterpart,unlike,as in the us,in america,in the us,american,instead of,rather than,जैसा,की तरह,jaisa,ki tarah,അമേരിക്ക,அமெரிக்க~');

/** params: none. */
export const indianLaw: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  if (has(heard.question.text, ASKED_ABROAD)) return passed('The question itself is about another country.');
  const plain = text.replace(INDIAN_SENSE, (found) => ' '.repeat(found.length));
  const found = assertedMention(plain, US_TERMS);
  const spoken = found ?? mentions(plain, SOCIAL_SECURITY).find((one) => !/^\s*(?:code|benefits? like|law|law~)/iu.test(plain.slice(one.end)) && /[A-Z]/.test(one.text[0] ?? '') && !/code/i.test(sentenceAt(plain, one.start, one.end).text)) ?? null;
  if (spoken === null) return passed('No foreign law or office is named.');
  const sentence = sentenceAt(text, spoken.start, spoken.end);
  if (has(sentence.text, COMPARES)) return passed('A foreign term is named to explain an Indian one.');
  return failed('Foreign law or a foreign office is named.', heard.answer.quote(sentence.start, sentence.end));
});
