import { expect, test } from '../test.ts';
import { Student } from './student.ts';

test(
	'begun work is offered on the first page, and restarting a step can be undone',
	{ tag: '@soak' },
	async ({ page }) => {
		await page.goto('/fr/challenges/horodateur');
		const student = new Student(page, 'mouse');
		await student.goToNextStep();
		await student.answer('30');
		await expect(page.locator('.fact dd')).toHaveText('60');
		await student.goToNextStep();
		await student.setDial('freeMinutes', 15);
		await student.waitUntilSaved();

		await page.goto('/fr/challenges');
		const card = page.locator('.card', { hasText: 'Le parcmètre bavard' });
		await expect(card).toContainText('Commencé : étape 3 sur');
		await expect(page.locator('.card', { hasText: 'Commencé' })).toHaveCount(1);

		await page.goto('/fr');
		await page.getByRole('link', { name: /Continuer « Le parcmètre bavard »/ }).click();
		// The page does not ask which work to open.
		await expect(student.locateStep('tune')).toBeVisible();
		await expect(page.locator('#dial-freeMinutes')).toHaveValue('15');

		await page.getByRole('button', { name: 'Recommencer cette étape' }).click();
		await expect(page.locator('#dial-freeMinutes')).not.toHaveValue('15');
		await expect(page.locator('.editor').first()).toContainText('freeMinutes');
		await expect(page.getByRole('button', { name: 'Annuler' })).toBeFocused();
		await page.getByRole('button', { name: 'Annuler' }).click();
		await expect(page.locator('#dial-freeMinutes')).toHaveValue('15');
		await student.waitUntilSaved();

		await page.getByRole('button', { name: 'Historique' }).click();
		const title = (await page.locator('.task h2').textContent()) ?? '';
		await expect(page.getByRole('list', { name: 'Moments gardés' }).getByRole('button').first()).toContainText(title);
	}
);

test('a visitor who has begun nothing loads no storage for the first page', async ({ page }) => {
	await page.goto('/fr', { waitUntil: 'networkidle' });
	await expect(page.getByRole('link', { name: 'Ouvrir le parcmètre' })).toBeVisible();
	expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test(
	'a renamed function is reported as missing by name, and restored with one click',
	{ tag: '@soak' },
	async ({ page }) => {
		await page.goto('/fr/challenges/horodateur');
		const student = new Student(page, 'mouse');
		await page.getByRole('button', { name: 'Je connais déjà' }).click();
		await expect(student.locateStep('build')).toBeVisible();
		await student.replaceWholeFile('export function prix(minutes: number) { return minutes; }');
		await student.runProgram();
		const problem = page.getByText('Ta fonction price n’est plus là');
		await expect(problem).toBeVisible();
		await page.getByRole('button', { name: 'Remettre price' }).click();
		await expect(page.locator('.view-lines')).toContainText('price(minutes');
		await expect(page.locator('.view-lines')).toContainText('prix(minutes');
		await expect(problem).toHaveCount(0);
		await student.editor.focus();
		await page.keyboard.press('Control+z');
		await expect(page.locator('.view-lines')).not.toContainText('price(minutes');
	}
);
