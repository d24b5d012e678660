import { describe, expect, it } from 'vitest';
import { ConfigError } from '../model/errors.ts';
import { filePath } from '../model/source.ts';
import { defaultConfig } from './config.ts';
import { parseConfig } from './load.ts';

const file = filePath('riskscan.yaml');

async function failure(text: string, ids: readonly string[] | null = null): Promise<string> {
  try {
    await parseConfig(text, file, ids);
  } catch (error) {
    if (error instanceof ConfigError) return `${error.message} ${error.hint}`;
    throw error;
  }
  return 'no failure';
}

describe('parseConfig', () => {
  it.each(['', '# nothing yet\n', 'suppressions:\nchecks:\n  off:\n', '{}'])(
    'gives the defaults for %j',
    async (text) => {
      expect(await parseConfig(text, file)).toEqual(defaultConfig);
    },
  );

  it('reads every setting', async () => {
    const text = [
      'environments:',
      '  - { match: "infra/live/**", tier: production }',
      'pathClasses:',
      '  - { match: "playground/**", class: example }',
      'stores:',
      '  - { match: "scratch-*", disposable: true }',
      'checks:',
      '  off: [no-audit-log]',
      'failOn: medium',
      'suppressionsInAgentFiles: true',
      'suppressions:',
      '  - check: token-over-scoped',
      '    file: .env',
      '    fingerprint: 01234567890123456789012345678901',
      '    reason: the vendor has no narrower token',
      '    until: 2027-01-31',
    ].join('\n');
    expect(await parseConfig(text, file, ['no-audit-log'])).toEqual({
      environments: [{ match: 'infra/live/**', tier: 'production' }],
      pathClasses: [{ match: 'playground/**', class: 'example' }],
      stores: [{ match: 'scratch-*', disposable: true }],
      checksOff: ['no-audit-log'],
      failOn: 'medium',
      suppressionsInAgentFiles: true,
      suppressions: [
        {
          check: 'token-over-scoped',
          file: '.env',
          fingerprint: '01234567890123456789012345678901',
          reason: 'the vendor has no narrower token',
          until: '2027-01-31',
          at: { file, start: text.indexOf('check: token'), end: text.length },
        },
      ],
    });
  });

  it.each([
    [
      'enviroments: []',
      'riskscan.yaml:1:1: Unknown key "enviroments". Did you mean "environments"?',
    ],
    ['failOn: low\nsupressions: []', 'riskscan.yaml:2:1: Unknown key "supressions". Did you mean'],
    [
      'suppressions:\n  - { check: a, reason: b, untill: x }',
      'riskscan.yaml:2:28: Unknown key "untill". Did you mean "until"?',
    ],
    ['x: 1', 'riskscan.yaml:1:1: Unknown key "x". Allowed: environments,'],
    ['__proto__: {}', 'Unknown key "__proto__".'],
    [
      'failOn: urgent',
      'riskscan.yaml:1:9: "failOn" has a value that is not allowed. Allowed: critical, high',
    ],
    ['environments:\n  - match: a', 'riskscan.yaml:2:5: "environments[0]" lacks "tier".'],
    ['suppressions:\n  - check: a', '"suppressions[0]" lacks "reason".'],
    ['suppressions:\n  - { check: a, reason: "" }', '"suppressions[0].reason" must not be empty.'],
    [
      'suppressions:\n  - { check: a, reason: b, until: tomorrow }',
      'Write a day such as 2027-01-31.',
    ],
    ['suppressions:\n  - { check: a, reason: b, until: 2027-02-30 }', 'a day that does not exist'],
    ['suppressionsInAgentFiles: "yes"', '"suppressionsInAgentFiles" must be true or false.'],
    ['- a', 'The file must be a map of keys.'],
    ['a: [1', 'riskscan.yaml:1:'],
    ['failOn: low\n---\nfailOn: high', 'riskscan.yaml:3:1: A second YAML document'],
    ['failOn: {{ level }}', '"failOn" has a value that is not allowed.'],
  ])('says what is wrong with %j', async (text, message) => {
    expect(await failure(text)).toContain(message);
  });

  it('names the nearest check for one that does not exist', async () => {
    const text = 'checks: { off: [token-over-scoped, token-over-scopd] }';
    expect(await failure(text, ['token-over-scoped'])).toContain(
      'riskscan.yaml:1:36: There is no check "token-over-scopd". Did you mean "token-over-scoped"?',
    );
    expect(await failure(text)).toBe('no failure');
  });

  it('never quotes a value', async () => {
    for (const text of ['failOn: hidden-value', 'environments: hidden-value', 'a: [hidden-value']) {
      expect(await failure(text)).not.toContain('hidden-value');
    }
  });

  it('survives aliases that stand for each other many times over', async () => {
    let text = 'environments: &a0 [x]\n';
    for (let i = 1; i < 30; i += 1) text += `k${i}: &a${i} [*a${i - 1}, *a${i - 1}, *a${i - 1}]\n`;
    const started = performance.now();
    expect(await failure(text)).toContain('riskscan.yaml:');
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
