import type { Fact } from '../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../model/resource.ts';
import { byDefault, known, type Value, written } from '../../model/value.ts';
import { derived } from '../../recognize/resource/derived-settings.ts';
import { namedBy } from '../../recognize/resource/named-by.ts';
import { settingAt, switchOf } from '../../recognize/resource/settings.ts';
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
      deletionProtection: protection(resource),
    }),
    ...neon.automated(resource, {
      days,
      survives: byDefault(false, resource.at, history),
      method: 'pitr',
    }),
  ];
}

/**
 * A project with a protected branch is not deleted. Plans without such branches exist, and nothing tells which one a project has.
 * @see https://neon.com/docs/guides/protected-branches (read 2026-11-21)
 */
function protection(resource: Resource): Value<boolean> {
  const branch = namedBy(resource, ['neon_branch'], 'project_id')
    .map((one) => settingAt(one, 'protected'))
    // The community's provider says it in words, the vendor's own with a switch.
    .find((node) => node?.type === 'scalar' && /^(?:yes|true)$/i.test(node.text));
  const own = switchOf(resource, 'default_branch_protected', null);
  return branch === undefined || known(own) === true ? own : written(true, branch.at);
}
