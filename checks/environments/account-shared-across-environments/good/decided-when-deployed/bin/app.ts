import { App } from 'aws-cdk-lib';
import { LedgerStack } from '../lib/ledger-stack';

const app = new App();
const env = { account: process.env.CDK_DEFAULT_ACCOUNT, region: 'eu-west-1' };

new LedgerStack(app, 'LedgerStaging', { env, stage: 'staging' });
new LedgerStack(app, 'LedgerProduction', { env, stage: 'production' });
