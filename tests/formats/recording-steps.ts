import { execFileSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect as impatient, type Browser, type Page } from '@playwright/test';
import type { BenchSchool } from '../bench/saves/school.ts';
import { pasteText } from '../paste.ts';

/** A recording runs only once, so each wait may be long. */
export const patientExpect = impatient.configure({ timeout: 30_000 });

const locateProjectTitleField = (page: Page) => page.getByLabel('Nom du projet');
export const locateSavedState = (page: Page, place: string) => page.locator(`[data-where="${place}"]`);
export const triggerSync = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')));

export async function beginProject(page: Page, name: string): Promise<void> {
	await page.goto('/fr/projects/new');
	await locateProjectTitleField(page).fill(name);
	await locateProjectTitleField(page).blur();
	await patientExpect(page).toHaveURL(/projects\/[0-9a-f-]{36}$/);
}

export async function writeProgram(page: Page, program: string): Promise<void> {
	await patientExpect(page.locator('.editor[data-ready]')).toBeVisible({ timeout: 60_000 });
	await page.locator('.editor .view-lines').click();
	await page.keyboard.press('Control+a');
	await pasteText(page, program);
	await patientExpect(page.locator('.view-lines')).toContainText(program.split('\n')[0]?.slice(0, 12) ?? '');
	await patientExpect(page.locator('[data-saved="saved"], [data-saved="conflict"]')).toBeVisible();
}

export async function waitUntilOnServer(page: Page): Promise<void> {
	await triggerSync(page);
	await patientExpect(locateSavedState(page, 'server')).toBeVisible({ timeout: 60_000 });
}

/** Records the requests and answers about saved work. */
export function recordExchanges(page: Page, exchanges: object[]): void {
	page.on('response', (response) => {
		const request = response.request();
		if (!/\/api\/works/.test(request.url())) return;
		void response
			.text()
			.then((text) => {
				const body: unknown = request.postDataJSON();
				const { pathname, search } = new URL(request.url());
				const answer: unknown = JSON.parse(text);
				exchanges.push({ method: request.method(), address: pathname + search, sent: body, answer });
			})
			// The answer was lost, because the page has closed.
			.catch(() => undefined);
	});
}

export async function openPage(browser: Browser, base: string, cookie?: string): Promise<Page> {
	const context = await browser.newContext({ baseURL: base, locale: 'fr-FR' });
	// Defines the helper that tsx wraps functions in, because the page does not have it.
	await context.addInitScript('globalThis.__name = (named) => named');
	const [name = '', value = ''] = cookie?.split(/=(.*)/s) ?? [];
	if (cookie !== undefined) await context.addCookies([{ name, value, url: base, httpOnly: true, sameSite: 'Lax' }]);
	return context.newPage();
}

/** Writes the rows of a student's work to a file, in the form in which a backup holds them. */
export async function recordStudentRows(school: BenchSchool, backupFolder: string): Promise<void> {
	const { environment } = school;
	execFileSync(process.execPath, ['--import', 'tsx', 'scripts/backup.ts'], {
		env: { ...process.env, ...environment },
		stdio: 'inherit'
	});
	const backups = join(environment['DATA_FOLDER'] ?? '', 'backups');
	const name = (await readdir(backups)).sort().at(-1) ?? '';
	const [header = '', ...lines] = gunzipSync(await readFile(join(backups, name)))
		.toString('utf8')
		.split('\n');
	const rows = lines.filter((line) => /^(account|work|work_author|version)\t/.test(line) && !line.includes('measured'));
	await writeFile(backupFolder, [header, ...rows, `\t${rows.length}`, ''].join('\n'));
}
