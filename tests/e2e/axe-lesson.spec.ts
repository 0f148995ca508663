import { expect, test } from '../test.ts';
import { isSoakRun } from '../soak.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';
import { Student } from './student.ts';

// Other tests cover offline use. Here, a service worker would fill the cache of each new browser.
test.use({ serviceWorkers: 'block' });

const screenSizes = [
	{ name: 'wide', width: 1366, height: 768 },
	...(isSoakRun ? [{ name: 'narrow', width: 360, height: 740 }] : [])
];

for (const { name, width, height } of screenSizes) {
	test(`axe finds no fault in the steps of a lesson on a ${name} screen`, async ({ page }) => {
		await page.setViewportSize({ width, height });
		await page.emulateMedia({ reducedMotion: 'reduce' });
		await page.goto('/fr/challenges/horodateur');
		const student = new Student(page, 'mouse');
		const faultsByStep: Record<string, string[]> = {};
		const recordFaults = async (step: string) => {
			await expect(student.locateStep(step)).toBeVisible();
			faultsByStep[step] = await findAccessibilityFaults(page, isSoakRun ? ['dark', 'light'] : ['dark']);
		};

		// The server does not know the machine's theme, so the code has light colours until scripts run.
		await expect(page.locator('.editor[data-ready]')).toBeAttached();
		await recordFaults('discover');
		await student.goToNextStep();
		await student.answer('60');
		await expect(page.locator('.fact dd')).toHaveText('60');
		await recordFaults('predict');
		await student.goToNextStep();
		await student.setDial('freeMinutes', 20);
		await student.setDial('centsPerMinute', 5);
		await expect(page.locator('.ways .on button')).toBeEnabled();
		await recordFaults('tune');
		await student.goToNextStep();
		await student.placeLines(['if (minutes <= 20) {', 'return 0;', '}', 'return (minutes - 20) * 5;']);
		await student.runProgram();
		await expect(page.locator('.ways .on button')).toBeEnabled();
		await recordFaults('arrange');
		await student.goToNextStep();
		if (name === 'narrow') await page.locator('.parts button').nth(1).click();
		await student.runProgram();
		await expect(page.locator('.checks li.fail').first()).toBeAttached();
		await recordFaults('build');
		if (name === 'wide') {
			await student.replaceLastReturn('return halfHours(minutes) * 50;');
			await student.runProgram();
			await expect(page.locator('.ways .on button')).toBeEnabled();
			await student.goToNextStep();
			await recordFaults('stretch');
			await student.press(page.locator('.ways button', { hasText: 'Passer' }));
			await expect(page.locator('tbody tr').first()).not.toContainText('…');
			await recordFaults('decide');
			await student.press(page.locator('.option button').last());
			await student.goToNextStep();
			await recordFaults('show');
		}
		expect(faultsByStep).toEqual(Object.fromEntries(Object.keys(faultsByStep).map((step) => [step, []])));
	});
}
