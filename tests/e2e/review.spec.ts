/** A teacher answers what was handed in: an evening's worth with the keyboard alone, and two teachers at one piece. */
import { expect, test, type Page } from '@playwright/test';
import { faults } from './faults.ts';
import { handIn, newLesson, newPupil, RIGHT, WRONG } from './handed-in.ts';

const GIVEN = 'export const given = 1;\n';
const PIECES = 10;

/** Whose piece is in view. */
const name = (page: Page) => page.getByRole('heading', { level: 1 });

test('ten pieces with the keyboard alone', async ({ browser }) => {
	test.setTimeout(180_000);
	const lesson = await newLesson(browser, 'Seconde relue');
	const pupils = await Promise.all(
		Array.from({ length: PIECES }, (_, at) => newPupil(lesson, `Pie${String.fromCharCode(65 + at)}`))
	);
	for (const [at, pupil] of pupils.entries()) {
		await handIn(pupil, lesson, {
			files: { 'main.ts': at % 2 === 0 ? RIGHT : WRONG, 'given.ts': GIVEN },
			decision: { option: 'paper', position: `Position ${at}` },
			prediction: '150'
		});
	}
	const { page } = lesson.teacher;
	await page.goto(`${lesson.path}/review`);
	await expect(page.getByText('10 travaux à relire')).toBeVisible();
	expect(await faults(page)).toEqual([]);

	// By Tab to the one thing to do.
	const begin = page.getByRole('link', { name: 'Relire le premier' });
	for (let tabs = 0; tabs < 40 && !(await begin.evaluate((link) => link === document.activeElement)); tabs++)
		await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(name(page)).toHaveText('PieA');
	await expect(page.locator('[data-verdict="all"]')).toBeVisible();
	const began = Date.now();

	for (const [at, { pseudonym }] of pupils.entries()) {
		await expect(name(page)).toHaveText(pseudonym);
		await expect(page.locator(`[data-verdict="${at % 2 === 0 ? 'all' : 'some'}"]`)).toBeVisible();
		// A level for each criterion, by figures; as a French keyboard sends them, without Shift.
		for (const level of [3, 2, 3, 1]) await page.keyboard.press(`Digit${level}`);
		if (at % 2 === 1) {
			await page.keyboard.press('l');
			await page.keyboard.press('ArrowDown');
			await page.keyboard.press('c');
			// What was said once is there to be taken again.
			if (at === 1) await page.keyboard.type('Essaie avec 35 minutes.');
			else {
				await page.keyboard.type('essai');
				await page.keyboard.press('Tab');
				await page.keyboard.press('Tab');
				await page.keyboard.press('Enter');
			}
			await expect(page.locator('[data-comment] textarea')).toHaveValue('Essaie avec 35 minutes.');
			if (at === 1) {
				await page.getByRole('button', { name: 'Garder cette phrase' }).focus();
				await page.keyboard.press('Enter');
				await expect(page.getByRole('button', { name: 'Garder cette phrase' })).toBeHidden();
				await page.locator('[data-comment] textarea').focus();
			}
			await page.keyboard.press('Escape');
		}
		await page.keyboard.press('g');
		await page.keyboard.type(at % 2 === 0 ? 'Bien vu, jusqu’aux bords.' : 'Regarde le bord.');
		await page.keyboard.press('Escape');
		await page.keyboard.press(at % 2 === 0 ? 'a' : 'r');
		await page.keyboard.press('Enter');
		await expect(page.locator('[data-answered]')).toHaveAttribute(
			'data-answered',
			at % 2 === 0 ? 'accepted' : 'returned'
		);
		// The next one is under the same key.
		await page.keyboard.press('Enter');
	}
	test.info().annotations.push({ type: 'ten pieces', description: `${Date.now() - began} ms` });
	await expect(page.getByText('0 travail à relire')).toBeVisible();
	await expect(page.locator('li[data-shown="accepted"]')).toHaveCount(5);
	await expect(page.locator('li[data-shown="returned"]')).toHaveCount(5);
});
