import { expect, test, type Locator, type Page } from '../test.ts';
import { Student } from './student.ts';

// Other tests cover offline use. Here, a service worker would fill the cache of each new browser.
test.use({ serviceWorkers: 'block' });

const locateRegion = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

const indentWithSpaces = ([text = '']: TemplateStringsArray) => text.replaceAll('\t', '  ');

/** Returns the names of the elements that Tab reaches, until `last`. */
async function readTabStops(page: Page, last: Locator): Promise<string[]> {
	const metStops: string[] = [];
	while (!(await last.evaluate((element) => element === document.activeElement)) && metStops.length < 40) {
		await page.keyboard.press('Tab');
		const tree = await page.locator(':focus').ariaSnapshot();
		metStops.push(tree.split('\n')[0] ?? '');
	}
	return metStops;
}

const START_PROGRAM_LINE = 'return (minutes - 20) * 5;';
const createProgramWithLine = (line: string) =>
	`import { halfHours } from './given.ts';\n\nexport function price(minutes: number): number {\nif (minutes <= 20) {\nreturn 0;\n}\n${line}\n}\n`;

test('the accessibility tree names steps, scene, checks, console, problems and saved state in French', async ({
	page
}) => {
	const student = new Student(page, 'mouse');
	const taskRegion = locateRegion(page, 'Consigne');
	const code = locateRegion(page, 'Code');
	const scene = locateRegion(page, 'Scène');
	const resultsRegion = locateRegion(page, 'Résultats');
	const bannerRegion = page.getByRole('banner');
	await page.goto('/fr/challenges/horodateur');

	await expect(bannerRegion).toMatchAriaSnapshot(indentWithSpaces`
		- heading "Le parcmètre bavard" [level=1]
		- navigation "Étapes du défi":
			- list:
				- listitem:
					- button "Découvrir"
				- listitem:
					- button "Prévoir"
				- listitem:
					- button "Régler" [disabled]
		- paragraph: Rien à enregistrer
	`);
	const steps = bannerRegion.getByRole('navigation');
	await expect(steps.getByRole('button', { name: 'Découvrir' })).toHaveAttribute('aria-current', 'step');
	// The accessible description says why the step is locked.
	await expect(steps.getByRole('button', { name: 'Régler' })).toHaveAccessibleDescription(/Termine d’abord/);

	// Another step shows another scene and another description.
	await expect(scene).toMatchAriaSnapshot(indentWithSpaces`
		- list "La scène en mots":
			- listitem: /Le tarif voté est suivi \\d fois sur 3/
			- listitem: /Léonie.*10 minutes.*trop cher/
	`);
	await expect(page.locator('.picture iframe')).toHaveAccessibleName('Scène');
	await page.getByRole('button', { name: 'Je connais déjà' }).click();
	// Waits for the compiler, because this step's program was not compiled in advance.
	await expect(scene.getByRole('list')).toContainText('175 c');
	await expect(scene).toMatchAriaSnapshot(indentWithSpaces`
		- list "La scène en mots":
			- listitem: Le tarif voté est suivi 2 fois sur 6.
			- listitem: /Léonie.*55 minutes.*175 c.*trop cher/
	`);
	// The description can be read, but its changes are not announced.
	await expect(scene.getByRole('list')).toHaveAttribute('aria-live', 'off');
	// The focus moves to the step that has opened.
	await expect(taskRegion.getByRole('heading', { level: 2 })).toBeFocused();

	await expect(resultsRegion).toMatchAriaSnapshot(indentWithSpaces`
		- button "Vérifications" [pressed]
		- group "Vérifications":
			- text: Lance ton programme pour vérifier.
			- list:
				- listitem:
					- paragraph: "De 0 à 20 minutes, c’est gratuit : pas encore essayée"
	`);
	await expect(page.locator('.editor[data-ready]')).toBeVisible();
	await expect(page.locator('.view-lines')).toContainText(START_PROGRAM_LINE.replaceAll(' ', '\u00a0'));
	// Code that the student was given has no marked problem.
	await expect(page.locator('[data-typescript="ready"]')).toBeVisible();
	await student.runProgram();
	await expect(resultsRegion).toMatchAriaSnapshot(indentWithSpaces`
		- text: "/Vérifications réussies : 2 sur 6. À revoir d’abord/"
		- list:
			- listitem:
				- paragraph: "De 0 à 20 minutes, c’est gratuit : réussie"
			- listitem:
				- paragraph: "De 21 à 30 minutes : 50 centimes : à revoir"
				- paragraph: "21 min : il faut 50 centimes, mais ta fonction renvoie 5."
				- group: Voir les valeurs
	`);
	await expect(code.getByRole('status')).toBeEmpty();

	await student.replaceWholeFile(createProgramWithLine('return halfHours(minutes * 50;'));
	await student.runProgram();
	await expect(code).toMatchAriaSnapshot(indentWithSpaces`
		- status:
			- list:
				- listitem:
					- button /Ligne \\d/
					- strong: /./
	`);
	await expect(resultsRegion).toContainText('avant tes derniers changements');
	// That the results are outdated is not announced, because this would drown out the first key after a run.
	await expect(page.locator('[data-checks-announcement]')).not.toContainText('avant tes derniers changements');

	await student.replaceWholeFile(
		createProgramWithLine("if (minutes > 50) console.warn('longtemps', minutes);\nreturn halfHours(minutes) * 50;")
	);
	await student.runProgram();
	await student.waitUntilAllPassed();
	await expect(page.locator('[data-checks-announcement]')).toHaveText('Vérifications réussies : 6 sur 6.');
	await expect(taskRegion.locator('[aria-live]').filter({ hasText: 'à la minute près' })).toBeAttached();
	await expect(scene).toMatchAriaSnapshot(indentWithSpaces`
		- list "La scène en mots":
			- listitem: Le tarif voté est suivi 6 fois sur 6.
	`);
	await expect(bannerRegion).toContainText(/Enregistré ici à \d\d:\d\d/);
	await resultsRegion.getByRole('button', { name: /^Console \d/ }).click();
	await expect(resultsRegion.getByRole('log', { name: 'Console' })).toHaveText(/Attention\s:\s*longtemps\s*55/);
	await resultsRegion.getByRole('button', { name: 'Vérifications' }).click();
	// Every key saves the work, so only problems with saving are announced.
	await expect(bannerRegion.getByRole('status')).toBeEmpty();

	await student.replaceWholeFile(createProgramWithLine('while (true) {}'));
	await student.runProgram();
	await expect(code.getByRole('status')).toContainText(/Ligne \d.*Le programme tourne sans fin ici/);
	await expect(resultsRegion.getByRole('listitem').nth(1)).toContainText('le programme s’est arrêté');
	// No announcement interrupts the screen reader: problems wait for a pause.
	await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
});

test(
	'the keyboard reaches the code and Run from the top of the page, in English',
	{ tag: '@soak' },
	async ({ page }) => {
		await page.goto('/en/challenges/horodateur');
		await expect(page.locator('.editor[data-ready]')).toBeVisible();
		await page.getByRole('button', { name: 'I know this' }).click();
		await expect(locateRegion(page, 'Task').getByRole('heading', { level: 2 })).toBeFocused();
		await expect(page.getByRole('banner')).toContainText(/Saved here at/);

		// From the top of the page, the first element that Tab reaches is a link past steps and task.
		await page.evaluate(() => {
			document.body.tabIndex = -1;
			document.body.focus();
		});
		await page.keyboard.press('Tab');
		await expect(page.getByRole('link', { name: 'Go to the code' })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(locateRegion(page, 'Code')).toBeFocused();
		await page.keyboard.press('Control+m');
		const editor = locateRegion(page, 'Code').getByRole('textbox', { name: /^Code of main\.ts\./ });
		const toEditor = await readTabStops(page, editor);
		await page.keyboard.press('Control+m');
		const runButton = page.getByRole('button', { name: 'Run', exact: true });
		const toRun = await readTabStops(page, runButton);
		expect([...toEditor, ...toRun].join('\n')).toMatch(
			/^- tab "main\.ts" \[selected\]\n- button "Add a file"\n- textbox "Code of main\.ts[^\n]*\n- 'button "Insert [^\n]*\n- button "Run"$/
		);
		await expect(runButton).toHaveAttribute('aria-keyshortcuts', 'Control+Enter');

		await page.keyboard.press('Enter');
		await expect(locateRegion(page, 'Results')).toMatchAriaSnapshot(indentWithSpaces`
		- button "Checks" [pressed]
		- group "Checks":
			- text: "/Checks passed: 2 of 6. Look at this first/"
			- list:
				- listitem:
					- paragraph: /passed$/
				- listitem:
					- paragraph: /not yet$/
					- paragraph: "21 min: it should be 50 cents, but your function returns 5."
					- group: See the values
	`);
		await expect(locateRegion(page, 'Scene').getByRole('list', { name: 'The scene in words' })).toContainText(
			'The agreed tariff is followed for 2 of 6 cars.'
		);
	}
);
