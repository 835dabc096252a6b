/** Posts: what is due waits here to be pasted; a post in doubt waits for a person's word. */
import type { PostCard, PostView } from '@sacred-qa/contracts/campaign';
import { useState } from 'react';
import { Link } from 'wouter';
import { change } from '../../api/client.ts';
import { useChange, useGet, usePages } from '../../api/queries.ts';
import { useMay } from '../../frame/session.ts';
import { campaigns } from '../../strings/campaigns.ts';
import { people } from '../../strings/people.ts';
import { t } from '../../strings/strings.ts';
import { Copy } from '../../ui/command.tsx';
import { Field } from '../../ui/field.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Facts, Page } from '../../ui/page.tsx';
import { RowNote, Rows, RowTitle } from '../../ui/rows.tsx';
import { Said, SaidLine } from '../../ui/said.tsx';
import { Split } from '../../ui/split.tsx';
import { Empty, ListState, Problem, Shown } from '../../ui/state.tsx';
import { Time } from '../../ui/time.tsx';
import { useSearch } from '../../ui/use-search.ts';
import { SLOT_TONES } from '../campaigns/tones.ts';
import styles from './posts.module.css';

const words = people.posts;

export default function Posts() {
  const search = useSearch();
  const { items, query, more } = usePages<PostView>('/outreach/posts');
  const chosen = search.get('id');
  return (
    <Page title={t.pages.posts} lead={words.lead} wide>
      <ListState
        query={query}
        isEmpty={items.length === 0}
        empty={<Empty title={words.noneTitle} text={words.none} command={campaigns.noneCommand} />}
      >
        <Split
          label={t.pages.posts}
          back={search.with('id', '')}
          detail={chosen === '' ? null : <Card key={chosen} id={chosen} />}
          list={
            <Rows
              label={t.pages.posts}
              items={items}
              keyOf={(post) => post.id}
              more={more}
              tall
              render={(post) => (
                <Link href={search.with('id', post.id)} aria-current={post.id === chosen ? 'true' : undefined}>
                  <RowTitle>
                    <SaidLine text={post.title} />
                  </RowTitle>
                  <Mark tone={SLOT_TONES[post.state]} word={campaigns.postStates[post.state]} />
                  <RowNote>
                    <Time at={post.due_at} />
                  </RowNote>
                </Link>
              )}
            />
          }
        />
      </ListState>
    </Page>
  );
}

function Card({ id }: { id: string }) {
  const card = useGet<PostCard>(`/outreach/posts/${id}`);
  return (
    <Shown query={card} rows={10}>
      {(post) => (
        <>
          <h2>
            <SaidLine text={post.title} />
          </h2>
          <Facts
            facts={[
              [words.state, <Mark key="s" tone={SLOT_TONES[post.state]} word={campaigns.postStates[post.state]} />],
              [words.due, <Time key="due" at={post.due_at} />],
              [words.until, <Time key="until" at={post.not_after} />],
              [
                words.campaign,
                <Link key="c" href={`/campaigns/${post.campaign_name}?week=${post.week_of}`}>
                  {post.campaign_name}
                </Link>,
              ],
              ...(post.link === null ? [] : [[words.link, <Said key="link" text={post.link} />] as const]),
              ...(post.url === null ? [] : [[words.url, <Said key="url" text={post.url} />] as const]),
            ]}
          />
          {post.note !== null && <Said text={post.note} />}
          <p className={styles.acts}>
            <Copy text={post.text} label={words.copyText} />
            {post.link !== null && <Copy text={post.link} label={words.copyLink} />}
          </p>
          <div className={styles.text}>
            <Said text={post.text} />
          </div>
          <Where post={post} />
        </>
      )}
    </Shown>
  );
}

/** A post that a person pasted, or that may stand there already: they say where. */
function Where({ post }: { post: PostCard }) {
  const mayWrite = useMay('write');
  const [url, setUrl] = useState('');
  const isInDoubt = post.state === 'in_doubt';
  const tell = useChange(
    (stands: boolean) =>
      isInDoubt
        ? change('POST', `/outreach/posts/${post.id}/settle`, {
            posted: stands,
            ...(stands && url.trim() !== '' ? { url: url.trim() } : {}),
          })
        : change('POST', `/outreach/posts/${post.id}/done`, { url: url.trim() }),
    ['outreach', 'lineage'],
  );
  if (!mayWrite || !(isInDoubt || post.state === 'due')) return null;
  return (
    <form
      className={styles.where}
      onSubmit={(event) => {
        event.preventDefault();
        tell.mutate(true);
      }}
    >
      {isInDoubt && <p>{words.inDoubt}</p>}
      <Field label={words.url} hint={words.urlHint}>
        {(ids) => (
          <input
            {...ids}
            type="url"
            value={url}
            onChange={(event) => setUrl(event.target.value)}
            required={!isInDoubt}
          />
        )}
      </Field>
      <p className={styles.acts}>
        <button type="submit" className="primary" disabled={tell.isPending || (!isInDoubt && url.trim() === '')}>
          {words.done}
        </button>
        {isInDoubt && (
          <button type="button" disabled={tell.isPending} onClick={() => tell.mutate(false)}>
            {words.standsNot}
          </button>
        )}
      </p>
      {tell.error && <Problem error={tell.error} />}
    </form>
  );
}
