import { writeFile } from 'node:fs/promises';
import { expect, test, type Page } from '../test.ts';
import { Student } from './student.ts';
import { beginProject } from './project-pages.ts';

const locateButton = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });

test(
	'in a project, the focus stays near the controls of stop, files, undo and card',
	{ tag: '@soak' },
	async ({ page }) => {
		await beginProject(page, 'Clavier');
		await new Student(page, 'mouse').runProgram();
		const stopButton = locateButton(page, 'Arrêter');
		await expect(stopButton).toBeEnabled();
		await stopButton.press('Enter');
		await expect(stopButton).toBeDisabled();
		await expect(stopButton).toBeFocused();

		await locateButton(page, 'Ajouter un fichier').press('Enter');
		await page.keyboard.type('outils');
		await page.keyboard.press('Enter');
		const toolsTab = page.getByRole('tab', { name: 'outils.ts' });
		await expect(toolsTab).toBeFocused();
		// A form that is open for one file must not rename another.
		await locateButton(page, 'Renommer outils.ts').press('Enter');
		await expect(page.getByLabel('Nouveau nom de outils.ts')).toBeFocused();
		await page.getByRole('tab', { name: 'main.ts' }).click();
		await expect(page.getByLabel(/^Nouveau nom/)).toHaveCount(0);
		await toolsTab.click();

		await locateButton(page, 'Supprimer outils.ts').press('Enter');
		await locateButton(page, 'Annuler').press('Enter');
		await expect(toolsTab).toBeFocused();

		const cardButton = locateButton(page, 'Pour qui');
		await cardButton.press('Enter');
		await locateButton(page, 'Idées').press('Enter');
		await expect(cardButton).toHaveAttribute('aria-pressed', 'false');
		// The ideas are shown in place of the card, and the card's button shows the card again.
		await cardButton.press('Enter');
		await expect(page.getByRole('heading', { name: 'Quelqu’un a un problème' })).toBeVisible();
		await locateButton(page, 'Ranger ce panneau').press('Enter');
		await expect(cardButton).toBeFocused();
	}
);

test('a new project opens under the same name in the other language', { tag: '@soak' }, async ({ page }) => {
	await beginProject(page, 'Deux langues');
	await expect(page).toHaveTitle('Deux langues · Projet · Braise');
	await page.getByRole('link', { name: 'English' }).click();
	await expect(page).toHaveURL(/\/en\/projects\/[0-9a-f-]{36}$/);
	await expect(page.getByLabel('Name of the project')).toHaveValue('Deux langues');
});

test('the focus goes to the last opened hint, and to the code after a repair', { tag: '@soak' }, async ({ page }) => {
	await page.goto('/fr/challenges/horodateur');
	const student = new Student(page, 'keyboard');
	await student.press(page.getByRole('button', { name: 'Je connais déjà' }));
	await expect(student.locateStep('build')).toBeVisible();
	const hintButton = page.getByRole('button', { name: /indice/ });
	await expect(hintButton).toBeVisible();
	while ((await hintButton.count()) > 0) await student.press(hintButton);
	await expect(page.locator('.hint').last()).toBeFocused();

	await student.replaceWholeFile('export function prix(minutes: number) { return minutes; }');
	await student.runProgram();
	await student.press(page.getByRole('button', { name: 'Remettre price' }));
	await expect(page.locator('#code')).toBeFocused();
});

test(
	'a file dropped on the picture is received by the project, not by the picture’s frame',
	{ tag: '@soak' },
	async ({ page }) => {
		await beginProject(page, 'Cantine');
		const path = test.info().outputPath('menu.csv');
		await writeFile(path, 'plat;prix\nPurée;3\n');
		const session = await page.context().newCDPSession(page);
		const dispatchDragEvent = async (type: 'dragEnter' | 'dragOver' | 'drop', selector: string) => {
			const box = await page.locator(selector).boundingBox();
			if (box === null) throw new Error(`${selector} is not on the page`);
			const place = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
			await session.send('Input.dispatchDragEvent', {
				type,
				...place,
				data: { items: [], files: [path], dragOperationsMask: 1 }
			});
		};
		await dispatchDragEvent('dragEnter', '#code');
		await dispatchDragEvent('dragOver', '#code');
		await expect(page.getByText('Dépose ton fichier ici')).toBeVisible();
		await dispatchDragEvent('dragOver', '.picture .frame');
		await dispatchDragEvent('drop', '.picture .frame');
		await expect(page.getByRole('dialog')).toContainText('menu.csv');
	}
);
