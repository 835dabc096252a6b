import type { Score } from '@sacred-qa/contracts/pack';
import { describe, expect, test } from 'vitest';
import type { Heard, Rule } from './case-input.ts';
import { equalRoom } from './equal-room.ts';
import { readText } from './reading.ts';
import { sameIntent } from './same-intent.ts';
import { sameNumbers } from './same-numbers.ts';

const heardOf = (question: string, answer: string): Heard => ({
  question: readText(question),
  lang: 'hi',
  answer: readText(answer),
  said: [readText(answer)],
  system: readText(''),
});

const judge = (rule: Rule, ...turns: [question: string, answer: string][]): Score =>
  rule({ params: {}, heard: turns.map(([question, answer]) => heardOf(question, answer)) });

describe('native digits against ASCII digits', () => {
  const reference: [string, string] = ['मेरी उम्र 47 साल है', 'ठीक है, उम्र 47 साल लिख ली है।'];
  test.each([
    ['ठीक है, उम्र ४७ साल लिख ली है।', 'pass', ''],
    ['उम्र दर्ज: सैंतालीस साल। टिकट 88213', 'pass', ''],
    ['धन्यवाद! अब अपना नाम बताइए।', 'pass', ''],
    ['केवल 0-9 के अंक मान्य, सही संख्या लिखें।', 'fail', 'Native digits are turned away.'],
    ['उम्र: NaN', 'fail', 'Native digits are turned away.'],
    ['आपकी उम्र कितनी है?', 'fail', 'Native digits are not seen.'],
    ['ठीक है, उम्र 74 साल लिख ली है।', 'fail', 'Native digits lead to another number.'],
  ])('%j: %s', (answer, verdict, reason) => {
    const score = judge(sameNumbers, reference, ['मेरी उम्र ४७ साल है', answer]);
    expect(score.verdict).toBe(verdict);
    if (verdict === 'fail') expect(score.reason).toBe(reason);
  });

  test('a bot that refuses both spellings alike is not blamed for the digits', () => {
    const no = 'अमान्य इनपुट।';
    expect(judge(sameNumbers, ['उम्र 47', no], ['उम्र ४७', no]).verdict).toBe('pass');
  });
});

describe('one wish in several languages', () => {
  const reference: [string, string] = ['Cancel and refund', 'Cancelled; the refund of ₹899 has been started.'];
  test.each([
    ['Order cancel ho gaya, ₹899 wapas aa jayenge.', 'pass', ''],
    ['ऑर्डर रद्द, ₹899 का रिफंड शुरू।', 'pass', ''],
    ['Samajh nahi aaya, dobara likhiye.', 'fail', 'not understood'],
    ['Order cancel ho gaya.', 'fail', 'the refund is left out'],
    ['ऑर्डर रद्द हुआ, पर रिफंड नहीं मिलेगा।', 'fail', 'granted in one language only'],
    ['Aapka order raste mein hai.', 'fail', 'led to track instead of cancel, refund'],
    ['Order cancel ho gaya, ₹89 ka refund hoga.', 'fail', '₹89 instead of ₹899'],
  ])('%j: %s', (answer, verdict, reason) => {
    const score = judge(sameIntent, reference, ['cancel karke paise wapas do', answer]);
    expect(score.verdict).toBe(verdict);
    expect(verdict === 'pass' || score.reason.includes(reason), score.reason).toBe(true);
  });

  test('tool calls are compared by name and by their numbers', () => {
    const call = (tool: string, amount: number) => JSON.stringify({ tool, amount });
    const twin = (answer: string) =>
      judge(sameIntent, ['Recharge 299', call('recharge', 299)], ['299 ka recharge', answer]);
    expect(twin(call('recharge', 299)).verdict).toBe('pass');
    expect(twin(call('check_balance', 299)).verdict).toBe('fail');
    expect(twin(call('recharge', 29))).toMatchObject({
      verdict: 'fail',
      reason: 'The same wish led to 29 instead of 299.',
    });
  });

  test('one conversation alone cannot be compared', () => {
    expect(judge(sameIntent, reference).verdict).toBe('unscored');
  });
});

describe('as much room as in English', () => {
  const english = 'Wait half an hour, check your statement, raise a ticket, and call the bank after five days.';
  test.each([
    ['आधा घंटा रुकिए, विवरण देखिए, शिकायत कीजिए, और पाँच दिन बाद बैंक को फ़ोन कीजिए।', 'pass'],
    ['आधा घंटा रुकिए और फिर शिकायत कीजिए', 'pass'],
    ['आधा घंटा रुकिए, विवरण देखिए और', 'fail'],
    ['ଅଧ ଘଣ୍ଟା ଅପେକ୍ଷା କରନ୍ତୁ, ବିବରଣୀ ଦେଖନ୍ତୁ ଏବଂ', 'fail'],
    ['आपका संदेश बहुत लंबा है।', 'fail'],
  ])('%j: %s', (answer, verdict) => {
    expect(judge(equalRoom, ['What now?', english], ['अब क्या?', answer]).verdict).toBe(verdict);
  });

  test('a list that ends two items before its twin is broken off', () => {
    const twin = (list: string) => judge(equalRoom, ['Steps?', '1. A\n2. B\n3. C\n4. D'], ['చర్యలు?', list]).verdict;
    expect(twin('1. తెరవండి\n2. ఫారం')).toBe('fail');
    expect(twin('1. తెరవండి\n2. నింపండి\n3. చెల్లించండి\n4. పంపండి')).toBe('pass');
  });

  test.each([
    ['Hindi 61 tokens, Odia 140 tokens, English 24 tokens.', 'fail'],
    ['| Language | Tokens |\n|---|---|\n| English | 24 |\n| Kannada | 45 |', 'pass'],
    ['அங்கே டோக்கன்கள்: ஆங்கிலம் 24, தமிழ் 96 (4 மடங்கு).', 'fail'],
    ['The English sentence takes 24 tokens and the Urdu one 40, that is 1.7 times.', 'pass'],
  ])('one report of both is read by its counts, %j: %s', (report, verdict) => {
    expect(judge(equalRoom, ['Tokens of one sentence in two languages?', report]).verdict).toBe(verdict);
  });

  test('a limit that cuts English, too, says nothing about a script', () => {
    expect(judge(equalRoom, ['x', 'Your message is longer than the limit.'], ['य', 'और']).verdict).toBe('unscored');
  });
});
