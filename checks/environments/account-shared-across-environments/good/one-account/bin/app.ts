import { App } from 'aws-cdk-lib';
import { LedgerStack } from '../lib/ledger-stack';

const app = new App();
const region = 'eu-west-1';

new LedgerStack(app, 'LedgerStaging', { env: { account: '444455556666', region }, stage: 'staging' });
new LedgerStack(app, 'LedgerProduction', { env: { account: '111122223333', region }, stage: 'production' });
