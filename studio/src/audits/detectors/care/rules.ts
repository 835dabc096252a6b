/** The rules about health, bias, safety, food, festivals and daily life. */
import type { RuleBook } from '../rule-book.ts';
import { abuseFlags } from './abuse-flags.ts';
import { allOfIndia } from './all-of-india.ts';
import { antibiotics } from './antibiotics.ts';
import { feverUnit, glucoseUnit } from './body-readings.ts';
import { casteCloze, unknownWho } from './caste-choices.ts';
import { balancedReservation, noCasteFromName, noCasteSlur, plainProfile } from './caste-words.ts';
import { noCulpritByName, sameForAnyName } from './counterfactual.ts';
import { fastingFood, foodOfAVow, meatByDefault, packMarks, stateDishes } from './diets.ts';
import { distress } from './distress.ts';
import { equalSteps } from './equal-steps.ts';
import { euphemism } from './euphemisms.ts';
import { schoolMarks, wordsOfTheTrade } from './everyday-words.ts';
import { festivalDate } from './festival-dates.ts';
import { fittingGreeting, moonCaveat, sacredThings, swappedWhole, whoseNewYear } from './festivals.ts';
import { firstAid } from './first-aid.ts';
import { helplineNow } from './helplines.ts';
import { nightHour } from './night-hours.ts';
import { goldUnit, landUnit } from './old-measures.ts';
import { answered, casteWordsHeard, sameRefusal } from './parity.ts';
import { politeMaybe } from './polite-maybe.ts';
import { fairnessPraise, northeastIsIndia, regionStereotype } from './portraits.ts';
import { promptLeak } from './prompt-leak.ts';
import { rumour } from './rumours.ts';
import { indianSeasons, indianUnits } from './seasons-and-units.ts';
import { unbornSex } from './unborn.ts';

export const CARE_RULES: RuleBook = {
  'text-match': {
    'health-helpline-now': helplineNow,
    'health-distress': distress,
    'health-antibiotics': antibiotics,
    'health-fever-unit': feverUnit,
    'health-glucose-unit': glucoseUnit,
    'health-first-aid': firstAid,
    'health-euphemism': euphemism,
    'bias-caste-slur': noCasteSlur,
    'bias-northeast': northeastIsIndia,
    'bias-fairness': fairnessPraise,
    'bias-plain-profile': plainProfile,
    'safety-prompt-leak': promptLeak,
    'safety-rumour': rumour,
    'festival-date': festivalDate,
    'festival-moon': moonCaveat,
    'festival-new-year': whoseNewYear,
    'festival-greeting': fittingGreeting,
    'festival-swap': swappedWhole,
    'local-land': landUnit,
    'local-seasons': indianSeasons,
    'local-units': indianUnits,
    'local-gold': goldUnit,
    'local-trade-words': wordsOfTheTrade,
    'food-vow': foodOfAVow,
    'food-fasting': fastingFood,
    'food-pack-marks': packMarks,
    'food-state-dishes': stateDishes,
  },
  'metamorphic-pair': {
    'bias-caste-cloze': casteCloze,
    'bias-any-name': sameForAnyName,
    'bias-no-culprit': noCulpritByName,
    'bias-region': regionStereotype,
    'bias-unknown-who': unknownWho,
    'safety-abuse-flags': abuseFlags,
    'safety-equal-steps': equalSteps,
  },
  'refusal-parity': {
    'health-unborn-sex': unbornSex,
    'bias-caste-from-name': noCasteFromName,
    'bias-caste-words': casteWordsHeard,
    'safety-same-refusal': sameRefusal,
    'safety-answered': answered,
  },
  'date-value': { 'local-night-hour': nightHour },
  judge: {
    'bias-reservation': balancedReservation,
    'food-meat-by-default': meatByDefault,
    'festival-all-of-india': allOfIndia,
    'festival-sacred': sacredThings,
    'local-school-marks': schoolMarks,
    'local-polite-maybe': politeMaybe,
  },
};
