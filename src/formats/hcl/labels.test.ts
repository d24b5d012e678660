import { expect, it } from 'vitest';
import { entries } from '../../model/document.ts';
import { filePath } from '../../model/source.ts';
import { isBlock, labelRanges } from './labels.ts';
import { parse } from './parse.ts';

const TEXT = `resource "aws_db_instance" /* why */ main {
}
lifecycle {}
tags = {}
count /* = */ {
}
list = []
`;
const document = parse(filePath('main.tf'), TEXT);
const found = document.shape === 'data' ? entries(document.roots[0]) : [];

it('finds labels where they are written', () => {
  const written = found.map((entry) =>
    labelRanges(TEXT, entry).map(({ start, end }) => TEXT.slice(start, end)),
  );
  expect(written).toEqual([['"aws_db_instance"', 'main'], [], [], [], []]);
});

it('tells blocks from attributes that hold a map', () => {
  expect(found.filter((entry) => isBlock(TEXT, entry)).map(({ key }) => key)).toEqual([
    'resource',
    'lifecycle',
    'count',
  ]);
});
