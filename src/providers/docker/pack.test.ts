import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { filePath } from '../../model/source.ts';
import { matchDestructive } from '../../recognize/command/command-line.ts';
import { pack } from './pack.ts';

it.each([
  ['docker compose down -v', 'volume'],
  ['docker compose -f prod.yml -p shop down --remove-orphans --volumes', 'volume'],
  ['docker-compose down -v', 'volume'],
  ['podman compose down -v', 'volume'],
  ['docker compose down', 'nothing'],
  ['docker compose down --rmi all', 'nothing'],
  ['docker compose --dry-run down -v', 'nothing'],
  ['docker compose rm -fsv db', 'files'],
  ['docker compose rm -sv db', 'files, asks'],
  ['docker compose rm -f web', 'nothing'],
  ['docker --context prod volume rm shop_data', 'volume'],
  ['docker -H ssh://prod volume rm shop_data', 'volume'],
  ['docker volume ls', 'nothing'],
  ['docker volume prune', 'files, asks'],
  ['docker volume prune -f', 'files'],
  ['docker volume prune --all', 'volume, asks'],
  ['podman volume prune -f', 'volume'],
  ['podman system prune -f --volumes', 'volume'],
  ['docker volume prune -af', 'volume'],
  ['docker system prune -af', 'nothing'],
  ['docker system prune -af --volumes', 'files'],
  ['docker system df', 'nothing'],
  ['docker container prune -f', 'files'],
  ['docker rm -f web', 'nothing'],
  ['docker rm -fv db', 'files'],
  ['docker run --rm -v /data:/data alpine ls', 'nothing'],
  ['docker stack rm shop', 'service'],
  ['podman system reset --force', 'volume'],
  ['podman system reset', 'volume, asks'],
  ['nerdctl volume prune -f', 'files'],
  ['docker image prune -af', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it('names the variables that choose the engine', () => {
  expect(pack.commands.every((spec) => spec.targets.includes('CONTAINER_HOST'))).toBe(true);
});

it.each([
  ['docker compose -f test.yml -p ferries-test down -v', ['test.yml'], 'ferries-test'],
  ['docker compose down -v --timeout 5', ['*'], undefined],
])('reads what %s is about', (line, names, within) => {
  const [command] = parseShell(line, { file: filePath('down.sh') }).commands;
  const match = command === undefined ? null : matchDestructive(command, knowledgeOf(pack));
  expect(match?.named).toEqual({ names, ...(within === undefined ? {} : { within }) });
});

it('knows its MCP server', () => {
  expect(knowledgeOf(pack).mcp('mcp-server-docker')?.spec.destructiveTools).toContain(
    'remove_volume',
  );
});
