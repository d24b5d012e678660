import { at, type DataNode } from '../../../model/document.ts';
import type { Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { byDefault, known, unknown, type Value, written } from '../../../model/value.ts';
import { withoutPlace } from '../../../recognize/resource/kept-copies.ts';
import { blocksOf, settingAt } from '../../../recognize/resource/settings.ts';
import { keptByAws } from './copies.ts';
import { type Selected, selectedByTag, tagsOf } from './selection.ts';
import { awsSpec, pageOf, textWith } from './spec.ts';

/** Data Lifecycle Manager: snapshots of the disks that carry a tag. */
export const diskSnapshots: readonly ResourceSpec[] = [
  awsSpec(['aws_dlm_lifecycle_policy', 'AWS::DLM::LifecyclePolicy'], policy),
];

function policy(resource: Resource): readonly Fact[] {
  if (known(textWith(resource, 'state', 'ENABLED'))?.toUpperCase() === 'DISABLED') return [];
  const chosen = volumesOf(resource);
  if (chosen.stores.length === 0) return [];
  const [schedule] = schedulesOf(resource);
  return [
    ...keptByAws(resource, {
      id: 'snapshots',
      name: `snapshots by ${resource.name}`,
      at: resource.at,
      method: 'snapshot',
      retentionDays: daysOf(resource, schedule),
      survivesSourceDeletion: byDefault(true, resource.at, pageOf(resource)),
      of: chosen.stores.map(({ key }) => key),
      because: `${resource.name} makes snapshots of disks with its tag`,
    }),
    ...schedulesOf(resource).flatMap((one) => elsewhere(resource, one, chosen)),
  ];
}

function volumesOf(resource: Resource): Selected {
  const volumes = resource.stack.resources.filter(({ type }) =>
    ['aws_ebs_volume', 'AWS::EC2::Volume'].includes(type),
  );
  return selectedByTag(
    volumes,
    tagsOf(targetTags(settingAt(resource, 'policy_details.target_tags'))),
  );
}

/** Templates write them as a list of pairs. */
function targetTags(node: DataNode | undefined): DataNode | undefined {
  if (node?.type !== 'list') return node;
  const entries = node.items.flatMap((item) => {
    const key = at(item, 'key');
    const value = at(item, 'value');
    if (key?.type !== 'scalar' || value === undefined) return [];
    return [{ key: key.text, keyAt: key.at, labels: [], value }];
  });
  return { type: 'map', entries, at: node.at };
}

function schedulesOf(resource: Resource): readonly DataNode[] {
  const details = settingAt(resource, 'policy_details');
  const [block] = details?.type === 'list' ? details.items : [details];
  return [...blocksOf(block, 'schedule'), ...blocksOf(block, 'schedules')];
}

/** How far back the oldest snapshot reaches; unknown where it is not counted in hours or days. */
function daysOf(resource: Resource, schedule: DataNode | undefined): Value<number> {
  const [retain] = blocksOf(schedule, 'retain_rule');
  const [create] = blocksOf(schedule, 'create_rule');
  const interval = numberIn(retain, 'interval');
  const unit = at(retain, 'interval_unit');
  const where = at(retain, 'count')?.at ?? at(retain, 'interval')?.at ?? resource.at;
  if (interval !== undefined) {
    const days = unit?.type === 'scalar' ? daysIn[unit.text.toUpperCase()] : undefined;
    return days === undefined ? unknown('interpolated', where) : written(interval * days, where);
  }
  const count = numberIn(retain, 'count');
  const hours = numberIn(create, 'interval');
  if (count === undefined || hours === undefined) return unknown('interpolated', where);
  return written((count * hours) / 24, where);
}

const daysIn: Readonly<Record<string, number>> = { DAYS: 1, WEEKS: 7, MONTHS: 30, YEARS: 365 };

function numberIn(node: DataNode | undefined, name: string): number | undefined {
  const found = at(node, name);
  const number = found?.type === 'scalar' ? Number(found.text) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

/** Copies in another region or account: where exactly is not needed to know that they are not beside their source. */
function elsewhere(resource: Resource, schedule: DataNode, chosen: Selected): readonly Fact[] {
  const shared = blocksOf(schedule, 'share_rule').concat(blocksOf(schedule, 'share_rules'));
  const crossed = blocksOf(schedule, 'cross_region_copy_rule').concat(
    blocksOf(schedule, 'cross_region_copy_rules'),
  );
  if (shared.length + crossed.length === 0) return [];
  return withoutPlace(
    keptByAws(resource, {
      id: 'copies',
      name: `copies by ${resource.name}`,
      at: resource.at,
      method: 'snapshot',
      retentionDays: unknown('external', resource.at),
      survivesSourceDeletion: byDefault(true, resource.at, pageOf(resource)),
      of: chosen.stores.map(({ key }) => key),
      because: `${resource.name} copies its snapshots elsewhere`,
    }),
  );
}
