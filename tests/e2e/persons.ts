import { expect, type Browser, type Page } from '@playwright/test';
import { signUpByLink, makeInvitationLink, createEmailAddress, ADULT_PASSWORD, makeCuratorLink } from '../adults.ts';

export interface SignedInAdult {
	page: Page;
	email: string;
}

export async function signUpInBrowser(browser: Browser, link: string, name: string): Promise<SignedInAdult> {
	const page = await (await browser.newContext()).newPage();
	const email = createEmailAddress();
	await page.goto(link);
	await page.getByLabel('Nom affiché').fill(name);
	await page.getByLabel('Adresse e-mail').fill(email);
	await page.getByLabel('Mot de passe').fill(ADULT_PASSWORD);
	await page.getByRole('button', { name: 'Créer mon compte' }).click();
	await expect(page.getByRole('banner').getByText(name, { exact: true })).toBeVisible();
	return { page, email };
}

async function signUpAndOpenBrowser(browser: Browser, link: string, name: string): Promise<SignedInAdult> {
	const { client, email, landingAddress: landing } = await signUpByLink(link, name);
	const page = await (await browser.newContext({ storageState: await client.storageState() })).newPage();
	await page.goto(landing);
	await expect(page.getByRole('banner').getByText(name, { exact: true })).toBeVisible();
	return { page, email };
}

export const signUpCurator = (browser: Browser, name = 'Mme Garde'): Promise<SignedInAdult> =>
	signUpAndOpenBrowser(browser, makeCuratorLink(), name);

/** Returns the invitation's link, which the curator's page shows only once. */
export async function createInvitation(
	{ page }: SignedInAdult,
	role: 'à enseigner' | 'comme partenaire' | 'comme responsable'
): Promise<string> {
	await page.goto('/fr/people');
	await page.getByRole('button', { name: `Inviter ${role}` }).click();
	return page.locator('[data-link]').inputValue();
}

export async function signUpTeacher(browser: Browser, name = 'M. Le Gall'): Promise<SignedInAdult> {
	const { client } = await signUpByLink(makeCuratorLink(), 'Mme Garde');
	return signUpAndOpenBrowser(browser, await makeInvitationLink(client, 'teacher'), name);
}

/** Makes a class. Resolves to its join code, in the form in which students type it. */
export async function createClassInBrowser({ page }: SignedInAdult, name: string): Promise<string> {
	await page.goto('/fr/classes/new');
	await page.getByLabel('Nom de la classe').fill(name);
	await page.getByRole('button', { name: 'Créer la classe' }).click();
	const link = await page.getByRole('link', { name: /join\?code=/ }).getAttribute('href');
	return new URL(link ?? '').searchParams.get('code') ?? '';
}
