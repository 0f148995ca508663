import { expect, test, type Page } from '../test.ts';
import { Student } from './student.ts';

// Other tests cover offline use. Here, a service worker would fill the cache of each new browser.
test.use({ serviceWorkers: 'block' });

/**
 * Returns a function that reads the live regions which exist now. Screen readers may miss a region that appears together with its
 * text.
 */
async function watchLiveRegions(page: Page): Promise<() => Promise<string>> {
	const regions = await page.evaluateHandle(() => [
		...document.querySelectorAll('[aria-live="polite"], [role="status"]')
	]);
	return () => regions.evaluate((all) => all.map(({ textContent }) => textContent).join('\n'));
}

test('step, scene and failed checks are announced, and the focus is never lost', { tag: '@soak' }, async ({ page }) => {
	const student = new Student(page, 'mouse');
	const heading = page.getByRole('region', { name: 'Consigne' }).getByRole('heading', { level: 2 });
	await page.goto('/fr/challenges/horodateur');

	// The slider announces its own value, so only the scene's answer is announced.
	await expect(page.getByRole('slider', { name: 'Combien de temps reste Léonie' })).toBeVisible();
	const hand = page.getByRole('region', { name: 'Essaie toi-même' });
	await expect(hand.locator('[aria-live]')).toHaveCount(1);
	await expect(hand.getByRole('status')).toHaveCount(0);
	// A focused element without a name is read completely, and again with each element in it.
	for (const region of await page.locator('main div[tabindex="0"]:not([role="separator"])').all())
		await expect(region).toHaveAccessibleName(/./);

	const picture = page.frameLocator('.picture iframe').frameLocator('iframe').locator('[aria-label*="Léonie"]');
	await expect(picture).toHaveAttribute('lang', 'fr');

	await student.goToNextStep();
	await expect(heading).toBeFocused();
	await expect(heading).toHaveAccessibleDescription('Prévoir (étape 2 sur 8)');

	const readLesson = await watchLiveRegions(page);
	await page.getByRole('radio', { name: '30', exact: true }).click();
	await page.getByRole('button', { name: 'C’est ma réponse, lance' }).click();
	await expect(page.locator('.comparison')).toBeFocused();
	await expect(page.locator('.comparison')).toHaveText(/Ta réponse, 30\s*Le programme, 60/);
	await expect.poll(readLesson).toContain('chaque minute coûte 2 centimes');

	await student.goToNextStep();
	const readChecks = await watchLiveRegions(page);
	await student.setDial('centsPerMinute', 5);
	const first =
		/Vérifications réussies : 0 sur 2\. À revoir d’abord\s: 30 minutes coûtent 50 centimes\. 30 minutes\s: il faut 50 centimes/;
	await expect.poll(async () => (await readChecks()).replace(/\s+/g, ' ')).toMatch(first);
	// The results are announced too while the panel of the checks is out of view.
	const results = page.getByRole('region', { name: 'Résultats' });
	await results.getByRole('button', { name: 'Console' }).click();
	await student.setDial('freeMinutes', 20);
	await expect.poll(readChecks).toMatch(/Vérifications réussies\s: 2 sur 2\./);
	await results.getByRole('button', { name: 'Vérifications' }).click();
	await student.waitUntilAllPassed();
	await student.goToNextStep();

	await student.placeLines(['if (minutes <= 20) {', 'return 0;']);
	const lines = page.getByRole('list', { name: 'Ton programme' });
	const locateLineButton = (text: string) => lines.getByRole('button', { name: text });
	await page.getByRole('button', { name: /^Monter\s: return 0;$/ }).focus();
	await page.keyboard.press('Enter');
	// The pressed button can move the line no further, so the line itself has the focus.
	await expect(locateLineButton('return 0;, ligne 1 sur 2')).toBeFocused();
	await page.getByRole('button', { name: /^Descendre\s: return 0;$/ }).focus();
	await page.keyboard.press('Enter');
	await expect(locateLineButton('return 0;, ligne 2 sur 2')).toBeFocused();
	await page.getByRole('button', { name: /^Retirer\s: return 0;$/ }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: /^Placer\s: return 0;$/ })).toBeFocused();
});

test('Ctrl+M announces what the Tab key now does', { tag: '@soak' }, async ({ page }) => {
	const student = new Student(page, 'mouse');
	await page.goto('/fr/challenges/horodateur');
	await page.getByRole('button', { name: 'Je connais déjà' }).click();
	await expect(student.locateStep('build')).toBeVisible();
	await expect(page.locator('.editor[data-ready]')).toBeVisible();
	const readEditor = await watchLiveRegions(page);
	await student.editor.focus();
	await page.keyboard.press('Control+m');
	await expect.poll(readEditor).toContain('La touche Tab passe maintenant à la zone suivante.');
	await page.keyboard.press('Control+m');
	await expect.poll(readEditor).toContain('La touche Tab écrit maintenant un retrait dans le code.');
});
