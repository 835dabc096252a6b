/** Owns the rule of false friends: a romanised Hindi word that looks English is read as Hindi (main = I, log = people). */
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { has, mentions, words } from '../lexicon.ts';
import { numberWords } from '../number-words.ts';
import { isSetAside } from '../rejection.ts';
import { notUnderstood } from '../turned-away.ts';
import { isQuoted } from './quotes.ts';

/** The word in the question, and what an answer says that took it for English. */
const FRIENDS: [said: RegExp, wrong: RegExp][] = [
  [
    words('sun,suno,sunn'),
    words(
      'sunday,sunny,sunlight,sunrise,sunset,the sun,sunscreen,sunshine,weather,mausam,रविवार,सूरज,धूप,ravivar,itwar,itvaar,suraj,dhoop',
    ),
  ],
  [
    words('main,mai'),
    words(
      'main (?:branch|menu|course|courses|hall|account|page|road|office|table|dining|area|street|screen|square|room|floor|section|outlet),mains,main-course',
    ),
  ],
  [
    words('log'),
    words(
      'log ?in,log-in,logging,log ?out,login,logs,log file,log book,logbook,log entry,log your,लॉग इन,लॉगिन,wooden logs?,firewood,user log,activity log,call log,chat log,logged',
    ),
  ],
  [words('hum,ham'), words('humming,hum sound,humidity,a hum,the hum,tune,ham sandwich,ham pizza,pork,noise')],
  [
    words('use'),
    words(
      'how to use,to use,use of,using,use the,use this,use it,you can use,used for,users? guide,user manual,usage,bolo app,kaise use,istemal,istemaal,इस्तेमाल,इस्तेमाल~,use kar~,app store,bolo is',
    ),
  ],
  [
    words('do'),
    words(
      'to do list,to-do,do it yourself,do not disturb,what should i do,(?:like|want|need|wish) (?:me |us )?to do,what (?:do|can|should|shall|may) (?:you|i|we) (?:want to |need to )?do,what to do,do what,how (?:do|can) (?:you|i) do,do this for you,do that for you,do with (?:your|the|this)',
    ),
  ],
  [words('pet'), words('your pet,pets?,vet,veterinar~,dog,cat,puppy,kitten,पालतू,paltu')],
  [
    words('bus'),
    words(
      'bus (?:ticket|tickets|stop|route|timing|timings|stand|booking|seat|pass|service),which bus,book a bus,bus from,bus to,what bus,buses,बस टिकट,बस स्टैंड',
    ),
  ],
  [
    words('band'),
    words(
      'music band,band members,concert,musicians?,wristband,rubber band,bandwidth,rock band,live band,wedding band',
    ),
  ],
  [words('chain'), words('necklace,gold chain,silver chain,jewell?ery,supply chain,blockchain,bicycle chain,chains?')],
  [words('bat'), words('cricket bat,cricket,baseball,the animal,bats')],
  [words('jab'), words('vaccine,vaccination,injection,jabs?,punch')],
  [words('sale,saale'), words('discounts?,on sale,sale is live,sale price,sale items?')],
  [words('dam,daam'), words('dams,reservoir,bhakra,hydro~,बांध')],
  [words('teen'), words('teen(?:s|age|ager|agers),किशोर~,adolescen~')],
  [words('char'), words('character~,charcoal,charred,char-grilled,burnt')],
  [words('bees'), words('honey~,bee,beehive,insects?,मधुमक्खी~,stings?')],
  [words('bar'), words('pubs?,bars,cocktails?,drinks menu,alcohol~,bartender')],
  [words('pass'), words('bus pass,boarding pass,gate pass,entry pass,metro pass,exam~,passing marks')],
  [words('mat'), words('yoga mat,door ?mat,bath mat,floor mat,mats,chatai,carpet')],
  [words('rat'), words('rats?,rodents?,mouse,pest control,चूहा,चूहे')],
  [words('pair'), words('pair of,pairs?,shoes,jodi,bluetooth pairing,pairing')],
  [words('gum'), words('chewing gum,gums,glue,dentist,adhesive')],
  [words('sari,saree'), words('sarees?,saris,silk,साड़ी')],
  [words('maine'), words('state of maine,maine usa,maine coon,new england')],
  [words('man'), words("gentleman,male,men's")],
  [words('cheese,cheez,chiz'), words('cheddar,mozzarella,cheese slice,cheese pizza,cheese burger,cheesy,paneer')],
  [words('fir,phir'), words('first information report,fir number,police station,fir tree')],
  [words('mile,mil'), words('miles?,kilomet~,distance,mill')],
  [words('ate,aate'), words('what did you eat,eaten,ate')],
  [words('jam'), words('fruit jam,strawberry,traffic jam')],
];

const PEOPLE = '(?:log|logon|logo|लोग|लोगों|jan|bande|vyakti|aadmi)';
const PARTY = new RegExp(`(\\d+|[\\p{L}\\p{M}]+)\\s+${PEOPLE}(?![\\p{L}\\p{M}])`, 'giu');
const HOW_MANY = words(
  'how many (?:people|guests|persons|members),number of (?:people|guests|persons),party size,kitne log,kitne logon,kitne guests?,kitne logo,कितने लोग,कितने लोगों',
);
/** `use bolo`: the words go to a third person. */
const TELL_ANOTHER = words(
  'use bolo,use bol do,use kaho,use keh do,use kah do,use batao,use bata do,use bolna,use kehna,use bhej do,use bulao,use phone karo,use call karo,use msg karo,use message karo,use yaad dila~',
);
const THIRD_PERSON = words(
  'usko,use (?:main |bhi )?(?:bol~|keh~|kah~|bata~|message|msg|phone|call|bhej~|inform),unko,unhe,unhein,usse,unse,uska,uski,un tak,him,her,them,he,she,kisko,kise,kaun,kisey,whom,who,which contact,contact,उसे,उसको,उन्हें,उनको,किसे,किसको,message (?:bhej~|kar~|send|sent),sandesh,संदेश,मैसेज,send (?:a |the )?message,pass on,convey~',
);

function countOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  if (/^\d+$/.test(word)) return Number(word);
  const [first, ...more] = numberWords(word) ?? [];
  return first?.kind === 'small' && more.length === 0 ? first.value : null;
}

/** How many people the user speaks of: `main do log hain`. */
function partyOf(question: string): number | null {
  for (const match of question.matchAll(PARTY)) {
    const value = countOf(match[1]);
    if (value !== null) return value;
  }
  return null;
}

const COUNTED_PEOPLE =
  /(\d+|[\p{L}\p{M}]+)[\s-]+(?:(?:hi|ही)\s+)?(?:people|persons?|guests?|members?|pax|seats?|seater|log|logon|logo|लोग|लोगों|व्यक्ति|व्यक्तियों|sawari|diners?|adults?|kursi~?|कुर्सी)(?![\p{L}\p{M}])/giu;
const PARTY_ARGUMENT = /"?(?:party_?size|guests|people|persons|pax|count|seats|covers)"?\s*[:=]\s*"?(\d+)/giu;
const TABLE_FOR = /(?:table|reservation|booking)\s+(?:for|of)\s+(\d+|[\p{L}]+)/giu;

function peopleIn(answer: string): number[] {
  return [COUNTED_PEOPLE, PARTY_ARGUMENT, TABLE_FOR].flatMap((pattern) =>
    [...answer.matchAll(pattern)].map((match) => countOf(match[1])).filter((value) => value !== null),
  );
}

/** `do ticket book karo`: a count of things, said with a word that looks English. */
const THINGS =
  'tickets?|seats?|plates?|rooms?|bottles?|packets?|pieces?|kilo|kg|litres?|coffees?|chai|rotis?|thalis?|dosas?|samosas?|pizzas?|burgers?|glass|cups?|cabs?|tables?|boxes|box|dozen|din|days?|mahine|months?|ghante|hours?|baje';
const COUNTED = new RegExp(`(\\d+|[\\p{L}\\p{M}]+)[\\s-]+(${THINGS})(?![\\p{L}\\p{M}])`, 'giu');
const SAME_THING: Record<string, string> = { kilo: 'kg', day: 'din', month: 'mahine', hour: 'ghante', boxe: 'box' };

function countsIn(text: string): { thing: string; value: number; start: number; end: number }[] {
  return [...text.matchAll(COUNTED)].flatMap(({ 0: all, 1: word, 2: noun = '', index }) => {
    const value = countOf(word);
    const thing = noun.toLowerCase().replace(/s$/, '');
    return value === null ? [] : [{ thing: SAME_THING[thing] ?? thing, value, start: index, end: index + all.length }];
  });
}

/** A thing of which the answer names another count than the question does, and nowhere the right one. */
function otherCount(asked: string, answer: string): string | null {
  const told = countsIn(answer);
  for (const { thing, value } of countsIn(asked)) {
    const same = told.filter((one) => one.thing === thing);
    const wrong = same.find((one) => !isSetAside(answer, one.start, one.end));
    if (wrong !== undefined && same.every((one) => one.value !== value)) return answer.slice(wrong.start, wrong.end);
  }
  return null;
}

export const falseFriends: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const asked = heard.question.text;
  const lost = notUnderstood(text);
  if (lost !== null) return failed('The words are not understood.', heard.answer.quote(lost.start, lost.end));
  for (const [said, wrong] of FRIENDS) {
    if (!has(asked, said)) continue;
    const found = mentions(text, wrong).find(
      (one) => !isSetAside(text, one.start, one.end) && !asked.toLowerCase().includes(one.text.toLowerCase()),
    );
    if (found !== undefined && !isQuoted(asked, found.start, found.end))
      return failed(`A Hindi word is read as English (“${found.text}”).`, wholeAnswer(heard));
  }
  const counted = otherCount(asked, text);
  if (counted !== null) return failed(`The count is taken for “${counted}”.`, wholeAnswer(heard));
  const party = partyOf(asked);
  if (party !== null) {
    const people = peopleIn(text);
    if (people.some((count) => count === party)) return passed(`The party is one of ${party}.`);
    if (people.length > 0) return failed(`The party is taken for one of ${people[0]}.`, wholeAnswer(heard));
    const again = mentions(text, HOW_MANY)[0];
    if (again !== undefined)
      return failed('The number of people is asked for again.', heard.answer.quote(again.start, again.end));
    const figures = (text.match(/[\p{L}\p{M}]+|\d+/gu) ?? []).map(countOf);
    return figures.includes(party)
      ? passed(`The party is one of ${party}.`)
      : failed('The number of people is lost.', wholeAnswer(heard));
  }
  if (has(asked, TELL_ANOTHER) && !has(text, THIRD_PERSON))
    return failed('The message to another person is lost.', wholeAnswer(heard));
  return passed('The words are read as Hindi.');
});
