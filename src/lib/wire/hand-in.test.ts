import { expect, test } from 'vitest';
import {
	handInApi,
	MOST_OTHER_REPLACED_SUBMISSIONS,
	parseSentHandIn,
	replacedIdsOfNextHandIn,
	type SentHandIn
} from './hand-in.ts';

const sentHandIn: SentHandIn = {
	format: handInApi.format,
	account: 'account',
	id: 'a',
	work: 'work',
	version: 'version',
	replaces: null,
	prediction: null,
	report: null
};
const canParseHandIn = (more: object) => parseSentHandIn({ ...sentHandIn, ...more }) !== undefined;
const createIds = (count: number) => Array.from({ length: count }, (_, at) => `id-${at}`);

test('a hand-in may list a limited number of other replaced submissions, or none', () => {
	expect(parseSentHandIn(sentHandIn)).toEqual(sentHandIn);
	expect(canParseHandIn({ replaces: 'b', orReplaces: createIds(MOST_OTHER_REPLACED_SUBMISSIONS) })).toBe(true);
	expect(canParseHandIn({ orReplaces: createIds(MOST_OTHER_REPLACED_SUBMISSIONS + 1) })).toBe(false);
	for (const orReplaces of ['c', null, [''], [null], [1], [['c']], { 0: 'c' }, ['c'.repeat(10_000)]])
		expect(canParseHandIn({ orReplaces }), JSON.stringify(orReplaces).slice(0, 40)).toBe(false);
});

test('a hand-in after an unanswered one replaces it and the submissions that it was to replace', () => {
	expect(replacedIdsOfNextHandIn(sentHandIn)).toEqual({ replaces: 'a' });
	const secondHandIn = { ...sentHandIn, id: 'b', replaces: 'a', orReplaces: ['c', 'd'] };
	expect(replacedIdsOfNextHandIn(secondHandIn)).toEqual({ replaces: 'b', orReplaces: ['a', 'c', 'd'] });
});

test('a hand-in replaced many times offline is parsed, and names the submission known to the server', () => {
	let lastHandIn: SentHandIn = { ...sentHandIn, replaces: 'told' };
	for (const id of createIds(3 * MOST_OTHER_REPLACED_SUBMISSIONS))
		lastHandIn = { ...lastHandIn, ...replacedIdsOfNextHandIn(lastHandIn), id };
	expect(parseSentHandIn(lastHandIn)).toEqual(lastHandIn);
	expect(lastHandIn.orReplaces?.at(-1)).toBe('told');
});
