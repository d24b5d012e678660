import type { HardenedFile, HardenRequest } from '../../model/hardening.ts';
import { editFrontMatter } from './front-matter-edit.ts';
import { hideInIgnoreFile } from './ignore-edit.ts';
import { isSoundJson } from './json-sound.ts';

/** A JSON file after an edit; nothing where it is broken or stays the same, and, unless `isNew` lets it start empty, where there is none. */
export function hardenedJson(
  request: HardenRequest,
  file: string,
  edit: (text: string) => string,
  isNew = false,
): readonly HardenedFile[] {
  const text = request.texts.get(file) ?? (isNew ? '' : undefined);
  if (text === undefined || !isSoundJson(text)) return [];
  const edited = edit(text);
  return edited === text ? [] : [{ file, text: edited }];
}

/** The ignore file with a line for each file that holds credentials; nothing where it hides them already. */
export function hardenedIgnoreFile(request: HardenRequest, file: string): readonly HardenedFile[] {
  const text = request.texts.get(file) ?? '';
  const edited = hideInIgnoreFile(text, request.secrets);
  return edited === text ? [] : [{ file, text: edited }];
}

/** A Markdown file after an edit of its front matter; nothing where that changes nothing. */
export function hardenedFrontMatter(
  request: HardenRequest,
  file: string,
  edit: (front: object) => object,
): readonly HardenedFile[] {
  const text = request.texts.get(file) ?? '';
  const edited = editFrontMatter(text, edit);
  return edited === text ? [] : [{ file, text: edited }];
}
