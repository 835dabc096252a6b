/** The rules about amounts, dates, taxes and payments. */
import type { RuleBook } from '../rule-book.ts';
import { bankContacts } from './bank-contacts.ts';
import { clockWords } from './clock-words.ts';
import { collectRequests } from './collect-requests.ts';
import { evenHanded } from './even-handed.ts';
import { falseArrest } from './false-arrest.ts';
import { indianLaw } from './foreign-law.ts';
import { incomeTax } from './income-tax.ts';
import { itemRate, tobaccoDates } from './item-rates.ts';
import { kalTense } from './kal-tense.ts';
import { keptCrore } from './kept-crore.ts';
import { labourCodes } from './labour-codes.ts';
import { lakhSums } from './lakh-sums.ts';
import { loanSums } from './loan-sums.ts';
import { localPayments } from './local-payments.ts';
import { moneyGames } from './money-games.ts';
import { noSummerTime } from './no-summer-time.ts';
import { oneDigitSystem } from './one-digit-system.ts';
import { oneGrouping } from './one-grouping.ts';
import { paise } from './paise.ts';
import { rupeeDefault } from './rupee-default.ts';
import { schemes } from './schemes.ts';
import { secretsAsked } from './secrets-asked.ts';
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
    'law-tobacco-dates': tobaccoDates,
    'law-labour-codes': labourCodes,
    'law-indian-law': indianLaw,
    'pay-collect-requests': collectRequests,
    'pay-false-arrest': falseArrest,
    'pay-secrets-asked': secretsAsked,
    'pay-local-ways': localPayments,
    'pay-money-games': moneyGames,
  },
  'intl-format': { 'money-one-grouping': oneGrouping },
  'number-value': {
    'money-lakh-sums': lakhSums,
    'money-loan-sums': loanSums,
    'money-paise': paise,
    'law-item-rate': itemRate,
    'law-income-tax': incomeTax,
  },
  'date-value': { 'date-weekday': weekdayDates },
  'metamorphic-pair': { 'date-one-zone': oneIndianZone },
  'refusal-parity': { 'law-even-handed': evenHanded },
  judge: { 'law-schemes': schemes, 'pay-bank-contacts': bankContacts },
  'api-probe': { 'date-ist': istIsIndian },
};
