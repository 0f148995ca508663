import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EXAMPLE_NAMES, exampleText } from './examples.ts';

const declarations = readFileSync('sandbox/kit/scene.en.d.ts', 'utf8');
const declared = [...declarations.matchAll(/export function (\w+)/g)].map(([, name = '']) => name);
/** Exports of the kit that draw nothing by themselves, and so have no example. */
const FRAME = [
	'scene',
	'ask',
	'askList',
	'callsOf',
	'verdict',
	'between',
	'stage',
	'light',
	'overgrowth',
	'roundFigures',
	'sharesMeasure'
];

const texts = EXAMPLE_NAMES.flatMap((_, index) => [exampleText(index, 'fr'), exampleText(index, 'en')]);
const imported = texts.flatMap((text) => /\{ (.*) \} from 'braise\/scene'/.exec(text)?.[1]?.split(', ') ?? []);

test('every piece that draws has an example, and no example imports what the kit lacks', () => {
	expect([...new Set(imported)].sort()).toEqual(declared.filter((name) => !FRAME.includes(name)).sort());
	expect(new Set(EXAMPLE_NAMES).size).toBe(EXAMPLE_NAMES.length);
});

test('every example uses what it imports, in the words of its language', () => {
	for (const text of texts) {
		const [, names = ''] = /\{ (.*) \} from 'braise\/scene'/.exec(text) ?? [];
		for (const name of names.split(', ')) expect(text).toContain(`${name}(`);
		expect(text).not.toMatch(/'\{\w+\}'/);
	}
	expect(exampleText(EXAMPLE_NAMES.indexOf('says'), 'fr')).toContain('Trop cher');
	expect(exampleText(EXAMPLE_NAMES.indexOf('says'), 'en')).toContain('Too much');
});
