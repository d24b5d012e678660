import { at, type DataNode, entries, items } from '../../../model/document.ts';
import type { Fact } from '../../../model/fact.ts';
import type { Resource, ResourceSpec } from '../../../model/resource.ts';
import type { SourceRange } from '../../../model/source.ts';
import { unknown, type Value, written } from '../../../model/value.ts';
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
  if (pattern === undefined || !hasTarget) return [];
  return alertFacts(resource, 'aws', isAmong(textsIn(namesIn(pattern), 4), isDeletion, pattern.at));
}

/** Names of the calls that a rule is about, or the node that hides them. */
function namesIn(pattern: DataNode): DataNode | undefined {
  const tree = policyTree(pattern) ?? pattern;
  const detail = at(tree, 'detail');
  return [tree, detail].find((node) => node?.type === 'expr') ?? at(detail, 'eventName');
}

/** `["DeleteTable"]`, `[{ "prefix": "Delete" }]`, `[{ "wildcard": "Delete*" }]`; `null` for what only a run tells. */
function textsIn(node: DataNode | undefined, depth: number): readonly (string | null)[] {
  if (node?.type === 'scalar') return [node.text];
  if (node?.type === 'expr') return [null];
  if (node === undefined || depth === 0) return [];
  const inside = node.type === 'list' ? items(node) : entries(node).map(({ value }) => value);
  return inside.flatMap((one) => textsIn(one, depth - 1));
}

/** Whether one of several texts is meant. */
function isAmong(
  texts: readonly (string | null)[],
  isMeant: (text: string) => boolean,
  where: SourceRange,
): Value<boolean> {
  if (texts.some((text) => text !== null && isMeant(text))) return written(true, where);
  return texts.includes(null) ? unknown('interpolated', where) : written(false, where);
}

/** One of them, or a family that takes them in. */
function isDeletion(name: string): boolean {
  return DELETIONS.has(name) || /^(?:Delete)?\*?$/.test(name);
}

/** A filter only counts; an alarm on its count tells somebody. */
function filter(resource: Resource): readonly Fact[] {
  const pattern = settingAt(resource, 'pattern');
  if (pattern?.type !== 'scalar' && pattern?.type !== 'expr') return [];
  const text = pattern.text.slice(0, maxPattern);
  const names = [...text.matchAll(IN_PATTERN)].map(([, name = '']) => name);
  // Behind what is computed there may be more.
  const all = pattern.type === 'expr' ? [...names, null] : names;
  return isHeard(resource) ? alertFacts(resource, 'aws', isAmong(all, isDeletion, pattern.at)) : [];
}

/** Whether an alarm is about what a filter counts, by the name of the metric. */
function isHeard(counter: Resource): boolean {
  const metric =
    literal(counter, 'metric_transformation.name') ??
    literal(counter, 'metric_transformations.metric_name');
  return counter.stack.resources.some(
    (other) =>
      /^(?:aws_cloudwatch_metric_alarm|AWS::CloudWatch::Alarm)$/.test(other.type) &&
      isWritten(other, 'alarm_actions') &&
      (other.stack.target(settingAt(other, 'metric_name')) === counter ||
        (metric !== undefined && literal(other, 'metric_name') === metric)),
  );
}

/** A subscription that names no categories gets all of them. */
function subscription(resource: Resource): readonly Fact[] {
  const categories = settingAt(resource, 'event_categories');
  const isAbout =
    categories === undefined
      ? written(true, resource.at)
      : isAmong(textsIn(categories, 2), (text) => text === 'deletion', categories.at);
  return alertFacts(resource, 'aws', isAbout);
}
