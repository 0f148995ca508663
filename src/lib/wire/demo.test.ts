import { expect, test } from 'vitest';
import { parseSentDemo, parseSentFolderProblemTie, parseDemoAnswer, parseFolderProblemTieAnswer } from './demo.ts';

const CHALLENGE_FILES = { 'challenge.yaml': 'id: own-abcdefghijkl\n', 'private/solution/main.ts': '' };
const SENT_DEMO = { format: 1, account: 'lou', files: CHALLENGE_FILES };

test('messages that tie a folder to a problem and show it are parsed', () => {
	expect(parseSentFolderProblemTie({ format: 1, account: 'lou', work: 'work-1' })?.work).toBe('work-1');
	expect(parseSentDemo(SENT_DEMO)?.files).toEqual(CHALLENGE_FILES);
	expect(parseDemoAnswer({ format: 1, kind: 'shown', hash: 'a' })?.kind).toBe('shown');
	expect(parseDemoAnswer({ format: 1, kind: 'excess', of: 'facts' })).toMatchObject({ of: 'facts' });
	expect(parseFolderProblemTieAnswer({ format: 1, kind: 'refused', reason: 'absent' })?.kind).toBe('refused');
});

test.each([
	['another format', { ...SENT_DEMO, format: 2 }],
	['an unknown field', { ...SENT_DEMO, problem: 'one' }],
	['a file outside the folder', { ...SENT_DEMO, files: { '../main.ts': '' } }],
	['a zero byte', { ...SENT_DEMO, files: { 'scene.ts': 'a\0b' } }],
	['no data', undefined]
])('a message with %s is refused', (_, input) => {
	expect(parseSentDemo(input)).toBeUndefined();
	expect(parseSentFolderProblemTie(input)).toBeUndefined();
});

test('a proxy’s page and malformed answers are not parsed', () => {
	for (const input of ['<html>', null, { kind: 'shown', hash: 'a' }]) {
		expect(parseDemoAnswer(input)).toBeUndefined();
		expect(parseFolderProblemTieAnswer(input)).toBeUndefined();
	}
});
