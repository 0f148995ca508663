/** Tests that a challenge's step about catching wrong programs can become a lesson with its own hash and title. */
import { expect, test } from 'vitest';
import { findBuiltPrivatePart } from './built-private-parts.ts';
import { hashOfCatchLesson, createCatchLesson, isCatchLesson } from './catch-lesson.ts';
import { findChallenge } from './index.ts';
import { judgeInputOf } from './judge-input.ts';

async function loadVersion(id: string) {
	const challenge = await findChallenge(id);
	const privatePart = await findBuiltPrivatePart(challenge?.hash ?? '');
	if (challenge === undefined || privatePart === undefined) throw new Error(`There is no challenge ${id}.`);
	return { challenge, privatePart };
}

test('a catch lesson has only the step "catch", with a hash and a title of its own', async () => {
	const wholeVersion = await loadVersion('frigo-vaccins');
	const lessonVersion = createCatchLesson(wholeVersion);
	if (lessonVersion === undefined) throw new Error('There is no lesson.');
	const { challenge } = lessonVersion;
	expect(challenge.steps.map(({ kind }) => kind)).toEqual(['catch']);
	expect(isCatchLesson(challenge)).toBe(true);
	expect(challenge.hash).toBe(hashOfCatchLesson(wholeVersion.challenge.hash));
	expect(challenge.hash).toMatch(/^[0-9a-f]{64}$/);
	expect(challenge.id).toBe(wholeVersion.challenge.id);
	expect(challenge.text.fr.title.startsWith(`${wholeVersion.challenge.text.fr.title} · `)).toBe(true);
	expect(challenge.decision.options).toEqual([]);
	expect('ask' in challenge).toBe(false);
	// The lesson keeps the wrong programs and the solution, because the judge needs them.
	expect(lessonVersion.privatePart.mutants).toEqual(wholeVersion.privatePart.mutants);
	const { checks, heldBackChecks } = judgeInputOf(lessonVersion);
	expect([...checks, ...heldBackChecks]).toEqual([]);
});

test('no catch lesson is made of a challenge without the step "catch" or of another catch lesson', async () => {
	expect(createCatchLesson(await loadVersion('horodateur'))).toBeUndefined();
	const lessonVersion = createCatchLesson(await loadVersion('frigo-vaccins'));
	expect(lessonVersion && createCatchLesson(lessonVersion)).toBeUndefined();
});
