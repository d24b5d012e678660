import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { harbourKnowledge } from '../../../test/harbour-knowledge.ts';
import { parse as parseScript } from '../../formats/script/parse.ts';
import { parse as parseText } from '../../formats/text/parse.ts';
import { filePath } from '../../model/source.ts';
import { targetFacts } from './target-facts.ts';

const places = {
  settings: ['dbCredentials.url', 'datasource.url'],
  line: /^\s*(?:url|directUrl)\s*=|environ|getenv/,
};

function facts(text: string, file = 'db/tool.config.ts') {
  const parse = file.endsWith('.ts') ? parseScript : parseText;
  const unit = { id: file, documents: [parse(filePath(file), text)] };
  return targetFacts('harbour', places, unit, harbourKnowledge);
}

const leadsTo = (text: string, file?: string) =>
  ofKind(facts(text, file), 'Binding').map(({ variable, entity }) => `${variable} ${entity}`);

describe('the database that a tool works on', () => {
  it.each([
    [
      'a variable',
      'export default { dbCredentials: { url: process.env.SHOP_URL } };',
      ['SHOP_URL'],
    ],
    [
      'an asserted one',
      'export default define({ dbCredentials: { url: process.env.SHOP_URL! } });',
      ['SHOP_URL'],
    ],
    [
      'one in brackets',
      "export default { dbCredentials: { url: process.env['SHOP_URL'] } };",
      ['SHOP_URL'],
    ],
    [
      'a function of the tool',
      "export default define({ datasource: { url: env('SHOP_URL') } });",
      ['SHOP_URL'],
    ],
    [
      'a class',
      'const source = new Source({ dbCredentials: { url: Bun.env.SHOP_URL } });',
      ['SHOP_URL'],
    ],
    [
      'one of two',
      'export default { dbCredentials: { url: process.env.DIRECT ?? process.env.SHOP_URL } };',
      ['DIRECT', 'SHOP_URL'],
    ],
    [
      'a variable before a fallback',
      "export default { dbCredentials: { url: process.env.SHOP_URL || 'postgres://a:b@localhost/shop' } };",
      ['SHOP_URL'],
    ],
  ])('is named by %s', (_, text, names) => {
    expect(leadsTo(text)).toEqual(names.map((name) => `config:harbour variable:${name}`));
  });

  it.each([
    [
      'a block',
      'datasource db {\n  provider = "postgresql"\n  url      = env("SHOP_URL")\n}\n',
      'db/schema.prisma',
    ],
    ['a program', "url = os.environ['SHOP_URL']\n", 'alembic/env.py'],
    ['a function with a default', 'url = os.getenv("SHOP_URL", "sqlite://")\n', 'alembic/env.py'],
  ])('is named by a line of %s', (_, text, file) => {
    expect(leadsTo(text, file)).toEqual(['config:harbour variable:SHOP_URL']);
  });

  it('is written out', () => {
    const text = "export default { dbCredentials: { url: 'postgres://db.ferries.io:5432/shop' } };";
    expect(leadsTo(text)).toEqual(['config:harbour db:postgres://db.ferries.io:5432/shop']);
  });

  it.each([
    ['another setting', 'export default { other: { url: process.env.SHOP_URL } };'],
    ['something computed', 'export default { dbCredentials: { url: secret() } };'],
    ['nothing', ''],
    ['garbage', 'export default { dbCredentials: {{{'],
  ])('is not named by %s', (_, text) => {
    expect(facts(text)).toEqual([]);
  });
});
