/** Tests in which order and language challenges are listed, and that a challenge comes without its private part. */
import { expect, test } from 'vitest';
import { PISTES } from '#lib/domain/challenge.ts';
import { findChallenge, listChallenges } from './index.ts';
import { findBuiltPrivatePart } from './built-private-parts.ts';

test('lists the challenges in a language', async () => {
	const [fr, en] = await Promise.all(
		(['fr', 'en'] as const).map(async (language) =>
			(await listChallenges(language)).find(({ id }) => id === 'horodateur')
		)
	);
	expect(fr).toMatchObject({ id: 'horodateur', piste: 'green', title: 'Le parcmètre bavard' });
	expect(en).toMatchObject({ id: 'horodateur', piste: 'green', title: 'The talkative meter' });
});

test('lists the challenges by piste, and the shorter first', async () => {
	const challenges = await listChallenges('fr');
	expect(challenges.slice(0, 2).map(({ id }) => id)).toEqual(['horodateur', 'frigo-vaccins']);
	expect(challenges.map(({ piste }) => PISTES.indexOf(piste))).toEqual(
		challenges.map(({ piste }) => PISTES.indexOf(piste)).toSorted()
	);
});

test('gives a challenge without anything of its private part', async () => {
	const challenge = await findChallenge('horodateur');
	const text = JSON.stringify(challenge);
	const privatePart = await findBuiltPrivatePart(challenge?.hash ?? '');
	const programs = [
		privatePart?.solution ?? {},
		privatePart?.checks ?? {},
		...Object.values(privatePart?.mutants ?? {})
	];
	const teacherTexts = Object.values(privatePart?.teacher ?? {}).flatMap(({ plan, mistakes, debate }) => [
		...[...plan, ...mistakes].map(({ body }) => body),
		...debate.map(({ question }) => question)
	]);
	const lines = [...programs.flatMap((files) => Object.values(files)), ...teacherTexts].map((source) =>
		JSON.stringify(source).slice(1, -1)
	);
	expect(lines.length).toBeGreaterThan(5);
	for (const line of lines) expect(text).not.toContain(line);
});

test('finds no challenge for an unknown id', async () => {
	expect(await findChallenge('nowhere')).toBeUndefined();
});
