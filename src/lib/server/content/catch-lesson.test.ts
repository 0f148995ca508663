import { expect, test } from 'vitest';
import { findBuiltPrivatePart } from './built-private-parts.ts';
import { catchLessonHash, catchLessonOf, isCatchLesson } from './catch-lesson.ts';
import { findChallenge } from './index.ts';
import { judgeInputOf } from './judge-input.ts';

async function versionOf(id: string) {
	const challenge = await findChallenge(id);
	const privatePart = await findBuiltPrivatePart(challenge?.hash ?? '');
	if (challenge === undefined || privatePart === undefined) throw new Error(`There is no challenge ${id}.`);
	return { challenge, private: privatePart };
}

test('the lesson has the step alone, under a hash and a title of its own', async () => {
	const whole = await versionOf('frigo-vaccins');
	const lesson = catchLessonOf(whole);
	if (lesson === undefined) throw new Error('There is no lesson.');
	const { challenge } = lesson;
	expect(challenge.steps.map(({ kind }) => kind)).toEqual(['catch']);
	expect(isCatchLesson(challenge)).toBe(true);
	expect(challenge.hash).toBe(catchLessonHash(whole.challenge.hash));
	expect(challenge.hash).toMatch(/^[0-9a-f]{64}$/);
	expect(challenge.id).toBe(whole.challenge.id);
	expect(challenge.text.fr.title.startsWith(`${whole.challenge.text.fr.title} · `)).toBe(true);
	expect(challenge.decision.options).toEqual([]);
	expect('ask' in challenge).toBe(false);
	// The wrong programs and the solution stay, because the judge needs them.
	expect(lesson.private.mutants).toEqual(whole.private.mutants);
	const { checks, heldBackChecks } = judgeInputOf(lesson);
	expect([...checks, ...heldBackChecks]).toEqual([]);
});

test('a challenge without that step has no such lesson, and a lesson has none of itself', async () => {
	expect(catchLessonOf(await versionOf('horodateur'))).toBeUndefined();
	const lesson = catchLessonOf(await versionOf('frigo-vaccins'));
	expect(lesson && catchLessonOf(lesson)).toBeUndefined();
});
