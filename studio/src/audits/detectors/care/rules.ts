/** The rules about health, bias, safety, food, festivals and daily life. */
import type { RuleBook } from '../rule-book.ts';

export const CARE_RULES: RuleBook = {};
