/** What an importer reads out of a file, before it is known who the bot is. */
import type { Message } from '@sacred-qa/contracts/text';

export interface Utterance {
  /** As the file names whoever spoke. */
  speaker: string;
  text: string;
  lang?: string;
}

export interface RecordedConversation {
  id: string;
  /** The pattern that the file names for it. */
  pattern: string | null;
  utterances: Utterance[];
}

export interface Recording {
  conversations: RecordedConversation[];
  /** What was left out and why, in words: media, notices of the system, lines that could not be read. */
  leftOut: Map<string, number>;
}

export const leaveOut = (leftOut: Map<string, number>, why: string): void =>
  void leftOut.set(why, (leftOut.get(why) ?? 0) + 1);

const ROLES: Readonly<Record<string, Message['role']>> = {
  ...Object.fromEntries(['system', 'developer', 'instruction', 'instructions'].map((name) => [name, 'system'])),
  ...Object.fromEntries(
    ['assistant', 'bot', 'ai', 'model', 'agent', 'chatbot', 'gpt', 'outgoing', 'outbound', 'answer'].map((name) => [
      name,
      'assistant',
    ]),
  ),
  ...Object.fromEntries(
    ['user', 'human', 'customer', 'client', 'visitor', 'guest', 'incoming', 'inbound', 'question'].map((name) => [
      name,
      'user',
    ]),
  ),
};

/** The role that a speaker's name says by itself; undefined for the name of a person or a product. */
export const roleOfName = (speaker: string): Message['role'] | undefined => {
  const name = speaker.trim().toLowerCase();
  return Object.hasOwn(ROLES, name) ? ROLES[name] : undefined;
};
