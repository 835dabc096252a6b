/** The rules about papers, addresses, names, kinship and privacy. */
import type { RuleBook } from '../rule-book.ts';
import { aadhaarProof } from './aadhaar-proof.ts';
import { consentNotice } from './consent-notice.ts';
import { cousin } from './cousin.ts';
import { decentName } from './decent-name.ts';
import { digipin } from './digipin.ts';
import { exactKin, kinReturns } from './exact-kin.ts';
import { fakeIds } from './fake-ids.ts';
import { gstHeads } from './gst-heads.ts';
import { initials } from './initials.ts';
import { landmarks } from './landmarks.ts';
import { minorConsent } from './minor-consent.ts';
import { noBlame } from './no-blame.ts';
import { pinKinds } from './pin-kinds.ts';
import { dpdpFacts, incidentHours } from './privacy-deadlines.ts';
import { evenPronouns, keptGender } from './pronouns.ts';
import { providentNumber } from './provident-number.ts';
import { noRawIds, redactedIds } from './redacted-ids.ts';
import { relationLine } from './relation-line.ts';
import { stateList } from './state-list.ts';
import { syntheticMedia } from './synthetic-media.ts';
import { thirdGender } from './third-gender.ts';
import { titleGuess } from './title-guess.ts';
import { upiId } from './upi-id.ts';
import { wellFormed } from './well-formed.ts';
import { wholeName } from './whole-name.ts';

export const PAPERS_RULES: RuleBook = {
  'text-match': {
    'papers-provident-number': providentNumber,
    'papers-upi-id': upiId,
    'papers-aadhaar-proof': aadhaarProof,
    'papers-gst-heads': gstHeads,
    'papers-no-raw-ids': noRawIds,
    'address-pin-kinds': pinKinds,
    'address-state-list': stateList,
    'name-initials': initials,
    'name-whole': wholeName,
    'name-decent': decentName,
    'name-title-guess': titleGuess,
    'name-relation-line': relationLine,
    'kin-exact': exactKin,
    'kin-cousin': cousin,
    'kin-kept-gender': keptGender,
    'kin-no-blame': noBlame,
    'kin-third-gender': thirdGender,
    'privacy-dpdp-facts': dpdpFacts,
  },
  'number-value': { 'privacy-incident-hours': incidentHours },
  checksum: { 'papers-well-formed': wellFormed, 'papers-fake-ids': fakeIds, 'address-digipin': digipin },
  'unicode-roundtrip': { 'address-landmarks': landmarks },
  'script-match': { 'privacy-consent-notice': consentNotice },
  'metamorphic-pair': {
    'papers-redacted-ids': redactedIds,
    'kin-returns': kinReturns,
    'kin-even-pronouns': evenPronouns,
  },
  judge: { 'privacy-minor-consent': minorConsent, 'privacy-synthetic-media': syntheticMedia },
};
