/** What the page of sankalpas says. */
import { inLanguage } from './language.ts';

const en = {
  lead: 'What was intended. Everything that is done hangs below one of these.',
  declare: 'Declare a sankalpa',
  status: 'Status',
  kind: 'Kind',
  statuses: { active: 'Active', in_progress: 'In progress', completed: 'Completed', abandoned: 'Abandoned' },
  noneTitle: 'No sankalpa yet',
  none: 'Declare the first here, or from a terminal:',
  noneCommand: 'npx studio sankalpa declare "Check the support bot in Tamil"',
  text: 'What is intended',
  textHint: (used: number, most: number) =>
    `${used.toLocaleString('en-IN')} of ${most.toLocaleString('en-IN')} characters`,
  tooShort: (fewest: number) => `At least ${fewest} characters.`,
  tooLong: (most: number) => `More than ${most.toLocaleString('en-IN')} characters.`,
  context: 'Context, if any',
  kindHint: 'Small letters, digits, dots, dashes, such as: intention',
  kindFault: 'Begin with a small letter; then small letters, digits, “.”, “-” and “_”, 64 at most.',
  submit: 'Declare',
  cancel: 'Cancel',
};

export const sankalpas = inLanguage({ en });
