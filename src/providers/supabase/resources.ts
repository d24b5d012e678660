import type { ResourceSpec } from '../../model/resource.ts';
import { plainStore } from '../../recognize/resource/plain-stores.ts';
import { registryPage, vendorOf } from '../../recognize/resource/vendor.ts';

const supabase = vendorOf({
  provider: 'supabase',
  page: registryPage('supabase/supabase', 'supabase_'),
  checkedOn: '2026-11-21',
});

/** What the types of Supabase mean. Which backups a project has, its plan says and no setting. */
export const resources: readonly ResourceSpec[] = [
  plainStore(supabase, {
    types: ['supabase_project'],
    product: 'supabase-project',
    holds: 'database',
  }),
];
