import { describe, expect, it } from 'vitest';
import { acmeKnowledge, acmeToken } from '../../../test/acme-knowledge.ts';
import { ofKind } from '../../../test/facts-of-kind.ts';
import { parse as parseJson } from '../../formats/json/parse.ts';
import { parse as parseYaml } from '../../formats/yaml/parse.ts';
import type { Fact } from '../../model/fact.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './collect.ts';
import { withTheirCompose } from './group.ts';

const file = '.devcontainer/devcontainer.json';

function factsOf(config: unknown, compose = ''): readonly Fact[] {
  const documents = [
    parseJson(filePath(file), `// a comment\n${JSON.stringify(config, null, 2)}`),
    parseYaml(filePath('compose.dev.yml'), compose),
  ];
  return collect({ id: file, documents }, acmeKnowledge);
}

function holes(config: unknown, compose = ''): readonly string[] {
  return ofKind(factsOf(config, compose), 'Weakness').map(
    ({ control, name }) => `${control}: ${name}`,
  );
}

describe('dev container', () => {
  it.each([
    [{ privileged: true }, 'sandbox: privileged'],
    [{ capAdd: ['SYS_ADMIN'] }, 'sandbox: cap-add SYS_ADMIN'],
    [{ securityOpt: ['seccomp=unconfined'] }, 'sandbox: security-opt seccomp=unconfined'],
    [{ runArgs: ['--privileged'] }, 'sandbox: privileged'],
    [{ runArgs: ['--cap-add', 'ALL'] }, 'sandbox: cap-add ALL'],
    [{ runArgs: ['--pid=host'] }, 'sandbox: pid host'],
    [{ runArgs: ['-v', '/:/host'] }, 'secrets: mount of /'],
    [
      { mounts: ['source=/var/run/docker.sock,target=/var/run/docker.sock,type=bind'] },
      'sandbox: mount of /var/run/docker.sock',
    ],
    [
      { mounts: [{ source: '${localEnv:HOME}/.aws', target: '/home/dev/.aws', type: 'bind' }] },
      'secrets: mount of ${localEnv:HOME}/.aws',
    ],
    [
      { mounts: ['source=${localEnv:HOME}${localEnv:USERPROFILE},target=/h,type=bind'] },
      'secrets: mount of ${localEnv:HOME}${localEnv:USERPROFILE}',
    ],
    [
      { features: { 'ghcr.io/devcontainers/features/docker-outside-of-docker:1': {} } },
      'sandbox: feature ghcr.io/devcontainers/features/docker-outside-of-docker:1',
    ],
    [{ remoteEnv: { KEY: '${localEnv:ACME_API_KEY}' } }, 'secrets: remoteEnv ACME_API_KEY'],
    [
      { containerEnv: { DATABASE_URL: '${localEnv:DATABASE_URL}' } },
      'secrets: containerEnv DATABASE_URL',
    ],
  ])('%j opens %s', (config, hole) => {
    expect(holes(config)).toEqual([hole]);
  });

  it.each([
    [{}],
    [{ privileged: false, capAdd: ['NET_ADMIN', 'NET_RAW', 'SYS_PTRACE'] }],
    [{ mounts: ['source=claude-code-config,target=/home/node/.claude,type=volume'] }],
    [{ mounts: ['source=${localWorkspaceFolder}/cache,target=/cache,type=bind'] }],
    [{ workspaceMount: 'source=${localWorkspaceFolder},target=/workspace,type=bind' }],
    [{ remoteEnv: { EDITOR: '${localEnv:EDITOR}', PATH: '${containerEnv:PATH}:/x' } }],
    [{ features: { 'ghcr.io/devcontainers/features/aws-cli:1': {} }, remoteUser: 'root' }],
    [{ privileged: '${localEnv:PRIVILEGED}' }],
  ])('%j opens nothing', (config) => {
    expect(holes(config)).toEqual([]);
  });

  it('looks at the compose service that it is, and at no other', () => {
    const compose = `services:
  app:
    volumes: ['\${HOME}/.kube:/root/.kube:ro', 'cache:/cache']
    cap_add: [SYS_ADMIN]
  db:
    privileged: true
`;
    const config = { dockerComposeFile: ['../compose.dev.yml'], service: 'app' };
    expect(holes(config, compose)).toEqual([
      'secrets: mount of ${HOME}/.kube',
      'sandbox: cap-add SYS_ADMIN',
    ]);
    expect(holes({ ...config, dockerComposeFile: '../other.yml' }, compose)).toEqual([]);
  });

  it('keeps a literal token to itself', () => {
    const facts = factsOf({ containerEnv: { ACME_API_KEY: acmeToken } });
    expect(ofKind(facts, 'Credential')).toHaveLength(1);
    expect(JSON.stringify(facts)).not.toContain(acmeToken);
  });

  it('gives no facts for broken or foreign files', () => {
    expect(collect({ id: 'x', documents: [] }, acmeKnowledge)).toEqual([]);
    const list = parseJson(filePath(file), '[1, 2]');
    expect(collect({ id: file, documents: [list] }, acmeKnowledge)).toEqual([]);
  });
});

it('groups a container with the compose files of its project', () => {
  const files = ['.devcontainer/devcontainer.json', 'compose.yml', 'web/.devcontainer.json'];
  expect(withTheirCompose([...files, 'web/compose.yml'].map(filePath))).toEqual([
    ['.devcontainer/devcontainer.json', 'compose.yml', 'web/compose.yml'],
    ['web/.devcontainer.json', 'web/compose.yml'],
  ]);
  expect(withTheirCompose([filePath('compose.yml')])).toEqual([]);
});
