import { describe, expect, it } from 'vitest';
import { usesOf } from '../../../test/platform-facts.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import type { Document } from '../../model/document.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './links.ts';

const uses = (text: string) => {
  const file = filePath('ops/setup.sh');
  const document: Document = parseShell(text, { file });
  return usesOf(collect({ id: file, documents: [document] }, {} as never));
};

describe('services of Dokku that a script links', () => {
  it.each([
    [
      'to two apps whose names tell their stages',
      'dokku postgres:link shop shop-production\nsudo dokku postgres:link shop shop-staging --alias OLD\n',
      ['production connects-to postgres service shop', 'staging connects-to postgres service shop'],
    ],
    [
      'to an app without a stage beside its staging',
      'DB=main\ndokku mysql:link "$DB" shop\ndokku mysql:link "$DB" shop-staging\n',
      ['production connects-to mysql service main', 'staging connects-to mysql service main'],
    ],
    [
      'over SSH',
      'ssh -t dokku@box postgres:link shop shop-prod\nssh dokku@box -C postgres:link shop shop-dev\n',
      [
        'development connects-to postgres service shop',
        'production connects-to postgres service shop',
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(uses(text)).toEqual(expected);
  });

  it.each([
    ['to an app of no known stage', 'dokku postgres:link shop shop\n'],
    ['to an app that only a run knows', 'dokku postgres:link shop "$1"\n'],
    ['of a plugin that keeps nothing', 'dokku memcached:link hot shop-staging\n'],
    ['of a plugin nobody knows', 'dokku domains:link hot shop-staging\n'],
    ['with flags where names belong', 'dokku postgres:link --alias X shop-staging\n'],
    ['by another tool', 'podman postgres:link shop shop-staging\n'],
    [
      'and take away again',
      'dokku postgres:link shop shop-staging\ndokku postgres:unlink shop shop-staging\n',
    ],
    [
      'that has a database for each app',
      'dokku mariadb:link main shop-staging\ndokku mariadb:enter main mariadb -e "CREATE DATABASE shop_staging"\n',
    ],
    ['on a host that only a run knows', 'ssh dokku@$HOST postgres:link shop shop-staging\n'],
    ['in words that are printed', 'echo dokku postgres:link shop shop-staging\n'],
  ])('make nothing of one %s', (_, text) => {
    expect(uses(text)).toEqual([]);
  });

  it('are another service on another host', () => {
    const file = filePath('ops/setup.sh');
    const text =
      'ssh dokku@one postgres:link shop shop-production\nssh dokku@two postgres:link shop shop-staging\n';
    const facts = collect({ id: file, documents: [parseShell(text, { file })] }, {} as never);
    const keys = facts.flatMap((fact) => (fact.kind === 'DataStore' ? [fact.key] : []));
    expect(new Set(keys).size).toBe(2);
  });
});
