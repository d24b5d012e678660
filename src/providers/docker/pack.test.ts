import { expect, it } from 'vitest';
import { knowledgeOf, outcomeOf } from '../../../test/pack-outcome.ts';
import { pack } from './pack.ts';

it.each([
  ['docker compose down -v', 'volume'],
  ['docker compose -f prod.yml -p shop down --remove-orphans --volumes', 'volume'],
  ['docker-compose down -v', 'volume'],
  ['podman compose down -v', 'volume'],
  ['docker compose down', 'nothing'],
  ['docker compose down --rmi all', 'nothing'],
  ['docker compose --dry-run down -v', 'nothing'],
  ['docker compose rm -fsv db', 'volume'],
  ['docker compose rm -sv db', 'volume, asks'],
  ['docker compose rm -f web', 'nothing'],
  ['docker --context prod volume rm shop_data', 'volume'],
  ['docker -H ssh://prod volume rm shop_data', 'volume'],
  ['docker volume ls', 'nothing'],
  ['docker volume prune', 'volume, asks'],
  ['docker volume prune -af', 'volume'],
  ['docker system prune -af', 'nothing'],
  ['docker system prune -af --volumes', 'volume'],
  ['docker system df', 'nothing'],
  ['docker container prune -f', 'files'],
  ['docker rm -f web', 'nothing'],
  ['docker rm -fv db', 'volume'],
  ['docker run --rm -v /data:/data alpine ls', 'nothing'],
  ['docker stack rm shop', 'service'],
  ['podman system reset --force', 'volume'],
  ['podman system reset', 'volume, asks'],
  ['nerdctl volume prune -f', 'volume'],
  ['docker image prune -af', 'nothing'],
])('%s', (line, expected) => {
  expect(outcomeOf(pack, line)).toBe(expected);
});

it('names the variables that choose the engine', () => {
  expect(pack.commands.every((spec) => spec.targets.includes('CONTAINER_HOST'))).toBe(true);
});

it('knows its MCP server', () => {
  expect(knowledgeOf(pack).mcp('mcp-server-docker')?.spec.destructiveTools).toContain(
    'remove_volume',
  );
});
