import { definePack, mcpServersOf, mcpSwitch } from '../../model/pack.ts';

const claim = { source: 'https://github.com/microsoft/playwright-mcp', checkedOn: '2026-11-21' };

const server = mcpServersOf(claim);

/** MCP servers that steer a browser: with a profile that is logged in, they can press every button of a provider's console. */
export const pack = definePack({
  id: 'browser-mcp',
  title: 'Browser MCP servers',
  mcp: [
    server({
      id: 'playwright',
      title: 'Playwright MCP server',
      packages: ['@playwright/mcp', 'mcr.microsoft.com/playwright/mcp', 'mcp/playwright'],
      writesWith: [
        mcpSwitch('--extension'),
        mcpSwitch('--user-data-dir'),
        mcpSwitch('--cdp-endpoint'),
      ],
      narrowedBy: [mcpSwitch('--isolated')],
      narrower: 'Start it with --isolated, so that no login of yours is in its profile',
    }),
    server({
      id: 'chrome-devtools',
      title: 'Chrome DevTools MCP server',
      packages: ['chrome-devtools-mcp'],
      writesWith: [mcpSwitch('--browser-url'), mcpSwitch('--user-data-dir')],
      narrowedBy: [mcpSwitch('--isolated')],
      narrower: 'Start it with --isolated, so that no login of yours is in its profile',
      source: 'https://github.com/ChromeDevTools/chrome-devtools-mcp',
    }),
  ],
});
