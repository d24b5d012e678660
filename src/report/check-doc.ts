import { markdownBlock, markdownText } from './markdown-text.ts';
import type { CheckInfo, ExampleFile } from './result.ts';
import { wrap } from './text-width.ts';

/** One section of a check's documentation: sentences, a list of links, or files. */
export interface DocSection {
  readonly heading: string;
  readonly text: string;
  readonly links: readonly string[];
  readonly files: readonly ExampleFile[];
}

/** The documentation that README, `explain` and SARIF help share; sections without content are left out. */
export function checkDoc(check: CheckInfo): readonly DocSection[] {
  const section = (heading: string, part: Partial<DocSection>): DocSection => ({
    heading,
    text: '',
    links: [],
    files: [],
    ...part,
  });
  const finds = /[.!?]$/.test(check.title) ? check.title : `${check.title}.`;
  return [
    section('What it finds', { text: finds }),
    section('Why it matters', { text: check.why }),
    section('Bad', { files: check.examples?.bad ?? [] }),
    section('Good', { files: check.examples?.good ?? [] }),
    section('How to fix', { text: check.fix }),
    section('When to accept it', { text: check.accept }),
    section('References', { links: check.references }),
  ].filter((part) => part.text !== '' || part.links.length > 0 || part.files.length > 0);
}

/** Documentation as plain text, prose wrapped at `width`. */
export function checkDocText(check: CheckInfo, width: number): string {
  const head = `${check.id}: ${check.title}\n${check.area}, ${check.severity}, since ${check.since}`;
  const parts = checkDoc(check).map((section) => {
    const body = [
      ...(section.text === '' ? [] : [wrap(section.text, width, '  ')]),
      ...section.links.map((link) => `  ${link}`),
      ...section.files.map((file) => `  ${file.file}\n${indented(file.text)}`),
    ];
    return `${section.heading}\n${body.join('\n')}`;
  });
  return `${[head, ...parts].join('\n\n')}\n`;
}

/** Documentation as Markdown, without a title of its own. */
export function checkDocMarkdown(check: CheckInfo): string {
  const parts = checkDoc(check).map((section) => {
    const body = [
      ...(section.text === '' ? [] : [section.text]),
      ...(section.links.length === 0
        ? []
        : [section.links.map((link) => `- <${link}>`).join('\n')]),
      ...section.files.map((file) => `${markdownText(file.file)}\n\n${markdownBlock(file.text)}`),
    ];
    return `## ${section.heading}\n\n${body.join('\n\n')}`;
  });
  return `${parts.join('\n\n')}\n`;
}

function indented(text: string): string {
  return text
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => `    ${line}`.trimEnd())
    .join('\n');
}
