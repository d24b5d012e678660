// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of Terraform are what is tested
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ofKind } from '../../../../test/facts-of-kind.ts';
import { resourcesIn } from '../../../../test/resource.ts';
import { createKnowledge } from '../../../engine/knowledge.ts';
import type { Principal } from '../../../model/fact.ts';
import { principals } from './principals.ts';

const knowledge = createKnowledge([], randomBytes(32));

function principalsOf(text: string): readonly Principal[] {
  const facts = resourcesIn(text).flatMap(
    (resource) =>
      principals.find(({ types }) => types.includes(resource.type))?.facts(resource, knowledge) ??
      [],
  );
  expect(structuredClone(facts)).toEqual(facts);
  return ofKind(facts, 'Principal').filter(({ implied }) => !implied);
}

const member = (role: string, who: string, name = 'ferry', rest = '') => `
resource "google_project_iam_member" "${name}" {
  project = "harbour"
  role    = "${role}"
  member  = "${who}"
  ${rest}
}
`;
const account = 'serviceAccount:ferry@harbour.iam.gserviceaccount.com';

describe('members', () => {
  it('have a role in the whole project, at the line that names it', () => {
    const text = member('roles/editor', account);
    const [principal] = principalsOf(text);
    expect(principal).toMatchObject({
      name: 'ferry@harbour.iam.gserviceaccount.com',
      provider: 'google-cloud',
      scope: { value: 'project' },
      deletes: { value: ['database', 'volume', 'bucket', 'backup'] },
      confirms: { state: 'set', value: false },
      usedBy: 'program',
      hasLastingKeys: true,
      aliases: ['google-cloud:service-account/ferry@harbour.iam.gserviceaccount.com'],
    });
    expect(text.slice(principal?.at.start, principal?.at.end)).toBe('"roles/editor"');
  });

  it('have all their roles together, once', () => {
    const text =
      member('roles/cloudsql.admin', account, 'a') + member('roles/storage.admin', account, 'b');
    expect(principalsOf(text).map(({ deletes }) => deletes)).toMatchObject([
      { value: ['database', 'backup', 'bucket'] },
    ]);
  });

  it.each([
    ['user:ada@harbour.test', 'people', 'unknown'],
    ['serviceAccount:github-deploy@harbour.iam.gserviceaccount.com', 'pipeline', 'unknown'],
    ['serviceAccount:service-1@gcp-sa-pubsub.iam.gserviceaccount.com', 'vendor', 'unknown'],
    ['serviceAccount:${var.project}@appspot.gserviceaccount.com', 'program', 'set'],
    ['principalSet://iam.googleapis.com/pools/harbour/*', 'pipeline', 'unknown'],
  ])('%s: %s', (who, usedBy, state) => {
    expect(principalsOf(member('roles/owner', who))[0]).toMatchObject({
      usedBy,
      confirms: { state },
    });
  });

  it.each([
    ['a narrow role', 'roles/storage.objectViewer', '', { state: 'set', value: [] }],
    ['a role of their own', 'projects/harbour/roles/sail', '', { state: 'unknown' }],
    [
      'a role under a condition',
      'roles/owner',
      'condition {\n    title = "soon over"\n  }',
      { state: 'unknown' },
    ],
  ])('with %s', (_, role, rest, deletes) => {
    expect(principalsOf(member(role, account, 'ferry', rest))[0]?.deletes).toMatchObject(deletes);
  });

  it('are found in bindings and in policies, by reference too', () => {
    const text = `
resource "google_service_account" "ferry" {
  account_id = "ferry"
  project    = "harbour"
}
resource "google_organization_iam_binding" "owners" {
  org_id  = "1"
  role    = "roles/owner"
  members = ["serviceAccount:\${google_service_account.ferry.email}"]
}
data "google_iam_policy" "all" {
  binding {
    role    = "roles/editor"
    members = ["group:sailors@harbour.test"]
  }
}
resource "google_project_iam_policy" "all" {
  policy_data = data.google_iam_policy.all.policy_data
}
`;
    expect(principalsOf(text)).toMatchObject([
      { name: 'ferry@harbour.iam.gserviceaccount.com', scope: { value: 'organization' } },
      { name: 'sailors@harbour.test', usedBy: 'people', scope: { value: 'project' } },
    ]);
  });
});
