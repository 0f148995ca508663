import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCardField, replaceCardField } from './card-fields.ts';

const CARD =
	'# Mine\nid: bac\npiste: blue # for a start\nminutes: 30\npartner: null\nsteps:\n  - { id: build, kind: build }\n';

test('a field is changed alone, with its comment', () => {
	expect(replaceCardField(CARD, 'piste', 'red')).toBe(CARD.replace('blue', 'red'));
	expect(replaceCardField(CARD, 'minutes', '45')).toBe(CARD.replace('30', '45'));
	expect(readCardField(CARD, 'partner')).toBe('');
	expect(readCardField(replaceCardField(CARD, 'partner', 'La mairie') ?? '', 'partner')).toBe('La mairie');
	expect(replaceCardField(replaceCardField(CARD, 'partner', 'x') ?? '', 'partner', '')).toBe(CARD);
	expect(readCardField(replaceCardField(CARD, 'place', 'Valcendre: le port') ?? '', 'place')).toBe(
		'Valcendre: le port'
	);
});

test('a card that is no YAML is left alone', () => {
	expect(replaceCardField('a: [', 'piste', 'red')).toBeUndefined();
	expect(readCardField('a: [', 'piste')).toBe('');
});

test('the card of a challenge keeps its lines', () => {
	const card = readFileSync('challenges/frigo-vaccins/challenge.yaml', 'utf8');
	const changedCard = replaceCardField(card, 'place', 'Ailleurs') ?? '';
	const lines = (text: string) => new Set(text.split('\n').map((line) => line.trim()));
	const [before, after] = [lines(card), lines(changedCard)];
	expect([...before].filter((line) => !after.has(line))).toHaveLength(1);
});
