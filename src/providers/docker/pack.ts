import type { CommandNaming, CommandSpec, McpSpec } from '../../model/knowledge.ts';
import { commandsOf, definePack, mcpServersOf } from '../../model/pack.ts';
import { toolingCollector } from '../../recognize/tooling.ts';

const checkedOn = '2026-11-21';
const reference = 'https://docs.docker.com/reference/cli/docker';
const targets = ['DOCKER_HOST', 'DOCKER_CONTEXT', 'CONTAINER_HOST'];
const asking = { asks: 'unless-flag', skipsPrompt: ['--force|-f'] } as const;
const engine = commandsOf('docker|podman|nerdctl', { source: reference, checkedOn }, { targets });
const docker = commandsOf('docker|nerdctl', { source: reference, checkedOn }, { targets });
const podman = commandsOf('podman', { source: reference, checkedOn }, { targets });
const compose = commandsOf(
  'docker-compose|podman-compose',
  { source: `${reference}/compose/down/`, checkedOn },
  { targets, harmlessWith: ['--dry-run'] },
);

/** Files, the project and services tell which project a command of Compose is about. */
const naming: CommandNaming = {
  within: ['-p', '--project-name'],
  names: ['-f', '--file'],
  valued: [
    '--ansi',
    '--env-file',
    '--parallel',
    '--profile',
    '--progress',
    '--project-directory',
    '--rmi',
    '-t',
    '--timeout',
    '-c',
    '--context',
    '-H',
    '--host',
    '-l',
    '--log-level',
    '--config',
  ],
};
const downVolumes = {
  naming,
  onlyWith: ['--volumes|-v'],
  safeVariant: 'docker compose down',
  recovery: 'external volumes stay',
} as const;
const removeVolumes = {
  ...asking,
  onlyWith: ['-v|--volumes'],
  recovery: 'named volumes stay',
} as const;

const commands: readonly CommandSpec[] = [
  engine('compose down', 'volume', {
    ...downVolumes,
    harmlessWith: ['--dry-run'],
    source: `${reference}/compose/down/`,
  }),
  compose('down', 'volume', downVolumes),
  // Volumes without a name go with their container; they are no store that a file declares.
  engine('compose rm', 'files', {
    ...removeVolumes,
    harmlessWith: ['--dry-run'],
    source: `${reference}/compose/rm/`,
  }),
  compose('rm', 'files', { ...removeVolumes, source: `${reference}/compose/rm/` }),
  engine('volume rm|remove', 'volume', {
    safeVariant: 'docker volume inspect',
    source: `${reference}/volume/rm/`,
    recovery: 'it is refused while a container uses the volume',
  }),
  podman('volume prune', 'volume', {
    ...asking,
    safeVariant: 'podman volume ls --filter dangling=true',
    source: 'https://docs.podman.io/en/latest/markdown/podman-volume-prune.1.html',
  }),
  podman('system prune', 'volume', {
    ...asking,
    onlyWith: ['--volumes'],
    safeVariant: 'podman system df',
    source: 'https://docs.podman.io/en/latest/markdown/podman-system-prune.1.html',
  }),
  docker('volume prune', 'volume', {
    ...asking,
    onlyWith: ['--all|-a|--filter all=1|--filter all=true'],
    safeVariant: 'docker volume ls --filter dangling=true',
    source: `${reference}/volume/prune/`,
    recovery: 'volumes of containers that exist stay',
  }),
  docker('volume prune', 'files', {
    ...asking,
    safeVariant: 'docker volume ls --filter dangling=true',
    source: `${reference}/volume/prune/`,
    recovery: 'named volumes stay unless --all is given',
  }),
  docker('system prune', 'files', {
    ...asking,
    onlyWith: ['--volumes'],
    safeVariant: 'docker system df',
    source: `${reference}/system/prune/`,
    recovery: 'named volumes stay',
  }),
  engine('rm', 'files', {
    onlyWith: ['-v|--volumes'],
    safeVariant: 'docker inspect',
    source: `${reference}/container/rm/`,
    recovery: 'named volumes stay',
  }),
  engine('container rm|remove', 'files', {
    onlyWith: ['-v|--volumes'],
    safeVariant: 'docker inspect',
    source: `${reference}/container/rm/`,
    recovery: 'named volumes stay',
  }),
  engine('container prune', 'files', {
    ...asking,
    safeVariant: 'docker ps --all --filter status=exited',
    source: `${reference}/container/prune/`,
  }),
  engine('stack rm|remove|down', 'service', {
    safeVariant: 'docker stack services',
    source: `${reference}/stack/rm/`,
    recovery: 'its volumes stay',
  }),
  engine('swarm leave', 'files', {
    onlyWith: ['--force|-f'],
    safeVariant: 'docker node ls',
    source: `${reference}/swarm/leave/`,
  }),
  commandsOf('podman', {
    source: 'https://docs.podman.io/en/latest/markdown/podman-system-reset.1.html',
    checkedOn,
  })('system reset', 'volume', {
    ...asking,
    targets: ['CONTAINER_HOST'],
    safeVariant: 'podman system df',
  }),
];

const server = mcpServersOf({
  source: 'https://github.com/ckreiling/mcp-server-docker',
  checkedOn,
});

const mcp: readonly McpSpec[] = [
  server({
    id: 'mcp-server-docker',
    title: 'Docker MCP server',
    packages: ['mcp-server-docker'],
    destructiveTools: [
      'remove_volume',
      'remove_container',
      'remove_network',
      'remove_image',
      'recreate_container',
      'run_container',
    ],
    narrower: 'Point DOCKER_HOST at a local engine, and deny its remove and run tools',
  }),
];

/** Everything known about Docker and the engines that copy its command line: Podman and nerdctl. */
export const pack = definePack({
  id: 'docker',
  title: 'Docker',
  commands,
  mcp,
  collectors: [
    toolingCollector('docker', 'Docker', {
      files: [
        { glob: '**/Dockerfile' },
        { glob: '**/Containerfile' },
        { glob: '**/compose.yaml' },
        { glob: '**/compose.yml' },
        { glob: '**/docker-compose.yaml' },
        { glob: '**/docker-compose.yml' },
      ],
      npm: ['dockerode'],
      python: ['docker'],
      others: ['github.com/docker/docker'],
    }),
  ],
});
