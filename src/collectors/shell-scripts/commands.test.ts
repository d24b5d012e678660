import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { drop, shellFacts } from '../../../test/harbour-shell.ts';

describe('commands of a tool', () => {
  it('finds one with its place, its name and the ways to run it', () => {
    const text = `#!/bin/sh\nclean() {\n  sudo ${drop}\n}\nclean\n`;
    const [command, ...others] = ofKind(shellFacts(text), 'DestructiveCommand');
    expect(others).toEqual([]);
    expect(command).toMatchObject({
      key: 'shell-scripts:ops/drop.sh#harbour-volume-delete',
      name: 'clean (harbour volume delete)',
      verb: 'harbour volume delete',
      provider: 'harbour',
      via: 'shell',
      destroys: 'volume',
      skipsPrompt: true,
      invocations: ['./ops/drop.sh', 'bash ops/drop.sh'],
      safeVariant: 'harbour volume delete --dry-run',
    });
    expect(text.slice(command?.at.start, command?.at.end)).toBe(drop);
  });

  it('leaves the question to a tool that asks, unless the script answers it', () => {
    const skips = (text: string) =>
      ofKind(shellFacts(text), 'DestructiveCommand').map((one) => one.skipsPrompt);
    expect(skips('harbour volume rm "$id"')).toEqual([false]);
    expect(skips('yes | harbour volume rm "$id"')).toEqual([true]);
  });

  it.each([
    ['a message', `echo "run: ${drop.replaceAll('"', '')}"`],
    ['a comment', `# ${drop}`],
    ['a here-document', `cat <<EOF\n${drop}\nEOF`],
    ['a dry run', 'harbour volume delete --dry-run x'],
    ['another command', 'harbour volume list'],
  ])('is silent about %s', (_, text) => {
    expect(shellFacts(text)).toEqual([]);
  });

  it('names the credential that the script sets for it', () => {
    const text = `export HARBOUR_API_TOKEN="$OPS_TOKEN"\n${drop}`;
    const [holds] = relationsOf(shellFacts(text), 'holds');
    expect(holds).toMatchObject({
      from: 'shell-scripts:ops/drop.sh#harbour-volume-delete',
      to: 'variable:HARBOUR_API_TOKEN',
    });
    expect(text.slice(holds?.at.start, holds?.at.end)).toBe('HARBOUR_API_TOKEN="$OPS_TOKEN"');
  });
});

describe('calls of an API', () => {
  const url = 'https://api.harbour.test/graphql';
  it.each([
    ['JSON', `curl -X POST ${url} -d '{"query":"mutation { volumeDelete(volumeId: \\"a\\") }"}'`],
    [
      'a variable',
      `QUERY='mutation { volumeDelete(volumeId: "a") }'\ncurl ${url} --data "{\\"query\\": \\"$QUERY\\"}"`,
    ],
    [
      'a here-document',
      `curl ${url} --data @- <<EOF\n{"query":"mutation { volumeDelete(volumeId: \\"$id\\") }"}\nEOF`,
    ],
    ['a pipe', `echo '{"query":"mutation { volumeDelete }"}' | curl -d @- ${url}`],
    ['a host variable', `API=${url}\ncurl "$API" -d 'mutation { volumeDelete(volumeId: 1) }'`],
  ])('finds a mutation in %s', (_, text) => {
    const [command] = ofKind(shellFacts(text), 'DestructiveCommand');
    expect(command).toMatchObject({ verb: 'volumeDelete', via: 'api', skipsPrompt: true });
    expect(text.slice(command?.at.start, command?.at.end)).toBe('volumeDelete');
  });

  it.each([
    ['curl -X', 'curl -sX DELETE "https://api.harbour.test/v1/volumes/$id"'],
    ['curl glued', 'curl -XDELETE https://api.harbour.test/v1/volumes/$id'],
    ['curl --request', 'curl --request=DELETE https://api.harbour.test/v1/volumes/7'],
    ['wget', 'wget --method=DELETE https://api.harbour.test/v1/volumes/7'],
    ['httpie', 'http DELETE https://api.harbour.test/v1/volumes/7'],
  ])('finds a delete by %s', (_, text) => {
    expect(ofKind(shellFacts(text), 'DestructiveCommand').map((one) => one.verb)).toEqual([
      'DELETE /v1/volumes/{id}',
    ]);
  });

  it.each([
    ['a query', `curl ${url} -d '{"query":"query { volumeDelete }"}'`],
    ['another host', `curl https://other.test/ -d 'mutation { volumeDelete(volumeId: 1) }'`],
    ['a longer name', `curl ${url} -d 'mutation { volumeDeletePreview(volumeId: 1) }'`],
    ['a read', 'curl https://api.harbour.test/v1/volumes/7'],
  ])('is silent about %s', (_, text) => {
    expect(shellFacts(text)).toEqual([]);
  });

  it('follows the token in the header', () => {
    const text = `token=$HARBOUR_API_TOKEN\ncurl -X DELETE -H "Authorization: Bearer $token" https://api.harbour.test/v1/volumes/7`;
    expect(relationsOf(shellFacts(text), 'holds')).toMatchObject([
      {
        to: 'variable:HARBOUR_API_TOKEN',
        because: 'ops/drop.sh sends $HARBOUR_API_TOKEN in the authorization header',
      },
    ]);
  });
});

describe('credentials', () => {
  const token = ['f6c6e790', 'aa5d', '4b42', 'bb44', 'c9278a3c7d5b'].join('-');
  it.each([
    ['an export', `export HARBOUR_API_TOKEN=${token}`, '.envrc'],
    ['an assignment in quotes', `HARBOUR_API_TOKEN="${token}"`, 'ops/drop.sh'],
    ['a prefix of a command', `HARBOUR_API_TOKEN=${token} harbour up`, 'ops/drop.sh'],
  ])('reads %s and keeps no value', (_, text, file) => {
    const all = shellFacts(`# token for deploys\n${text}\n`, file);
    const [credential] = ofKind(all, 'Credential');
    expect(credential).toMatchObject({
      name: 'HARBOUR_API_TOKEN',
      form: 'literal',
      purpose: 'deploys',
    });
    expect(JSON.stringify(all)).not.toContain(token);
  });

  it.each([
    ['a password', 'rest:https://ops:SECRET@attic.shop-hosting.io/shop'],
    ['a signature', 'https://attic.shop-hosting.io/shop?sig=SECRET'],
  ])('keeps %s in a destination to itself', (_, repository) => {
    const place = repository.replace('SECRET', token);
    const all = shellFacts(`pg_dump "$DATABASE_URL" | restic -r "${place}" backup --stdin`);
    expect(ofKind(all, 'FailureDomain').map((one) => one.name)).toEqual([
      'remote "attic.shop-hosting.io"',
    ]);
    expect(JSON.stringify(all)).not.toContain(token);
  });

  it('leaves references to whoever sets them', () => {
    expect(ofKind(shellFacts('export HARBOUR_API_TOKEN="$CI_TOKEN"'), 'Credential')).toEqual([]);
  });
});

describe('hostile input', () => {
  it.each([
    ['nothing', ''],
    ['garbage', '\u0000\ufeff$(((}}} <<<'],
    ['an open quote', 'pg_dump "$DATABASE_URL > /srv/a'],
    ['an open expansion', 'x=\x24{A:-\x24{B:-\nharbour volume delete -y $x'],
    [
      'a function that calls itself',
      'f() { local a="$1"; pg_dump "$DATABASE_URL" > "$a"; f "$a"; }\nf "$1"',
    ],
    ['variables in a circle', 'A=$B$B\nB=$A$A\nA=$B$B\nB=$A$A\npg_dump "$DATABASE_URL" > "$A"'],
  ])('survives %s', (_, text) => {
    expect(() => structuredClone(shellFacts(text))).not.toThrow();
  });

  it('survives growing variables', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `V${index + 1}="$V${index}$V${index}"`);
    const text = `V0="$A/$B"\n${lines.join('\n')}\npg_dump "$DATABASE_URL" > "$V60"`;
    expect(ofKind(shellFacts(text), 'Backup').length).toBe(1);
  });
});
