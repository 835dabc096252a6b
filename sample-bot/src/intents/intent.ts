/** What an intent is: it answers a question that it understands, and leaves every other to the next one. */
import type { Faults } from '../faults.ts';
import type { Question } from '../reading/question.ts';

export type Intent = (question: Question, faults: Faults) => string | null;
