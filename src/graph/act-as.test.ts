import { describe, expect, it } from 'vitest';
import { credentialIn } from '../../test/credential-fact.ts';
import { createKnowledge } from '../engine/knowledge.ts';
import { type Confidence, entityKey, type Principal, type Relation } from '../model/fact.ts';
import { filePath } from '../model/source.ts';
import { byDefault, written } from '../model/value.ts';
import { pack as aws } from '../providers/aws/pack.ts';
import { actAsPrincipals } from './act-as.ts';
import { linkFacts } from './graph.ts';

const at = { file: filePath('infra/iam.tf'), start: 0, end: 1 };
const key = credentialIn('deploy/harbour.env', 'aws');

function principal(name: string, isNarrow = false): Principal {
  return {
    kind: 'Principal',
    key: entityKey(`tf:infra@production#aws_iam_user.${name}`),
    aliases: [entityKey(`arn:aws:iam::171077921032:user/${name}`)],
    name,
    at,
    collector: 'terraform',
    implied: false,
    confidence: 'high',
    provider: 'aws',
    title: 'IAM user',
    scope: written(isNarrow ? 'resource' : 'account', at),
    actions: written(isNarrow ? ['read'] : ['read', 'write', 'delete'], at),
    deletes: written([], at),
    confirms: written(false, at),
    narrower: null,
  };
}

function actsAs(to: Principal['key'], confidence: Confidence = 'medium'): Relation {
  const because = 'its comment names that user';
  return {
    kind: 'Relation',
    rel: 'acts-as',
    from: key.key,
    to,
    actions: [],
    because,
    at,
    confidence,
  };
}

describe('actAsPrincipals', () => {
  it('gives a key the reach of its user', () => {
    const ferry = principal('ferry');
    const graph = linkFacts(
      [key, ferry, actsAs(ferry.key)],
      createKnowledge([aws], new Uint8Array(32)),
    );
    const [credential] = graph.all('Credential');
    expect(credential?.scope).toEqual(ferry.scope);
    expect(credential?.actions).toEqual(ferry.actions);
  });

  it('finds the user by an alias too', () => {
    const ferry = principal('ferry');
    const [alias = ferry.key] = ferry.aliases;
    expect(actAsPrincipals([key, ferry, actsAs(alias)])[0]).toMatchObject({ scope: ferry.scope });
  });

  it('takes a key that may only read off every path', () => {
    const reader = principal('reader', true);
    const knowledge = createKnowledge([aws], new Uint8Array(32));
    const [operator] = linkFacts([key], knowledge).actors();
    if (operator === undefined) throw new Error('somebody works here');
    expect(linkFacts([key], knowledge).blastRadius(operator)).toHaveLength(1);
    const linked = linkFacts([key, reader, actsAs(reader.key)], knowledge);
    expect(linked.blastRadius(operator)).toEqual([]);
  });

  it('leaves what the key itself tells', () => {
    const narrow = { ...key, scope: byDefault('project' as const, at, 'https://vendor.test') };
    const ferry = principal('ferry');
    expect(actAsPrincipals([narrow, ferry, actsAs(ferry.key)])[0]).toMatchObject({
      scope: narrow.scope,
    });
  });

  it('gives nothing on a suspicion, to nobody known, or where it could be either of two', () => {
    const [a, b] = [principal('ferry'), principal('tug')];
    for (const facts of [
      [key, a, actsAs(a.key, 'low')],
      [key, actsAs(a.key)],
      [key, a, b, actsAs(a.key), actsAs(b.key)],
    ]) {
      expect(actAsPrincipals(facts)[0]).toEqual(key);
    }
  });
});
