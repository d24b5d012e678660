import type { ConstructSpec } from '../../../model/resource.ts';

export const checkedOn = '2026-11-21';

type Rest = Partial<Omit<ConstructSpec, 'names' | 'type'>>;

/** Constructs of one module of the AWS construct library: `rds('DatabaseInstance', 'AWS::RDS::DBInstance', …)`. */
export function constructsOf(module: string) {
  return (classes: string, type: string, rest: Rest = {}): ConstructSpec => {
    const names = classes.split(' ');
    const page = `aws-cdk-lib.${module.replace(/-/g, '_')}.${names[0]}`;
    return {
      names: names.map((name) => `aws-cdk-lib/${module}.${name}`),
      type,
      settings: {},
      mayHold: [],
      defaults: {},
      removal: null,
      source: `https://docs.aws.amazon.com/cdk/api/v2/docs/${page}.html`,
      checkedOn,
      ...rest,
    };
  };
}

/** The constructs that write a type of template as it is: `CfnDBInstance` is `AWS::RDS::DBInstance`. */
export function plainConstructs(
  module: string,
  service: string,
  types: string,
  mayHold: readonly string[] = [],
): readonly ConstructSpec[] {
  const one = constructsOf(module);
  return types.split(' ').map((type) => one(`Cfn${type}`, `AWS::${service}::${type}`, { mayHold }));
}
