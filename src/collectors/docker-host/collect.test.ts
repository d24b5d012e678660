// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of other languages are what is tested
import { describe, expect, it } from 'vitest';
import { ofKind, relationsOf } from '../../../test/facts-of-kind.ts';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parse as parseEnv } from '../../formats/dotenv/parse.ts';
import { parse as parseShell } from '../../formats/shell/parse.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';

const knowledge = createKnowledge([], new Uint8Array(32));

function collected(text: string, file = '.env'): readonly Fact[] {
  const parse = file.includes('.env') && !file.endsWith('rc') ? parseEnv : parseShell;
  return collect({ id: file, documents: [parse(filePath(file), text)] }, knowledge);
}

describe('remote engines', () => {
  it('are credentials of whoever works here', () => {
    const facts = collected('DOCKER_HOST=ssh://root@prod-1.webapi.internal\nA=1\n');
    expect(ofKind(facts, 'Credential')).toMatchObject([
      {
        key: 'credential:.env#DOCKER_HOST@0',
        provider: 'docker',
        form: 'file',
        title: 'way to the Docker engine of prod-1.webapi.internal as "root"',
        scope: { value: 'resource' },
        actions: { value: ['read', 'write', 'delete'] },
        at: { start: 0, end: 45 },
      },
    ]);
    expect(relationsOf(facts, 'holds')).toMatchObject([{ from: 'environment:.env' }]);
    expect(ofKind(facts, 'Binding')).toMatchObject([{ variable: 'DOCKER_HOST' }]);
  });

  it('never shows a password', () => {
    const facts = collected('DOCKER_HOST=ssh://deploy:hunter2hunter2@box.acme.io');
    expect(ofKind(facts, 'Credential')).toHaveLength(1);
    expect(JSON.stringify(facts)).not.toContain('hunter2');
  });

  it.each([
    ['DOCKER_HOST=tcp://10.0.4.12:2375', '.env'],
    ['export DOCKER_HOST="ssh://prod"', '.envrc'],
    ['CONTAINER_HOST=ssh://core@build.acme.io/run/podman/podman.sock', 'deploy.env'],
    ['DOCKER_HOST=ssh://root@prod.acme.io docker compose up -d', 'deploy.sh'],
  ])('%s in %s', (text, file) => {
    expect(ofKind(collected(text, file), 'Credential')).toHaveLength(1);
  });
});

describe('silence', () => {
  it.each([
    ['DOCKER_HOST=unix:///var/run/docker.sock', '.env'],
    ['DOCKER_HOST=npipe:////./pipe/docker_engine', '.env'],
    ['DOCKER_HOST=tcp://localhost:2375', '.env'],
    ['DOCKER_HOST=tcp://docker:2376', '.env'],
    ['DOCKER_HOST=tcp://192.168.99.100:2376', '.env'],
    ['DOCKER_HOST=ssh://user@host', '.env'],
    ['DOCKER_HOST=ssh://root@${SERVER}', '.env'],
    ['DOCKER_HOST=', '.env'],
    ['DOCKER_HOST=ssh://root@prod.acme.io', '.env.example'],
    ['OTHER_HOST=ssh://root@prod.acme.io', '.env'],
    ['export DOCKER_HOST=ssh://root@$SERVER', 'deploy.sh'],
  ])('%s in %s', (text, file) => {
    expect(collected(text, file)).toEqual([]);
  });
});
