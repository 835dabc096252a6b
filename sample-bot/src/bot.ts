/** The bot: reads the last message, asks each intent in turn, and says so politely when none understands. */
import type { Faults } from './faults.ts';
import { briefing, wishedTongue } from './intents/briefing.ts';
import { calendar } from './intents/calendar.ts';
import { counter } from './intents/counter.ts';
import { crisis } from './intents/crisis.ts';
import { emergency } from './intents/emergency.ts';
import { food } from './intents/food.ts';
import { fraud } from './intents/fraud.ts';
import { health } from './intents/health.ts';
import type { Intent } from './intents/intent.ts';
import { law } from './intents/law.ts';
import { orders } from './intents/orders.ts';
import { papers } from './intents/papers.ts';
import { bareName, dictated, person } from './intents/person.ts';
import { places } from './intents/places.ts';
import { sums } from './intents/sums.ts';
import { talk } from './intents/talk.ts';
import { tax } from './intents/tax.ts';
import { texts } from './intents/texts.ts';
import { notUnderstood } from './intents/unknown.ts';
import { violence } from './intents/violence.ts';
import { zones } from './intents/zones.ts';
import { ENGLISH, type Tongue } from './reading/language.ts';
import { type Question, readQuestion, type Turn } from './reading/question.ts';
import { breaksOff, familiar } from './writing/careless.ts';

/** Danger first, then what a text is to be done with, then the narrow subjects before the wide ones. */
const INTENTS: readonly Intent[] = [
  crisis,
  emergency,
  violence,
  fraud,
  texts,
  law,
  briefing,
  orders,
  person,
  places,
  tax,
  zones,
  calendar,
  papers,
  counter,
  health,
  food,
  sums,
  dictated,
  talk,
  bareName,
];

/** Characters of a message that are read; a chat bot of a shop is not asked longer things. */
const MOST_READ = 4000;
const NATIVE_DIGIT = /(?![0-9])\p{Nd}/u;
/** A follow-up such as `and for murder?` has few words and leans on the question before it. */
const LONGEST_FOLLOW_UP = 6;

export interface Bot {
  /** The answer to the last user turn. Without one, a greeting. Takes about a millisecond. */
  answer(turns: readonly Turn[]): string;
}

export interface BotDeps {
  faults: Faults;
  /** Epoch milliseconds. */
  now(): number;
}

export function createBot({ faults, now }: BotDeps): Bot {
  function read(text: string, earlier: readonly string[], system: string): Question {
    return readQuestion({
      text: text.slice(0, MOST_READ),
      earlier,
      system,
      nowMs: now(),
      faults: { wholeOnly: faults.has('whole-number-words'), monthFirst: faults.has('month-first-dates') },
      answerIn: (asked, said) => answerTongue(asked, said, system, faults),
    });
  }

  function understood(question: Question): string | null {
    if (faults.has('ascii-digits-only') && NATIVE_DIGIT.test(question.text))
      return 'Please enter a valid number (digits 0-9 only).';
    for (const intent of INTENTS) {
      const answer = intent(question, faults);
      if (answer !== null) return answer;
    }
    return null;
  }

  function withContext(question: Question, system: string): string | null {
    const before = question.earlier.at(-1);
    const isShort = (question.text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).length <= LONGEST_FOLLOW_UP;
    if (before === undefined || !isShort) return null;
    const joined = read(`${question.text} ${before}`, question.earlier.slice(0, -1), system);
    return understood({ ...joined, tongue: question.tongue, text: joined.text });
  }

  return {
    answer(turns) {
      const said = turns.filter((turn) => turn.role === 'user').map((turn) => turn.text);
      const system = turns
        .filter((turn) => turn.role === 'system')
        .map((turn) => turn.text)
        .join('\n');
      const question = read(said.at(-1) ?? 'hello', said.slice(0, -1), system);
      const answer = understood(question) ?? withContext(question, system) ?? notUnderstood(question);
      return carelessly(answer, question, faults);
    },
  };
}

/** The language of the question, unless the user or the system message asks for another. */
function answerTongue(asked: Tongue, text: string, system: string, faults: Faults): Tongue {
  if (faults.has('english-only') && asked.language !== 'en' && !asked.romanised) return ENGLISH;
  if (faults.has('devanagari-for-romanised') && asked.romanised) return { ...asked, romanised: false };
  return wishedTongue(text) ?? wishedTongue(system) ?? asked;
}

/** Faults of writing, which no single intent makes. */
function carelessly(answer: string, question: Question, faults: Faults): string {
  const spoken = faults.has('familiar-tu') && question.tongue.language === 'hi' ? familiar(answer) : answer;
  const isIndic = question.asked.language !== 'en' && !question.asked.romanised;
  return faults.has('indic-cut-short') && isIndic ? breaksOff(spoken) : spoken;
}
