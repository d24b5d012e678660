import { Duration, RemovalPolicy, Stack, StackProps } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as rds from 'aws-cdk-lib/aws-rds';
import { Construct } from 'constructs';

export class HarbourStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { stage: string }) {
    super(scope, id, props);
    new rds.DatabaseInstance(this, 'Berths', {
      engine: rds.DatabaseInstanceEngine.POSTGRES,
      vpc: ec2.Vpc.fromLookup(this, 'Vpc', { isDefault: true }),
      backupRetention: Duration.days(14),
      deleteAutomatedBackups: false,
      deletionProtection: false,
      removalPolicy: props.stage === 'prod' ? RemovalPolicy.SNAPSHOT : RemovalPolicy.DESTROY,
    });
  }
}
