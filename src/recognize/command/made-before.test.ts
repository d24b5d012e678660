import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { harbour } from '../../../test/harbour-knowledge.ts';
import { collect } from '../../collectors/shell-scripts/collect.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse } from '../../formats/shell/parse.ts';
import { filePath } from '../../model/source.ts';

const knowledge = createKnowledge([harbour], new Uint8Array(32));

function losses(text: string): number {
  const documents = [parse(filePath('ops/try.sh'), text)];
  const facts = collect({ id: 'ops/try.sh', documents }, knowledge);
  return ofKind(facts, 'DestructiveCommand').length;
}

const make = 'harbour volume create "$X"\n';
const drop = 'harbour volume delete -y --force=1 ';

describe('what a script has made itself', () => {
  it.each([
    ['by a variable', `${make}${drop} \${X}`],
    ['by its name', 'harbour volume create --size 3 trial && harbour volume delete --yes=1 trial'],
    ['with what it belongs to', 'harbour app create trial\nharbour volume delete --app trial data'],
    [
      'with what a here-document declares',
      `harbour apply -f - <<EOF\nkind: Cluster\nmetadata:\n  name: trial\nEOF\n${drop} -l harbour.test/cluster=trial`,
    ],
    ['by a trap', `clean() { ${drop} "$X"; }\ntrap clean EXIT\n${make}`],
    ['by the words of a trap', `trap '${drop} trial' EXIT\nharbour volume create trial`],
    ['by a function called later', `clean() { ${drop} "$X"; }\n${make}clean`],
  ])('goes %s', (_, text) => {
    expect(losses(text)).toBe(0);
  });

  it.each([
    ['another one', `${make}${drop} "$Y"`],
    ['made afterwards', `${drop} "$X"\n${make}`],
    ['of another kind', `harbour secret create data\n${drop} data`],
    [
      'of another kind behind the flags',
      'harbour secret create data\nharbour volume delete -y -- data',
    ],
    ['made in another branch', `case $1 in up) ${make};; *) ${drop} "$X";; esac`],
    ['what may be there', `${make.trim()} || true\n${drop} "$X"`],
    ['what is only tried', `harbour volume create --dry-run "$X"\n${drop} "$X"`],
    ['made where it is missing', `if ! harbour status; then ${make}fi\n${drop} "$X"`],
    ['renamed on the way', `${make}X=prod\n${drop} "$X"`],
    ['each of a list', `${make}for X in a b; do ${drop} "$X"; done`],
    ['by a function that is called before too', `clean() { ${drop} "$X"; }\nclean\n${make}clean`],
    ['chosen by the opposite', `harbour cluster create trial\n${drop} -l cluster!=trial`],
    ['several at once', `${make}${drop} "$X" prod`],
  ])('is not %s', (_, text) => {
    expect(losses(text)).toBe(1);
  });
});
