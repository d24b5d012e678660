import { type DataNode, entries } from '../../../model/document.ts';
import type { Principal } from '../../../model/fact.ts';
import { comparisonsOf, readStatements } from '../../../recognize/policy/aws-statement.ts';
import { field, texts } from '../../../recognize/policy/policy-document.ts';

/** Who signs in as a role, and what they are asked first. */
export interface Trust {
  readonly usedBy: Principal['usedBy'];
  /** A second factor or a protected branch stands before it; `null` where the text does not decide. */
  readonly confirms: boolean | null;
}

/**
 * Services that run programs of their customer. Any other service acts by its own rules.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services (read 2026-11-21)
 */
const programs =
  /^(?:ec2|lambda|edgelambda|ecs-tasks|ecs|batch|glue|sagemaker|elasticmapreduce|datapipeline|pods\.eks|states|apprunner|tasks\.apprunner|build\.apprunner|elasticbeanstalk|ssm|bedrock-agentcore|bedrock|emr-serverless|ops\.emr-serverless|kinesisanalytics|airflow|airflow-env)\.amazonaws\.com/;
const pipelines = /^(?:codebuild|codepipeline|codedeploy|amplify)\.amazonaws\.com/;
const pipelineIssuers =
  /token\.actions\.githubusercontent\.com|gitlab|bitbucket|circleci|buildkite|app\.terraform\.io|spacelift|azure\.com/i;

/** Reads the policy that says who may become a role. */
export function trustOf(tree: DataNode | undefined): Trust {
  const unknownTrust: Trust = { usedBy: undefined, confirms: null };
  if (tree === undefined) return unknownTrust;
  const reading = readStatements(tree);
  const written = field(tree, 'statement', 'statements');
  const nodes = written?.type === 'list' ? written.items : written === undefined ? [] : [written];
  const trusts = nodes.flatMap((node, index) => {
    const statement = reading.statements[index];
    // Positions agree only while every statement could be read.
    if (statement === undefined || statement.allows === false || !isWholeList(nodes, reading))
      return [];
    return whoSigns(node).map((who) => trusted(who, node, statement.condition === 'second-factor'));
  });
  const [first] = trusts;
  if (first === undefined) return unknownTrust;
  return trusts.reduce((worst, one) => (rank(one) < rank(worst) ? one : worst), first);
}

function isWholeList(
  nodes: readonly DataNode[],
  reading: { readonly statements: readonly unknown[] },
): boolean {
  return nodes.length === reading.statements.length;
}

/** Who needs least to sign in counts. */
function rank({ confirms, usedBy }: Trust): number {
  const asked = confirms === false ? 0 : confirms === null ? 10 : 20;
  const order: readonly Trust['usedBy'][] = ['people', undefined, 'program', 'pipeline', 'vendor'];
  return asked + order.indexOf(usedBy);
}

interface Signer {
  readonly type: string;
  readonly name: string;
}

/** `Principal: { Service: … }`, or blocks with type and identifiers. */
function whoSigns(statement: DataNode): readonly Signer[] {
  const single = field(statement, 'principal');
  if (single?.type === 'scalar') return [{ type: 'aws', name: single.text }];
  const blocks = field(statement, 'principals');
  const block = blocks?.type === 'list' ? blocks.items : blocks === undefined ? [] : [blocks];
  return [
    ...entries(single).flatMap((entry) => signersOf(entry.key, entry.value)),
    ...block.flatMap((one) =>
      signersOf(texts(field(one, 'type')).values[0]?.text ?? '', field(one, 'identifiers')),
    ),
  ];
}

function signersOf(type: string, node: DataNode | undefined): readonly Signer[] {
  const list = node?.type === 'list' ? node.items : node === undefined ? [] : [node];
  return list.map((item) => ({
    type: type.toLowerCase(),
    name: item.type === 'scalar' || item.type === 'expr' ? item.text : '',
  }));
}

function trusted({ type, name }: Signer, statement: DataNode, asksFactor: boolean): Trust {
  if (type === 'service') {
    if (programs.test(name)) return { usedBy: 'program', confirms: false };
    return { usedBy: pipelines.test(name) ? 'pipeline' : 'vendor', confirms: null };
  }
  if (type === 'federated') return federated(name, statement);
  return { usedBy: undefined, confirms: asksFactor };
}

function federated(name: string, statement: DataNode): Trust {
  const comparisons = comparisonsOf(field(statement, 'condition', 'conditions'));
  const isPipeline =
    pipelineIssuers.test(name) || comparisons.some(({ key }) => pipelineIssuers.test(key));
  if (isPipeline) {
    const subjects = comparisons
      .filter(({ key }) => key.endsWith(':sub'))
      .flatMap(({ values }) => values);
    // Whoever may push a branch or open a pull request runs it.
    const isOpen = subjects.some((subject) =>
      /^\*$|^repo:[^:]+:(?:\*|pull_request)$|^repo:[^:]*\*$/.test(subject),
    );
    return { usedBy: 'pipeline', confirms: isOpen ? false : null };
  }
  if (/oidc[./]eks|oidc_provider|serviceaccount/i.test(`${name} ${JSON.stringify(comparisons)}`)) {
    return { usedBy: 'program', confirms: false };
  }
  // Single sign-on asks as its own settings say.
  return { usedBy: 'people', confirms: null };
}
