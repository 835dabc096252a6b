/** Owns the rule of Indian English: its words keep their Indian meaning and are acted on, not corrected. */

import { datesIn } from '../calendar-dates.ts';
import { eachAnswer, failed, passed, type Rule, wholeAnswer } from '../case-input.ts';
import { clauseAt } from '../clauses.ts';
import { has, mentions, words } from '../lexicon.ts';
import { isSetAside } from '../rejection.ts';
import { notUnderstood } from '../turned-away.ts';
import { isQuoted } from './quotes.ts';

interface Usage {
  /** The word as the user says it. */
  said: RegExp;
  /** What an answer says that read it rightly; null where any act will do. */
  right: RegExp | null;
  /** What an answer says that misread it. */
  wrong: RegExp;
}

const usage = (said: string, right: string | null, wrong: string): Usage => ({
  said: words(said),
  right: right === null ? null : words(right),
  wrong: words(wrong),
});

const USAGES: readonly Usage[] = [
  usage(
    'passed out (?:in|from|of),passed out,pass out,pass-?out,passing out',
    'graduat~,alumn~,degree,b\\.?tech,b\\.?e\\.?,b\\.?sc,b\\.?com,completed,class of,batch,pass~ year,year of passing,qualified,earned,studied',
    'faint~,unconscious~,lost consciousness,losing consciousness,loss of consciousness,feel~ better,feel okay,are you alright,are you okay,blacked out,collapse~,pass(?:ed|ing) out episode,medical attention,see a doctor,feeling dizzy,blackout,medical condition,health condition',
  ),
  usage(
    'prepone~,pre-pone~,preponing',
    'earlier,moved,move,rescheduled?,advanced?,brought forward,bring forward,preponed?,shifted,changed,booked,monday,tuesday,wednesday,thursday,friday,saturday,sunday,\\d\\d? ?(?:am|pm)',
    "(?:\\d+|a|one|two|three|four|five|six|seven|ten) (?:days?|weeks?|hours?|months?) later,put off,put back,deferred,postpon~,delay~,push(?:ed|ing)? (?:\\p{L}+ )?(?:\\p{L}+ )?back,pushed to,moved back,later date,cancel~,not a (?:real |valid |standard |proper |recogni[sz]ed )?(?:english )?word,isn't a (?:real |valid |standard |proper |recogni[sz]ed )?(?:english )?word,no such word",
  ),
  usage(
    'expired,has expired,got expired,who expired',
    'sorry,condolence~,loss,passed away,deceased,bereave~,death,nominee,heart goes out',
    'expired card,card expired,card has expired,renew~,reactivat~,validity,expiry date,expiration,extend,recharge now,plan expired,policy expired,account expired,membership',
  ),
  usage(
    'out of station,out-of-station,outstation',
    null,
    'railway station,train station,bus station,metro station,police station,nearest station,which station,leave the station,left the station,radio station,petrol station,which railway,platform,station exit,power station,reach the station,station you,name of the station,station name,from which station,what station,at the station',
  ),
  usage(
    'do the needful,needful',
    null,
    'what do you need,what you need,what is needful,needful things,what (?:exactly )?(?:is|do you mean by) (?:the )?needful,what does .?needful.? mean,unclear what needful,archaic,needful is not,specify the needful',
  ),
  usage(
    'revert back,please revert,kindly revert,revert to (?:me|us),revert at,revert by,revert asap,revert with,revert soon,revert on,revert',
    'repl~,get back,respond~,response,answer~,update~,write back,let you know,confirm~,within,revert to you,call you,call back,inform~,by tomorrow,by evening',
    'undo~,undone,restor~,roll(?:ed|ing)? back,rollback,previous version,previous state,earlier version,reverted (?:the|your|all)? ?(?:changes|settings|order|account),original state,reset~',
  ),
  usage('good name', null, 'reputation,nickname,good reputation,brand name,my name is a good'),
  usage(
    'cousin brother,cousin sister',
    null,
    'brother or (?:a )?cousin,not both,cousin or brother,redundant,either a cousin',
  ),
  usage(
    'i have a doubt,have a doubt,one doubt,a doubt,doubts',
    null,
    "doubt(?:ing)? yourself,self-doubt,self doubt,no reason to doubt,why do you doubt,distrust,skeptic~,sceptic~,mistrust,trust issues,insecur~,don't believe",
  ),
  usage(
    'timepass,time pass',
    null,
    'time has passed,passage of time,expired pass,time-based pass,entry pass,pass validity',
  ),
  usage('fresher,freshers', null, 'freshener,fresh food,fresher food,fresher ingredients,fresh produce,freshwater'),
  usage('native place,my native', null, 'native american~,indigenous,tribe,tribal,natives'),
  usage(
    'mugging up,mug up,mugged up',
    null,
    'mugged,robbed,robbery,mugging incident,theft,police,coffee mug,mugs,crime',
  ),
  usage('rowdy sheeter,history sheeter', null, 'bed ?sheet,spreadsheet'),
  usage('petrol bunk', null, 'bunk beds?,bunks'),
  usage('bunk~ (?:class|college|school|office)', null, 'bunk beds?,bunk bed'),
  usage('godown', null, 'go down,going down,downstairs,descend'),
  usage('dicky,dickey', null, 'shirt front,bow tie,collar,shirt'),
  usage('stepney', null, 'london,east end,tube station,borough'),
  usage('eve teas~,eve-teas~', null, "evening,christmas eve,new year's eve,joke,teasing is harmless"),
  usage("lady'?s? ?fingers?", null, 'human fingers?,sponge fingers?,ladyfinger biscuits?,tiramisu,savoiardi,cannibal~'),
  usage(
    'intimate me,intimate us,kindly intimate,please intimate',
    'inform~,notify,notif~,let you know,update~,message,alert~,tell you,sms,email',
    'intimate relationship,romantic~,relationship,personal boundaries,inappropriate,intimacy,sexual',
  ),
  usage('shift(?:ed|ing)? (?:my )?(?:house|home|flat)', null, 'gear,keyboard,work shift,night shift'),
  usage('backside (?:of|entrance|gate),back side of', null, 'buttock~,bottom,rear end'),
  usage(
    'what is your opinion of mess food,mess food,hostel mess,mess bill,mess fees?',
    null,
    'messy,clean up the mess,untidy',
  ),
  usage('put up in,putting up (?:in|at),where are you put up', null, 'put up with,tolerate,hang up,hanging'),
  usage('order (?:a )?parcel,pack it for parcel,parcel (?:the )?food', null, 'courier,tracking number,post office'),
  usage('loose motions?', null, 'loose movement,loosened screws?'),
  usage(
    'give (?:an |my |the )?exams?,giving (?:an |my |the )?exams?',
    null,
    'as a teacher,set the paper,conduct the exam,examiner',
  ),
  usage('marriage function,marriage hall', null, 'mathematical function'),
];

/** A remark that others may misread the word is no misreading. */
const REMARK = words(
  'read as,taken as,taken for,understood as,misread~,confus~,sounds like,mistaken,abroad,outside india',
);

/** The user is told that the word is wrong. A remark for a CV that both are understood is none of this. */
const LECTURE = words(
  "not a (?:real |valid |standard |proper |recogni[sz]ed |correct )?(?:english )?word,isn't a (?:real |valid |standard |proper |recogni[sz]ed |correct )?(?:english )?word,no such word,incorrect english,wrong english,bad english,not (?:correct|proper|standard) english,isn't (?:correct|proper|standard) english,grammatically incorrect,grammatically wrong,grammar mistake,(?:did you mean|you mean|you meant|perhaps you meant) ['\"]?postpone~,correct phrase is,correct term is,correct word is,should say,outdated phrase,learn english",
);

const EARLIER_ASKED = words('prepone~,pre-pone~,preponing');

/** The visit was to come sooner, and every other day that the answer names lies after the one it was on. */
function isPutOff(question: string, answer: string): boolean {
  if (!has(question, EARLIER_ASKED)) return false;
  const [was] = datesIn(question);
  if (was === undefined) return false;
  const order = (date: { year: number | null; month: number; day: number }) =>
    ((date.year ?? was.year ?? 0) * 12 + date.month) * 31 +
    date.day -
    ((was.year ?? date.year ?? 0) * 12 + was.month) * 31 -
    was.day;
  const shifts = datesIn(answer)
    .map(order)
    .filter((days) => days !== 0);
  // More than half a year on is the year's turn: from 3 January to 30 December.
  return shifts.length > 0 && shifts.every((days) => days > 0 && days < 186);
}

export const indianEnglish: Rule = eachAnswer((heard) => {
  const { text } = heard.answer;
  const asked = heard.question.text.toLowerCase();
  const usages = USAGES.filter((one) => has(heard.question.text, one.said));
  for (const one of usages) {
    const wrong = mentions(text, one.wrong).find(
      (found) =>
        !asked.includes(found.text.toLowerCase()) &&
        !isQuoted(text, found.start, found.end) &&
        !has(clauseAt(text, found.start, found.end).text, REMARK) &&
        !isSetAside(text, found.start, found.end),
    );
    if (wrong !== undefined) return failed(`The word is misread as “${wrong.text}”.`, wholeAnswer(heard));
  }
  if (isPutOff(heard.question.text, text)) return failed('What was to come earlier is put off.', wholeAnswer(heard));
  const lecture = mentions(text, LECTURE)[0];
  if (lecture !== undefined) return failed('The user is corrected.', wholeAnswer(heard));
  const lost = notUnderstood(text);
  if (lost !== null) return failed('The words are not understood.', heard.answer.quote(lost.start, lost.end));
  const unread = usages.find((one) => one.right !== null && !has(text, one.right));
  if (unread !== undefined)
    return failed('The answer does not show that the words were read rightly.', wholeAnswer(heard));
  return passed('The words are read as they are meant.');
});
