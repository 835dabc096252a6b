/** The rules about papers, addresses, names, kinship and privacy. */
import type { RuleBook } from '../rule-book.ts';

export const PAPERS_RULES: RuleBook = {};
