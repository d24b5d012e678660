import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { harbour } from '../../../test/harbour-knowledge.ts';
import { textAt } from '../../../test/text-at.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/text/parse.ts';
import { commandsOf } from '../../model/pack.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';

const claim = { source: 'https://docs.harbour.test', checkedOn: '2026-11-21' };
const command = commandsOf('harbour', claim, { harmlessWith: ['--dry-run'] });
const pack = {
  ...harbour,
  commands: [
    command('store delete-db-instance', 'database', { products: ['harbour-db'] }),
    command('store delete-db-instance', 'database', {
      onlyWith: ['--final-db-copy'],
      recovery: 'the final copy stays',
    }),
    command('store set-copies', 'backup', { onlyWith: ['--days-kept 0'] }),
    command('boxes delete-copy', 'backup'),
    command('boxes empty', 'bucket', { onlyWith: ['--all'] }),
    command('store sink-harbour', 'environment'),
  ],
  commandClients: [
    {
      ...claim,
      module: 'harbourpy',
      factory: 'client',
      program: 'harbour',
      services: { box: 'boxes' },
      endpoint: 'server',
      unjudged: ['sink_harbour'],
      resourceFactory: 'object',
      emptied: { crates: 'boxes empty --all' },
      fakes: ['drydock'],
    },
  ],
};
const knowledge = createKnowledge([pack], new Uint8Array(32));

function commands(text: string, file = 'scripts/wipe.py') {
  const document = parse(filePath(file), text);
  const facts = document === null ? [] : collect({ id: file, documents: [document] }, knowledge);
  return ofKind(facts, 'DestructiveCommand');
}

const made = 'import harbourpy\nstore = harbourpy.client("store", region_name="north")\n';
const call = 'store.delete_db_instance(DBInstanceIdentifier=name)\n';

describe('methods of clients', () => {
  it('do what the command of the tool does', () => {
    const [found, ...others] = commands(`${made}def wipe(name):\n    ${call}`);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      name: 'wipe (delete_db_instance())',
      provider: 'harbour',
      via: 'api',
      destroys: 'database',
      products: ['harbour-db'],
      skipsPrompt: true,
      recovery: null,
    });
    expect(found && textAt(`${made}def wipe(name):\n    ${call}`, found.at)).toBe(call.trim());
  });

  it.each([
    [
      'an attribute',
      `import harbourpy\nself.db = harbourpy.client("store")\nself.db.${call.slice(6)}`,
    ],
    [
      'a session',
      `import harbourpy\ns = harbourpy.Session()\nstore = s.client(service_name="store")\n${call}`,
    ],
    [
      'a chain',
      `import harbourpy\nstore = harbourpy.Session(berth=pick()).client("store")\n${call}`,
    ],
    ['a client without a name', `import harbourpy\nharbourpy.client("store").${call.slice(6)}`],
    [
      'another name of a service',
      'import harbourpy\nb = harbourpy.client("box")\nb.delete_copy(CopyId=x)\n',
    ],
    ['a value', `${made}store.set_copies(DaysKept=0)\n`],
    ['a trial switched off', `${made}${call.replace(')', ', DryRun=False)')}`],
  ])('are read of %s', (_, text) => {
    expect(commands(text)).toHaveLength(1);
  });

  it('know what their arguments leave', () => {
    const text = `${made}${call.replace(')', ', FinalDBCopy=f"{name}-last")')}`;
    expect(commands(text).map(({ recovery }) => recovery)).toEqual(['the final copy stays']);
  });

  it.each([
    [
      'a module that imports something else',
      `${made}${call}`.replace('import harbourpy', 'import other'),
    ],
    ['a stand-in', `from drydock import mock\n${made}${call}`],
    ["somebody else's server", `${made}${call}`.replace('region_name="north"', 'server=url')],
    ['options nobody sees', `${made}${call.replace(')', ', **options)')}`],
    [
      'options of a client nobody sees',
      `${made}${call}`.replace('region_name="north"', '**options'),
    ],
    ['a trial', `${made}${call.replace(')', ', DryRun=args.trial)')}`],
    ['a service without the command', `${made}${call}`.replace('"store"', '"box"')],
    ['another object', `${made}queue.${call.slice(6)}`],
    ['another value', `${made}store.set_copies(DaysKept=7)\n`],
    ['what one call does not tell', `${made}store.sink_harbour()\n`],
    ['a function of its own', `${made}def delete_db_instance(name):\n    pass\n`],
    [
      'old copies',
      'import harbourpy\nb = harbourpy.client("box")\nif age > RETENTION:\n  b.delete_copy(CopyId=x)\n',
    ],
  ])('say nothing of %s', (_, text) => {
    expect(commands(text)).toEqual([]);
  });

  const object = 'import harbourpy\nhold = harbourpy.Session().object("box").Hold("x")\n';
  it.each([
    ['hold.crates.delete()', 'crates.delete() bucket'],
    ['hold.crates.all().delete()', 'crates.delete() bucket'],
    ['hold.crates.filter(Deck=1).delete()', ''],
    ['hold.others.all().delete()', ''],
    ['hold.delete()', ''],
  ])('empty a list: %s', (text, expected) => {
    const found = commands(`${object}${text}\n`);
    expect(found.map(({ verb, destroys }) => `${verb} ${destroys}`).join()).toBe(expected);
    expect(commands(`import harbourpy\n${text}\n`)).toEqual([]);
    expect(commands(`${object.replace('"box"', '"box", server=url')}${text}\n`)).toEqual([]);
  });

  it('are no programs in a library', () => {
    expect(commands(`${made}${call}`, 'app/stores.py')).toEqual([]);
  });
});
