/** The rules about amounts, dates, taxes and payments. */
import type { RuleBook } from '../rule-book.ts';

export const MONEY_RULES: RuleBook = {};
