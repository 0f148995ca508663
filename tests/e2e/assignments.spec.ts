/** Work that is assigned: given by a teacher, found by its link, done, and found again on another machine. */
import { expect, test, type Browser, type Page } from '@playwright/test';
import { app } from '../servers.ts';
import { faults } from './faults.ts';
import { newClass, newTeacher, type Adult } from './persons.ts';
import { Student } from './student.ts';

async function give(page: Page, classPath: string, what: string): Promise<{ link: string; path: string }> {
	await page.goto(`${classPath}/assignments/new?${what}`);
	if (what === 'project') await page.getByLabel('Titre').fill('Mon projet');
	await page.getByRole('button', { name: 'Donner ce travail' }).click();
	await expect(page.getByText('C’est donné.')).toBeVisible();
	const text = await page.getByLabel('Le texte en français').inputValue();
	const link = /https?:\S+/.exec(text)?.[0] ?? '';
	return { link, path: new URL(page.url()).pathname.replace('/settings', '') };
}

/** Someone without an account follows a link, on a machine of their own. */
async function firstVisit(browser: Browser, link: string, pseudonym: string): Promise<{ page: Page; words: string }> {
	const page = await (await browser.newContext()).newPage();
	await page.goto(link);
	await page.getByRole('textbox', { name: 'Pseudonyme' }).last().fill(pseudonym);
	await page.getByRole('button', { name: 'Prendre ce pseudonyme' }).click();
	const words = (await page.locator('[data-words]').textContent()) ?? '';
	await page.getByRole('link', { name: 'C’est noté' }).click();
	return { page, words };
}

test('a challenge, from its teacher to a student on two machines', async ({ browser }) => {
	const teacher: Adult = await newTeacher(browser, 'Mme Assigne');
	const code = await newClass(teacher, 'Seconde 7');
	const { page } = teacher;
	const classPath = new URL(page.url()).pathname;
	const { link, path } = await give(page, classPath, 'challenge=horodateur');
	expect(link).toContain(`?code=${code}`);
	expect(await faults(page)).toEqual([]);

	const { page: first, words } = await firstVisit(browser, link, 'Loup');
	await expect(first.locator('.strip')).toContainText('Seconde 7');
	const loup = new Student(first, 'mouse');
	await loup.next();
	await loup.answer('50');
	await expect(first.locator('[data-where="server"]')).toBeVisible();

	// On another machine: the same link, the same work.
	const other = await (await browser.newContext()).newPage();
	await other.goto(link);
	await other.getByRole('textbox', { name: 'Pseudonyme' }).first().fill('Loup');
	await other.getByLabel('Tes trois mots').fill(words);
	await other.getByRole('button', { name: 'Entrer', exact: true }).click();
	await expect(other.locator('.workbench[data-step="predict"]')).toBeVisible();

	await page.goto(path);
	await expect(page.getByText('Loup')).toBeVisible();
	expect(new URL(page.url()).origin).toBe(app);
});
