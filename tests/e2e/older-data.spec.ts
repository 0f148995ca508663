import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Browser, type Page } from '../test.ts';
import { findFreePort } from '../../scripts/test/free-port.ts';
import { appOrigin } from '../servers.ts';
import { createDatabaseFromSnapshot } from '#lib/storage/testing/database-snapshot.ts';
import type { RecordedLesson } from '../formats/lesson.ts';
import { BrowserlessStudent, giveAssignment } from './given-assignments.ts';
import { killOwnServer, startOwnServer } from './own-server.ts';
import { createClassInBrowser, signUpTeacher } from './persons.ts';

const FORMATS_FOLDER = 'tests/fixtures/formats';
const recordedFormats = readdirSync(FORMATS_FOLDER).filter((folder) =>
	existsSync(join(FORMATS_FOLDER, folder, 'lesson-server.gz'))
);

async function enterAsRecordedStudent(
	browser: Browser,
	base: string,
	lesson: RecordedLesson,
	recordedName: keyof RecordedLesson['words']
) {
	const context = await browser.newContext({ baseURL: base });
	const page = await context.newPage();
	if (recordedName === 'renard') {
		// Defines the helper that tsx wraps functions in, because the page does not have it.
		await context.addInitScript('globalThis.__name = (named) => named');
		await page.route('**/empty', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
		await page.goto('/empty');
		for (const database of lesson.databases) await page.evaluate(createDatabaseFromSnapshot, database);
		await page.evaluate((items) => Object.assign(localStorage, items), lesson.localStorage);
	}
	await page.goto(`/fr/join?code=${lesson.code}`);
	await page
		.getByRole('textbox', { name: 'Pseudonyme' })
		.last()
		.fill(recordedName === 'loup' ? 'Loup' : 'Renard');
	await page.getByLabel('Tes trois mots').fill(lesson.words[recordedName]);
	await page.getByRole('button', { name: 'Entrer', exact: true }).click();
	await expect(page).not.toHaveURL(/join/);
	await page.goto(`/fr/assignments/${lesson.assignment}`);
	return page;
}

async function fetchSubmissions(page: Page, { assignment }: RecordedLesson) {
	const answer = await page.request.get(`/api/assignments/${assignment}/submissions`);
	return ((await answer.json()) as { submissions: { id: string; verdict: unknown }[] }).submissions;
}

for (const folder of recordedFormats) {
	test(
		`data of format ${folder} opens: the submission is kept, and the unsent hand-in is sent`,
		{ tag: '@soak' },
		async ({ browser }) => {
			const lesson: RecordedLesson = JSON.parse(
				readFileSync(join(FORMATS_FOLDER, folder, 'lesson-browser.json'), 'utf8')
			);
			const dataFolder = await mkdtemp(join(tmpdir(), 'braise-older-'));
			const environment = { DATA_FOLDER: dataFolder, DATABASE_URL: '' };
			execFileSync(
				process.execPath,
				['--import', 'tsx', 'scripts/restore.ts', join(FORMATS_FOLDER, folder, 'lesson-server.gz')],
				{
					env: { ...process.env, ...environment }
				}
			);
			const port = await findFreePort(23_600);
			const server = await startOwnServer(port, environment);
			const base = `http://localhost:${port}`;
			try {
				const loup = await enterAsRecordedStudent(browser, base, lesson, 'loup');
				await expect(loup.locator('[data-handing]')).toContainText(/Vérifications réussies\s: \d+ sur/);
				expect(await fetchSubmissions(loup, lesson)).toHaveLength(1);

				const renard = await enterAsRecordedStudent(browser, base, lesson, 'renard');
				await expect(renard.locator('.view-lines')).toContainText('Written without a network.');
				await expect(renard.locator('[data-handing]')).toContainText(/Vérifications réussies\s: \d+ sur/);
				expect((await fetchSubmissions(renard, lesson)).map(({ id }) => id)).toEqual([lesson.unsent.id]);
				const { works } = (await (await renard.request.get('/api/works')).json()) as { works: { id: string }[] };
				expect(works).toHaveLength(1);
				const answerText = await (await renard.request.get(`/api/works/${works[0]?.id}`)).text();
				expect(answerText).toContain(JSON.stringify(lesson.unsent.program).slice(1, -1));
			} finally {
				await killOwnServer(server);
				await rm(dataFolder, { recursive: true, force: true });
			}
		}
	);
}

test('requests to the previous release’s addresses still work', { tag: '@soak' }, async ({ browser }) => {
	const teacher = await signUpTeacher(browser, 'Mme Avance');
	await createClassInBrowser(teacher, 'Seconde 8');
	const { page } = teacher;
	const { path, id, code } = await giveAssignment(page, new URL(page.url()).pathname, 'challenge=horodateur');
	const student = await BrowserlessStudent.join(code, 'Marmotte');
	const report = { step: 'build', done: ['discover'], passed: 1, checks: 5 };
	expect((await student.putReport(id, 'standing', report)).status()).toBe(200);
	await page.goto(path);
	await expect(page.locator('[data-row="Marmotte"]')).toContainText('il manque 4 vérifications sur 5');

	await page.goto(`${path}/again`);
	await expect(page.getByRole('heading', { name: 'Changer de version' })).toBeVisible();
	expect(new URL(page.url()).pathname).toBe(`${path}/rejudge`);
	const judgeResponse = await page.request.post(`${path}/again?/judge`, {
		form: { which: 'new' },
		headers: { origin: appOrigin, accept: 'text/html' }
	});
	expect(judgeResponse.status(), 'there is no newer version to judge with').toBe(409);
});
