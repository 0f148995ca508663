import { expect, test, type Page } from '../test.ts';
import { eq } from 'drizzle-orm';
import { findFreePort } from '../../scripts/test/free-port.ts';
import { handInApi } from '#lib/wire/hand-in.ts';
import { rubricOfChallenge } from '#lib/domain/rubric.ts';
import { packChallenge } from '#lib/server/content/pack.ts';
import type { Connection } from '#lib/server/db/database.ts';
import { assignment } from '#lib/server/db/schema/index.ts';
import { saveReview } from '#lib/server/reviews/save-review.ts';
import { handIn } from '#lib/server/submissions/hand-in.ts';
import { prepareLessons, type BenchLesson } from '../bench/board/lessons.ts';
import { handInVersionId, workIdOfAccount, createHandInWorks } from '../bench/hand-ins/works.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';
import { killOwnServer, startOwnServer } from './own-server.ts';

async function prepareReturnedSubmission(connection: Connection, lessons: BenchLesson[]): Promise<void> {
	await createHandInWorks(connection, lessons);
	const { database } = connection;
	const { privatePart: hidden } = await packChallenge('challenges/horodateur');
	const [lesson] = lessons;
	const account = lesson?.students[0]?.account;
	if (!lesson || account === undefined) throw new Error('There is no student.');
	await database
		.update(assignment)
		.set({ rubric: rubricOfChallenge(hidden.teacher), title: 'Le parcmètre' })
		.where(eq(assignment.id, lesson.assignment));
	const handInRequest = {
		format: handInApi.format,
		account,
		id: crypto.randomUUID(),
		work: workIdOfAccount(account),
		version: handInVersionId(account),
		replaces: null,
		prediction: null,
		report: null
	} as const;
	await handIn(database, account, lesson.assignment, handInRequest, async () => undefined);
	const createLineComment = (at: number, text: string) => ({
		id: crypto.randomUUID(),
		file: 'main.ts',
		line: at,
		text
	});
	const saveResult = await saveReview(database, {
		assignmentId: lesson.assignment,
		submissionId: handInRequest.id,
		reviewer: lesson.teacher.account,
		revision: 0,
		text: {
			comment: 'Tu y es presque : regarde la minute 20.\n<b>Rien</b> d’autre ne manque.',
			rubric: { reads: 'alone', edges: 'not-yet' },
			lines: [
				createLineComment(3, 'Et à 20 minutes pile ? *Relis* le tarif.'),
				createLineComment(7, 'Bien : tu as trouvé `Math.ceil`.')
			]
		},
		move: 'return'
	});
	expect(saveResult.kind).toBe('saved');
}

async function openAssignment(page: Page, base: string, lesson: BenchLesson): Promise<void> {
	const [name = '', value = ''] = (lesson.students[0]?.cookie ?? '').split('=');
	await page.context().addCookies([{ name, value, url: base }]);
	await page.goto(`${base}/fr/assignments/${lesson.assignment}`);
}

test('a student reads line comments, marks a comment as done, and hands in again', async ({ page }) => {
	// The window is so wide that no line of code wraps, because a wrapped line would show two marks.
	await page.setViewportSize({ width: 1680, height: 900 });
	const school = await prepareLessons('pglite', 1, 2, prepareReturnedSubmission);
	const port = await findFreePort(23_500);
	const server = await startOwnServer(port, school.environment);
	try {
		const [lesson] = school.lessons;
		if (!lesson) throw new Error('There is no class.');
		const base = `http://localhost:${port}`;
		await openAssignment(page, base, lesson);
		// The button on the student's list shows the review, and not only the work.
		await page.goto(`${base}/fr/me`);
		await page.getByRole('link', { name: 'Lire le retour' }).click();
		const sheet = page.getByRole('dialog', { name: 'Ton rendu' });
		await expect(sheet).toContainText('regarde la minute 20');
		await page.keyboard.press('Escape');
		const reviewButton = page.getByRole('button', { name: 'Lire le retour' });
		await expect(reviewButton).toBeFocused();
		await expect(page).toHaveURL(/\/assignments\/[^#]*$/);

		const reviewNotes = page.locator('.notes [data-note]');
		await expect(reviewNotes).toHaveCount(2);
		await expect(reviewNotes.first()).toContainText('return minutes < 20');
		await expect(page.locator('.editor[data-ready]')).toBeVisible();
		await expect(page.locator('.editor .remarked')).toHaveCount(2);
		await reviewNotes.first().getByRole('button', { name: 'Ligne 3' }).click();
		await expect(page.locator('.editor .monaco :focus')).toBeVisible();

		await reviewButton.click();
		await expect(sheet).toContainText('regarde la minute 20');
		await expect(sheet).toContainText('<b>Rien</b>');
		await expect(sheet).toContainText('niveau 1 sur 3');
		expect(await findAccessibilityFaults(page)).toEqual([]);
		await sheet.getByRole('button', { name: 'Fermer' }).click();

		// A comment that the student marked as done is no longer marked in the code, even after a reload.
		await reviewNotes.nth(1).getByLabel('C’est fait').check();
		await expect(page.locator('.editor .remarked')).toHaveCount(1);
		await expect(page.locator('.notes summary')).toContainText('1 à voir');

		// The comment stays with its line when another line is inserted before.
		await page.locator('.editor .view-lines').click();
		await page.keyboard.press('Control+Home');
		await page.keyboard.type('// corrigé\n');
		await expect(reviewNotes.first().getByRole('button', { name: 'Ligne 4' })).toBeVisible();
		await expect(page.locator('[data-saved="saved"]')).toBeVisible();
		await page.reload();
		await expect(reviewNotes.nth(1).getByLabel('C’est fait')).toBeChecked();
		await expect(reviewNotes.first().getByRole('button', { name: 'Ligne 4' })).toBeVisible();
		expect(await findAccessibilityFaults(page)).toEqual([]);

		await page.getByRole('button', { name: 'Rendre à nouveau' }).click();
		await page.getByRole('dialog').getByRole('button', { name: 'Rendre', exact: true }).click();
		await expect(page.locator('[data-handing]')).toHaveAttribute('data-handing', 'waiting');
		await page.getByRole('button', { name: 'Voir mon rendu' }).click();
		await page.getByText('Rendus précédents').click();
		await expect(page.getByRole('dialog')).toContainText('regarde la minute 20');
		await page.goto(`${base}/fr/me`);
		await expect(page.locator('[data-assignment]')).toContainText('Rendu');
	} finally {
		await killOwnServer(server);
		await school.close();
	}
});
