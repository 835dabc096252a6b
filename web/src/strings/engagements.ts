/** What the page of engagements says. */
import { count, inLanguage } from './language.ts';

const en = {
  lead: 'Work sold to clients, from the quote to the money. Its audits bear client, scope and price in the foot of the report.',
  add: 'New engagement',
  noneTitle: 'No engagement yet',
  none: 'Record what was offered or sold; an audit that is started as part of it names it in its report.',
  noneCommand: 'npx studio engagement add "Asha Stores" --scope "Micro-audit of the Hindi help desk" --price-inr 25000',
  client: 'Client',
  scope: 'Scope',
  scopeHint: 'What was sold, in words the client knows. It is printed in the report.',
  price: 'Price in rupees',
  priceFault: 'An amount such as 25000 or 25000.50',
  priceShown: 'Price',
  state: 'State',
  states: { quoted: 'Quoted', booked: 'Booked', delivered: 'Delivered', paid: 'Paid' },
  users: 'People who ask in a month',
  loss: 'Rupees that one wrong answer costs',
  figuresHint: 'The client’s own figure; leave it empty if they gave none.',
  audits: 'Audits',
  auditsOf: (n: number) => count(n, 'audit', 'audits'),
  noAudits: 'None yet.',
  start: 'Start an audit for it',
  foot: 'In the foot of its reports',
  footText: (client: string, scope: string, price: string) => `For ${client}. Ordered: ${scope}. Price: ${price}.`,
  change: 'Change',
  save: 'Save',
  cancel: 'Cancel',
  lineage: 'Lineage',
  opened: 'Recorded',
};

export const engagements = inLanguage({ en });
