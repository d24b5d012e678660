import type { Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { byDefault } from '../../model/value.ts';
import { derived } from '../../recognize/resource/derived-settings.ts';
import { switchOf } from '../../recognize/resource/settings.ts';
import { registryPage, vendorOf } from '../../recognize/resource/vendor.ts';

const neon = vendorOf({
  provider: 'neon',
  page: registryPage('kislerdm/neon', 'neon_'),
  checkedOn: '2026-11-21',
});
const history = 'https://neon.com/docs/introduction/restore-window';

/** What the types of Neon mean. A project is its databases, its branches and what they can be restored from. */
export const resources: readonly ResourceSpec[] = [neon.spec(['neon_project'], project)];

function project(resource: Resource): readonly Fact[] {
  const days = derived(
    neon.number(resource, 'history_retention_seconds', 86_400),
    (seconds) => seconds / 86_400,
  );
  return [
    ...neon.store(resource, {
      product: 'neon-database',
      holds: 'database',
      // A project with a protected branch is not deleted. Plans without such branches exist, and nothing tells which one a project has.
      deletionProtection: switchOf(resource, 'default_branch_protected', null),
    }),
    ...neon.automated(resource, {
      days,
      survives: byDefault(false, resource.at, history),
      method: 'pitr',
    }),
  ];
}
