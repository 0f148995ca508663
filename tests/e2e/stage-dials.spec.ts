/** Tests the stage dials of a first step: a dial changes the scene at once, and nothing else. */
import { expect, test } from '../test.ts';

test('a dial under the stage moves the scene before anything is read', async ({ page }) => {
	await page.goto('/fr/challenges/horodateur');
	const dial = page.getByRole('slider', { name: 'Combien de temps reste Léonie' });
	const description = page.locator('.description li').first();
	await expect(description).toContainText('Léonie reste 10 minutes');
	// In the page's order, the dials come before the task.
	const isBeforeTask = await dial.evaluate((input) => {
		const heading = document.querySelector('h2') ?? input;
		return (input.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
	});
	expect(isBeforeTask).toBe(true);
	const editor = page.locator('.editor[data-ready]');
	await expect(editor).toBeVisible();
	const code = await editor.innerText();
	const requests: string[] = [];
	page.on('request', (request) => {
		// Requests for the editor's own files are allowed.
		if (!request.url().includes('/_app/immutable/')) requests.push(request.url());
	});

	await dial.focus();
	await page.keyboard.press('ArrowRight');
	await expect(dial).toHaveAttribute('aria-valuetext', /^15.min$/);
	await expect(description).toContainText('Léonie reste 15 minutes');
	await page.keyboard.press('End');
	await expect(description).toContainText('Léonie reste 10000 minutes, et la mousse pousse sur sa voiture');
	await expect(page.locator('[aria-live="polite"]').filter({ hasText: '10000 minutes' })).toBeAttached();
	expect(await editor.innerText()).toBe(code);
	expect(requests).toEqual([]);

	// A number outside the dial's bounds becomes the nearest bound, and the page says so.
	const numberField = page.getByRole('spinbutton', { name: 'Combien de temps reste Léonie' });
	await numberField.fill('20000');
	await numberField.press('Tab');
	await expect(numberField).toHaveValue('10000');
	await expect(page.getByRole('alert')).toContainText(/Ce réglage va de \d+ à 10.000\./);
	await dial.press('Home');
	await expect(page.getByRole('alert')).toHaveCount(0);

	// The value of the dial was not saved.
	await page.reload();
	await expect(description).toContainText('Léonie reste 10 minutes');
	await expect(page.getByRole('dialog')).toHaveCount(0);
});
