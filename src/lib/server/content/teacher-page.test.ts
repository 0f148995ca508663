/** Tests that every challenge has a teacher's page in both languages, with a plan that fills one lesson. */
import { expect, test } from 'vitest';
import { LESSON_MINUTES } from '#lib/domain/challenge.ts';
import { findChallenge, listChallenges } from './index.ts';
import { findTeacherPageContent } from './teacher-page.ts';

test('the teacher’s page of a challenge is found by its id, or by the hash of a version', async () => {
	const page = await findTeacherPageContent('horodateur', 'fr');
	expect(page?.programme[1]).toEqual({
		id: 'snt.donnees-personnelles',
		course: 'snt',
		courseName: 'SNT, seconde',
		theme: 'Les données structurées et leur traitement',
		capacity: 'Définir une donnée personnelle'
	});
	expect(page?.mistakes[1]).toMatchObject({ id: 'minute-20-charged', title: 'Le programme fait payer la minute 20' });
	expect(page?.mistakes[1]?.body).toContain('<code>minutes &lt; 20</code>');
	expect(page?.debate.map(({ id }) => id)).toContain('who-reads');
	expect(page?.rubric[0]?.levels.map(({ id }) => id)).toEqual(['not-yet', 'with-help', 'alone']);
	expect(page?.solution['main.ts']).toContain('Math.ceil');
	const hash = (await findChallenge('horodateur'))?.hash ?? '';
	expect(await findTeacherPageContent(hash, 'fr')).toEqual(page);
	expect((await findTeacherPageContent(hash, 'en'))?.programme[1]?.capacity).toBe('Define what personal data is');
});

test('every challenge has a plan that fills exactly one lesson, in both languages', async () => {
	for (const { id } of await listChallenges('fr')) {
		for (const language of ['fr', 'en'] as const) {
			const plan = (await findTeacherPageContent(id, language))?.plan ?? [];
			expect([id, plan.reduce((sum, { minutes }) => sum + minutes, 0)]).toEqual([id, LESSON_MINUTES]);
		}
	}
});

test('an unknown challenge has no teacher’s page', async () => {
	expect(await findTeacherPageContent('nowhere', 'fr')).toBeUndefined();
	expect(await findTeacherPageContent('valueOf', 'fr')).toBeUndefined();
});
