/** What to try next in the copy: one thing, by rules over the figures and the copy check, as a hypothesis that can fail. Pure. */
import type { Advice } from '@sacred-qa/contracts/metrics';
import type { Figure } from './figures.ts';
import type { Week } from './week.ts';
import { formatCount } from './words.ts';

type Known = Omit<Week, 'next' | 'figures'>;

/** Points of the copy check below which the copy is mended before anything is measured with it. */
const TRUSTED_SCORE = 90;
const MOST_RETURNED = 0.05;
const MOST_GONE = 0.1;

/** The first is the one to try; change one thing at a time, or nobody knows what worked. */
export function adviceFor(week: Known, more: { gone: Figure; bounced: Figure }): Advice[] {
  const { answered, people } = week.response;
  const interested = figureOf(week, 'interested');
  const booked = figureOf(week, 'booked');
  const wanted = week.goals.flatMap((one) => (one.goal === 'replies' ? [one.wanted] : []));
  const aim = Math.max(2, ...wanted.map(({ value }) => value));
  const found: Advice[] = [];
  const say = (rule: string, because: Figure[], advice: string, hypothesis: string): void => {
    found.push({ rule, advice, hypothesis, because: because.map(({ id }) => id) });
  };

  if (people.value === 0) {
    say(
      'nothing_sent',
      [people],
      'No mail left in this week. See what holds it: studio campaign status.',
      'None: without mails there is nothing to learn from.',
    );
    return found;
  }
  for (const { campaign, score, reasons } of week.copy) {
    const [worst] = reasons;
    if (score.value >= TRUSTED_SCORE || worst === undefined) continue;
    say(
      'mend_copy',
      [score],
      `Mend the copy of ${campaign} before anything else is tried with it: ${worst.detail}`,
      'With that mended, readers judge the offer and not its form. It fails if the share of answers stays where it is.',
    );
  }
  if (more.bounced.value / people.value > MOST_RETURNED) {
    say(
      'check_addresses',
      [more.bounced, people],
      'Check the addresses: too many mails came back. Ask for the address again, or leave the person out.',
      'With checked addresses at most one mail in twenty comes back. It fails if more do.',
    );
  }
  if (more.gone.value / people.value > MOST_GONE) {
    say(
      'ask_first',
      [more.gone, people],
      'Many asked not to be written to. Say in the first line where you met, or ask in person first.',
      'With the first line saying where you met, fewer than one in ten leave. It fails if as many do.',
    );
  }
  if (answered.value === 0) {
    say(
      'other_subject',
      [answered, people, ...wanted],
      'Nobody answered. Change the subject line alone: let it name one question that a product of the reader’s kind gets wrong.',
      `The subject line kept people from reading. With another one, at least ${aim} of the next ${people.value} answer. It fails if fewer do; then change the first paragraph.`,
    );
  } else if (interested.value === 0) {
    say(
      'smaller_wish',
      [answered, interested],
      'People answer and do not want it. Ask for something smaller: one line back about the three questions, no meeting.',
      `The wish was too large. With the smaller one, at least one of the next ${people.value} wants to see more. It fails if none does.`,
    );
  } else if (booked.value === 0) {
    say(
      'two_times',
      [interested, booked],
      'People want it and do not book. Offer two times of this week in your answer, in Indian time, beside the link.',
      'The booking page is one step too many. With two times in the answer, one of the next two who are interested books. It fails if neither does.',
    );
  }
  found.push(...bySegment(week));
  say(
    'split_subject',
    [answered, people, week.needed.daily],
    'Keep the body. Write a second subject line and send both to one segment in one slot, half and half: two batches that differ in nothing else.',
    `One line is answered twice as often as the other. It takes ${formatCount(week.needed.daily.value)} people on each side to show it. It fails if by then neither is named.`,
  );
  return found;
}

/** One segment answers and another of the same size or more does not: a reason to look, no proof. */
function bySegment(week: Known): Advice[] {
  const rows = week.groups.find(({ by }) => by === 'by_segment')?.rows ?? [];
  const warm = rows.filter((row) => row.answered.value > 0).sort((a, b) => b.share.value - a.share.value)[0];
  const cold = rows.filter((row) => row.answered.value === 0).sort((a, b) => b.people.value - a.people.value)[0];
  if (warm === undefined || cold === undefined || cold.people.value < warm.people.value) return [];
  return [
    {
      rule: 'swap_copy',
      advice: `Segment ${warm.title} answers and ${cold.title} does not. Send ${cold.title} the copy that ${warm.title} got, in the same slot.`,
      hypothesis: `The copy made the difference, not the people. With it, at least one of the next ${cold.people.value} of ${cold.title} answers. It fails if none does.`,
      because: [warm.answered, warm.people, cold.answered, cold.people].map(({ id }) => id),
    },
  ];
}

const figureOf = (week: Known, step: string): Figure => {
  const found = week.funnel.find((one) => one.step === step);
  if (found === undefined) throw new RangeError(`${step} is no step of the funnel`);
  return found.people;
};
