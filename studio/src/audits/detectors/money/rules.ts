/** The rules about amounts, dates, taxes and payments. */
import type { RuleBook } from '../rule-book.ts';
import { clockWords } from './clock-words.ts';
import { kalTense } from './kal-tense.ts';
import { keptCrore } from './kept-crore.ts';
import { lakhSums } from './lakh-sums.ts';
import { loanSums } from './loan-sums.ts';
import { noSummerTime } from './no-summer-time.ts';
import { oneDigitSystem } from './one-digit-system.ts';
import { oneGrouping } from './one-grouping.ts';
import { paise } from './paise.ts';
import { rupeeDefault } from './rupee-default.ts';
import { taxYears } from './tax-years.ts';
import { weekdayDates } from './weekday-dates.ts';
import { workingDays } from './working-days.ts';
import { istIsIndian, oneIndianZone } from './zone-names.ts';

export const MONEY_RULES: RuleBook = {
  'text-match': {
    'money-kept-crore': keptCrore,
    'money-one-digit-system': oneDigitSystem,
    'money-rupee-default': rupeeDefault,
    'date-clock-words': clockWords,
    'date-kal-tense': kalTense,
    'date-no-summer-time': noSummerTime,
    'date-tax-years': taxYears,
    'date-working-days': workingDays,
  },
  'intl-format': { 'money-one-grouping': oneGrouping },
  'number-value': { 'money-lakh-sums': lakhSums, 'money-loan-sums': loanSums, 'money-paise': paise },
  'date-value': { 'date-weekday': weekdayDates },
  'metamorphic-pair': { 'date-one-zone': oneIndianZone },
  'api-probe': { 'date-ist': istIsIndian },
};
