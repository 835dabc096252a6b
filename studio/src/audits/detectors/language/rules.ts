/** The rules about script, language, code-mix, access and places. */
import type { RuleBook } from '../rule-book.ts';

export const LANGUAGE_RULES: RuleBook = {};
