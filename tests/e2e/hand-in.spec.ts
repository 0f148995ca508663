import { expect, test, type Browser, type Page } from '../test.ts';
import { pasteText } from '../paste.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';
import { createClassInBrowser, signUpTeacher, type SignedInAdult } from './persons.ts';
import { Student } from './student.ts';
import { takePseudonym } from '../join.ts';

const WRONG_PROGRAM = `export function price(minutes: number): number {
	return minutes <= 20 ? 0 : halfHours(minutes) * 50;
}

export function halfHours(minutes: number): number {
	return Math.floor(minutes / 30) + 1;
}
`;
const RIGHT_PROGRAM = WRONG_PROGRAM.replace('Math.floor(minutes / 30) + 1', 'Math.ceil(minutes / 30)');

interface ClassAssignment {
	teacher: SignedInAdult;
	link: string;
	/** Path of the teacher's page. */
	path: string;
}

async function giveAssignmentToClass(browser: Browser, className: string): Promise<ClassAssignment> {
	const teacher = await signUpTeacher(browser, 'Mme Rend');
	await createClassInBrowser(teacher, className);
	const { page } = teacher;
	await page.goto(`${new URL(page.url()).pathname}/assignments/new?challenge=horodateur`);
	await page.getByRole('button', { name: 'Donner ce travail' }).click();
	const text = await page.getByLabel('Le texte en français').inputValue();
	return {
		teacher,
		link: /https?:\S+/.exec(text)?.[0] ?? '',
		path: new URL(page.url()).pathname.replace('/settings', '')
	};
}

async function joinByAssignmentLink(browser: Browser, link: string, pseudonym: string): Promise<Page> {
	const page = await (await browser.newContext()).newPage();
	await page.goto(link);
	await takePseudonym(page, pseudonym);
	await page.getByRole('link', { name: 'C’est noté' }).click();
	await expect(page.locator('.strip')).toBeVisible();
	return page;
}

async function jumpToBuildStep(page: Page): Promise<Student> {
	const student = new Student(page, 'mouse');
	await page.getByRole('button', { name: 'Je connais déjà' }).click();
	await expect(student.locateStep('build')).toBeVisible();
	return student;
}

async function handIn(page: Page, prediction: string): Promise<void> {
	await page.getByRole('button', { name: 'Rendre', exact: true }).click();
	const dialog = page.getByRole('dialog', { name: 'Rendre ton travail' });
	await dialog.getByLabel('Ta réponse').fill(prediction);
	await dialog.getByRole('button', { name: 'Rendre', exact: true }).click();
	await expect(dialog).toBeHidden();
}

test('handing in asks for a prediction and shows the verdict, with the held-back checks', async ({ browser }) => {
	const { link, path, teacher } = await giveAssignmentToClass(browser, 'Seconde Rendre');
	const page = await joinByAssignmentLink(browser, link, 'Loutre');
	// The disabled button gives the reason when it is pressed, even by keyboard.
	const handInButton = page.getByRole('button', { name: 'Rendre', exact: true });
	await expect(handInButton).toBeDisabled();
	await handInButton.press('Enter');
	await expect(page.locator('.handing p')).toHaveText('Tu pourras rendre quand tu auras commencé.');
	const student = await jumpToBuildStep(page);
	await student.replaceWholeFile(WRONG_PROGRAM);
	await student.runProgram();
	await expect(page.locator('.checks li.fail').first()).toBeVisible();

	await page.getByRole('button', { name: 'Rendre', exact: true }).click();
	const handInDialog = page.getByRole('dialog', { name: 'Rendre ton travail' });
	await expect(handInDialog).toContainText('Il te reste à faire');
	await expect(handInDialog).toContainText(/price\(\d+\)/);
	expect(await findAccessibilityFaults(page)).toEqual([]);
	await handInDialog.getByLabel('Ta réponse').fill('100');
	await handInDialog.getByRole('button', { name: 'Rendre', exact: true }).click();

	const handInStrip = page.locator('[data-handing]');
	await expect(handInStrip).toHaveAttribute('data-handing', 'waiting');
	await expect(handInStrip).toContainText(/Vérifications réussies\s: \d+ sur/);
	await page.getByRole('button', { name: 'Voir mon rendu' }).click();
	const sheet = page.getByRole('dialog', { name: 'Ton rendu' });
	await expect(sheet.locator('[data-held][data-status="fail"]').first()).toBeVisible();
	await expect(sheet).toContainText('Vérifications que tu n’avais pas vues');
	await expect(sheet).toContainText('Tu avais prévu');
	expect(await findAccessibilityFaults(page)).toEqual([]);
	await sheet.getByRole('button', { name: 'Fermer' }).click();

	await teacher.page.goto(path);
	await expect(teacher.page.locator('[data-board]')).toContainText('Loutre');
	await expect(teacher.page.locator('[data-condition="handed-in"]')).toBeVisible();
});

test('a hand-in survives a lost answer and a lost network, arrives once, and can be taken back', async ({
	browser
}) => {
	const { link } = await giveAssignmentToClass(browser, 'Seconde Réseau');
	const page = await joinByAssignmentLink(browser, link, 'Castor');
	const student = await jumpToBuildStep(page);
	await student.replaceWholeFile(RIGHT_PROGRAM);
	await student.runProgram();
	await student.waitUntilAllPassed();

	// The server gets the request, but its answer is lost on the way.
	let arrivedCount = 0;
	await page.route(/\/api\/assignments\/[^/]+\/submissions\?/, async (route) => {
		if (route.request().method() !== 'POST') return route.continue();
		await route.fetch();
		arrivedCount += 1;
		await route.abort();
	});
	await handIn(page, '0');
	const handInStrip = page.locator('[data-handing]');
	await expect(handInStrip).toHaveAttribute('data-handing', 'sending');
	await expect.poll(() => arrivedCount).toBe(1);
	await page.unrouteAll();
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await expect(handInStrip).toHaveAttribute('data-handing', 'waiting');
	const ownSubmissions = await page.evaluate(async () => {
		const id = location.pathname.split('/').at(-1) ?? '';
		const answer = await fetch(`/api/assignments/${id}/submissions`);
		return (await answer.json()) as { submissions: { turn: number }[] };
	});
	expect(ownSubmissions.submissions.map(({ turn }) => turn)).toEqual([1]);

	// Without a network, taking the hand-in back waits until the network returns.
	await page.getByRole('button', { name: 'Voir mon rendu' }).click();
	await page.context().setOffline(true);
	await page.getByRole('dialog').getByRole('button', { name: 'Reprendre mon travail' }).click();
	await expect(handInStrip).toHaveAttribute('data-handing', 'taking-back');
	await page.context().setOffline(false);
	await expect(handInStrip).toHaveAttribute('data-handing', 'working');
	await page.getByRole('dialog').getByRole('button', { name: 'Fermer' }).click();

	// A hand-in made without a network keeps its content, even after later edits and a reload.
	await page.context().setOffline(true);
	await handIn(page, '');
	await expect(handInStrip).toHaveAttribute('data-handing', 'sending');
	await page.locator('.editor .view-lines').click();
	await page.keyboard.press('Control+a');
	await pasteText(page, `${RIGHT_PROGRAM}// since\n`);
	await page.context().setOffline(false);
	await expect(handInStrip).toHaveAttribute('data-handing', 'waiting');
	const frozenSubmission = await page.evaluate(async () => {
		const id = location.pathname.split('/').at(-1) ?? '';
		const submissionList = (await (await fetch(`/api/assignments/${id}/submissions`)).json()) as {
			submissions: { id: string }[];
		};
		const one = await fetch(`/api/assignments/${id}/submissions/${submissionList.submissions[0]?.id ?? ''}`);
		return (await one.json()) as { files: Record<string, string> };
	});
	expect(frozenSubmission.files['main.ts']).toContain('Math.ceil');
	expect(frozenSubmission.files['main.ts']).not.toContain('since');
});

test('a student’s request for help shows on the board and in their own row', async ({ browser }) => {
	const { link, path, teacher } = await giveAssignmentToClass(browser, 'Seconde Main');
	const page = await joinByAssignmentLink(browser, link, 'Mésange');
	await jumpToBuildStep(page);
	await page.getByText('Ce que voit ton prof').click();
	await expect(page.locator('[data-own-row]')).toContainText('Mésange');
	await page.getByRole('button', { name: 'J’ai besoin d’aide' }).click();
	await expect(page.getByText('Ta main est levée')).toBeVisible();
	await teacher.page.goto(path);
	await expect(teacher.page.locator('[data-condition="help"]')).toContainText('Mésange');
	await page.getByText('Ce que voit ton prof').click();
	await expect(page.locator('[data-own-row] [data-condition="help"]')).toBeVisible();
	expect(await findAccessibilityFaults(page)).toEqual([]);
	await page.getByRole('button', { name: 'J’ai besoin d’aide' }).click();
	await expect(teacher.page.locator('[data-condition="help"]')).toHaveCount(0);
});
