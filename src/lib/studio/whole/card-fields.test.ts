import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCardField, replaceCardField } from './card-fields.ts';

const MANIFEST_TEXT =
	'# Mine\nid: bac\npiste: blue # for a start\nminutes: 30\npartner: null\nsteps:\n  - { id: build, kind: build }\n';

test('a field is changed alone, with its comment', () => {
	expect(replaceCardField(MANIFEST_TEXT, 'piste', 'red')).toBe(MANIFEST_TEXT.replace('blue', 'red'));
	expect(replaceCardField(MANIFEST_TEXT, 'minutes', '45')).toBe(MANIFEST_TEXT.replace('30', '45'));
	expect(readCardField(MANIFEST_TEXT, 'partner')).toBe('');
	expect(readCardField(replaceCardField(MANIFEST_TEXT, 'partner', 'La mairie') ?? '', 'partner')).toBe('La mairie');
	expect(replaceCardField(replaceCardField(MANIFEST_TEXT, 'partner', 'x') ?? '', 'partner', '')).toBe(MANIFEST_TEXT);
	expect(readCardField(replaceCardField(MANIFEST_TEXT, 'place', 'Valcendre: le port') ?? '', 'place')).toBe(
		'Valcendre: le port'
	);
});

test('a card that is no YAML is left alone', () => {
	expect(replaceCardField('a: [', 'piste', 'red')).toBeUndefined();
	expect(readCardField('a: [', 'piste')).toBe('');
});

test('the card of a challenge keeps its lines', () => {
	const manifestText = readFileSync('challenges/frigo-vaccins/challenge.yaml', 'utf8');
	const changedCard = replaceCardField(manifestText, 'place', 'Ailleurs') ?? '';
	const linesOf = (text: string) => new Set(text.split('\n').map((line) => line.trim()));
	const [linesBefore, linesAfter] = [linesOf(manifestText), linesOf(changedCard)];
	expect([...linesBefore].filter((line) => !linesAfter.has(line))).toHaveLength(1);
});
