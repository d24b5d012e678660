import { expect, it } from 'vitest';
import { withoutTrust } from './server-trust-edit.ts';

it('removes trust and nothing else', () => {
  const text = `{
  "mcpServers": {
    // ours
    "db": { "url": "https://mcp.example.com", "trust": true },
    "docs": { "trust": false }
  }
}
`;
  const edited = withoutTrust(text);
  expect(edited).toBe(text.replace(', "trust": true', ''));
  expect(withoutTrust(edited)).toBe(edited);
});
