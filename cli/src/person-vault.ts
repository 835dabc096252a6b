/** Decides where the keys of persons lie: files in the data folder, or, with a master key, the server's database. */
import { join } from 'node:path';
import { type Config, keyBytes } from '@sacred-qa/foundation/config';
import type { Database } from '@sacred-qa/foundation/database';
import {
  adoptFolderKeys,
  createFolderRing,
  createKeyCopy,
  createServerRing,
} from '@sacred-qa/platform-outreach/key-ring';
import { openVault, type Vault } from '@sacred-qa/platform-outreach/vault';

/** The embedded store never holds its own keys: its back-ups and old pages would hold them too. */
export async function openPersonVault(db: Database, config: Config): Promise<Vault> {
  const folder = join(config.dataDir, 'keys');
  const { masterKey } = config.outreach;
  if (masterKey === null || db.kind === 'embedded') return openVault({ ring: createFolderRing(folder), db });
  const key = keyBytes(masterKey.reveal());
  await adoptFolderKeys(db, folder, key);
  const copy = createKeyCopy(join(folder, 'wrapped.txt'));
  await copy.keepUp(db);
  return openVault({ ring: createServerRing(key, copy), db });
}
