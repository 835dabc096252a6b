/** `studio targets`: add, list, show, probe, remove. */
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Capabilities, TargetSpec } from '@sacred-qa/contracts/target';
import { addressOf, secretNames } from '@sacred-qa/contracts/target-facts';
import type { Command, Commands } from '../command.ts';
import { usageError } from '../failure.ts';
import { noteNextPage, onePage } from '../paging.ts';
import { type RegisteredTarget, registeredTarget, scopeFrom, secretsOf, targetFrom } from '../target-options.ts';
import { formatDuration, formatIst } from '../terminal/ist.ts';

const pathOf = (id: string): string => `/targets/${encodeURIComponent(id)}`;

const modelOf = (spec: TargetSpec): string => (spec.kind === 'openai' ? spec.model : '');

function fieldsOf({ id, spec, scope, capabilities }: RegisteredTarget): [string, string][] {
  return [
    ['target', spec.name],
    ['id', id],
    ['kind', spec.kind],
    ['address', addressOf(spec)],
    ['model', modelOf(spec)],
    ['secrets', secretNames(spec).join(', ')],
    ['allowed by', scope.allowed_by ?? ''],
    ['private', scope.allow_private ? 'allowed' : ''],
    ['hours', scope.hours === undefined ? '' : `${scope.hours} IST`],
    ['rate', scope.rate_per_minute === undefined ? '' : `${scope.rate_per_minute} questions a minute`],
    ...(capabilities === null ? [['probed', 'never'] as [string, string]] : capabilityFields(capabilities)),
  ];
}

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');
const testedOr = (value: boolean | null): string => (value === null ? 'not tested' : yesNo(value));

function capabilityFields(found: Capabilities): [string, string][] {
  const languages = found.languages.map(
    ({ lang, answered_in_script }) => `${lang}${answered_in_script ? '' : ' (not in its script)'}`,
  );
  const latency = found.latency_ms;
  return [
    ['probed', formatIst(found.probed_at)],
    ['reachable', `${yesNo(found.reachable)}${found.error === undefined ? '' : `: ${found.error}`}`],
    ['models', found.models.join(', ') || 'none listed'],
    ['streams', testedOr(found.streams)],
    ['system role', testedOr(found.system_role)],
    ['several turns', testedOr(found.multi_turn)],
    ['tells usage', testedOr(found.reports_usage)],
    ['languages', languages.join(', ') || 'not tested'],
    ['longest question', longestOf(found.limits)],
    [
      'limits told',
      Object.entries(found.limits?.headers ?? {})
        .map(([name, value]) => `${name}: ${value}`)
        .join(', '),
    ],
    [
      'latency',
      latency === null
        ? 'not tested'
        : `${formatDuration(latency.min)} to ${formatDuration(latency.max)}, median ${formatDuration(latency.median)}`,
    ],
  ];
}

function longestOf(limits: Capabilities['limits']): string {
  if (limits === undefined) return 'not tested';
  const { longest_answered: longest, refused } = limits;
  const tried = longest === null ? 'none tried was answered' : `${longest} characters answered`;
  return refused === null ? `${tried}; more not tested` : `${tried}, ${refused.chars} not: ${refused.why}`;
}

const add: Command = ({ args, out, withStudio }) => {
  const url = args.positional(0);
  const spec = targetFrom(args, url === '' ? undefined : url);
  if (typeof spec === 'string') throw usageError(`"${spec}" is no address: it begins with http:// or https://.`);
  const scope = scopeFrom(args);
  return withStudio(async (client) => {
    const body = { spec, replace: args.flag('replace'), ...(Object.keys(scope).length > 0 ? { scope } : {}) };
    const target = await client.call<RegisteredTarget>('POST', '/targets', { body });
    out.fields(fieldsOf(target));
    out.json(target);
    return EXIT.ok;
  });
};

const list: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const page = await onePage<RegisteredTarget>(client, '/targets', args);
    out.table(
      [
        { title: 'NAME', shrinkTo: 12 },
        { title: 'KIND' },
        { title: 'MODEL', shrinkTo: 8 },
        { title: 'ADDRESS', shrinkTo: 20 },
        { title: 'PROBED' },
      ],
      page.items.map(({ spec, capabilities }) => [
        spec.name,
        spec.kind,
        modelOf(spec),
        addressOf(spec),
        capabilities === null ? 'never' : formatIst(capabilities.probed_at),
      ]),
      'No targets yet. Register one with: studio targets add --help',
    );
    noteNextPage(out, page);
    out.json(page);
    return EXIT.ok;
  });

const show: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const target = await registeredTarget(client, args.positional(0));
    out.fields(fieldsOf(target));
    out.json(target);
    return EXIT.ok;
  });

const probe: Command = ({ args, io, out, withStudio }) =>
  withStudio(async (client) => {
    const { id, spec } = await registeredTarget(client, args.positional(0));
    out.note(`Asking ${spec.name} what it can do.`);
    const found = await client.call<Capabilities>('POST', `${pathOf(id)}/capabilities`, {
      body: { secrets: secretsOf(spec, io.env) },
    });
    out.fields(capabilityFields(found));
    out.json(found);
    return EXIT.ok;
  });

const remove: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    await client.call('DELETE', pathOf(args.positional(0)));
    out.print(`${args.positional(0)} is removed.\n`);
    return EXIT.ok;
  });

export const commands: Commands = { add, list, show, probe, remove };
