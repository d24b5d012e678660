import { App } from 'aws-cdk-lib';
import { HarbourStack } from '../lib/harbour-stack';

const app = new App();
new HarbourStack(app, 'HarbourDev', { stage: 'dev' });
new HarbourStack(app, 'HarbourProd', { stage: 'prod' });
