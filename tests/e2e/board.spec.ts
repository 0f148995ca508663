import { expect, test } from '../test.ts';
import { BrowserlessStudent, giveAssignment } from './given-assignments.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';
import { createClassInBrowser, signUpTeacher } from './persons.ts';
import { recordSentRequests } from './sent-requests.ts';

const PSEUDONYMS = ['Marmotte', 'Chouette', 'Belette', 'Loutre', 'Hermine', 'Fouine'];
const REAL_NAME = 'Éloïse Dupré-Lévêque';

test('the board shows progress and requests for help; names are neither sent nor shown on the projector', async ({
	browser
}) => {
	const teacher = await signUpTeacher(browser, 'Mme Tableau');
	await createClassInBrowser(teacher, 'Seconde 5');
	const { page } = teacher;
	const assignment = await giveAssignment(page, new URL(page.url()).pathname, 'challenge=horodateur');
	const students = await Promise.all(PSEUDONYMS.map((name) => BrowserlessStudent.join(assignment.code, name)));
	const [marmotte, chouette] = students;
	if (!marmotte || !chouette) throw new Error('There is nobody.');
	await page.goto(assignment.path);
	const locateRow = (name: string) => page.locator(`[data-row="${name}"]`);
	await expect(locateRow('Loutre')).toContainText('Pas commencé');

	// The row appears without a reload.
	await marmotte.reportProgress(assignment.id, 'discover', []);
	await expect(locateRow('Marmotte').locator('[data-track="1/8"]')).toBeVisible();
	await expect(locateRow('Marmotte')).toContainText('lire le problème');
	await marmotte.reportProgress(assignment.id, 'build', ['discover', 'predict', 'tune', 'arrange'], 3, 5);
	await expect(locateRow('Marmotte').locator('[data-track="5/8"]')).toBeVisible();
	await expect(locateRow('Marmotte')).toContainText('il manque 2 vérifications sur 5');

	await chouette.reportProgress(assignment.id, 'tune', ['discover', 'predict'], 0, 2);
	await expect(locateRow('Chouette')).toContainText('Au travail');
	await chouette.putReport(assignment.id, 'help', { wanted: true });
	await expect(locateRow('Chouette').locator('[data-condition="help"]')).toBeVisible();
	await expect(page.getByRole('status')).toContainText('1 élève demande de l’aide');
	await expect(page.locator('[data-board] li').first(), 'who needs help comes first').toContainText('Chouette');
	expect(await findAccessibilityFaults(page)).toEqual([]);

	// Uses only the keyboard: filters for help, and marks it as seen.
	await page.getByRole('button', { name: 'Aide 1' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-board] li')).toHaveCount(1);
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-board] li')).toHaveCount(PSEUDONYMS.length);
	await page.getByRole('button', { name: 'Marquer comme vue la demande (Chouette)' }).focus();
	await page.keyboard.press('Enter');
	await expect(locateRow('Chouette')).toContainText('vue');
	await expect(locateRow('Chouette'), 'the pressed button is gone').toBeFocused();
	await chouette.putReport(assignment.id, 'help', { wanted: false });
	await expect(locateRow('Chouette')).toContainText('Au travail');

	// The page reads the names from the file and sends none.
	const sentRequests = recordSentRequests(page);
	await page.getByText('Noms des élèves').click();
	await page.locator('[data-board] input[type="file"]').setInputFiles({
		name: 'classe.csv',
		mimeType: 'text/csv',
		buffer: Buffer.from(`Nom;Pseudonyme\r\n${REAL_NAME};Marmotte\r\n`)
	});
	await expect(locateRow('Marmotte')).toContainText(REAL_NAME);
	await marmotte.reportProgress(assignment.id, 'stretch', ['discover', 'predict', 'tune', 'arrange', 'build'], 0, 4);
	await expect(locateRow('Marmotte').locator('[data-track="6/8"]')).toBeVisible();
	expect(await sentRequests.findContaining([REAL_NAME])).toEqual([]);

	const projector = await page.context().newPage();
	await projector.goto(`${assignment.path}/projector`);
	for (const one of students) await one.reportProgress(assignment.id, 'predict', ['discover']);
	await marmotte.reportProgress(assignment.id, 'stretch', ['discover', 'predict', 'tune', 'arrange', 'build'], 1, 4);
	await expect(projector.locator('[data-step="predict"]')).toHaveAttribute('data-reached', '6');
	// When only one student is in a step, the projector does not show them.
	await expect(projector.locator('[data-step="stretch"]')).toHaveAttribute('data-reached', '0');
	const behind = await projector.content();
	for (const name of [...PSEUDONYMS, REAL_NAME]) expect(behind).not.toContain(name);
	expect(await findAccessibilityFaults(projector)).toEqual([]);
});
