/** Makes people with accounts, through the same pages as real people. */
import { execFileSync } from 'node:child_process';
import { expect, type Browser, type Page } from '@playwright/test';
import { app, dataFolder, port } from '../servers.ts';

export const PASSWORD = 'cheval batterie agrafe';

/** Returns a new e-mail address each time, because all tests of a run share one server. */
let made = 0;
export const newAddress = (): string => `personne-${process.pid}-${(made += 1)}@lycee-horizon.fr`;

export interface SignedInAdult {
	page: Page;
	email: string;
}

/** Returns the link that a command prints for the server's administrator. */
export function welcomeLink(): string {
	const printed = execFileSync(process.execPath, ['--import', 'tsx', 'scripts/curator.ts', '--link'], {
		encoding: 'utf8',
		env: { ...process.env, PORT: String(port), ORIGIN: '', DATA_FOLDER: dataFolder }
	});
	return new URL(new URL(printed.trim()).pathname, app).href;
}

/** Opens a one-time link in a new browser. */
export async function openOneTimeLink(browser: Browser, link: string, name: string): Promise<SignedInAdult> {
	const page = await (await browser.newContext()).newPage();
	const email = newAddress();
	await page.goto(link);
	await page.getByLabel('Nom affiché').fill(name);
	await page.getByLabel('Adresse e-mail').fill(email);
	await page.getByLabel('Mot de passe').fill(PASSWORD);
	await page.getByRole('button', { name: 'Créer mon compte' }).click();
	await expect(page.getByRole('banner').getByText(name, { exact: true })).toBeVisible();
	return { page, email };
}

export const newCurator = (browser: Browser, name = 'Mme Garde'): Promise<SignedInAdult> =>
	openOneTimeLink(browser, welcomeLink(), name);

/** Returns the invitation's link, which the curator's page shows only once. */
export async function createInvitation(
	{ page }: SignedInAdult,
	role: 'à enseigner' | 'comme partenaire' | 'comme responsable'
): Promise<string> {
	await page.goto('/fr/people');
	await page.getByRole('button', { name: `Inviter ${role}` }).click();
	return page.locator('[data-link]').inputValue();
}

export async function newTeacher(browser: Browser, name = 'M. Le Gall'): Promise<SignedInAdult> {
	return openOneTimeLink(browser, await createInvitation(await newCurator(browser), 'à enseigner'), name);
}

/** Makes a class. Resolves to its join code, in the form in which students type it. */
export async function newClass({ page }: SignedInAdult, name: string): Promise<string> {
	await page.goto('/fr/classes/new');
	await page.getByLabel('Nom de la classe').fill(name);
	await page.getByRole('button', { name: 'Créer la classe' }).click();
	const link = await page.getByRole('link', { name: /join\?code=/ }).getAttribute('href');
	return new URL(link ?? '').searchParams.get('code') ?? '';
}
