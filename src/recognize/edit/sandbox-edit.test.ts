import { expect, it } from 'vitest';
import { withSandbox } from './sandbox-edit.ts';

it.each([
  [{}, { tools: { sandbox: true } }],
  [{ tools: { sandbox: false } }, { tools: { sandbox: true } }],
  [{ tools: { sandbox: 'podman' } }, { tools: { sandbox: 'podman' } }],
  [
    {
      tools: { sandbox: { enabled: false, networkAccess: true, allowedPaths: ['/', '/opt/sdk'] } },
    },
    { tools: { sandbox: { enabled: true, networkAccess: false, allowedPaths: ['/opt/sdk'] } } },
  ],
  [{ tools: { sandbox: { image: 'x' } } }, { tools: { sandbox: { image: 'x', enabled: true } } }],
  [
    { tools: { sandbox: true, sandboxNetworkAccess: true, sandboxAllowedPaths: ['~'] } },
    { tools: { sandbox: true, sandboxNetworkAccess: false, sandboxAllowedPaths: [] } },
  ],
  [{ security: { toolSandboxing: true } }, { security: { toolSandboxing: true } }],
])('%j', (before, after) => {
  const edited = withSandbox(JSON.stringify(before, null, 2));
  expect(JSON.parse(edited)).toEqual(after);
  expect(withSandbox(edited)).toBe(edited);
});
