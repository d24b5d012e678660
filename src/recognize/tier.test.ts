import { describe, expect, it } from 'vitest';
import { tierOf, tierOfBranch, tierOfPath } from './tier.ts';

describe('tierOf', () => {
  it.each([
    ['prod', 'production'],
    ['PROD_DATABASE_URL', 'production'],
    ['DATABASE_URL_PRODUCTION', 'production'],
    ['shopProdDb', 'production'],
    ['prod2', 'production'],
    ['prd-admin', 'production'],
    ['live', 'production'],
    ['db.prod.internal', 'production'],
    ['prod-replica', 'production'],
    ['prod-readonly', 'production'],
    ['prod-ro', 'production'],
    ['staging', 'staging'],
    ['stg-eu', 'staging'],
    ['uat', 'staging'],
    ['nonprod', 'staging'],
    ['non-prod', 'staging'],
    ['nonProd', 'staging'],
    ['notprod', 'staging'],
    ['preprod', 'staging'],
    ['pre-prod', 'staging'],
    ['pre_production', 'staging'],
    ['prod-like', 'staging'],
    ['prodlike', 'staging'],
    ['like-prod', 'staging'],
    ['prod-staging', 'staging'],
    ['preview', 'preview'],
    ['pr-123', 'preview'],
    ['dev', 'development'],
    ['localhost', 'development'],
    ['e2e', 'development'],
    ['TEST_DATABASE_URL', 'development'],
    ['sandbox', 'development'],
  ] as const)('%s is %s', (name, tier) => {
    expect(tierOf(name)).toBe(tier);
  });

  it.each(
    [
      'product products productivity producer reproduce reprod produce prodigy prodding',
      'live-reload livekit delivery olive alive livewire LiveReload maintenance domain mainframe',
      'latest contest attestation device developer devops devtools dev-tools DevTools staging-area stages',
      'sandboxed previewed precise circle cider pre-commit pre-deploy feature-flags review-app',
      'app api main primary default 12345',
    ].flatMap((line) => line.split(' ')),
  )('%s says nothing', (name) => {
    expect(tierOf(name)).toBeNull();
  });

  it.each([
    'prod-copy',
    'prod-clone',
    'prod-mirror',
    'prod_backup',
    'staging.prod.acme.dev',
    'staging.prod.internal',
  ])('%s is ambiguous', (name) => {
    expect(tierOf(name)).toBe('unknown');
  });

  it('says nothing of an empty name and survives a long one', () => {
    expect(tierOf('')).toBeNull();
    expect(tierOf('x-'.repeat(50_000))).toBeNull();
  });
});

describe('tierOfPath', () => {
  it.each([
    ['.env.production', 'production'],
    ['.env.production.local', 'production'],
    ['.env.prd', 'production'],
    ['.env.live', 'production'],
    ['production.tfvars', 'production'],
    ['values-prod.yaml', 'production'],
    ['config/environments/production.rb', 'production'],
    ['kustomize/overlays/prod/kustomization.yaml', 'production'],
    ['terraform/environments/prod/main.tf', 'production'],
    ['fly.production.toml', 'production'],
    ['env/production.env.tpl', 'production'],
    ['.env.staging', 'staging'],
    ['prod/.env.staging', 'staging'],
    ['docker-compose.staging.yml', 'staging'],
    ['envs/qa/db.env', 'staging'],
    ['.env.test', 'development'],
    ['.env.local', 'development'],
    ['.env.development.local', 'development'],
    ['.dev.vars', 'development'],
    ['.dev.vars.staging', 'staging'],
    ['docker-compose.dev.yml', 'development'],
    ['.env.preview', 'preview'],
  ] as const)('%s is %s', (file, tier) => {
    expect(tierOfPath(file)).toBe(tier);
  });

  it.each([
    '.env',
    'scripts/domains/.railway.env',
    'src/feature/.env',
    'docs/prd/billing.md',
    'src/product/index.ts',
    'scripts/ci/run.sh',
    'live/index.yaml',
    '.github/workflows/test.yml',
    'packages/livekit/.env',
    'README.md',
  ])('%s says nothing', (file) => {
    expect(tierOfPath(file)).toBeNull();
  });
});

describe('tierOfBranch', () => {
  it.each([
    ['main', 'production'],
    ['refs/heads/master', 'production'],
    ['release/2.1', 'production'],
    ['staging', 'staging'],
    ['develop', null],
    ['feature/prod-fix', 'preview'],
  ] as const)('%s is %s', (branch, tier) => {
    expect(tierOfBranch(branch)).toBe(tier);
  });
});
