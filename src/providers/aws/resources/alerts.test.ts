import { describe, expect, it } from 'vitest';
import { factsOf, only, said } from '../../../../test/resource-facts-of.ts';
import { resources } from '../resources.ts';

function alertsIn(text: string): readonly string[] {
  return only(factsOf(text, resources), 'AuditLog')
    .filter(({ alerts }) => said(alerts) === 'set true')
    .map(({ name }) => name);
}

const rule = (names: string) => `resource "aws_cloudwatch_event_rule" "gone" {
  event_pattern = jsonencode({ detail = { eventName = ${names} } })
}
`;
const target = `resource "aws_cloudwatch_event_target" "gone" {
  rule = aws_cloudwatch_event_rule.gone.name
  arn  = aws_sns_topic.on_call.arn
}
`;
const filter = (pattern: string) => `resource "aws_cloudwatch_log_metric_filter" "gone" {
  pattern = "${pattern}"
  metric_transformation {
    name = "Deletions"
  }
}
`;
const alarm = (rest = 'alarm_actions = [aws_sns_topic.on_call.arn]') =>
  `resource "aws_cloudwatch_metric_alarm" "gone" {\n  metric_name = "Deletions"\n${rest}\n}\n`;

describe('what tells somebody of a deletion', () => {
  it.each([
    ['a rule with a target', rule('["DeleteTable"]') + target],
    ['a rule on a family', rule('[{ prefix = "Delete" }]') + target],
    ['a filter with an alarm', filter('{ ($.eventName = DeleteBucket) }') + alarm()],
    ['a subscription to everything', 'resource "aws_db_event_subscription" "all" {\n}\n'],
  ])('%s', (_, text) => {
    expect(alertsIn(text)).toHaveLength(1);
  });

  it.each([
    ['a rule without a target', rule('["DeleteTable"]')],
    ['a rule on logins', rule('["ConsoleLogin"]') + target],
    ['a rule on firewalls', rule('["DeleteNetworkAclEntry"]') + target],
    ['a filter without an alarm', filter('{ ($.eventName = DeleteBucket) }')],
    ['an alarm that calls nobody', filter('{ ($.eventName = DeleteBucket) }') + alarm('')],
    [
      'a subscription to failures',
      'resource "aws_db_event_subscription" "x" {\n  event_categories = ["failure"]\n}\n',
    ],
  ])('is not %s', (_, text) => {
    expect(alertsIn(text)).toEqual([]);
  });
});

it.each([
  ['a rule on what only a run tells', rule('var.calls') + target],
  [
    'a rule whose pattern lies elsewhere',
    `resource "aws_cloudwatch_event_rule" "gone" {\n  event_pattern = var.pattern\n}\n${target}`,
  ],
  ['a filter whose pattern is computed', filter('${var.pattern}') + alarm()],
  [
    'a subscription to given categories',
    'resource "aws_db_event_subscription" "x" {\n  event_categories = var.categories\n}\n',
  ],
])('nobody can tell of %s', (_, text) => {
  expect(only(factsOf(text, resources), 'AuditLog').map(({ alerts }) => said(alerts))).toEqual([
    'unknown',
  ]);
});

describe('a trail', () => {
  const trail = (bucket: string) =>
    `resource "aws_cloudtrail" "main" {\n  s3_bucket_name = ${bucket}\n}\nresource "aws_s3_bucket" "own" {\n}\nresource "aws_cloudwatch_log_group" "own" {\n}\n`;
  const group = 'aws_s3_bucket.own.id\n  cloud_watch_logs_group_arn =';
  it.each([
    ['aws_s3_bucket.own.id', 'default false'],
    [`${group} "\${aws_cloudwatch_log_group.own.arn}:*"`, 'default false'],
    // Whoever keeps the records may watch them.
    ['var.archive', '-'],
    [`${group} var.security_log_group`, '-'],
    [`${group} "arn:aws:logs:eu-west-1:210987654321:log-group:trails:*"`, '-'],
  ])('in %s alerts: %s', (bucket, expected) => {
    const [log] = only(factsOf(trail(bucket), resources), 'AuditLog');
    expect(said(log?.alerts)).toBe(expected);
  });
});
