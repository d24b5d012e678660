import { credentialsOf, definePack, mcpServersOf, operationsOf } from '../../model/pack.ts';

const claim = { source: 'https://docs.stripe.com/keys', checkedOn: '2026-11-21' };

const operation = operationsOf({ ...claim, source: 'https://docs.stripe.com/api' });
const credential = credentialsOf(claim);
const server = mcpServersOf({ ...claim, source: 'https://docs.stripe.com/mcp' });
const tools = ['create_refund', 'cancel_subscription', 'update_dispute'];
const narrower = 'Use a restricted key that only reads what the task needs, or a sandbox key';

/** Stripe: live, restricted, test and public keys by their prefix, deletions over HTTP, and the MCP server. */
export const pack = definePack({
  id: 'stripe',
  title: 'Stripe',
  api: {
    hosts: ['api.stripe.com'],
    operations: [
      operation('DELETE /v1/customers/{id}', 'database', { argument: 'id' }),
      operation('DELETE /v1/accounts/{id}', 'account', { argument: 'id' }),
    ],
  },
  credentials: [
    credential({
      id: 'secret-key',
      title: 'Stripe secret key (live)',
      env: ['STRIPE_SECRET_KEY', 'STRIPE_API_KEY', 'STRIPE_LIVE_SECRET_KEY'],
      headers: ['authorization'],
      prefixes: ['sk_live_'],
      // Others start their keys alike; the lengths between are theirs, and their variables tell.
      shape: /sk_live_(?:[A-Za-z0-9]{16,34}|5[0-9][A-Za-z0-9]{60,245})/,
      scope: 'account',
      actions: ['read', 'write', 'delete', 'admin'],
      plane: 'data',
      expires: 'optional',
      narrower,
    }),
    credential({
      id: 'organization-key',
      title: 'Stripe organization key (live)',
      // Some carry no word for the mode: those count as live.
      prefixes: ['sk_org_live_', 'rk_org_live_', 'sk_org_', 'rk_org_'],
      shape: /[sr]k_org_(?:live_)?[A-Za-z0-9]{16,247}/,
      scope: 'organization',
      actions: null,
      plane: 'data',
      expires: 'optional',
      narrower,
    }),
    credential({
      id: 'restricted-key',
      title: 'Stripe restricted key (live)',
      env: ['STRIPE_RESTRICTED_KEY'],
      prefixes: ['rk_live_'],
      shape: /rk_live_[A-Za-z0-9]{16,247}/,
      scope: 'account',
      // Each resource is read, written or neither; which is not in the text.
      actions: null,
      plane: 'data',
      expires: 'optional',
      narrower: 'Give the restricted key read permissions only, or use a sandbox key',
    }),
    credential({
      id: 'test-key',
      title: 'Stripe test-mode key',
      env: ['STRIPE_TEST_SECRET_KEY', 'STRIPE_TEST_KEY'],
      prefixes: ['sk_test_', 'rk_test_', 'sk_org_test_', 'rk_org_test_'],
      shape:
        /sk_test_(?:[A-Za-z0-9]{16,34}|5[0-9][A-Za-z0-9]{60,245})|rk_test_[A-Za-z0-9]{16,247}|[sr]k_org_test_[A-Za-z0-9]{16,247}/,
      scope: 'environment',
      actions: [],
      plane: 'comms',
      expires: 'optional',
      narrower: 'Nothing to narrow: it reaches test data only',
    }),
    credential({
      id: 'publishable-key',
      title: 'Stripe publishable key',
      env: ['STRIPE_PUBLISHABLE_KEY', 'STRIPE_PUBLIC_KEY'],
      prefixes: ['pk_live_', 'pk_test_'],
      shape: /pk_(?:live|test)_[A-Za-z0-9]{16,247}/,
      scope: null,
      actions: [],
      plane: 'comms',
      narrower: 'Nothing to do: it is published with every page',
      isPublic: true,
    }),
    credential({
      id: 'webhook-secret',
      title: 'Stripe webhook signing secret',
      env: ['STRIPE_WEBHOOK_SECRET', 'STRIPE_ENDPOINT_SECRET'],
      scope: 'resource',
      actions: [],
      plane: 'comms',
      expires: 'never',
      narrower: 'Roll the secret of the endpoint when it leaks',
      source: 'https://docs.stripe.com/webhooks',
    }),
  ],
  mcp: [
    server({
      id: 'stripe',
      title: 'Stripe MCP server',
      packages: ['@stripe/mcp', 'mcp/stripe'],
      hosts: ['mcp.stripe.com'],
      destructiveTools: tools,
      narrower: 'Start it with --tools for the reads that are needed, and a restricted key',
    }),
  ],
});
