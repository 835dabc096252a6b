/** The name, colour, logo and contact that reports bear. */
import type { Brand as BrandView } from '@sacred-qa/contracts/brand';
import { useState } from 'react';
import { change } from '../../api/client.ts';
import { useChange, useGet } from '../../api/queries.ts';
import { house } from '../../strings/house.ts';
import { Field } from '../../ui/field.tsx';
import { Section } from '../../ui/page.tsx';
import { SaidLine } from '../../ui/said.tsx';
import { Problem, Shown } from '../../ui/state.tsx';
import styles from './settings.module.css';

const s = house.settings.brand;
const LOGO_MAX_BYTES = 100_000;
const LOGO_TYPES = 'image/png,image/jpeg,image/webp,image/svg+xml';

interface Kept {
  brand: BrandView;
  fault: string | null;
}

export function Brand() {
  const kept = useGet<Kept>('/brand');
  return (
    <Section title={s.title} aside={s.lead}>
      <Shown query={kept} rows={4}>
        {({ brand, fault }) => (
          <>
            {fault !== null && (
              <p role="alert">
                <SaidLine text={fault} />
              </p>
            )}
            <BrandForm brand={brand} />
          </>
        )}
      </Shown>
    </Section>
  );
}

function BrandForm({ brand }: { brand: BrandView }) {
  const [typed, setTyped] = useState<Partial<BrandView>>({});
  const [fault, setFault] = useState<string | null>(null);
  // Only what was typed here: the rest may be another's by now.
  const save = useChange(
    () => change<Kept>('PATCH', '/brand', typed),
    ['brand'],
    () => setTyped({}),
  );
  const shown = { ...brand, ...typed };
  const set = (field: 'name' | 'colour' | 'contact') => (event: { target: { value: string } }) =>
    setTyped({ ...typed, [field]: event.target.value });

  async function take(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const isRight = LOGO_TYPES.split(',').includes(file.type) && file.size > 0 && file.size <= LOGO_MAX_BYTES;
    setFault(isRight ? null : s.logoFault);
    if (isRight) setTyped({ ...typed, logo: await dataUriOf(file) });
  }

  return (
    <form
      className={styles.brand}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      <Field label={s.name}>
        {(ids) => <input {...ids} value={shown.name} onChange={set('name')} required maxLength={80} dir="auto" />}
      </Field>
      <Field label={s.contact} hint={s.contactHint}>
        {(ids) => <input {...ids} value={shown.contact} onChange={set('contact')} maxLength={300} dir="auto" />}
      </Field>
      <Field label={s.colour} hint={s.colourHint}>
        {(ids) => (
          <input {...ids} className={styles.colour} type="color" value={shown.colour} onChange={set('colour')} />
        )}
      </Field>
      <Field label={s.logo} hint={s.logoHint} fault={fault}>
        {(ids) => (
          <input {...ids} type="file" accept={LOGO_TYPES} onChange={(event) => void take(event.target.files?.[0])} />
        )}
      </Field>
      {shown.logo !== null && (
        <p className={styles.logo}>
          <img src={shown.logo} alt={s.logoAlt} />
          <button type="button" className="plain" onClick={() => setTyped({ ...typed, logo: null })}>
            {s.noLogo}
          </button>
        </p>
      )}
      {save.error && <Problem error={save.error} />}
      <p>
        <button type="submit" className="primary" disabled={save.isPending || Object.keys(typed).length === 0}>
          {s.save}
        </button>{' '}
        <span role="status">{save.isSuccess && s.saved}</span>
      </p>
    </form>
  );
}

const dataUriOf = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
