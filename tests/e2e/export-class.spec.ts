import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '../test.ts';
import { strFromU8, unzipSync } from 'fflate';
import { findAccessibilityFaults } from './accessibility-faults.ts';
import {
	handIn,
	createClassLesson,
	createWorkingStudent,
	RIGHT_PROGRAM,
	WRONG_PROGRAM,
	type ClassLesson
} from './class-lesson.ts';
import { recordSentRequests } from './sent-requests.ts';

async function readDownload(page: Page, button: string): Promise<{ name: string; bytes: Uint8Array }> {
	const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()]);
	return { name: file.suggestedFilename(), bytes: new Uint8Array(readFileSync(await file.path())) };
}

const parseTableRows = (bytes: Uint8Array, separator: string): string[][] =>
	new TextDecoder()
		.decode(bytes)
		.trimEnd()
		.split('\r\n')
		.map((line) => line.split(separator));

async function acceptSubmission(
	page: Page,
	{ path }: ClassLesson,
	submissionId: string,
	comment: string
): Promise<void> {
	await page.goto(`${path}/review/${submissionId}`);
	await expect(page.locator('[data-verdict]:not([data-verdict="none"])')).toBeVisible();
	// Before the page's scripts run, no code handles a key.
	await expect(page.locator('.incomplete')).toHaveCount(0);
	for (const level of [3, 2, 1]) await page.keyboard.press(`Digit${level}`);
	await page.getByLabel('Commentaire d’ensemble').fill(comment);
	await page.getByRole('button', { name: 'Accepter' }).click();
	await expect(page.locator('[data-answered="accepted"]')).toBeVisible();
}

test('a class is exported as tables, zip and printed sheets, and no name leaves the browser', async ({ browser }) => {
	const lesson = await createClassLesson(browser, 'Seconde sortie');
	const [loup, renard] = [await createWorkingStudent(lesson, 'Loup'), await createWorkingStudent(lesson, 'Renard')];
	await createWorkingStudent(lesson, 'Absente');
	const submission = await handIn(loup, lesson, {
		files: { 'main.ts': RIGHT_PROGRAM, 'data/notes.ts': 'export const a = 1;\n' },
		decision: { option: 'paper', position: 'Le papier.' }
	});
	await handIn(renard, lesson, { files: { 'main.ts': WRONG_PROGRAM } });
	const { page } = lesson.teacher;
	await acceptSubmission(page, lesson, submission, 'Très bien ; continue.');

	const sentRequests = recordSentRequests(page);
	await page.goto(`/fr/classes/${lesson.classId}/export`);
	await expect(page.getByRole('heading', { name: 'Emporter et imprimer' })).toBeVisible();
	await page.locator('[data-names-file]').setInputFiles({
		name: 'noms.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from('pseudonyme;nom\nLoup;Inès Zafirbel\nAbsente;=Danger\n')
	});
	await expect(page.locator('[data-names="2"]')).toBeVisible();
	expect(await findAccessibilityFaults(page)).toEqual([]);

	const progress = await readDownload(page, 'Avancement');
	expect(progress.name).toMatch(/\.csv$/);
	const rows = parseTableRows(progress.bytes, ';');
	expect(rows[0]?.slice(0, 4)).toEqual(['Pseudonyme', 'Nom', 'Travail', 'État']);
	const findRowOf = (pseudonym: string) => rows.find(([first]) => first === pseudonym) ?? [];
	expect(findRowOf('Loup').slice(1, 4)).toEqual(['Inès Zafirbel', 'Le parcmètre bavard', 'accepté']);
	const shareColumn = rows[0]?.indexOf('Réussies, en %') ?? -1;
	expect(findRowOf('Loup')[shareColumn]).toBe('100');
	expect(findRowOf('Renard')[3]).toBe('rendu');
	expect(findRowOf('Renard')[shareColumn]).toMatch(/^\d+(,\d)?$/);
	expect(findRowOf('Absente').slice(1, 4)).toEqual([`"'=Danger"`, 'Le parcmètre bavard', 'pas commencé']);

	const answers = parseTableRows((await readDownload(page, 'Grilles et commentaires')).bytes, ';');
	const levels = answers.filter(([who]) => who === 'Loup').map((row) => row.slice(-3, -1));
	expect(levels.slice(0, 3)).toEqual([
		['3', '3'],
		['2', '3'],
		['1', '3']
	]);

	const zip = await readDownload(page, 'Tout dans un zip');
	const entries = unzipSync(zip.bytes);
	const folder = 'Le parcmètre bavard/Loup';
	expect(Object.keys(entries)).toEqual(
		expect.arrayContaining([
			`${folder}/main.ts`,
			`${folder}/data/notes.ts`,
			`${folder}/decision.txt`,
			`${folder}/reponse.txt`
		])
	);
	expect(strFromU8(entries[`${folder}/main.ts`] ?? new Uint8Array())).toBe(RIGHT_PROGRAM);
	expect(strFromU8(entries[`${folder}/reponse.txt`] ?? new Uint8Array())).toContain('Très bien ; continue.');

	await page.goto(`/fr/classes/${lesson.classId}/export/print`);
	await expect(page.getByRole('row', { name: /Loup/ })).toContainText('accepté');
	// The table stands below the heading, and is as wide as the page lets it be.
	const headingBox = await page.getByRole('heading', { level: 1 }).boundingBox();
	const tableBox = await page.getByRole('table').boundingBox();
	expect(tableBox?.y).toBeGreaterThanOrEqual((headingBox?.y ?? 0) + (headingBox?.height ?? 0));
	expect(tableBox?.width).toBeGreaterThan(900);
	expect(await findAccessibilityFaults(page)).toEqual([]);
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('button', { name: 'Imprimer' })).toBeHidden();
	await page.emulateMedia({ media: null });
	await page.goto(`/fr/classes/${lesson.classId}/export`);
	await page.getByText('Un élève').click();
	await page.getByRole('link', { name: 'Loup' }).click();
	await expect(page.getByRole('article')).toContainText('Très bien ; continue.');
	expect(await findAccessibilityFaults(page)).toEqual([]);

	// English tables have commas between cells, and points for decimals.
	await page.goto(`/en/classes/${lesson.classId}/export`);
	const english = parseTableRows((await readDownload(page, 'Progress')).bytes, ',');
	expect(english.find(([who]) => who === 'Loup')?.[3]).toBe('accepted');
	expect(await sentRequests.findContaining(['Zafirbel', 'Danger']), 'no name leaves this browser').toEqual([]);
});

test('packing the works of a class into a zip can be stopped', async ({ browser }) => {
	const lesson = await createClassLesson(browser, 'Seconde arrêtée');
	await handIn(await createWorkingStudent(lesson, 'Loup'), lesson, { files: { 'main.ts': RIGHT_PROGRAM } });
	const { page } = lesson.teacher;
	await page.goto(`/fr/classes/${lesson.classId}/export`);
	await page.route('**/export/works/*', () => undefined);
	await page.getByRole('button', { name: 'Tout dans un zip' }).click();
	await expect(page.getByRole('progressbar')).toBeVisible();
	await page.getByRole('button', { name: 'Arrêter' }).click();
	await expect(page.getByText('Arrêté : rien n’a été enregistré.')).toBeVisible();
});
