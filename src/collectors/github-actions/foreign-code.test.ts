import { describe, expect, it } from 'vitest';
import { parse } from '../../formats/yaml/parse.ts';
import { filePath } from '../../model/source.ts';
import { stepsOf } from '../../recognize/workflow/step.ts';
import { foreignCode } from './foreign-code.ts';

function runs(steps: string): boolean {
  const document = parse(filePath('x.yml'), `steps:\n${steps}`);
  const root = document?.shape === 'data' ? document.roots[0] : undefined;
  return foreignCode(stepsOf(root)) !== null;
}

function checkout(inputs: string): string {
  return `  - uses: actions/checkout@v4\n    with: { ${inputs} }\n`;
}
const head = checkout('ref: "${{ github.event.pull_request.head.sha }}"');

describe('foreignCode', () => {
  it.each([
    `${head}  - run: npm test\n`,
    `${head}  - run: cd web && make build\n`,
    `${head}  - uses: ./.github/actions/build\n`,
    `${checkout('ref: "refs/pull/${{ github.event.number }}/merge"')}  - run: pip install .\n`,
    '  - run: |\n      gh pr checkout "$NUMBER"\n      ./build.sh\n',
  ])('runs it: %s', (steps) => expect(runs(steps)).toBe(true));

  it.each([
    '  - run: npm test\n',
    `${checkout('fetch-depth: 0')}  - run: npm test\n`,
    `${checkout('ref: main')}  - run: npm test\n`,
    `  - run: npm test\n${head}  - run: git diff --stat\n`,
    `${checkout('ref: "${{ github.head_ref }}", path: proposed')}  - run: npm test\n`,
    `${head}  - run: echo made by hand\n`,
    `${head}  - uses: actions/labeler@v5\n`,
  ])('does not: %s', (steps) => expect(runs(steps)).toBe(false));

  it('ends on long programs', () => {
    expect(runs(`${head}  - run: ${'python x/ '.repeat(20_000)}\n`)).toBe(false);
  });
});
