import { expect, test, type Browser, type Page } from '../test.ts';
import { visitAsNewStudent, giveAssignment } from './given-assignments.ts';
import { createClassInBrowser, signUpTeacher } from './persons.ts';
import { triggerSync, locateProjectTitle, locateSavedState } from './project-pages.ts';
import { Student } from './student.ts';

const locateSignedInName = (page: Page, pseudonym: string) =>
	page.getByRole('banner').getByText(pseudonym, { exact: true });

async function joinTwoStudents(browser: Browser): Promise<{ link: string; words: Record<'Ambre' | 'Basile', string> }> {
	const teacher = await signUpTeacher(browser, 'Mme Salle');
	await createClassInBrowser(teacher, 'Seconde 14');
	const { link } = await giveAssignment(teacher.page, new URL(teacher.page.url()).pathname, 'challenge=horodateur');
	const words = { Ambre: '', Basile: '' };
	for (const pseudonym of ['Ambre', 'Basile'] as const) {
		const first = await visitAsNewStudent(browser, link, pseudonym);
		await expect(locateSignedInName(first.page, pseudonym)).toBeVisible();
		words[pseudonym] = first.words;
	}
	return { link, words };
}

async function signIn(page: Page, link: string, pseudonym: string, words: string): Promise<void> {
	await page.goto(link);
	await page.getByRole('textbox', { name: 'Pseudonyme' }).last().fill(pseudonym);
	await page.getByLabel('Tes trois mots').fill(words);
	await page.getByRole('button', { name: 'Entrer', exact: true }).click();
	await expect(locateSignedInName(page, pseudonym)).toBeVisible();
}

test('two students use the same browser in turn, and each sees only their own name and work', async ({ browser }) => {
	const { link, words } = await joinTwoStudents(browser);
	const page = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
	await signIn(page, link, 'Ambre', words.Ambre);
	const student = new Student(page, 'mouse');
	await expect(page.locator('.description')).toContainText('20');
	await student.goToNextStep();
	await student.answer('50');
	await triggerSync(page);
	await expect(locateSavedState(page, 'server')).toBeVisible();
	await page.goto('/fr/projects/new');
	await locateProjectTitle(page).fill('Le secret d’Ambre');
	await locateProjectTitle(page).blur();
	await triggerSync(page);
	await expect(locateSavedState(page, 'server')).toBeVisible();

	for (const width of [1280, 360]) {
		await page.setViewportSize({ width, height: 740 });
		for (const path of ['/fr', '/fr/challenges', '/fr/projects', '/fr/challenges/horodateur', '/fr/me', link]) {
			await page.goto(path);
			await expect(locateSignedInName(page, 'Ambre')).toBeInViewport();
		}
	}
	await page.setViewportSize({ width: 1280, height: 740 });

	// Two clicks sign out, even in the middle of a lesson.
	await locateSignedInName(page, 'Ambre').click();
	await page.getByRole('link', { name: 'Quitter cet ordinateur' }).click();
	await expect(page).toHaveURL(/\/fr$/);
	await expect(page.getByText('Ambre')).toHaveCount(0);
	expect(
		await page.evaluate(async () => (await indexedDB.databases()).map(({ name: each }) => each))
	).not.toContainEqual(expect.stringMatching(/^braise\./));

	await signIn(page, link, 'Basile', words.Basile);
	// The lesson begins from the start, without the earlier prediction.
	await expect(page.locator('.workbench[data-step="discover"]')).toBeVisible();
	await expect(page.locator('.description')).toContainText('20');
	await student.goToNextStep();
	await student.answer('30');
	await triggerSync(page);
	await expect(locateSavedState(page, 'server')).toBeVisible();
	await page.goto('/fr/projects');
	await expect(page.locator('[data-empty]')).toBeVisible();
	await expect(page.getByText('Le secret d’Ambre')).toHaveCount(0);
	expect((await (await page.request.get('/api/works')).json()).works).toHaveLength(1);

	await locateSignedInName(page, 'Basile').click();
	await page.getByRole('link', { name: 'Quitter cet ordinateur' }).click();
	await expect(page).toHaveURL(/\/fr$/);
	await signIn(page, link, 'Ambre', words.Ambre);
	await page.goto('/fr/projects');
	await expect(page.getByRole('link', { name: 'Le secret d’Ambre', exact: true })).toBeVisible();
	expect((await (await page.request.get('/api/works')).json()).works).toHaveLength(2);
});
