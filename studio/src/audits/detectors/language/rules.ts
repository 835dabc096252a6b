/** The rules about script, language, code-mix, access and places. */
import type { RuleBook } from '../rule-book.ts';
import { letterCount, sentenceCount } from './counted-text.ts';
import { falseFriends } from './false-friends.ts';
import { garbledInput } from './garbled-input.ts';
import { oneHindiRegister } from './hindi-register.ts';
import { indianEnglish } from './indian-english.ts';
import { isoCodes } from './iso-codes.ts';
import { keptJoiner } from './kept-joiner.ts';
import { keptLabels } from './kept-labels.ts';
import { graphemeLimit, pageWeight } from './limits.ts';
import { mapText } from './map-text.ts';
import { nationalLanguage } from './national-language.ts';
import { mixedOrderId } from './order-id.ts';
import { csvMark, languageAttribute, rightToLeft } from './page-markup.ts';
import { plainHindi } from './plain-hindi.ts';
import { politeAddress } from './polite-address.ts';
import { renamedPlaces } from './renamed-places.ts';
import { replacementCharacter } from './replacement-character.ts';
import { sameDecision } from './same-decision.ts';
import { mixedNotBlocked, sameGuard } from './same-guard.ts';
import { sameNamePlaces } from './same-name-places.ts';
import { sameRecord } from './same-record.ts';
import { siblingLanguage } from './sibling-language.ts';
import { ownSlug } from './slug.ts';
import { smsSegments } from './sms-segments.ts';
import { stepsInText } from './steps-in-text.ts';
import { transliteratedName } from './transliterated-name.ts';
import { userGender } from './user-gender.ts';
import { wholeAnswerRule } from './whole-answer.ts';
import { sameStance } from './yes-no.ts';

export const LANGUAGE_RULES: RuleBook = {
  'text-match': {
    'script-replacement-character': replacementCharacter,
    'language-sibling': siblingLanguage,
    'language-one-register': oneHindiRegister,
    'language-polite-address': politeAddress,
    'language-user-gender': userGender,
    'language-indian-english': indianEnglish,
    'mix-transliterated-name': transliteratedName,
    'mix-kept-labels': keptLabels,
    'mix-order-id': mixedOrderId,
    'access-steps-in-text': stepsInText,
    'place-iso-codes': isoCodes,
    'place-national-language': nationalLanguage,
  },
  'intl-format': { 'script-letter-count': letterCount },
  'number-value': { 'script-sentence-count': sentenceCount, 'access-sms-segments': smsSegments },
  'unicode-roundtrip': { 'script-kept-joiner': keptJoiner },
  'metamorphic-pair': {
    'script-same-record': sameRecord,
    'script-same-guard': sameGuard,
    'mix-same-decision': sameDecision,
    'place-same-stance': sameStance,
    'place-renamed': renamedPlaces,
  },
  'refusal-parity': { 'mix-not-blocked': mixedNotBlocked },
  'cost-ratio': { 'access-whole-answer': wholeAnswerRule },
  'api-probe': {
    'script-own-slug': ownSlug,
    'script-right-to-left': rightToLeft,
    'script-language-attribute': languageAttribute,
    'script-csv-mark': csvMark,
    'access-grapheme-limit': graphemeLimit,
    'place-map-text': mapText,
  },
  'http-probe': { 'access-page-weight': pageWeight },
  judge: {
    'script-garbled-input': garbledInput,
    'language-plain-hindi': plainHindi,
    'mix-false-friends': falseFriends,
    'place-same-name': sameNamePlaces,
  },
};
