import { expect, test, type Page } from '../test.ts';
import { Student } from './student.ts';

async function writeLine(page: Page, line: string) {
	await page.locator('.editor[data-ready]').waitFor();
	await page.locator('.editor .view-lines').click();
	await page.keyboard.press('Control+End');
	await page.keyboard.type(line);
}

test(
	'an endless loop in a sketch is reported with its line, and earlier console lines stay',
	{ tag: '@soak' },
	async ({ page }) => {
		await page.goto('/fr/projects/new');
		await expect(page.getByLabel('En direct')).toBeChecked();
		await writeLine(page, "console.log('first'); console.log('second'); for (let at = 0; at >= 0; at++);");
		await page.keyboard.press('Control+Enter');
		const problem = page.locator('#code [role="status"] li');
		await expect(problem).toContainText('Le programme tourne sans fin ici');
		await expect(page.getByRole('log')).toContainText('first');
		await expect(page.getByRole('log')).toContainText('second');
		await expect(problem.getByRole('button')).toHaveText(/ligne \d+/i);
		await expect(page.locator('.picture.stuck')).toBeVisible();
	}
);

test(
	'a challenge opened again never shows its start in place of the saved work',
	{ tag: '@soak' },
	async ({ page }) => {
		await page.goto('/fr/challenges/horodateur');
		await page.locator('.picture .cover').waitFor({ state: 'detached' });
		await page.locator('.ways button').first().click();
		await page.locator('[data-step="build"]').waitFor();
		await expect.poll(() => page.evaluate(() => localStorage.getItem('kept.horodateur'))).toBe('1');
		await page.addInitScript(() => {
			new MutationObserver(() => {
				const opening = document.querySelector('.opening');
				if (!opening || 'firstSeen' in window) return;
				Object.assign(window, { firstSeen: getComputedStyle(opening).display });
			}).observe(document, { childList: true, subtree: true });
		});
		await page.reload();
		await page.getByRole('button', { name: 'Oui, je continue' }).click();
		await page.locator('[data-step="build"]').waitFor();
		await expect(page.locator('.opening')).toBeHidden();
		expect(await page.evaluate(() => (window as unknown as { firstSeen: string }).firstSeen)).toBe('grid');
	}
);

test('an answered prediction is still shown after a reload', { tag: '@soak' }, async ({ page }) => {
	await page.goto('/fr/challenges/horodateur');
	const student = new Student(page, 'mouse');
	await expect(page.locator('.description')).not.toBeEmpty();
	await student.goToNextStep();
	await expect(student.locateStep('predict')).toBeVisible();
	await page.locator('.task form input[type="radio"]').first().check();
	await page.locator('.task form button[type="submit"]').click();
	await expect(page.locator('.fact dd').last()).not.toBeEmpty();
	const answeredFacts = await page.locator('.fact').allInnerTexts();
	await student.waitUntilSaved();
	await page.reload();
	await page.getByRole('button', { name: 'Oui, je continue' }).click();
	await expect(student.locateStep('predict')).toBeVisible();
	await expect.poll(() => page.locator('.fact').allInnerTexts()).toEqual(answeredFacts);
});
