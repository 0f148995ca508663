import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readManifestField, replaceManifestField } from './manifest-fields.ts';

const MANIFEST_TEXT =
	'# Mine\nid: bac\npiste: blue # for a start\nminutes: 30\npartner: null\nsteps:\n  - { id: build, kind: build }\n';

test('changing a field keeps its comment and the rest of challenge.yaml', () => {
	expect(replaceManifestField(MANIFEST_TEXT, 'piste', 'red')).toBe(MANIFEST_TEXT.replace('blue', 'red'));
	expect(replaceManifestField(MANIFEST_TEXT, 'minutes', '45')).toBe(MANIFEST_TEXT.replace('30', '45'));
	expect(readManifestField(MANIFEST_TEXT, 'partner')).toBe('');
	expect(readManifestField(replaceManifestField(MANIFEST_TEXT, 'partner', 'La mairie') ?? '', 'partner')).toBe(
		'La mairie'
	);
	expect(replaceManifestField(replaceManifestField(MANIFEST_TEXT, 'partner', 'x') ?? '', 'partner', '')).toBe(
		MANIFEST_TEXT
	);
	expect(readManifestField(replaceManifestField(MANIFEST_TEXT, 'place', 'Valcendre: le port') ?? '', 'place')).toBe(
		'Valcendre: le port'
	);
});

test('a malformed challenge.yaml is not changed, and its fields read as empty', () => {
	expect(replaceManifestField('a: [', 'piste', 'red')).toBeUndefined();
	expect(readManifestField('a: [', 'piste')).toBe('');
});

test('changing a field of a real challenge.yaml replaces only one of its lines', () => {
	const manifestText = readFileSync('challenges/frigo-vaccins/challenge.yaml', 'utf8');
	const changedCard = replaceManifestField(manifestText, 'place', 'Ailleurs') ?? '';
	const linesOf = (text: string) => new Set(text.split('\n').map((line) => line.trim()));
	const [linesBefore, linesAfter] = [linesOf(manifestText), linesOf(changedCard)];
	expect([...linesBefore].filter((line) => !linesAfter.has(line))).toHaveLength(1);
});
