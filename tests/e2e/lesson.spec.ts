import { readFileSync } from 'node:fs';
import { expect, test, type Browser, type Page } from '../test.ts';
import { visitAsNewStudent, giveAssignment, type GivenAssignment } from './given-assignments.ts';
import { createClassInBrowser, signUpTeacher } from './persons.ts';
import { Student } from './student.ts';
import { takePseudonym } from '../join.ts';

const WRONG_PROGRAM = `export function price(minutes: number): number {
	if (minutes <= 20) {
		return 0;
	}
	return halfHours(minutes) * 50;
}

export function halfHours(minutes: number): number {
	return Math.floor(minutes / 30);
}
`;
const RIGHT_PROGRAM = WRONG_PROGRAM.replace('Math.floor', 'Math.ceil');
const HINT_TEXT = 'Que donne 35 minutes ?';

/** Opens the assignment's link as a student who reads English. */
async function joinInEnglish(browser: Browser, { link }: GivenAssignment, pseudonym: string): Promise<Page> {
	const page = await (await browser.newContext({ locale: 'en-GB' })).newPage();
	await page.goto(link.replace('/fr/', '/en/'));
	await takePseudonym(page, pseudonym, 'en');
	await page.getByRole('link', { name: 'I have written them down' }).click();
	await expect(page.locator('.strip')).toBeVisible();
	return page;
}

async function formPair(page: Page, pseudonym: string, words: string): Promise<void> {
	await page.getByRole('button', { name: 'À deux' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('textbox').first().fill(pseudonym);
	await dialog.getByRole('textbox').last().fill(words);
	await dialog.getByRole('textbox').last().press('Enter');
	await expect(page.locator('header summary .name')).toHaveText(['Loup', pseudonym]);
}

const lessonTextsByLanguage = {
	fr: { skip: 'Je connais déjà', hand: 'Rendre', title: 'Rendre ton travail', answer: 'Ta réponse' },
	en: { skip: 'I know this', hand: 'Hand in', title: 'Hand in your work', answer: 'Your answer' }
};
type LessonTexts = (typeof lessonTextsByLanguage)['fr'];

async function jumpAndWriteProgram(page: Page, { skip }: LessonTexts, program: string): Promise<Student> {
	const student = new Student(page, 'mouse');
	await page.getByRole('button', { name: skip }).click();
	await expect(student.locateStep('build')).toBeVisible();
	await student.replaceWholeFile(program);
	await student.runProgram();
	return student;
}

async function handIn(
	page: Page,
	{ hand, title, answer }: LessonTexts,
	prediction: string,
	button = hand
): Promise<void> {
	await page.getByRole('button', { name: button, exact: true }).click();
	const dialog = page.getByRole('dialog', { name: title });
	await dialog.getByLabel(answer).fill(prediction);
	await dialog.getByRole('button', { name: hand, exact: true }).click();
	await expect(dialog).toBeHidden();
	await expect(page.locator('[data-handing] button').first(), 'the opening button is gone').toBeFocused();
	await expect(page.locator('[data-handing]')).toHaveAttribute('data-handing', 'waiting');
}

async function reviewSubmission(
	page: Page,
	{ path }: GivenAssignment,
	studentName: string | RegExp,
	isAccepted: boolean
): Promise<void> {
	await page.goto(`${path}/review`);
	await page.getByRole('link', { name: studentName }).click();
	await expect(page.locator(`[data-verdict="${isAccepted ? 'all' : 'some'}"]`)).toBeVisible();
	for (const level of isAccepted ? [3, 3, 3, 3] : [2, 1, 1, 1]) await page.keyboard.press(`Digit${level}`);
	if (!isAccepted) {
		await page.getByRole('button', { name: 'Commenter la ligne 9' }).click();
		await page.getByRole('textbox', { name: /main\.ts, ligne 9/ }).fill(HINT_TEXT);
	}
	await page.getByLabel('Commentaire d’ensemble').fill(isAccepted ? 'Bien vu.' : 'Presque.');
	await page.getByRole('button', { name: isAccepted ? 'Accepter' : 'À reprendre' }).click();
	await expect(page.locator(`[data-answered="${isAccepted ? 'accepted' : 'returned'}"]`)).toBeVisible();
}

test('a class works through an assignment, is reviewed, debates, and its accepted works are exported', async ({
	browser
}) => {
	const teacher = await signUpTeacher(browser, 'Mme Leçon');
	await createClassInBrowser(teacher, 'Seconde 4');
	const { page } = teacher;
	const classPath = new URL(page.url()).pathname;
	const assignment = await giveAssignment(page, classPath, 'challenge=horodateur');

	const { page: renard, words } = await visitAsNewStudent(browser, assignment.link, 'Renard');
	const { page: loup } = await visitAsNewStudent(browser, assignment.link, 'Loup');
	await formPair(loup, 'Renard', words);
	const owlPage = await joinInEnglish(browser, assignment, 'Owl');

	await page.goto(assignment.path);
	const locateBoardRow = (name: string) => page.locator('[data-board] li').filter({ hasText: name });
	const owlStudent = await jumpAndWriteProgram(owlPage, lessonTextsByLanguage.en, WRONG_PROGRAM);
	await expect(owlPage.locator('.checks li.fail').first()).toBeVisible();
	await owlPage.getByRole('button', { name: 'I need help' }).click();
	await expect(locateBoardRow('Owl').locator('[data-condition="help"]')).toBeVisible();
	await owlPage.getByRole('button', { name: 'I need help' }).click();
	await expect(locateBoardRow('Owl').locator('[data-condition="help"]')).toHaveCount(0);

	const pair = await jumpAndWriteProgram(loup, lessonTextsByLanguage.fr, RIGHT_PROGRAM);
	await pair.waitUntilAllPassed();
	await expect(locateBoardRow('Loup')).toContainText('Renard');
	await expect(page.locator('[data-board] li')).toHaveCount(2);

	await handIn(owlPage, lessonTextsByLanguage.en, '50');
	await handIn(loup, lessonTextsByLanguage.fr, '100');
	await expect(locateBoardRow('Loup').locator('[data-condition="handed-in"]')).toBeVisible();
	await expect(locateBoardRow('Owl').locator('[data-condition="handed-in"]')).toBeVisible();

	// The teacher returns the submission with a line comment. The student corrects it and hands in again, and the teacher accepts
	// it.
	await reviewSubmission(page, assignment, 'Owl', false);
	await expect(owlPage.locator('[data-handing]')).toHaveAttribute('data-handing', 'returned');
	await owlPage.reload();
	const note = owlPage.locator('[data-note]').filter({ hasText: HINT_TEXT });
	await expect(note.first()).toBeVisible();
	// The code is pasted again until it is there.
	await expect(async () => {
		await owlStudent.replaceWholeFile(RIGHT_PROGRAM);
		await expect(owlPage.locator('.view-lines')).toContainText('Math.ceil', { timeout: 3000 });
	}).toPass();
	await owlStudent.runProgram();
	await owlStudent.waitUntilAllPassed();
	await handIn(owlPage, lessonTextsByLanguage.en, '100', 'Hand in again');
	await reviewSubmission(page, assignment, 'Owl', true);
	await reviewSubmission(page, assignment, /Loup/, true);
	for (const each of [owlPage, loup]) {
		await expect(each.locator('[data-handing]')).toHaveAttribute('data-handing', 'accepted');
	}
	await renard.goto('/fr/me');
	await expect(renard.getByRole('main'), 'it is hers too').toContainText('Accepté');

	await page.goto(`${assignment.path}/debate`);
	await page.getByRole('button', { name: 'Passer au débat' }).click();
	for (const each of [owlPage, loup]) await expect(each.locator('[data-step="decide"]')).toBeVisible();
	await owlPage.locator('.options').getByRole('button').first().click();
	await owlPage.locator('.option').getByRole('button', { name: 'This is my choice' }).click();
	await expect(owlPage.locator('[data-counted="before"]')).toBeVisible();
	await expect(page.getByText('1 sur 3')).toBeVisible();
	await page.getByRole('button', { name: 'Fermer les choix' }).click();
	await expect(owlPage.locator('[data-class-choice]')).toBeVisible();
	await page.getByRole('button', { name: 'Terminer le débat' }).click();
	await expect(owlPage.locator('[data-debate-phase="over"]')).toBeVisible();

	await page.goto(`${classPath}/export`);
	const button = page.getByRole('button', { name: 'Avancement' });
	const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
	const path = await file.path();
	const readAcceptedNames = () => {
		const rows = readFileSync(path, 'utf8').split('\r\n');
		return rows.filter((row) => row.includes(';accepté;')).map((row) => row.split(';')[0]);
	};
	// The browser may still be writing the file, so the test waits.
	await expect.poll(() => readAcceptedNames().toSorted()).toEqual(['Loup', 'Owl', 'Renard']);
});
