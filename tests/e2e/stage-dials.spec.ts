import { expect, test } from '../test.ts';
import { Student } from './student.ts';

test(
	'a stage dial changes the scene at once, but neither the code nor anything saved',
	{ tag: '@soak' },
	async ({ page }) => {
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

		// The value of the dial was not saved.
		await page.reload();
		await expect(description).toContainText('Léonie reste 10 minutes');
		await expect(page.getByRole('dialog')).toHaveCount(0);
	}
);

test(
	'a number outside a dial’s bounds becomes the nearest bound, and the page says so',
	{ tag: '@soak' },
	async ({ page }) => {
		await page.goto('/fr/challenges/frigo-vaccins');
		const student = new Student(page, 'mouse');
		await expect(student.locateStep('discover')).toBeVisible();
		await student.goToNextStep();
		await student.goThroughPredictStep('"warm"', '"ok"');
		await expect(student.locateStep('tune')).toBeVisible();
		const numberField = page.getByRole('spinbutton');
		await numberField.fill('50');
		await numberField.press('Tab');
		await expect(numberField).toHaveValue('15');
		await expect(page.getByText('Ce réglage va de 0 à 15.')).toBeVisible();
		await page.getByRole('slider').last().press('ArrowLeft');
		await expect(page.getByText('Ce réglage va')).toHaveCount(0);
	}
);
