import { describe, expect, it } from 'vitest';
import { parseShell } from '../../src/formats/shell/parse.ts';
import { matchDestructive } from '../../src/recognize/command/command-line.ts';
import { packs } from '../../src/registry.generated.ts';
import { knowledgeOf } from '../pack-outcome.ts';

/** Products that a command line takes away; `undefined` where it takes any that fits. */
function productsOf(id: string, line: string): readonly string[] | undefined {
  const pack = packs.find((one) => one.id === id);
  if (pack === undefined) throw new Error(`no pack ${id}`);
  const knowledge = knowledgeOf(pack);
  const [match] = parseShell(line).commands.flatMap(
    (command) => matchDestructive(command, knowledge) ?? [],
  );
  return match?.spec.products;
}

describe('a command of a vendor with many products', () => {
  it.each([
    ['azure', 'az sql db delete -n a', 'azure-sql-database', 'azure-postgresql'],
    ['azure', 'az postgres flexible-server delete -n a', 'azure-postgresql', 'azure-mysql'],
    ['azure', 'az storage account delete -n a', 'storage-account', 'key-vault'],
    ['digitalocean', 'doctl databases delete 1 -f', 'digitalocean-database', 'digitalocean-volume'],
    [
      'digitalocean',
      'doctl compute volume rm 1 -f',
      'digitalocean-volume',
      'digitalocean-database',
    ],
    ['google-cloud', 'gsutil rm -r gs://a', 'gcs-bucket', 'bigquery-dataset'],
    ['hetzner', 'hcloud volume delete 1', 'hetzner-volume', 'hetzner-storage-box'],
    ['linode', 'linode-cli volumes delete 1', 'linode-volume', 'linode-database'],
    ['ovh', 'ovhcloud cloud database-service delete 1', 'ovh-database', 'ovh-volume'],
    ['scaleway', 'scw rdb instance delete 1', 'scaleway-database', 'scaleway-mongodb'],
    ['vultr', 'vultr-cli database delete 1', 'vultr-database', 'vultr-block-storage'],
  ])('%s: `%s` takes %s and not %s', (id, line, taken, spared) => {
    const products = productsOf(id, line);
    expect(products).toContain(taken);
    expect(products).not.toContain(spared);
  });

  it.each([
    ['digitalocean', 'doctl compute droplet delete 1 -f'],
    ['hetzner', 'hcloud server delete 1'],
    ['linode', 'linode-cli linodes delete 1'],
    ['vultr', 'vultr-cli dns domain delete example.com'],
    ['scaleway', 'scw k8s cluster delete 1'],
  ])('%s: `%s` takes nothing that is declared beside it', (id, line) => {
    const products = productsOf(id, line) ?? ['any'];
    expect(products.filter((product) => !/-volume$/.test(product))).toEqual([]);
  });
});
