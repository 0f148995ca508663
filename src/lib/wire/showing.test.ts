import { expect, test } from 'vitest';
import {
	parseSentShowing,
	parseSentFolderProblemTie,
	parseShowingAnswer,
	parseFolderProblemTieAnswer
} from './showing.ts';

const CHALLENGE_FILES = { 'challenge.yaml': 'id: own-abcdefghijkl\n', 'private/solution/main.ts': '' };
const SENT_SHOWING = { format: 1, account: 'lou', files: CHALLENGE_FILES };

test('messages that tie a folder to a problem and show it are parsed', () => {
	expect(parseSentFolderProblemTie({ format: 1, account: 'lou', work: 'work-1' })?.work).toBe('work-1');
	expect(parseSentShowing(SENT_SHOWING)?.files).toEqual(CHALLENGE_FILES);
	expect(parseShowingAnswer({ format: 1, kind: 'shown', hash: 'a' })?.kind).toBe('shown');
	expect(parseShowingAnswer({ format: 1, kind: 'excess', of: 'facts' })).toMatchObject({ of: 'facts' });
	expect(parseFolderProblemTieAnswer({ format: 1, kind: 'refused', reason: 'absent' })?.kind).toBe('refused');
});

test.each([
	['another format', { ...SENT_SHOWING, format: 2 }],
	['an unknown field', { ...SENT_SHOWING, problem: 'one' }],
	['a file outside the folder', { ...SENT_SHOWING, files: { '../main.ts': '' } }],
	['a zero byte', { ...SENT_SHOWING, files: { 'scene.ts': 'a\0b' } }],
	['no data', undefined]
])('a message with %s is refused', (_, input) => {
	expect(parseSentShowing(input)).toBeUndefined();
	expect(parseSentFolderProblemTie(input)).toBeUndefined();
});

test('a proxy’s page and malformed answers are not parsed', () => {
	for (const input of ['<html>', null, { kind: 'shown', hash: 'a' }]) {
		expect(parseShowingAnswer(input)).toBeUndefined();
		expect(parseFolderProblemTieAnswer(input)).toBeUndefined();
	}
});
