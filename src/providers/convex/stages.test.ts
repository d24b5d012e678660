import { describe, expect, it } from 'vitest';
import { usesOf } from '../../../test/platform-facts.ts';
import { parse } from '../../formats/dotenv/parse.ts';
import { filePath } from '../../model/source.ts';
import { collect } from './stages.ts';

const uses = (text: string, name = '.env.local') => {
  const file = filePath(name);
  return usesOf(collect({ id: file, documents: [parse(file, text)] }, {} as never));
};

describe('a deployment of Convex that an env file names', () => {
  it.each([
    'CONVEX_DEPLOYMENT=prod:swift-otter-123',
    'CONVEX_DEPLOYMENT="prod:swift-otter-123" # team: harbour, project: shop',
  ])('is production where it says so: %s', (text) => {
    expect(uses(text)).toEqual(['production connects-to Convex deployment swift-otter-123']);
  });

  it.each([
    'CONVEX_DEPLOYMENT=dev:swift-otter-123',
    'CONVEX_DEPLOYMENT=preview:swift-otter-123',
    // What kind it is stood nowhere in older files.
    'CONVEX_DEPLOYMENT=swift-otter-123',
    'CONVEX_DEPLOYMENT=prod:your-convex-id',
    'CONVEX_DEPLOYMENT=prod:$NAME',
    'CONVEX_DEPLOYMENT=',
    '# CONVEX_DEPLOYMENT=prod:swift-otter-123',
    'OLD_CONVEX_DEPLOYMENT=prod:swift-otter-123',
  ])('is not in %s', (text) => {
    expect(uses(text)).toEqual([]);
  });

  it('is none in a template', () => {
    expect(uses('CONVEX_DEPLOYMENT=prod:swift-otter-123', '.env.example')).toEqual([]);
  });
});
