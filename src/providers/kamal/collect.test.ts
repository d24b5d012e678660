import { describe, expect, it } from 'vitest';
import { factsOfFiles, storesOf, usesOf } from '../../../test/platform-facts.ts';
import { collect } from './collect.ts';

const base = `service: shop
image: acme/shop
servers:
  web: [203.0.113.10]
accessories:
  db:
    image: mysql:8.4
    host: 203.0.113.20
    directories: [data:/var/lib/mysql]
`;

function kamal(files: Readonly<Record<string, string>>) {
  return factsOfFiles(
    collect,
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`config/${name}`, text])),
  );
}

describe('accessories', () => {
  it('of the base are every destination’s that does not override them', () => {
    const facts = kamal({
      'deploy.yml': base,
      'deploy.staging.yml': 'servers:\n  web: [203.0.113.30]\n',
    });
    expect(usesOf(facts)).toEqual([
      'production connects-to shop-db on 203.0.113.20',
      'staging connects-to shop-db on 203.0.113.20',
    ]);
    const staging = facts.find(
      (fact) => fact.kind === 'Relation' && fact.because.includes('does not override'),
    );
    expect(staging?.kind === 'Relation' && staging.at.file).toBe('config/deploy.staging.yml');
  });

  it('on another host are another database', () => {
    const facts = kamal({
      'deploy.yml': base,
      'deploy.staging.yml': 'accessories:\n  db:\n    host: 203.0.113.40\n',
    });
    expect(usesOf(facts)).toEqual([
      'production connects-to shop-db on 203.0.113.20',
      'staging connects-to shop-db on 203.0.113.40',
    ]);
  });

  it('on a host that a template decides are nobody else’s', () => {
    const template = base.replace('203.0.113.20', '<%= ENV["DB_IP"] %>');
    const facts = kamal({ 'deploy.yml': template, 'deploy.staging.yml': 'retain_containers: 1\n' });
    expect(usesOf(facts)).toEqual([
      'production connects-to shop-db',
      'staging connects-to shop-db',
    ]);
    expect(
      new Set(facts.flatMap((fact) => (fact.kind === 'DataStore' ? [fact.key] : []))).size,
    ).toBe(2);
  });

  it('that keep no data are none', () => {
    expect(storesOf(kamal({ 'deploy.yml': base.replace('mysql:8.4', 'acme/proxy:1') }))).toEqual(
      [],
    );
  });
});

describe('variables in the clear', () => {
  const file = (host: string, stage: string) =>
    `env:\n  clear:\n    RAILS_ENV: ${stage}\n    MYSQL_DATABASE_HOST: ${host}\n`;
  const bare = 'service: shop\nimage: acme/shop\nrequire_destination: true\n';

  it('name one server in two destinations', () => {
    const facts = kamal({
      'deploy.yml': bare,
      'deploy.beta.yml': file('shop-mysql-primary', 'beta'),
      'deploy.production.yml': file('shop-mysql-primary', 'production'),
      'deploy.staging.yml': file('shop-staging-mysql', 'staging'),
    });
    expect(usesOf(facts)).toEqual([
      'production connects-to shop-mysql-primary',
      'staging connects-to shop-mysql-primary',
      'staging connects-to shop-staging-mysql',
    ]);
  });

  it('may name an accessory, which every destination has of its own', () => {
    const facts = kamal({
      'deploy.yml': `${base}env:\n  clear:\n    DB_HOST: shop-db\n`,
      'deploy.staging.yml': 'accessories:\n  db:\n    host: 203.0.113.40\n',
    });
    expect(storesOf(facts)).toEqual([
      'shop-db on 203.0.113.20: mysql database',
      'shop-db on 203.0.113.40: mysql database',
    ]);
  });
});

it.each([[''], ['service: x'], ['service: x\nimage: y\naccessories: [1]\nenv: 3'], ['- 1']])(
  'survives %j',
  (text) => {
    expect(() => kamal({ 'deploy.yml': text, 'deploy.staging.yml': text })).not.toThrow();
  },
);
