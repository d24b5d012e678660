import { expect, it } from 'vitest';
import { withArticle } from './article.ts';

it.each([
  'a long-lived AWS access key id',
  'a Railway account token',
  'a user token',
  'a universal key',
  'a NATS login',
  'a Hetzner token',
  'a Fly.io token',
  'an OpenAI project key',
  'an Anthropic API key',
  'an Upstash token',
  'an AWS secret access key',
  'an MCP server',
  'an HCP Terraform token',
  'an IBM Cloud key',
  'an SSH private key',
  'an S3 key',
  'an npm token',
])('%s', (expected) => {
  const title = expected.replace(/^an? /, '');
  expect(withArticle(title)).toBe(expected);
});
