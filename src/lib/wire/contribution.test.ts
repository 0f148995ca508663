import { expect, test } from 'vitest';
import { EMPTY_PROBLEM_CARD } from '#lib/domain/problem-card.ts';
import { contributionApi, parseCardAnswer, parseSentCard, parseSentProblem, parseTellAnswer } from './contribution.ts';

const CARD = { ...EMPTY_PROBLEM_CARD, wrong: ' Il reste du pain.\r\n ', whom: 'Moi', rule: 'Comme hier' };
const SENT = {
	format: 1,
	invitation: null,
	classId: null,
	language: 'fr',
	trade: 'food',
	place: ' Brest\n\u202e',
	name: '',
	contact: '',
	card: CARD
};
const LINK = 'a0'.repeat(24);

test('a problem is read with its texts in order', () => {
	expect(parseSentProblem({ ...SENT, invitation: LINK })).toMatchObject({
		invitation: LINK,
		place: 'Brest',
		card: { wrong: 'Il reste du pain.', cases: [], list: null }
	});
	expect(parseSentCard({ format: 1, card: CARD })?.card.whom).toBe('Moi');
});

test('empty rows of figures are left out', () => {
	const cases = [
		{ label: ' ', good: '', bad: '' },
		{ label: 'Pain', good: '0', bad: '30' }
	];
	expect(parseSentCard({ format: 1, card: { ...CARD, cases } })?.card.cases).toEqual([cases[1]]);
});

const card = (changed: object) => ({ ...SENT, card: { ...CARD, ...changed } });
test.each([
	['another format', { ...SENT, format: 2 }],
	['something more', { ...SENT, state: 'open' }],
	['a needed text that says nothing', card({ rule: ' \n ' })],
	['a text too long', card({ tried: 'x'.repeat(2001) })],
	['a zero byte', card({ wrong: 'a\0b' })],
	['half of a character', card({ wrong: 'a\uD800' })],
	['a link of another shape', { ...SENT, invitation: 'A0'.repeat(24) }],
	['a trade that there is not', { ...SENT, trade: 'magic' }],
	['a list with a row too wide', card({ list: { columns: ['a'], rows: [['b', 'c']] } })],
	['too many rows', card({ list: { columns: ['a'], rows: Array.from({ length: 13 }, () => ['b']) } })],
	['no card', { ...SENT, card: null }],
	['nothing', undefined]
])('%s is refused', (_, input) => {
	expect(parseSentProblem(input)).toBeUndefined();
});

test('answers are read, and a proxy’s page is none', () => {
	expect(parseTellAnswer({ format: 1, kind: 'told', link: LINK })).toEqual({ format: 1, kind: 'told', link: LINK });
	expect(parseTellAnswer({ format: 1, kind: 'told', link: null })?.kind).toBe('told');
	expect(parseTellAnswer({ format: 1, kind: 'refused', reason: 'too-often', seconds: 30 })).toMatchObject({
		seconds: 30
	});
	expect(parseCardAnswer({ format: 1, kind: 'refused', reason: 'closed' })?.kind).toBe('refused');
	for (const input of ['<html>', null, { kind: 'told' }, { format: 1, kind: 'refused', reason: 'because' }]) {
		expect(parseTellAnswer(input)).toBeUndefined();
		expect(parseCardAnswer(input)).toBeUndefined();
	}
});

test('each refusal has a status that says it', () => {
	for (const status of Object.values(contributionApi.statuses)) expect(status).toBeGreaterThanOrEqual(400);
});
