import { expect, test } from '../test.ts';
import { appOrigin } from '../servers.ts';
import { BrowserlessStudent, visitAsNewStudent, giveAssignment } from './given-assignments.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';
import { createClassInBrowser, signUpTeacher, type SignedInAdult } from './persons.ts';
import { Student } from './student.ts';

test('a student continues an assignment on another machine, and the link of a removed assignment says so', async ({
	browser
}) => {
	const teacher: SignedInAdult = await signUpTeacher(browser, 'Mme Assigne');
	const code = await createClassInBrowser(teacher, 'Seconde 7');
	const { page } = teacher;
	const classPath = new URL(page.url()).pathname;
	const { link, path } = await giveAssignment(page, classPath, 'challenge=horodateur');

	// The board of a class without students says how they get there.
	await page.goto(path);
	await expect(page.getByRole('heading', { name: 'Personne n’est encore dans cette classe.' })).toBeVisible();
	expect(await findAccessibilityFaults(page)).toEqual([]);
	await page.getByRole('link', { name: 'Ajouter des élèves' }).click();
	await expect(page).toHaveURL(new RegExp(`${classPath}/students$`));

	expect(link).toContain(`?code=${code}`);
	expect(await findAccessibilityFaults(page)).toEqual([]);

	const { page: first, words } = await visitAsNewStudent(browser, link, 'Loup');
	await expect(first.locator('.strip')).toContainText('Seconde 7');
	const loup = new Student(first, 'mouse');
	await loup.goToNextStep();
	await loup.answer('50');
	// The page may send an edit only half a minute later.
	await expect(first.locator('[data-where="server"]')).toBeVisible();

	// On another machine, the same link opens the same work.
	const otherPage = await (await browser.newContext()).newPage();
	await otherPage.goto(link);
	await otherPage.getByRole('textbox', { name: 'Pseudonyme' }).last().fill('Loup');
	await otherPage.getByLabel('Tes trois mots').fill(words);
	await otherPage.getByRole('button', { name: 'Entrer', exact: true }).click();
	await expect(otherPage.locator('.workbench[data-step="predict"]')).toBeVisible();

	await page.goto(path);
	await expect(page.getByText('Loup')).toBeVisible();
	expect(new URL(page.url()).origin).toBe(appOrigin);

	// The teacher can remove an assignment that has no submissions. Its link then says so.
	const secondAssignment = await giveAssignment(page, classPath, 'challenge=tournee');
	await otherPage.goto(secondAssignment.link);
	await expect(otherPage.locator('.workbench')).toBeVisible();
	await page.goto(`${secondAssignment.path}/settings`);
	await page.locator('form[action="?/remove"]').getByRole('checkbox').check();
	await page.getByRole('button', { name: 'Retirer ce travail' }).click();
	await expect(page.getByText('Le travail est retiré.')).toBeFocused();
	await otherPage.goto(secondAssignment.link);
	await expect(otherPage.getByRole('heading', { name: 'Ton prof a retiré ce travail.' })).toBeVisible();
	await expect(otherPage.getByRole('link', { name: 'Entrer dans cette classe' })).toBeHidden();
	expect(await findAccessibilityFaults(otherPage)).toEqual([]);
});

test('a refused assignment form keeps its opened part and focuses the first mistake; a double click assigns once', async ({
	browser
}) => {
	const teacher = await signUpTeacher(browser, 'M. Refuse');
	const code = await createClassInBrowser(teacher, 'Seconde 8');
	const { page } = teacher;
	const classPath = new URL(page.url()).pathname;
	await BrowserlessStudent.join(code, 'Loup');
	await page.goto(`${classPath}/assignments/new?challenge=horodateur`);
	const rubric = page.locator('details', { has: page.getByText('Grille de lecture') });
	await rubric.locator('summary').click();
	await page.getByLabel('Quelques élèves').check();
	await page.getByLabel('Ouvert à partir de').fill('2040-01-01T08:00');
	await page.getByRole('button', { name: 'Donner ce travail' }).click();
	await expect(page.locator('[aria-invalid="true"]')).toHaveCount(2);
	await expect(page.getByRole('checkbox', { name: 'Loup' })).toBeFocused();
	await expect(rubric).toHaveAttribute('open');

	// A double click gives the assignment only once.
	await page.getByRole('checkbox', { name: 'Loup' }).check();
	await page.getByLabel('Ouvert à partir de').fill('');
	await page.getByRole('button', { name: 'Donner ce travail' }).dblclick();
	await expect(page).toHaveURL(/settings\?given/);
	await page.goto(`${classPath}/assignments`);
	await expect(page.getByRole('link', { name: 'Le parcmètre bavard' })).toHaveCount(1);
});
