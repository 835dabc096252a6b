/** What the console is told to expect is what the rooms answer; the type checker is the judge. */
import type {
  BackupView,
  HealthView,
  HouseRunView,
  JobView,
  KeyView,
  StoreView,
  TargetView,
} from '@sacred-qa/contracts/house';
import type { Jobs } from '@sacred-qa/foundation/jobs';
import { expectTypeOf, test } from 'vitest';
import type { HealthReport } from './agents/vaidya.ts';
import type { HouseRun } from './house/house-acts.ts';
import type { KeysService } from './keys/keys.service.ts';
import type { StoreService } from './store/store.service.ts';
import type { Target } from './targets/targets.service.ts';

test('the views of the contract fit what the services answer', () => {
  expectTypeOf<HealthReport>().toExtend<HealthView>();
  expectTypeOf<HouseRun>().toExtend<HouseRunView>();
  expectTypeOf<Awaited<ReturnType<Jobs['list']>>[number]>().toExtend<Omit<JobView, 'next' | 'last'>>();
  expectTypeOf<Awaited<ReturnType<KeysService['list']>>>().toExtend<KeyView[]>();
  expectTypeOf<Awaited<ReturnType<StoreService['status']>>>().toExtend<StoreView>();
  expectTypeOf<ReturnType<StoreService['backups']>>().toExtend<BackupView[]>();
  expectTypeOf<Target>().toExtend<TargetView>();
});
