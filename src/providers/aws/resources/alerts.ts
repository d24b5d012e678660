import { at, type DataNode, entries, items } from '../../../model/document.ts';
import type { Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import { policyTree } from '../../../recognize/policy/policy-document.ts';
import { alertFacts } from '../../../recognize/resource/audit-facts.ts';
import { isWritten, literal } from '../../../recognize/resource/derived-settings.ts';
import { namedBy } from '../../../recognize/resource/named-by.ts';
import { settingAt } from '../../../recognize/resource/settings.ts';
import { policyActions } from '../policy-actions.ts';
import { awsSpec } from './spec.ts';

/** Calls that take data or its copies away, as trails name them: `DeleteDBInstance`. */
const DELETIONS: ReadonlySet<string> = new Set(
  policyActions.destructive.map(({ action }) => action.slice(action.indexOf(':') + 1)),
);
/** Of a filter's pattern: `{ ($.eventName = DeleteBucket) || ($.eventName = ScheduleKeyDeletion) }`. */
const IN_PATTERN = /\$\.eventName\s{0,5}=\s{0,5}"?([\w*]{1,60})/g;
const maxPattern = 10_000;

/** What tells somebody of a deletion: rules on events, filters on records with an alarm, and what a service sends by itself. */
export const alertSpecs: readonly ResourceSpec[] = [
  awsSpec(['aws_cloudwatch_event_rule', 'AWS::Events::Rule'], rule),
  awsSpec(['aws_cloudwatch_log_metric_filter', 'AWS::Logs::MetricFilter'], filter, {
    filter_pattern: 'pattern',
  }),
  awsSpec(['aws_db_event_subscription', 'AWS::RDS::EventSubscription'], subscription),
];

/** A rule without a target tells nobody. */
function rule(resource: Resource): readonly Fact[] {
  const pattern = settingAt(resource, 'event_pattern');
  const hasTarget =
    isWritten(resource, 'targets') ||
    namedBy(resource, ['aws_cloudwatch_event_target'], 'rule').length > 0;
  const names = at(policyTree(pattern), 'detail', 'eventName');
  const isAbout = textsIn(names, 4).some(isDeletion);
  return pattern === undefined || !hasTarget || !isAbout
    ? []
    : alertFacts(resource, 'aws', pattern.at);
}

/** `["DeleteTable"]`, `[{ "prefix": "Delete" }]`, `[{ "wildcard": "Delete*" }]`. */
function textsIn(node: DataNode | undefined, depth: number): readonly string[] {
  if (node?.type === 'scalar') return [node.text];
  if (node === undefined || node.type === 'expr' || depth === 0) return [];
  const inside = node.type === 'list' ? items(node) : entries(node).map(({ value }) => value);
  return inside.flatMap((one) => textsIn(one, depth - 1));
}

/** One of them, or a family that takes them in. */
function isDeletion(name: string): boolean {
  return DELETIONS.has(name) || /^(?:Delete)?\*?$/.test(name);
}

/** A filter only counts; an alarm on its count tells somebody. */
function filter(resource: Resource): readonly Fact[] {
  const pattern = settingAt(resource, 'pattern');
  const text = pattern?.type === 'scalar' || pattern?.type === 'expr' ? pattern.text : '';
  const names = [...text.slice(0, maxPattern).matchAll(IN_PATTERN)].map(([, name = '']) => name);
  if (pattern === undefined || !names.some(isDeletion)) return [];
  const metric =
    literal(resource, 'metric_transformation.name') ??
    literal(resource, 'metric_transformations.metric_name');
  const isHeard = resource.stack.resources.some(
    (other) =>
      /^(?:aws_cloudwatch_metric_alarm|AWS::CloudWatch::Alarm)$/.test(other.type) &&
      isWritten(other, 'alarm_actions') &&
      (other.stack.target(settingAt(other, 'metric_name')) === resource ||
        (metric !== undefined && literal(other, 'metric_name') === metric)),
  );
  return isHeard ? alertFacts(resource, 'aws', pattern.at) : [];
}

/** A subscription that names no categories gets all of them. */
function subscription(resource: Resource): readonly Fact[] {
  const categories = settingAt(resource, 'event_categories');
  const isAbout =
    categories === undefined || textsIn(categories, 2).some((text) => text === 'deletion');
  return isAbout ? alertFacts(resource, 'aws', categories?.at ?? resource.at) : [];
}
