/** `studio post`: the posts of campaigns, as cards to paste when they are due. */
import { POST_STATES, type PostCard, type PostView } from '@sacred-qa/contracts/campaign';
import { EXIT } from '@sacred-qa/contracts/exit-codes';
import type { Command, Commands, Context } from '../command.ts';
import { usageError } from '../failure.ts';
import { noteNextPage, onePage } from '../paging.ts';
import { formatIst, formatIstDay } from '../terminal/ist.ts';
import { safeText } from '../terminal/safe-text.ts';

interface Card extends PostCard {
  composer_url: string;
}

const STATES = POST_STATES.map((state) => state.replace('_', '-'));

const pathOf = ({ args }: Context, act = ''): string =>
  `/outreach/posts/${encodeURIComponent(args.positional(0))}${act}`;

const list: Command = ({ args, out, withStudio }) =>
  withStudio(async (client) => {
    const page = await onePage<PostView>(client, '/outreach/posts', args, {
      state: args.oneOf('state', STATES)?.replace('-', '_'),
    });
    out.table(
      [
        { title: 'POST' },
        { title: 'TITLE', shrinkTo: 16 },
        { title: 'STATE' },
        { title: 'DUE' },
        { title: 'WHERE, OR WHY', shrinkTo: 16 },
        { title: 'ID' },
      ],
      page.items.map((post) => [
        ...[post.name, post.title, post.state, formatIstDay(post.due_at)],
        ...[post.url ?? post.note ?? '', post.id],
      ]),
      'There are no such posts. A campaign plans them: studio campaign plan NAME --week-of DATE',
    );
    noteNextPage(out, page);
    out.json(page);
    return EXIT.ok;
  });

const show: Command = (context) =>
  context.withStudio(async (client) => {
    const { args, out } = context;
    const card = await client.call<Card>('GET', pathOf(context));
    // One's own words, exactly: isolates and joiners of Urdu or Hindi belong to them.
    if (args.flag('text')) out.print(`${card.text}\n`);
    else printCard(context, card);
    out.json(card);
    return EXIT.ok;
  });

/** The text stands by itself between two blank lines, without a margin, so that it can be marked and copied. */
function printCard({ out }: Context, card: Card): void {
  const { paint } = out.frame;
  const says = (text: string): void => out.print(`${safeText(text)}\n`);
  out.print(`${paint('bold', safeText(card.title || card.name))}  ${card.campaign_name}, week of ${card.week_of}\n`);
  says(`${card.state.replace('_', ' ')}; due ${formatIstDay(card.due_at)}, not after ${formatIstDay(card.not_after)}`);
  if (card.note !== null) says(card.note);
  if (card.url !== null) says(`It stands at ${card.url}`);
  out.print(`\n${safeText(card.text)}\n\n`);
  if (card.link !== null) says(`Link to attach: ${card.link}`);
  if (card.state !== 'due') return;
  says(`Paste it at ${card.composer_url} and say where it stands:`);
  says(`  studio post done ${card.name} URL`);
}

const done: Command = (context) =>
  context.withStudio(async (client) => {
    const { args, out } = context;
    const post = await client.call<PostView>('POST', pathOf(context, '/done'), { body: { url: args.positional(1) } });
    out.print(`${post.name}: published at ${post.url ?? ''}, noted ${formatIst(post.posted_at ?? '')}\n`);
    out.json(post);
    return EXIT.ok;
  });

const settle: Command = (context) => {
  const { args, out } = context;
  const found = args.positional(1);
  if (found !== 'posted' && found !== 'not-posted')
    throw usageError('Say whether it stands there: "posted" or "not-posted".');
  const url = args.text('url');
  if (found === 'not-posted' && url !== undefined) throw usageError('A post that is not there has no --url.');
  return context.withStudio(async (client) => {
    const post = await client.call<PostView>('POST', pathOf(context, '/settle'), {
      body: { posted: found === 'posted', ...(url === undefined ? {} : { url }) },
    });
    out.print(`${post.name} is now ${post.state}.\n`);
    out.json(post);
    return EXIT.ok;
  });
};

export const commands: Commands = { list, show, done, settle };
