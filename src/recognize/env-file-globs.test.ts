import { describe, expect, it } from 'vitest';
import { createGlobTest } from '../discover/glob-set.ts';
import { envFileGlobs } from './env-file-globs.ts';

const isEnvFile = createGlobTest(envFileGlobs);

describe('envFileGlobs', () => {
  it.each([
    '.env',
    '.env.production',
    '.env.production.local',
    'deploy/prod.env',
    'deploy/.prod.env',
    'api/app.env.staging',
    'api/.env.ts.bak',
    '.env.tsx-app',
  ])('%s is one', (file) => {
    expect(isEnvFile(file)).toBe(true);
  });

  it.each([
    'conf.d/uv.env.fish',
    '.env.ts',
    'src/.env.d.ts',
    'src/vite.env.d.ts',
    'config/app.env.js',
    '.env.py',
    'backend/.env.md',
    'app/routes/orgs.$org.env.$env.runs.tsx',
    'app/routes/orgs.env.dashboard.jsx',
    'patches/.env.patch',
    'app_diff/.env.vault.diff',
    'environment.ts',
  ])('%s is none', (file) => {
    expect(isEnvFile(file)).toBe(false);
  });
});
