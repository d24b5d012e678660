import { describe, expect, it } from 'vitest';
import { backupsOf, factsOfFiles, storesOf, usesOf } from '../../../test/platform-facts.ts';
import { collect } from './collect.ts';
import { pack } from './pack.ts';

function fly(files: Readonly<Record<string, string>>) {
  return factsOfFiles(collect, files, [pack]);
}

const mounts = "[mounts]\nsource = 'data'\ndestination = '/data'\n";

describe('apps', () => {
  it('of one folder tell each other’s stage', () => {
    const facts = fly({
      'fly.toml': `app = 'shop'\n${mounts}`,
      'fly.staging.toml': `app = 'shop-staging'\n[[mounts]]\nsource = 'data'\ndestination = '/data'\n`,
    });
    expect(usesOf(facts)).toEqual([
      'production mounts volume data of shop',
      'staging mounts volume data of shop-staging',
    ]);
  });

  it('of one name are one app, whatever the file is called', () => {
    const facts = fly({
      'fly.production.toml': `app = 'shop'\n${mounts}`,
      'fly.staging.toml': `app = 'shop'\n${mounts}`,
    });
    expect(usesOf(facts)).toEqual([
      'production mounts volume data of shop',
      'staging mounts volume data of shop',
    ]);
  });

  it('say nothing with a build mode', () => {
    const facts = fly({ 'fly.toml': `app = 'shop'\n${mounts}[env]\nNODE_ENV = 'production'\n` });
    expect(usesOf(facts)).toEqual(['unknown mounts volume data of shop']);
  });
});

describe('volumes', () => {
  it('have snapshots of five days that nobody may count on', () => {
    const facts = fly({ 'fly.toml': `app = 'shop'\n${mounts}` });
    expect(storesOf(facts)).toEqual(['volume data of shop: fly-volume volume']);
    expect(backupsOf(facts)).toEqual([
      "Fly's daily snapshots of volume data, kept 5 days: unknown",
    ]);
    expect(
      facts.flatMap((fact) =>
        fact.kind === 'Relation' && fact.rel === 'placed-in' ? [fact.to] : [],
      ),
    ).toEqual(['fly:app/shop', 'fly:app/shop']);
  });

  it.each([
    ['snapshot_retention = 30', ["Fly's daily snapshots of volume data, kept 30 days: unknown"]],
    ['scheduled_snapshots = false', []],
  ])('with %s', (line, backups) => {
    expect(backupsOf(fly({ 'fly.toml': `app = 'shop'\n${mounts}${line}\n` }))).toEqual(backups);
  });
});

it.each([[''], ['app = 3'], ["app = 'x'\nmounts = 1"], ["app = 'x'\n[[mounts]]\n[env]\nA = []"]])(
  'survives %j',
  (text) => {
    expect(() => fly({ 'fly.toml': text })).not.toThrow();
  },
);
