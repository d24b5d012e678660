import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { harbourKnowledge } from '../../../test/harbour-knowledge.ts';
import { textAt } from '../../../test/text-at.ts';
import { parse } from '../../formats/dockerfile/parse.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';

function commands(text: string, file = 'Dockerfile') {
  const document = parse(filePath(file), text);
  if (document === null) throw new Error('unread');
  const facts = collect({ id: file, documents: [document] }, harbourKnowledge);
  return ofKind(facts, 'DestructiveCommand');
}

const drop = 'harbour volume delete -y data';
const list = '"harbour", "volume", "delete", "-y", "data"';

describe('the start of an image', () => {
  it.each([
    ['a line', `FROM a\nCMD ${drop} && serve\n`],
    ['a list', `FROM a\nCMD [${list}]\n`],
    ['a shell', `FROM a\nCMD ["sh", "-c", "${drop} && serve"]\n`],
    ['its entry point', `FROM a\nENTRYPOINT ${drop}\nCMD ["x"]\n`],
    ['both together', 'FROM a\nENTRYPOINT ["harbour", "volume"]\nCMD ["delete", "-y", "data"]\n'],
    ['a first process', `FROM a\nENTRYPOINT ["/sbin/tini", "--"]\nCMD ["sh", "-c", "${drop}"]\n`],
    ['a first process and a line', `FROM a\nENTRYPOINT ["tini", "--"]\nCMD ${drop}\n`],
    ['the last stage', `FROM a AS b\nCMD serve\nFROM b\nCMD ${drop}\n`],
  ])('is read of %s', (_, text) => {
    const [found, ...others] = commands(text);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ skipsPrompt: true, verb: 'harbour volume delete' });
    expect(found && textAt(text, found.at)).toMatch(/^harbour\b/);
  });

  it.each([
    ['while it is built', `FROM a\nRUN ${drop}\nCMD serve\n`],
    ['an earlier stage', `FROM a\nCMD ${drop}\nFROM b\nCMD serve\n`],
    ['an earlier word', `FROM a\nCMD ${drop}\nCMD serve\n`],
    ['words for another program', `FROM a\nENTRYPOINT ["echo"]\nCMD [${list}]\n`],
    ['a line for another program', `FROM a\nENTRYPOINT ["echo"]\nCMD ${drop}\n`],
    ['a check of its health', `FROM a\nHEALTHCHECK CMD ${drop}\n`],
    ['nothing', 'FROM a\nENTRYPOINT ["tini", "--"]\n'],
    ['a list that is broken', `FROM a\nCMD ["harbour\n`],
  ])('is not %s', (_, text) => {
    expect(commands(text)).toEqual([]);
  });

  it.each(['Dockerfile.dev', '.devcontainer/Dockerfile', 'e2e/Dockerfile'])(
    'is that of a throw-away container in %s',
    (file) => {
      expect(commands(`FROM a\nCMD ${drop}\n`, file)).toEqual([]);
    },
  );
});

it('ends quickly on hostile text', () => {
  expect(commands(`FROM a\nCMD [${'"\\'.repeat(50_000)}]\n`)).toEqual([]);
});
