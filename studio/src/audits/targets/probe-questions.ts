/** What a probe asks: a greeting in each language, and two small tests of what a target remembers and obeys. */
import type { Message } from '@sacred-qa/contracts/text';

export interface Greeting {
  lang: string;
  /** ISO 15924 code of the script in which an answer is expected. */
  script: string;
  text: string;
}

export const ENGLISH_GREETING: Greeting = { lang: 'en', script: 'Latn', text: 'Hello! How are you today?' };

export const GREETINGS: readonly Greeting[] = [
  { lang: 'hi', script: 'Deva', text: 'नमस्ते! आज आप कैसे हैं?' },
  { lang: 'bn', script: 'Beng', text: 'নমস্কার! আজ আপনি কেমন আছেন?' },
  { lang: 'ta', script: 'Taml', text: 'வணக்கம்! இன்று நீங்கள் எப்படி இருக்கிறீர்கள்?' },
  { lang: 'te', script: 'Telu', text: 'నమస్కారం! ఈ రోజు మీరు ఎలా ఉన్నారు?' },
  { lang: 'mr', script: 'Deva', text: 'नमस्कार! आज तुम्ही कसे आहात?' },
  { lang: 'gu', script: 'Gujr', text: 'નમસ્તે! આજે તમે કેમ છો?' },
  { lang: 'kn', script: 'Knda', text: 'ನಮಸ್ಕಾರ! ಇಂದು ನೀವು ಹೇಗಿದ್ದೀರಿ?' },
  { lang: 'ml', script: 'Mlym', text: 'നമസ്കാരം! ഇന്ന് നിങ്ങൾക്ക് സുഖമാണോ?' },
  { lang: 'pa', script: 'Guru', text: 'ਸਤ ਸ੍ਰੀ ਅਕਾਲ! ਅੱਜ ਤੁਸੀਂ ਕਿਵੇਂ ਹੋ?' },
  { lang: 'or', script: 'Orya', text: 'ନମସ୍କାର! ଆଜି ଆପଣ କେମିତି ଅଛନ୍ତି?' },
  { lang: 'ur', script: 'Arab', text: 'السلام علیکم! آج آپ کیسے ہیں؟' },
];

/** Only a target that reads the system turn can know the name of the counter. */
export const SYSTEM_TRIAL: { messages: readonly Message[]; known: RegExp } = {
  messages: [
    {
      role: 'system',
      lang: 'en',
      text: 'The order counter of this shop is called Mandara 4739. Whoever asks for its name is told it.',
    },
    { role: 'user', lang: 'en', text: 'What is the order counter called?' },
  ],
  known: /4739/,
};

/** Questions of these lengths are tried one after the other, until one is not answered. */
export const LENGTHS_TRIED: readonly number[] = [4_000, 16_000];

/** A question of so many characters that wants a short answer. */
export function longQuestion(chars: number): Message {
  const ask = 'Please answer with the one word: Namaste. What follows is only there to make this message long. ';
  return { role: 'user', lang: 'en', text: ask.padEnd(chars, 'The order has not come yet. ') };
}

/** Only a target that keeps the turns of a conversation can know the name. */
export const MEMORY_TRIAL: { first: Message; second: Message; known: RegExp } = {
  first: { role: 'user', lang: 'en', text: 'My name is Kaveri.' },
  second: { role: 'user', lang: 'en', text: 'What is my name?' },
  known: /kaveri|कावेरी/i,
};
