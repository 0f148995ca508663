import { expect, test, type Page } from '../test.ts';
import { Student } from './student.ts';

const createProgramWithBody = (body: string) => `import { halfHours } from './given.ts';

export function price(minutes: number): number {
	${body}
	return minutes <= 20 ? 0 : halfHours(minutes) * 50;
}
`;

async function runProgram(page: Page, body: string): Promise<void> {
	const student = new Student(page, 'mouse');
	await page.goto('/fr/challenges/horodateur');
	await page.getByRole('button', { name: 'Je connais déjà' }).click();
	await expect(student.locateStep('build')).toBeVisible();
	await student.replaceWholeFile(createProgramWithBody(body));
	await student.runProgram();
}

const locateCodeProblems = (page: Page) => page.locator('#code [role="status"] li');
const locateEndlessLoopReasons = (page: Page) => page.locator('.checks li').getByText('tourne sans fin ici');

test(
	'an endless loop that stops scene and checks is reported only beside the code',
	{ tag: '@soak' },
	async ({ page }) => {
		await runProgram(page, 'while (minutes >= 0) {}');
		await expect(locateCodeProblems(page)).toHaveCount(1);
		await expect(locateCodeProblems(page)).toContainText('Le programme tourne sans fin ici');
		await expect(locateCodeProblems(page).getByRole('button')).toHaveText(/Ligne 4/);
		await expect(page.locator('.picture.stuck')).toBeVisible();
		await expect(page.locator('.checks li.error').first()).toBeVisible();
		await expect(page.locator('.checks[aria-busy="true"]')).toHaveCount(0);
		await expect(locateEndlessLoopReasons(page)).toHaveCount(0);
	}
);

test(
	'an endless loop that only checks reach is reported at the first of them, and the scene plays on',
	{ tag: '@soak' },
	async ({ page }) => {
		await runProgram(page, 'while (minutes === 601 || minutes === 119) {}');
		await expect(page.locator('.checks li.error')).toHaveCount(2);
		await expect(locateEndlessLoopReasons(page)).toHaveCount(1);
		await expect(page.locator('.checks li.error').first()).toContainText(/Voir la ligne 4/);
		await expect(locateCodeProblems(page)).toHaveCount(0);
		await expect(page.locator('.picture.stuck')).toHaveCount(0);
	}
);

test('an endless loop in a page is reported with its line', { tag: '@soak' }, async ({ page }) => {
	await page.goto('/fr/projects/new?begin=page');
	await expect(page.locator('.editor[data-ready]')).toBeVisible();
	await page.getByRole('tab', { name: 'main.ts', exact: true }).click();
	await new Student(page, 'mouse').replaceWholeFile('const one = 1;\n\nwhile (one > 0) {}\n');
	await page.getByRole('button', { name: 'Lancer' }).click();
	await expect(locateCodeProblems(page)).toContainText('Le programme tourne sans fin ici');
	await expect(locateCodeProblems(page).getByRole('button')).toHaveText(/Ligne 3/);
	await expect(page.locator('.picture.stuck')).toBeVisible();
});
