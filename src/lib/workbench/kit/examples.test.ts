import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { KIT_EXAMPLE_NAMES, writeKitExampleProgram } from './examples.ts';

const kitDeclarations = readFileSync('sandbox/kit/scene.en.d.ts', 'utf8');
const declaredFunctionNames = [...kitDeclarations.matchAll(/export function (\w+)/g)].map(([, name = '']) => name);
/** Exports of the kit that draw nothing by themselves, and so have no example. */
const EXPORTS_WITHOUT_EXAMPLE = [
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

const examplePrograms = KIT_EXAMPLE_NAMES.flatMap((_, index) => [
	writeKitExampleProgram(index, 'fr'),
	writeKitExampleProgram(index, 'en')
]);
const importedNames = examplePrograms.flatMap(
	(text) => /\{ (.*) \} from 'braise\/scene'/.exec(text)?.[1]?.split(', ') ?? []
);

test('every piece that draws has an example, and examples import only pieces of the kit', () => {
	expect([...new Set(importedNames)].sort()).toEqual(
		declaredFunctionNames.filter((name) => !EXPORTS_WITHOUT_EXAMPLE.includes(name)).sort()
	);
	expect(new Set(KIT_EXAMPLE_NAMES).size).toBe(KIT_EXAMPLE_NAMES.length);
});

test('every example uses all its imports, with words of its language', () => {
	for (const text of examplePrograms) {
		const [, names = ''] = /\{ (.*) \} from 'braise\/scene'/.exec(text) ?? [];
		for (const name of names.split(', ')) expect(text).toContain(`${name}(`);
		expect(text).not.toMatch(/'\{\w+\}'/);
	}
	expect(writeKitExampleProgram(KIT_EXAMPLE_NAMES.indexOf('says'), 'fr')).toContain('Trop cher');
	expect(writeKitExampleProgram(KIT_EXAMPLE_NAMES.indexOf('says'), 'en')).toContain('Too much');
});
