/**
 * Writes what this version keeps of work, in a browser, on the wire, on the server and in zips, into the next folder of
 * tests/fixtures/formats. Run once whenever the format of any of it was raised, with `node --import tsx tests/formats/record.ts`: see
 * docs/decisions/100-formats-of-kept-work.md.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { chromium, expect, type Browser, type Page } from '@playwright/test';
import { chromiumPath } from '../../scripts/browsers.ts';
import { freePort } from '../../scripts/test/free-port.ts';
import { prepareSchool, type School } from '../bench/saves/school.ts';
import { startServer } from '../bench/server.ts';
import { goThroughLesson } from '../e2e/lesson.ts';
import { paste } from '../paste.ts';
import { keptDatabases } from '../../src/lib/storage/testing/kept-database.ts';

const formats = new URL('../fixtures/formats/', import.meta.url).pathname;
const folder = join(formats, String((await readdir(formats)).length + 1));
const keep = (name: string, value: unknown) => writeFile(join(folder, name), `${JSON.stringify(value, null, '\t')}\n`);

const title = (page: Page) => page.getByLabel('Nom du projet');
const where = (page: Page, place: string) => page.locator(`[data-where="${place}"]`);
const hurry = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')));

async function begin(page: Page, name: string): Promise<void> {
	await page.goto('/fr/projects/new');
	await title(page).fill(name);
	await title(page).blur();
	await expect(page).toHaveURL(/projects\/[0-9a-f-]{36}$/);
}

async function write(page: Page, program: string): Promise<void> {
	await expect(page.locator('.editor[data-ready]')).toBeVisible({ timeout: 60_000 });
	await page.locator('.editor .view-lines').click();
	await page.keyboard.press('Control+a');
	await paste(page, program);
	await expect(page.locator('.view-lines')).toContainText(program.split('\n')[0]?.slice(0, 12) ?? '');
	await expect(page.locator('[data-saved="saved"], [data-saved="conflict"]')).toBeVisible();
}

async function onServer(page: Page): Promise<void> {
	await hurry(page);
	await expect(where(page, 'server')).toBeVisible({ timeout: 60_000 });
}

/** What goes to the server and what comes back, of saved work. */
function listen(page: Page, exchanges: object[]): void {
	page.on('response', (response) => {
		const request = response.request();
		if (!/\/api\/works/.test(request.url())) return;
		void response
			.text()
			.then((text) => {
				const sent: unknown = request.postDataJSON();
				const { pathname, search } = new URL(request.url());
				const answer: unknown = JSON.parse(text);
				exchanges.push({ method: request.method(), address: pathname + search, sent, answer });
			})
			// A page that went away takes the answer with it.
			.catch(() => undefined);
	});
}

async function open(browser: Browser, base: string, cookie?: string): Promise<Page> {
	const context = await browser.newContext({ baseURL: base, locale: 'fr-FR' });
	// What runs this file gives functions their names by a function of its own, which a page does not have.
	await context.addInitScript('globalThis.__name = (named) => named');
	const [name = '', value = ''] = cookie?.split(/=(.*)/s) ?? [];
	if (cookie !== undefined) await context.addCookies([{ name, value, url: base, httpOnly: true, sameSite: 'Lax' }]);
	return context.newPage();
}

async function asVisitor(page: Page): Promise<void> {
	await goThroughLesson(page, 'fr', 'mouse');
	await begin(page, 'Marché du samedi');
	await page.getByRole('button', { name: 'Pour qui' }).click();
	await page.getByLabel('Qui ?').fill('Inès, qui vend du pain');
	await write(page, "// Été\nexport function draw() {}\nconsole.log('pain');\n");
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Exporter' }).click()
	]);
	await download.saveAs(join(folder, 'project.zip'));
	await keep('visitor.json', await page.evaluate(keptDatabases));
}

async function asStudent(browser: Browser, base: string, cookie: string): Promise<void> {
	const page = await open(browser, base, cookie);
	const exchanges: object[] = [];
	listen(page, exchanges);
	await goThroughLesson(page, 'fr', 'mouse');
	await onServer(page);

	await begin(page, 'Supprimé');
	await onServer(page);

	await begin(page, 'Deux ordinateurs');
	await write(page, 'let first = 1;\nlet second = 2;\nlet third = 3;\n');
	await onServer(page);
	const school = await open(browser, base, cookie);
	listen(school, exchanges);
	await school.goto(new URL(page.url()).pathname);
	await write(school, 'let first = 100;\nlet second = 2;\nlet third = 3;\n');
	await onServer(school);
	await write(page, 'let first = 1;\nlet second = 2;\nlet third = 300;\n');
	await hurry(page);
	await expect(page.locator('[data-saved="conflict"]')).toBeVisible({ timeout: 60_000 });
	await keep('other-machine.json', await school.evaluate(keptDatabases));

	await page.route('**/api/works/**', (route) => route.abort());
	// Removed here, and the server has not heard of it.
	await page.goto('/fr/projects');
	await page.getByRole('button', { name: 'Supprimer « Supprimé »' }).click();
	await expect(page.locator('article')).toHaveCount(1);
	// Not sent yet; what was typed last is a draft.
	await begin(page, 'Pas encore envoyé');
	await write(page, 'let here = 1;\n');
	await write(page, 'let here = 2;\n');
	await keep('student.json', await page.evaluate(keptDatabases));
	await keep('exchanges.json', exchanges);

	const data = await page.request.get('/fr/me/data/file');
	await writeFile(join(folder, 'braise-data.json'), await data.text());
}

/** The rows of what a student makes, as a backup of the server holds them. */
async function backUp(school: School): Promise<void> {
	const { environment } = school;
	execFileSync(process.execPath, ['--import', 'tsx', 'scripts/backup.ts'], {
		env: { ...process.env, ...environment },
		stdio: 'inherit'
	});
	const to = join(environment['DATA_FOLDER'] ?? '', 'backups');
	const name = (await readdir(to)).sort().at(-1) ?? '';
	const [header = '', ...lines] = gunzipSync(await readFile(join(to, name)))
		.toString('utf8')
		.split('\n');
	const rows = lines.filter((line) => /^(account|work|work_author|version)\t/.test(line) && !line.includes('measured'));
	await writeFile(join(folder, 'server.txt'), [header, ...rows, `\t${rows.length}`, ''].join('\n'));
}

await mkdir(folder, { recursive: true });
const school = await prepareSchool('pglite', 1);
const server = await startServer(await freePort(41_800), school.environment);
const base = `http://localhost:${server.port}`;
const executablePath = chromiumPath();
const browser = await chromium.launch({
	...(executablePath === undefined ? {} : { executablePath }),
	args: ['--no-sandbox', '--disable-quic', '--no-first-run']
});
try {
	expect.configure({ timeout: 30_000 });
	await asVisitor(await open(browser, base));
	await asStudent(browser, base, school.students[0]?.cookie ?? '');
	await backUp(school);
	console.log(`Written to ${folder}`);
} finally {
	await browser.close();
	await server.close();
	await school.close();
}
