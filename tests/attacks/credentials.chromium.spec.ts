import { expect, test, type Page } from '../test.ts';
import { createClassInBrowser, signUpTeacher } from '../e2e/persons.ts';
import { pasteText } from '../paste.ts';
import { takePseudonym } from '../join.ts';

/**
 * A program that logs each key it hears, and grabs the focus all the time. Each run logs the moment of its start, by which the
 * test tells runs apart. The test types into the empty comment at the end, which has its own line because the editor would wrap a
 * longer one.
 */
const KEY_THIEF_PROGRAM = `let count = 0;
addEventListener('keydown', ({ key }) => console.log('stolen', (count += 1), key), true);
const field = document.body.appendChild(document.createElement('input'));
setInterval(() => { window.focus(); field.focus(); }, 20);
console.log('at work', performance.now());
// `;

async function joinWithCode(page: Page, code: string, pseudonym: string): Promise<string> {
	await page.goto(`/fr/join?code=${code}`);
	await takePseudonym(page, pseudonym);
	return (await page.locator('[data-words]').textContent()) ?? '';
}

/**
 * Types one key every two animation frames of the app. Does not wait until the driver acknowledges a key, because a key that goes
 * to the program's frame just before its removal is never acknowledged.
 */
async function typeWithoutAcknowledgement(page: Page, text: string): Promise<void> {
	for (const key of text) {
		void page.keyboard.press(key).catch(() => undefined);
		await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
	}
}

test(
	'a page program steals at most two keys from the editor, and none from the pair dialog',
	{ tag: '@soak' },
	async ({ browser }) => {
		const teacher = await signUpTeacher(browser, 'Mme Garde-Mots');
		const code = await createClassInBrowser(teacher, 'Seconde 6');
		const words = await joinWithCode(await (await browser.newContext()).newPage(), code, 'Renard');
		const page = await (await browser.newContext()).newPage();
		await joinWithCode(page, code, 'Loup');

		await page.goto('/fr/projects/new?begin=page');
		await expect(page.locator('.editor[data-ready]')).toBeVisible();
		await page.getByRole('tab', { name: 'main.ts', exact: true }).click();
		await page.locator('.view-lines').click();
		await page.keyboard.press('Control+a');
		await pasteText(page, KEY_THIEF_PROGRAM);
		const log = page.getByRole('log');
		const runButton = page.getByRole('button', { name: 'Lancer' });
		await runButton.click();
		await expect(log).toContainText('at work');
		const firstTime = /\d[\d.]*/.exec((await log.textContent()) ?? '')?.[0] ?? 'no time';

		// Keys are typed at the end of a comment, where a lost key breaks no code. A click beyond the end of the line puts the caret
		// there without a key that could be lost.
		await page
			.locator('.view-line')
			.filter({ hasText: /^\/\/\s*$/ })
			.click({ position: { x: 200, y: 8 } });
		await typeWithoutAcknowledgement(page, 'une remarque assez longue pour durer');
		await expect(page.locator('#code [role="status"]')).toContainText('a repris le clavier');
		await page.keyboard.type(' fin');
		await expect(page.locator('.view-lines')).toContainText('pour durer fin');
		expect(await log.getByText('stolen').count(), 'keys of the remark').toBeLessThanOrEqual(2);

		await runButton.click();
		// The first run's output stays until the second run begins.
		await expect(log).not.toContainText(firstTime);
		await expect(log).toContainText('at work');
		const stolenKeyCount = await log.getByText('stolen').count();
		await page.getByRole('button', { name: 'À deux' }).click();
		const dialog = page.getByRole('dialog');
		await expect(dialog).toContainText('le programme est arrêté');
		await expect(page.locator('iframe')).toHaveCount(0);
		const [pseudonym, secret] = [dialog.getByRole('textbox').first(), dialog.getByRole('textbox').last()];
		await pseudonym.click();
		await page.keyboard.type('Renard', { delay: 30 });
		await page.keyboard.press('Tab');
		await page.keyboard.type('des mots faux', { delay: 30 });
		await expect(pseudonym).toHaveValue('Renard');
		await expect(secret).toHaveValue('des mots faux');
		await page.keyboard.press('Enter');
		await expect(dialog).toContainText('ne vont pas ensemble');
		await expect(page.locator('iframe')).toHaveCount(0);

		// Closing the dialog brings the program back; opening it again removes the program.
		await page.keyboard.press('Escape');
		await expect(page.locator('iframe')).toHaveCount(1);
		await expect(log.getByText('at work')).toHaveCount(2);
		await page.getByRole('button', { name: 'À deux' }).click();
		await expect(page.locator('iframe')).toHaveCount(0);
		await dialog.getByRole('textbox').first().click();
		await page.keyboard.type('Renard', { delay: 30 });
		await page.keyboard.press('Tab');
		await page.keyboard.type(words, { delay: 30 });
		await expect(dialog.getByRole('textbox').last()).toHaveValue(words);
		expect(await log.getByText('stolen').count()).toBe(stolenKeyCount);
		await page.keyboard.press('Enter');
		await expect(page.locator('header summary .name')).toHaveText(['Loup', 'Renard']);
	}
);
