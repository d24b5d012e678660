import { expect, it } from 'vitest';
import { createKnowledge } from '../../engine/knowledge.ts';
import { parseShell } from '../../formats/shell/parse.ts';
import { pack as aws } from '../../providers/aws/pack.ts';
import { pack as cloudflare } from '../../providers/cloudflare/pack.ts';
import { matchDestructive } from './command-line.ts';

const knowledge = createKnowledge([aws, cloudflare], new Uint8Array(32));
const remove = 'aws s3 rm s3://tours-backups --recursive';

/** Vendor that answers the last command of a script, and whether it takes the products of the tool's own vendor. */
function answer(script: string): readonly unknown[] {
  const { commands } = parseShell(script);
  const last = commands.at(-1);
  const match = last === undefined ? null : matchDestructive(last, knowledge, commands);
  return [match?.provider, match?.named.products !== undefined];
}

it.each([
  [remove, 'aws'],
  [`${remove} --endpoint-url https://s3.eu-central-1.amazonaws.com`, 'aws'],
  [`${remove} --endpoint-url https://s3.cn-north-1.amazonaws.com.cn`, 'aws'],
  [`${remove} --endpoint-url "\${S3_URL:-https://s3.eu-west-1.amazonaws.com}"`, 'aws'],
  [`${remove} --endpoint-url https://a1.r2.cloudflarestorage.com`, 'cloudflare'],
  [`aws --endpoint-url=https://a1.r2.cloudflarestorage.com s3 rb s3://x --force`, 'cloudflare'],
  [`${remove} --endpoint-url "$S3_ENDPOINT"`, null],
  [`${remove} --endpoint-url http://minio:9000`, null],
  [`${remove} --endpoint-url https://evil-amazonaws.com`, null],
  [`${remove} --endpoint-url`, null],
  [`AWS_ENDPOINT_URL_S3=https://a1.r2.cloudflarestorage.com ${remove}`, 'cloudflare'],
  [`export AWS_ENDPOINT_URL=http://localhost:4566\n${remove}`, null],
  [`AWS_ENDPOINT_URL=http://localhost:4566\n${remove}`, 'aws'],
  [
    `export AWS_ENDPOINT_URL=http://localhost:4566\n${remove} --endpoint-url https://s3.us-east-1.amazonaws.com`,
    'aws',
  ],
])('%s is answered by %s', (script, provider) => {
  expect(answer(script)).toEqual([provider, provider === 'aws']);
});
