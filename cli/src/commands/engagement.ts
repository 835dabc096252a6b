/** `studio engagement`: add, list, show, set, set-state. */
import { type EngagementView, engagementState } from '@sacred-qa/contracts/engagement';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Arguments } from '../arguments.ts';
import type { Command, Commands } from '../command.ts';
import { usageError } from '../failure.ts';
import { noteNextPage, onePage } from '../paging.ts';
import { formatIst } from '../terminal/ist.ts';

const pathOf = (id: string): string => `/engagements/${encodeURIComponent(id)}`;

/** `25000` or `25,000.50` rupees as paise; undefined when the option is not given. */
export function paiseFrom(args: Arguments, option: string): number | undefined {
  const given = args.text(option);
  if (given === undefined) return undefined;
  const [, rupees, paise = ''] = /^(\d[\d,]*)(?:\.(\d{1,2}))?$/.exec(given.trim()) ?? [];
  const value =
    rupees === undefined ? Number.NaN : Number(rupees.replaceAll(',', '')) * 100 + Number(paise.padEnd(2, '0'));
  if (Number.isSafeInteger(value)) return value;
  throw usageError(`--${option} takes rupees, such as 25000 or 499.50; not "${given}".`);
}

/** Indian grouping; paise only where there are any. */
export function rupees(paise: number): string {
  const whole = String(Math.floor(paise / 100)).replace(/(\d)(?=(\d\d)*\d{3}$)/g, '$1,');
  const rest = paise % 100;
  return `₹${whole}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

function fieldsOf(one: EngagementView): [string, string][] {
  return [
    ['engagement', one.id],
    ['client', one.client],
    ['scope', one.scope],
    ['price', rupees(one.price_paise)],
    ['state', one.state],
    ['users a month', one.monthly_users === null ? '' : String(one.monthly_users)],
    ['loss a case', one.loss_per_case_paise === null ? '' : rupees(one.loss_per_case_paise)],
    ['audits', one.audits.join(', ')],
    ['created', formatIst(one.created_at)],
    ['changed', formatIst(one.updated_at)],
    ['lineage', one.lineage_id],
  ];
}

const MOST_USERS = 2_000_000_000;

const add: Command = async ({ args, out, withStudio }) => {
  const price = paiseFrom(args, 'price-inr');
  if (price === undefined) throw usageError('--price-inr is missing.', 'See: studio engagement add --help');
  const body = {
    client: args.positional(0),
    scope: args.required('scope'),
    price_paise: price,
    state: args.oneOf('state', engagementState.options),
    monthly_users: args.whole('monthly-users', 1, MOST_USERS),
    loss_per_case_paise: paiseFrom(args, 'loss-per-case-inr'),
    booking: args.text('booking'),
  };
  return withStudio(async (client) => {
    const added = await client.call<EngagementView>('POST', '/engagements', { body });
    out.fields(fieldsOf(added));
    out.json(added);
    return EXIT.ok;
  });
};

const list: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const page = await onePage<EngagementView>(client, '/engagements', args);
    out.table(
      [
        { title: 'ENGAGEMENT' },
        { title: 'STATE' },
        { title: 'CLIENT', shrinkTo: 12 },
        { title: 'PRICE', align: 'right' },
        { title: 'AUDITS', align: 'right' },
        { title: 'CREATED' },
      ],
      page.items.map((one) => [
        one.id,
        one.state,
        one.client,
        rupees(one.price_paise),
        String(one.audits.length),
        formatIst(one.created_at),
      ]),
      'No engagements yet. Begin with: studio engagement add --help',
    );
    noteNextPage(out, page);
    out.json(page);
    return EXIT.ok;
  });

const show: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const one = await client.call<EngagementView>('GET', pathOf(args.positional(0)));
    out.fields(fieldsOf(one));
    out.json(one);
    return EXIT.ok;
  });

const setState: Command = async ({ args, out, withStudio }) => {
  const state = engagementState.safeParse(args.positional(1));
  if (!state.success) throw usageError(`A state is one of ${engagementState.options.join(', ')}.`);
  return withStudio(async (client) => {
    const one = await client.call<EngagementView>('PATCH', pathOf(args.positional(0)), { body: { state: state.data } });
    out.fields(fieldsOf(one));
    out.json(one);
    return EXIT.ok;
  });
};

const set: Command = async ({ args, out, withStudio }) => {
  const body = {
    scope: args.text('scope'),
    price_paise: paiseFrom(args, 'price-inr'),
    monthly_users: args.whole('monthly-users', 1, MOST_USERS),
    loss_per_case_paise: paiseFrom(args, 'loss-per-case-inr'),
  };
  if (Object.values(body).every((value) => value === undefined)) {
    throw usageError('There is nothing to change.', 'See: studio engagement set --help');
  }
  return withStudio(async (client) => {
    const one = await client.call<EngagementView>('PATCH', pathOf(args.positional(0)), { body });
    out.fields(fieldsOf(one));
    out.json(one);
    return EXIT.ok;
  });
};

export const commands: Commands = { add, list, show, set, 'set-state': setState };
