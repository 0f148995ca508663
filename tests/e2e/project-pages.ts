import { expect, test, type Browser, type Page } from '../test.ts';
import { ADULT_PASSWORD } from '../adults.ts';
import type { SignedInAdult } from './persons.ts';
import { Student } from './student.ts';

/** `prepareHomePage` is given the page before the file is opened in it. */
export async function openDownloadedProjectOffline(
	page: Page,
	prepareHomePage: (home: Page) => unknown
): Promise<Page> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Emporter' }).click()
	]);
	const path = test.info().outputPath('home.html');
	await download.saveAs(path);
	await page.context().setOffline(true);
	const home = await page.context().newPage();
	await prepareHomePage(home);
	await home.goto(`file://${path}`);
	return home;
}

/**
 * Returns the descriptions of the covers that this browser keeps for the person who uses it. A cover is made once the sketch has
 * played for a moment. Never creates the database, because the product would find it without its object store, and lose the
 * cover.
 */
export function readStoredCoverDescriptions(page: Page): Promise<string[]> {
	return page.evaluate(async () => {
		const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
		const databaseName = names.find((name) => /^braise\.(?:.+\.)?covers$/.test(name));
		if (databaseName === undefined) return [];
		const opening = indexedDB.open(databaseName);
		const database = await new Promise<IDBDatabase>((resolve) => (opening.onsuccess = () => resolve(opening.result)));
		const reading = database.transaction('covers').objectStore('covers').getAll() as IDBRequest<
			{ description: string }[]
		>;
		await new Promise((resolve) => (reading.onsuccess = resolve));
		database.close();
		return reading.result.map(({ description }) => description);
	});
}

export const locateSavedState = (page: Page, place: 'here' | 'waiting' | 'server' | 'server-only') =>
	page.locator(`[data-where="${place}"]`);
export const locateProjectTitle = (page: Page) => page.getByLabel('Nom du projet');

export async function signInAdult(page: Page, { email }: SignedInAdult): Promise<void> {
	await page.goto('/fr/sign-in?to=/fr/projects');
	await page.getByLabel('Adresse e-mail').fill(email);
	await page.getByLabel('Mot de passe').fill(ADULT_PASSWORD);
	await page.getByRole('button', { name: 'Se connecter' }).click();
	await expect(page).toHaveURL(({ pathname }) => pathname === '/fr/projects');
}

export async function signInOnOtherMachine(browser: Browser, adult: SignedInAdult): Promise<Page> {
	const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
	await signInAdult(page, adult);
	return page;
}

/** Makes a project and sets its title, which saves the project. Returns the project's path. */
export async function beginProject(page: Page, name: string): Promise<string> {
	await page.goto('/fr/projects/new');
	await expect(page.locator('.editor[data-ready]')).toBeVisible();
	await locateProjectTitle(page).fill(name);
	await locateProjectTitle(page).blur();
	await expect(page).toHaveURL(/projects\/[0-9a-f-]{36}$/);
	return new URL(page.url()).pathname;
}

/** Writes a text into the project. `savedSelector` is the selector of an element that shows the saved state. */
export async function writeProgram(
	page: Page,
	program: string,
	savedSelector = '[data-where="waiting"], [data-saved="conflict"]'
): Promise<void> {
	await new Student(page, 'mouse').replaceWholeFile(program);
	await expect(page.locator(savedSelector)).toBeVisible();
	await triggerSync(page);
}

/** Makes the page send at once, as when the network returns, instead of up to half a minute later. */
export async function triggerSync(page: Page): Promise<void> {
	await page.evaluate(() => dispatchEvent(new Event('online')));
}
