import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '../test.ts';
import { giveAssignment, visitAsNewStudent } from './given-assignments.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';
import { createClassInBrowser, signUpTeacher } from './persons.ts';
import { Student } from './student.ts';

const START_PROGRAM = 'export function price(minutes: number): number {\n  return 0;\n}\n';
const SOLUTION_PROGRAM =
	'export function price(minutes: number): number {\n  if (minutes <= 20) return 0;\n  return Math.ceil(minutes / 30) * 50;\n}\n';

/** Returns the text field of one of the form's light editors. */
const locateCodeField = (page: Page, name: string) => page.getByRole('group', { name }).locator('textarea').first();

async function fillExample(page: Page, at: number, given: string, returns: string, because = '') {
	await page.getByRole('button', { name: 'Ajouter un exemple' }).click();
	const row = page.locator('li[data-row]').nth(at);
	await row.getByLabel('Ce qu’elle reçoit').fill(given);
	await row.getByLabel('Ce qu’elle renvoie').fill(returns);
	if (because !== '') await row.getByLabel('Phrase que lit l’élève').fill(because);
}

test('a teacher makes, publishes and assigns an exercise, and a student’s hand-in gets a verdict', async ({
	browser
}) => {
	const teacher = await signUpTeacher(browser, 'Mme Exerce');
	const { page } = teacher;
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	await createClassInBrowser(teacher, '2de 7');
	const classPath = new URL(page.url()).pathname;

	await page.goto('/fr/studio');
	await page.getByRole('button', { name: 'Nouvel exercice' }).click();
	await page.waitForURL(/\/studio\/[\w-]{36}$/);
	await expect(page.getByText('Il manque')).toBeVisible();
	await expect(locateCodeField(page, 'Code de départ')).toHaveValue(/^export function nom\(/);

	await page.getByRole('textbox', { name: 'Titre' }).fill('Le prix du parking');
	await page
		.getByLabel('Consigne')
		.fill('Les **20 premières minutes** sont gratuites. Ensuite, 50 centimes la demi-heure.');
	await locateCodeField(page, 'Code de départ').fill(START_PROGRAM);
	// In a form, Tab moves the focus out of a field of code as well.
	await page.keyboard.press('Tab');
	await expect(locateCodeField(page, 'Votre solution')).toBeFocused();
	await locateCodeField(page, 'Votre solution').fill(SOLUTION_PROGRAM);
	await fillExample(page, 0, '20', '0', 'Gratuit jusqu’à 20 minutes');
	await fillExample(page, 1, '21', '60');
	await fillExample(page, 2, '31', '100');
	await page.locator('li[data-row]').nth(2).getByLabel('vérification cachée').check();

	// The row of a wrong result says what is wrong, and the result is corrected there.
	const wrongProgramRow = page.locator('li[data-row="wrong"]');
	await expect(wrongProgramRow).toHaveCount(1);
	await expect(wrongProgramRow).toContainText('Votre solution renvoie 50, l’exemple attend 60.');
	// A refused publication moves the focus to the fault, and its message disappears once the fault is mended.
	await page.getByRole('button', { name: 'Publier pour mes classes' }).click();
	await expect(wrongProgramRow.locator('[data-fault]')).toBeFocused();
	await expect(page.getByText('Pas encore : reprenez')).toBeVisible();
	await wrongProgramRow.getByLabel('Ce qu’elle renvoie').fill('50');
	await expect(page.getByText('Pas encore : reprenez')).toHaveCount(0);
	await expect(page.locator('[data-check="current"]')).toContainText('Tout va bien');

	// Beside the form, the lesson runs as a student sees it.
	const previewFrame = page.locator('[data-preview]');
	await expect(previewFrame.getByRole('heading', { name: 'Le prix du parking' })).toBeVisible();
	await expect(previewFrame.locator('.description')).toContainText('50');
	// The preview follows each change, and leaves the focus in the field in which the teacher types.
	const title = page.getByRole('textbox', { name: 'Titre' });
	const shownBefore = await previewFrame.getAttribute('data-preview');
	await title.press('End');
	await title.pressSequentially(' du');
	await expect(previewFrame).not.toHaveAttribute('data-preview', shownBefore ?? '');
	await expect(title).toBeFocused();
	await title.pressSequentially(' bourg');
	await expect(previewFrame.getByRole('heading', { name: 'Le prix du parking du bourg' })).toBeVisible();
	await title.fill('Le prix du parking');
	await expect(previewFrame.getByRole('heading', { name: 'Le prix du parking', exact: true })).toBeVisible();
	await expect(page.locator('[data-check="current"]')).toContainText('Tout va bien');
	expect(errors).toEqual([]);
	expect(await findAccessibilityFaults(page)).toEqual([]);

	await page.getByRole('button', { name: 'Publier pour mes classes' }).click();
	await expect(page.getByText('Publié : version 1.0.0.')).toBeVisible();
	// A section that has no text yet opens the file of texts, and leaves this file unchanged.
	await page.getByRole('button', { name: 'Tout le dossier' }).click();
	await page.locator('[data-section="person"]').getByRole('button', { name: 'text.fr.md' }).click();
	await expect(page.locator('.text .editor').first()).toContainText('Le prix du parking');
	const assignAddress = await page.getByRole('link', { name: 'Donner à 2de 7' }).getAttribute('href');
	const id = new URL(assignAddress ?? '', page.url()).searchParams.get('challenge') ?? '';
	const { link, path } = await giveAssignment(page, classPath, `challenge=${id}`);

	// A person of another class cannot open the exercise.
	const strangerPage = await (await browser.newContext()).newPage();
	expect((await strangerPage.goto(`/fr/challenges/${id}`))?.status()).toBe(404);

	const { page: screen } = await visitAsNewStudent(browser, link, 'Loutre');
	const student = new Student(screen, 'mouse');
	await expect(student.locateStep('build')).toBeVisible();
	/** Everything that this browser receives, except the app's own scripts. */
	const responseBodies: string[] = [];
	const storedParts = new Set<string>();
	screen.on('response', (response) => {
		if (response.url().includes('/_app/')) return;
		if (response.url().includes(`/challenges/${id}/`)) storedParts.add(response.url());
		void response.text().then(
			(body) => responseBodies.push(body),
			() => undefined
		);
	});
	await screen.reload();
	await expect(student.locateStep('build')).toBeVisible();
	await expect(screen.getByRole('heading', { name: 'Le prix du parking', level: 2 })).toBeVisible();
	await student.replaceWholeFile(SOLUTION_PROGRAM);
	await student.runProgram();
	await student.waitUntilAllPassed();
	// Nothing that was received contains the private part or the held-back example.
	expect(responseBodies.some((body) => body.includes('Gratuit jusqu’à 20 minutes'))).toBe(true);
	expect(responseBodies.filter((body) => /private\/|Math\.ceil\(minutes|minutes[": ]+31|\[31\]/.test(body))).toEqual(
		[]
	);

	// The address of a part contains the beginning of the version's hash. A stranger who knows the address gets nothing.
	expect(storedParts.size).toBeGreaterThan(0);
	for (const part of storedParts) {
		expect((await screen.request.get(part)).status(), part).toBe(200);
		expect((await strangerPage.request.get(part)).status(), part).toBe(404);
	}

	// The last step says that the work still has to be handed in.
	await student.goToNextStep();
	await expect(student.locateStep('show')).toBeVisible();
	const handInReminder = screen.getByText('Il te reste à rendre ton travail.');
	await expect(handInReminder).toBeVisible();
	await screen.getByRole('button', { name: 'Rendre mon travail' }).click();
	const dialog = screen.getByRole('dialog', { name: 'Rendre ton travail' });
	await dialog.getByRole('button', { name: 'Rendre', exact: true }).click();
	await expect(screen.locator('[data-handing]')).toContainText('Vérifications réussies : 3 sur 3');
	await expect(handInReminder).toHaveCount(0);
	await page.goto(path);
	await expect(page.getByText('Loutre')).toBeVisible();
});

/** Makes the exercise and publishes it for the teacher's classes. Returns its id. */
async function publishExercise(page: Page): Promise<string> {
	await page.goto('/fr/studio');
	await page.getByRole('button', { name: 'Nouvel exercice' }).click();
	await page.waitForURL(/\/studio\/[\w-]{36}$/);
	await page.getByRole('textbox', { name: 'Titre' }).fill('Le prix du parking');
	await page
		.getByLabel('Consigne')
		.fill('Les 20 premières minutes sont gratuites. Ensuite, 50 centimes la demi-heure.');
	await locateCodeField(page, 'Code de départ').fill(START_PROGRAM);
	await locateCodeField(page, 'Votre solution').fill(SOLUTION_PROGRAM);
	await fillExample(page, 0, '20', '0');
	await fillExample(page, 1, '31', '100');
	await expect(page.locator('[data-check="current"]')).toContainText('Tout va bien');
	await page.getByRole('button', { name: 'Publier pour mes classes' }).click();
	await expect(page.getByText('Publié : version 1.0.0.')).toBeVisible();
	const assign = await page.getByRole('link', { name: 'Donner à 2de 8' }).getAttribute('href');
	return new URL(assign ?? '', page.url()).searchParams.get('challenge') ?? '';
}

test(
	'typed start code stays in the exercise form when the teacher pauses for two minutes',
	{ tag: '@soak' },
	async ({ browser }) => {
		const { page } = await signUpTeacher(browser, 'Mme Pense');
		await page.clock.install();
		await page.goto('/fr/studio');
		await page.getByRole('button', { name: 'Nouvel exercice' }).click();
		await locateCodeField(page, 'Code de départ').fill(START_PROGRAM);
		await locateCodeField(page, 'Votre solution').fill(SOLUTION_PROGRAM);
		await expect(page.locator('.monaco-editor[role="code"]')).toHaveCount(1);
		// The editor of the preview loads Monaco after 90 seconds at the latest; those of the form never do.
		await page.clock.runFor(120_000);
		await expect(locateCodeField(page, 'Code de départ')).toHaveValue(START_PROGRAM);
		await expect(page.locator('.monaco-editor[role="code"]')).toHaveCount(1);
	}
);

test(
	'a new exercise version judges submissions again, and its verdict counts once the teacher says so',
	{ tag: '@soak' },
	async ({ browser }) => {
		const teacher = await signUpTeacher(browser, 'Mme Corrige');
		const { page } = teacher;
		await createClassInBrowser(teacher, '2de 8');
		const classPath = new URL(page.url()).pathname;
		const id = await publishExercise(page);
		const studioUrl = page.url();
		// The page of a class that was made for the exercise offers to give the exercise.
		await page.goto(`/fr/classes/new?challenge=${id}`);
		await page.getByRole('textbox').fill('2de 9');
		await page.getByRole('button', { name: 'Créer la classe' }).click();
		await expect(page.getByRole('link', { name: 'Donner « Le prix du parking »' })).toBeVisible();
		const { link, path } = await giveAssignment(page, classPath, `challenge=${id}`);

		const { page: screen } = await visitAsNewStudent(browser, link, 'Loutre');
		const student = new Student(screen, 'mouse');
		await expect(student.locateStep('build')).toBeVisible();
		await student.replaceWholeFile(SOLUTION_PROGRAM);
		await screen.getByRole('button', { name: 'Rendre', exact: true }).click();
		const dialog = screen.getByRole('dialog', { name: 'Rendre ton travail' });
		await dialog.getByRole('button', { name: 'Rendre', exact: true }).click();
		await expect(screen.locator('[data-handing]')).toContainText('Vérifications réussies : 2 sur 2');

		// The teacher had forgotten that an hour costs less than two half hours.
		await page.goto(studioUrl);
		await locateCodeField(page, 'Votre solution').fill(
			SOLUTION_PROGRAM.replace('if (', 'if (minutes === 60) return 90;\n  if (')
		);
		await fillExample(page, 2, '60', '90');
		await expect(page.locator('[data-check="current"]')).toContainText('Tout va bien');
		await page.getByRole('button', { name: 'Publier pour mes classes' }).click();
		await expect(page.getByText('Publié : version 1.0.1.')).toBeVisible();
		await expect(page.getByText('Déjà donné à 2de 8 : la classe garde la version 1.0.0.')).toBeVisible();
		// Of the two classes, the one that waits for the new version has the main button.
		const panel = page.getByRole('region', { name: 'Publier pour mes classes' });
		await expect(panel.locator('.primary')).toHaveText('Changer de version pour 2de 8');

		await page.goto(`${path}/settings`);
		await page.getByRole('link', { name: 'Changer de version' }).click();
		await page.getByRole('button', { name: 'Vérifier avec la nouvelle version' }).click();
		const row = page.locator('li[data-submission]');
		await expect(row).toContainText('2 sur 2 → 2 sur 3');
		await expect(row).toContainText('Compte : l’ancienne version');
		// The pressed button went away with the last verdict, so the message about it has the focus.
		await expect(page.getByText('Tout ce qui a été rendu est vérifié')).toBeFocused();
		expect(await findAccessibilityFaults(page)).toEqual([]);
		await screen.reload();
		await expect(screen.locator('[data-handing]')).toContainText('Vérifications réussies : 2 sur 2');

		await row.getByRole('button', { name: 'Faire compter la nouvelle' }).click();
		await expect(row).toContainText('Compte : la nouvelle version');
		await screen.reload();
		await screen.goto(new URL('/fr/me', screen.url()).href);
		await expect(screen.locator('[data-rejudged]')).toContainText('Vérifié de nouveau');
		expect(await findAccessibilityFaults(screen)).toEqual([]);
		await screen.getByRole('link', { name: 'Voir le résultat' }).click();
		await expect(screen.locator('[data-handing]')).toContainText('Vérifications réussies : 2 sur 3');
		// The student reads the title of the new check, although the class does not have the new version yet.
		await screen.locator('[data-handing]').getByRole('button', { name: 'Voir mon rendu' }).click();
		const verdictSheet = screen.getByRole('dialog');
		await expect(verdictSheet).toContainText('Vérifié de nouveau, avec la version 1.0.1 du défi');
		await expect(verdictSheet.locator('[data-status="fail"]')).toContainText('90');
		await screen.keyboard.press('Escape');

		// The class gets the new version while the student types, and the student's next submission is judged by it.
		await page.getByRole('button', { name: 'Donner la nouvelle version à la classe' }).click();
		await expect(page.getByText('La classe a maintenant la version 1.0.1')).toBeVisible();
		await expect(row).toContainText('Compte : la nouvelle version');
		expect(await findAccessibilityFaults(page)).toEqual([]);
		await student.replaceWholeFile(`// Je continue.\n${SOLUTION_PROGRAM}`);
		await expect(screen.getByText('Ton prof a changé ce défi.')).toBeVisible();
		expect(await findAccessibilityFaults(screen)).toEqual([]);
		await screen.getByRole('button', { name: 'Ouvrir la nouvelle version' }).click();
		await expect(screen.getByText('Ton prof a changé ce défi.')).toHaveCount(0);
		await expect(screen.locator('.editor').first()).toContainText('Je continue.');
		await expect(screen.locator('[data-handing]')).toContainText('Vérifications réussies : 2 sur 3');
		await screen.locator('[data-handing]').getByRole('button', { name: 'Voir mon rendu' }).click();
		await expect(verdictSheet).toContainText('Vérifié de nouveau, avec la version 1.0.1 du défi');
		await expect(verdictSheet.locator('[data-status="fail"]')).toContainText('90');
		await screen.keyboard.press('Escape');
		await student.replaceWholeFile(SOLUTION_PROGRAM.replace('if (', 'if (minutes === 60) return 90;\n  if ('));
		await screen.locator('[data-handing]').getByRole('button', { name: 'Voir mon rendu' }).click();
		await screen.getByRole('button', { name: 'Rendre ce que j’ai maintenant' }).click();
		await dialog.getByRole('button', { name: 'Rendre', exact: true }).click();
		await expect(screen.locator('[data-handing]')).toContainText('Vérifications réussies : 3 sur 3');
		await page.reload();
		await expect(page.getByText('Ce défi n’a pas changé depuis que vous l’avez donné.')).toBeVisible();
	}
);

async function downloadExportedFolder(page: Page): Promise<Buffer> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Télécharger le dossier' }).click()
	]);
	return readFileSync(await download.path());
}

test(
	'a challenge is adapted, exported and imported as a folder, and copied by a colleague from a link',
	{ tag: '@soak' },
	async ({ browser }) => {
		const teacher = await signUpTeacher(browser, 'M. Adapte');
		const { page } = teacher;
		await page.goto('/fr/challenges/frigo-vaccins/teacher');
		await page.getByRole('link', { name: 'Adapter ce défi' }).click();
		await page.getByRole('button', { name: 'Adapter ce défi' }).click();
		await page.waitForURL(/\/studio\/[\w-]{36}$/);
		const states = page.locator('li[data-section]');
		await expect(states).toHaveCount(10);
		await expect(page.locator('li[data-state="lacking"]')).toHaveCount(0);
		await expect(page.locator('[data-check="current"]')).toContainText('Tout va bien');
		await expect(page.locator('[data-preview] .description')).not.toBeEmpty();
		expect(await findAccessibilityFaults(page)).toEqual([]);

		// A message of the check appears in its section, with file and line.
		await page.locator('li[data-section="sources"] summary').click();
		await page.getByLabel('Version').fill('une');
		await page.getByLabel('Version').blur();
		await expect(page.locator('li[data-section="sources"] .problem')).toContainText('three numbers');
		await page.getByLabel('Version').fill('0.2.0');
		await page.getByLabel('Version').blur();
		await expect(page.locator('li[data-section="sources"] .problem')).toHaveCount(0);

		const firstExport = await downloadExportedFolder(page);
		await page.getByText('Lien pour un collègue').click();
		await expect(page.locator('[data-where="server"]')).toBeVisible();
		await page.getByRole('button', { name: 'Faire un lien' }).click();
		const sharedLink = await page.locator('[data-shared-link]').inputValue();

		await page.goto('/fr/studio');
		await expect(page.getByText('adapté de frigo-vaccins')).toBeVisible();
		expect(await findAccessibilityFaults(page)).toEqual([]);
		await page
			.locator('[data-import-folder]')
			.setInputFiles({ name: 'x.zip', mimeType: 'application/zip', buffer: firstExport });
		await page.waitForURL(/\/studio\/[\w-]{36}$/);
		await expect(page.locator('li[data-section]')).toHaveCount(10);
		expect((await downloadExportedFolder(page)).equals(firstExport)).toBe(true);

		const colleague = await signUpTeacher(browser, 'Mme Copie');
		await colleague.page.goto(sharedLink);
		await expect(colleague.page.getByText('M. Adapte vous montre ce brouillon')).toBeVisible();
		await colleague.page.getByRole('button', { name: 'Copier dans mon studio' }).click();
		await colleague.page.waitForURL(/\/studio\/[\w-]{36}$/);
		await expect(colleague.page.locator('li[data-section]')).toHaveCount(10);
		const visitor = await (await browser.newContext()).newPage();
		expect((await visitor.goto(sharedLink))?.status()).toBe(401);

		// On a shared machine, the private files are removed when their maker leaves.
		await expect(page.locator('[data-where="server"]')).toBeVisible();
		await page.getByRole('banner').getByText('M. Adapte').click();
		await page.getByRole('link', { name: 'Quitter cet ordinateur' }).click();
		await expect(page).toHaveURL(/\/fr$/);
		const databaseNames = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
		expect(databaseNames).not.toContainEqual(expect.stringMatching(/^braise\./));
	}
);
