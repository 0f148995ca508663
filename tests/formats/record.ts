/** Records how this version of Braise stores work, in the next folder of tests/fixtures/formats. */
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findChromiumPath } from '../../scripts/browsers.ts';
import { findFreePort } from '../../scripts/test/free-port.ts';
import { prepareSchool } from '../bench/saves/school.ts';
import { startServer } from '../bench/server.ts';
import { goThroughMeterChallenge } from '../e2e/lesson.ts';
import { snapshotDatabases } from '#lib/storage/testing/database-snapshot.ts';
import {
	recordStudentRows,
	beginProject,
	patientExpect,
	triggerSync,
	recordExchanges,
	waitUntilOnServer,
	openPage,
	writeProgram
} from './recording-steps.ts';
import { recordLesson } from './lesson.ts';
import { recordPair } from './pair.ts';

const formatsFolder = new URL('../fixtures/formats/', import.meta.url).pathname;
/**
 * Run `node --import tsx tests/formats/record.ts` once whenever a format was raised: see
 * docs/decisions/011-formats-of-kept-work.md. With `pair` or `lesson`, it adds the data of a pair or lesson to the newest folder,
 * if that has none yet.
 */
const selectedPart = process.argv[2];
const newestFormat = (await readdir(formatsFolder)).length;
const recordingFolder = join(formatsFolder, String(selectedPart === undefined ? newestFormat + 1 : newestFormat));
const writeJson = (name: string, value: unknown) =>
	writeFile(join(recordingFolder, name), `${JSON.stringify(value, null, '\t')}\n`);

async function recordVisitor(page: Page): Promise<void> {
	await goThroughMeterChallenge(page, 'fr', 'mouse');
	await beginProject(page, 'Marché du samedi');
	await page.getByRole('button', { name: 'Pour qui' }).click();
	await page.getByLabel('Qui ?').fill('Inès, qui vend du pain');
	await writeProgram(page, "// Été\nexport function draw() {}\nconsole.log('pain');\n");
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Exporter' }).click()
	]);
	await download.saveAs(join(recordingFolder, 'project.zip'));
	await writeJson('visitor.json', await page.evaluate(snapshotDatabases));
}

async function recordStudent(browser: Browser, base: string, cookie: string): Promise<void> {
	const page = await openPage(browser, base, cookie);
	const recordedExchanges: object[] = [];
	recordExchanges(page, recordedExchanges);
	await goThroughMeterChallenge(page, 'fr', 'mouse');
	await waitUntilOnServer(page);

	await beginProject(page, 'Supprimé');
	await waitUntilOnServer(page);

	await beginProject(page, 'Deux ordinateurs');
	await writeProgram(page, 'let first = 1;\nlet second = 2;\nlet third = 3;\n');
	await waitUntilOnServer(page);
	const school = await openPage(browser, base, cookie);
	recordExchanges(school, recordedExchanges);
	await school.goto(new URL(page.url()).pathname);
	await writeProgram(school, 'let first = 100;\nlet second = 2;\nlet third = 3;\n');
	await waitUntilOnServer(school);
	await writeProgram(page, 'let first = 1;\nlet second = 2;\nlet third = 300;\n');
	await triggerSync(page);
	await patientExpect(page.locator('[data-saved="conflict"]')).toBeVisible({ timeout: 60_000 });
	await writeJson('other-machine.json', await school.evaluate(snapshotDatabases));

	await page.route('**/api/works/**', (route) => route.abort());
	// This project is deleted in the browser, and the server does not know yet.
	await page.goto('/fr/projects');
	await page.getByRole('button', { name: 'Supprimer « Supprimé »' }).click();
	await patientExpect(page.locator('article')).toHaveCount(1);
	// This project is not sent yet. Its last text is a draft.
	await beginProject(page, 'Pas encore envoyé');
	await writeProgram(page, 'let here = 1;\n');
	await writeProgram(page, 'let here = 2;\n');
	await writeJson('student.json', await page.evaluate(snapshotDatabases));
	await writeJson('exchanges.json', recordedExchanges);

	const data = await page.request.get('/fr/me/data/file');
	await writeFile(join(recordingFolder, 'braise-data.json'), await data.text());
}

async function recordVisitorAndStudent(browser: Browser): Promise<void> {
	const school = await prepareSchool('pglite', 1);
	const server = await startServer(await findFreePort(21_800), school.environment);
	const base = `http://localhost:${server.port}`;
	try {
		await recordVisitor(await openPage(browser, base));
		await recordStudent(browser, base, school.students[0]?.cookie ?? '');
		await recordStudentRows(school, join(recordingFolder, 'server.txt'));
	} finally {
		await server.close();
		await school.close();
	}
}

await mkdir(recordingFolder, { recursive: true });
const executablePath = findChromiumPath();
const browser = await chromium.launch({
	...(executablePath === undefined ? {} : { executablePath }),
	args: ['--no-sandbox', '--disable-quic', '--no-first-run']
});
try {
	if (selectedPart === undefined) await recordVisitorAndStudent(browser);
	if (selectedPart !== 'lesson') await recordPair(browser, recordingFolder);
	if (selectedPart !== 'pair') await recordLesson(browser, recordingFolder);
	console.log(`Written to ${recordingFolder}`);
} finally {
	await browser.close();
}
