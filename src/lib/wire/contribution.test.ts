import { expect, test } from 'vitest';
import { EMPTY_PROBLEM_CARD } from '#lib/domain/problem-card.ts';
import {
	contributionApi,
	parseCardStoredAnswer,
	parseSentProblemCard,
	parseSentProblem,
	parseTellProblemAnswer
} from './contribution.ts';

const PROBLEM_CARD = { ...EMPTY_PROBLEM_CARD, wrong: ' Il reste du pain.\r\n ', whom: 'Moi', rule: 'Comme hier' };
const SENT_PROBLEM = {
	format: 1,
	invitation: null,
	classId: null,
	language: 'fr',
	trade: 'food',
	place: ' Brest\n\u202e',
	name: '',
	contact: '',
	card: PROBLEM_CARD
};
const PRIVATE_LINK = 'a0'.repeat(24);

test('a sent problem is parsed, with its texts trimmed', () => {
	expect(parseSentProblem({ ...SENT_PROBLEM, invitation: PRIVATE_LINK })).toMatchObject({
		invitation: PRIVATE_LINK,
		place: 'Brest',
		card: { wrong: 'Il reste du pain.', cases: [], list: null }
	});
	expect(parseSentProblemCard({ format: 1, card: PROBLEM_CARD })?.card.whom).toBe('Moi');
});

test('a private link from the browser is parsed, and may be missing in messages of earlier pages', () => {
	expect(parseSentProblem({ ...SENT_PROBLEM, link: PRIVATE_LINK })?.link).toBe(PRIVATE_LINK);
	expect(parseSentProblem({ ...SENT_PROBLEM, link: null })?.link).toBeNull();
	expect(parseSentProblem(SENT_PROBLEM)).not.toHaveProperty('link');
});

test('empty cases of a card are left out', () => {
	const cases = [
		{ label: ' ', good: '', bad: '' },
		{ label: 'Pain', good: '0', bad: '30' }
	];
	expect(parseSentProblemCard({ format: 1, card: { ...PROBLEM_CARD, cases } })?.card.cases).toEqual([cases[1]]);
});

const createProblemWithCard = (changed: object) => ({ ...SENT_PROBLEM, card: { ...PROBLEM_CARD, ...changed } });
test.each([
	['another format', { ...SENT_PROBLEM, format: 2 }],
	['an unknown field', { ...SENT_PROBLEM, state: 'open' }],
	['an empty needed text', createProblemWithCard({ rule: ' \n ' })],
	['a text that is too long', createProblemWithCard({ tried: 'x'.repeat(2001) })],
	['a zero byte', createProblemWithCard({ wrong: 'a\0b' })],
	['half a surrogate pair', createProblemWithCard({ wrong: 'a\uD800' })],
	['a malformed invitation', { ...SENT_PROBLEM, invitation: 'A0'.repeat(24) }],
	['a private link that is too short', { ...SENT_PROBLEM, link: 'a0'.repeat(23) }],
	['an unknown trade', { ...SENT_PROBLEM, trade: 'magic' }],
	['a list row that is too wide', createProblemWithCard({ list: { columns: ['a'], rows: [['b', 'c']] } })],
	[
		'too many list rows',
		createProblemWithCard({ list: { columns: ['a'], rows: Array.from({ length: 13 }, () => ['b']) } })
	],
	['no card', { ...SENT_PROBLEM, card: null }],
	['no data', undefined]
])('a problem with %s is refused', (_, input) => {
	expect(parseSentProblem(input)).toBeUndefined();
});

test('the server’s answers are parsed, and a proxy’s page or a malformed answer is not', () => {
	expect(parseTellProblemAnswer({ format: 1, kind: 'told', link: PRIVATE_LINK })).toEqual({
		format: 1,
		kind: 'told',
		link: PRIVATE_LINK
	});
	expect(parseTellProblemAnswer({ format: 1, kind: 'told', link: null })?.kind).toBe('told');
	expect(parseTellProblemAnswer({ format: 1, kind: 'refused', reason: 'too-often', seconds: 30 })).toMatchObject({
		seconds: 30
	});
	expect(parseCardStoredAnswer({ format: 1, kind: 'refused', reason: 'closed' })?.kind).toBe('refused');
	for (const input of ['<html>', null, { kind: 'told' }, { format: 1, kind: 'refused', reason: 'because' }]) {
		expect(parseTellProblemAnswer(input)).toBeUndefined();
		expect(parseCardStoredAnswer(input)).toBeUndefined();
	}
});

test('every refusal has a status of 400 or higher', () => {
	for (const status of Object.values(contributionApi.statuses)) expect(status).toBeGreaterThanOrEqual(400);
});
