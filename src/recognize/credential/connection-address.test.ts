// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of other languages are what is tested
import { expect, it } from 'vitest';
import { connectionAddresses } from './connection-address.ts';

const found = (text: string) => [...connectionAddresses(text)].map((address) => address.text);
const whole = 'postgres://shop:Qw7Zk2Xp@ep-1.acme.tech:5432/shop?sslmode=require';

it.each([
  ['a string', `connect("${whole}")`, whole],
  ['a link', `[here](${whole})`, whole],
  [
    'a host before a bracket',
    'open(redis://:Qw7Zk2Xp@cache.acme.tech)',
    'redis://:Qw7Zk2Xp@cache.acme.tech',
  ],
  [
    'the end of a statement',
    'URL=redis://:Qw7Zk2Xp@cache.acme.tech;',
    'redis://:Qw7Zk2Xp@cache.acme.tech',
  ],
  [
    'a host that is put in',
    '`mysql://shop:Qw7Zk2Xp@${HOST}:3306/shop`',
    'mysql://shop:Qw7Zk2Xp@${HOST}:3306/shop',
  ],
])('%s', (_, text, address) => {
  expect(found(text)).toEqual([address]);
});

it('says where the host stands', () => {
  const text = `connect("${whole}")`;
  const [address] = connectionAddresses(text);
  expect(text.slice(...(address?.host ?? []))).toBe('ep-1.acme.tech');
  expect(text.slice(address?.start, address?.end)).toBe(whole);
});

it.each([
  'https://shop:Qw7Zk2Xp@ep-1.acme.tech/shop',
  'postgres://shop@ep-1.acme.tech/shop',
  'postgres://ep-1.acme.tech/shop',
])('%s is none', (text) => {
  expect(found(text)).toEqual([]);
});

it('is linear in hostile text', () => {
  const start = performance.now();
  for (const piece of ['postgres://a:b@', 'postgres://a:b@${', '${a}', '{{', 'a+', '://:']) {
    found(`postgres://a:b@${piece.repeat(100_000)}`);
  }
  expect(performance.now() - start).toBeLessThan(5_000);
});
