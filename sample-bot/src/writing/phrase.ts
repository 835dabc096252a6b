/** Owns sayings: one thing to say, in every language of the bot. */
import type { Language, Tongue } from '../reading/language.ts';
import { romanise } from './romanise.ts';

/** `{name}` in a text is filled in. Hindi in Latin letters is written by hand, other romanised languages by rule. */
export type Phrase = Readonly<Record<Language | 'hi-Latn', string>>;

export type Values = Readonly<Record<string, string>>;

function template(phrase: Phrase, { language, romanised }: Tongue): string {
  if (!romanised) return phrase[language];
  return language === 'hi' || language === 'ur' ? phrase['hi-Latn'] : romanise(phrase[language], language);
}

/** The phrase in the language and script of the tongue. Throws a RangeError when a value is missing. */
export function say(phrase: Phrase, tongue: Tongue, values: Values = {}): string {
  return template(phrase, tongue).replace(/\{(\w+)\}/gu, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new RangeError(`a phrase has no value for {${name}}`);
    return value;
  });
}
