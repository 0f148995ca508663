import { expect, test, type Page } from '../test.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';
import { handIn, createClassLesson, createWorkingStudent, RIGHT_PROGRAM, WRONG_PROGRAM } from './class-lesson.ts';

const GIVEN_FILE_CODE = 'export const given = 1;\n';
const SUBMISSION_COUNT = 10;

const locateStudentHeading = (page: Page) => page.getByRole('heading', { level: 1 });

test('a teacher reviews ten submissions with the keyboard alone', async ({ browser }) => {
	const lesson = await createClassLesson(browser, 'Seconde relue');
	const workingStudents = await Promise.all(
		Array.from({ length: SUBMISSION_COUNT }, (_, at) =>
			createWorkingStudent(lesson, `Pie${String.fromCharCode(65 + at)}`)
		)
	);
	for (const [at, pupil] of workingStudents.entries()) {
		await handIn(pupil, lesson, {
			files: { 'main.ts': at % 2 === 0 ? RIGHT_PROGRAM : WRONG_PROGRAM, 'given.ts': GIVEN_FILE_CODE },
			decision: { option: 'paper', position: `Position ${at}` },
			prediction: '150'
		});
	}
	const { page } = lesson.teacher;
	await page.goto(`${lesson.path}/review`);
	await expect(page.getByText('10 travaux à relire')).toBeVisible();
	expect(await findAccessibilityFaults(page)).toEqual([]);

	const begin = page.getByRole('link', { name: 'Relire le premier' });
	for (let tabs = 0; tabs < 40 && !(await begin.evaluate((link) => link === document.activeElement)); tabs++)
		await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(locateStudentHeading(page)).toHaveText('PieA');
	await expect(page.locator('[data-verdict="all"]')).toBeVisible();
	const startMoment = Date.now();

	for (const [at, { student }] of workingStudents.entries()) {
		await expect(locateStudentHeading(page)).toHaveText(student.pseudonym);
		await expect(page.locator(`[data-verdict="${at % 2 === 0 ? 'all' : 'some'}"]`)).toBeVisible();
		// Chooses a level for each criterion with digits, as a French keyboard sends them without Shift.
		for (const level of [3, 2, 3, 1]) await page.keyboard.press(`Digit${level}`);
		if (at % 2 === 1) {
			await page.keyboard.press('l');
			await page.keyboard.press('ArrowDown');
			await page.keyboard.press('c');
			// A phrase that was used once is offered again.
			if (at === 1) await page.keyboard.type('Essaie avec 35 minutes.');
			else {
				await page.keyboard.type('essai');
				await page.keyboard.press('Tab');
				await page.keyboard.press('Tab');
				await page.keyboard.press('Enter');
			}
			await expect(page.locator('[data-comment] textarea')).toHaveValue('Essaie avec 35 minutes.');
			if (at === 1) {
				await page.getByRole('button', { name: 'Garder cette phrase' }).focus();
				await page.keyboard.press('Enter');
				await expect(page.getByRole('button', { name: 'Garder cette phrase' })).toBeHidden();
				await page.locator('[data-comment] textarea').focus();
			}
			await page.keyboard.press('Escape');
		}
		await page.keyboard.press('g');
		await page.keyboard.type(at % 2 === 0 ? 'Bien vu, jusqu’aux bords.' : 'Regarde le bord.');
		await page.keyboard.press('Escape');
		await page.keyboard.press(at % 2 === 0 ? 'a' : 'r');
		await page.keyboard.press('Enter');
		await expect(page.locator('[data-answered]')).toHaveAttribute(
			'data-answered',
			at % 2 === 0 ? 'accepted' : 'returned'
		);
		await page.keyboard.press('Enter');
	}
	test.info().annotations.push({ type: 'ten pieces', description: `${Date.now() - startMoment} ms` });
	await expect(page.getByText('0 travail à relire')).toBeVisible();
	await expect(page.locator('li[data-shown="accepted"]')).toHaveCount(5);
	await expect(page.locator('li[data-shown="returned"]')).toHaveCount(5);
});

test('a review shows the running program and, for a second submission, its changes and the earlier review', async ({
	browser
}) => {
	const lesson = await createClassLesson(browser, 'Seconde revue');
	const workingStudent = await createWorkingStudent(lesson, 'Loup');
	const firstSubmission = await handIn(workingStudent, lesson, {
		files: { 'main.ts': WRONG_PROGRAM, 'given.ts': GIVEN_FILE_CODE },
		decision: { option: 'paper', position: 'Le papier, parce que personne ne lit ma vie.' },
		prediction: '150',
		report: [{ step: 'build', check: 'everything', status: 'pass' }]
	});
	const { page } = lesson.teacher;
	await page.goto(`${lesson.path}/review/${firstSubmission}`);
	await expect(page.locator('[data-verdict="some"]')).toBeVisible();
	await expect(page.locator('[data-prediction]')).toContainText('150');
	await expect(page.locator('[data-decision]')).toContainText('personne ne lit ma vie');
	await expect(page.getByRole('region', { name: 'Scène' }).locator('iframe')).toBeAttached();
	await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
	await page.getByRole('button', { name: 'Commenter la ligne 9' }).click();
	await page.getByRole('textbox', { name: /main\.ts, ligne 9/ }).fill('Que donne 35 minutes ?');
	await expect(page.locator('[data-keeping="kept"]')).toBeVisible();
	expect(await findAccessibilityFaults(page)).toEqual([]);
	await page.getByRole('button', { name: 'À reprendre' }).click();
	await expect(page.locator('[data-answered="returned"]')).toBeVisible();

	const secondSubmission = await handIn(workingStudent, lesson, {
		files: { 'main.ts': RIGHT_PROGRAM, 'given.ts': GIVEN_FILE_CODE },
		decision: { option: 'paper', position: 'Le papier, et une affiche.' }
	});
	await page.getByRole('link', { name: 'Rendus' }).click();
	await page.getByRole('link', { name: 'Loup' }).click();
	await expect(page).toHaveURL(new RegExp(secondSubmission));
	await expect(page.locator('[data-verdict="all"]')).toBeVisible();
	await page.getByRole('button', { name: 'Depuis le dernier rendu' }).click();
	await expect(page.locator('tr.gone')).toContainText('Math.floor');
	await expect(page.locator('tr.new')).toContainText('Math.ceil');
	await page.getByRole('button', { name: 'Depuis le départ' }).click();
	await expect(page.locator('tr.gone').filter({ hasText: 'return minutes * 2;' })).toBeVisible();
	await expect(page.locator('[data-decision]')).toContainText('Le papier, et une affiche.');
	await expect(page.locator('[data-earlier-decision]')).toContainText('personne ne lit ma vie');
	expect(await findAccessibilityFaults(page)).toEqual([]);
	await page.getByRole('button', { name: 'À reprendre' }).click();
	await expect(page.locator('[data-answered="returned"]')).toBeVisible();

	// The first submission is one click away, with the review that was sent on it.
	await page.getByRole('link', { name: 'Rendu 1' }).click();
	await expect(page).toHaveURL(new RegExp(firstSubmission));
	await expect(page.getByText('Que donne 35 minutes ?')).toBeVisible();

	// Only the decision has changed: the code is still there to be read.
	const thirdSubmission = await handIn(workingStudent, lesson, {
		files: { 'main.ts': RIGHT_PROGRAM, 'given.ts': GIVEN_FILE_CODE },
		decision: { option: 'paper', position: 'Le papier, tout court.' }
	});
	await page.goto(`${lesson.path}/review/${thirdSubmission}`);
	await expect(page.getByRole('button', { name: 'Commenter la ligne 9' })).toBeVisible();
	await page.getByRole('button', { name: 'Depuis le dernier rendu' }).click();
	await expect(page.getByText('Le code n’a pas changé.')).toBeVisible();
	await expect(page.locator('[data-earlier-decision]')).toContainText('une affiche');
});

test('two tabs reviewing one submission overwrite nothing, and both comments can be kept', async ({ browser }) => {
	const lesson = await createClassLesson(browser, 'Seconde doublée');
	const submission = await handIn(await createWorkingStudent(lesson, 'Loup'), lesson, {
		files: { 'main.ts': RIGHT_PROGRAM }
	});
	const { page } = lesson.teacher;
	const otherTab = await page.context().newPage();
	for (const tab of [page, otherTab]) {
		await tab.goto(`${lesson.path}/review/${submission}`);
		await expect(tab.locator('[data-verdict="all"]')).toBeVisible();
	}
	// The other teacher's news is blocked, as when both write in the same second.
	await otherTab.route('**/text', (route) => (route.request().method() === 'GET' ? route.abort() : route.continue()));
	await page.getByLabel('Commentaire d’ensemble').fill('Du premier.');
	await expect(page.locator('[data-keeping="kept"]')).toBeVisible();
	await otherTab.getByLabel('Commentaire d’ensemble').fill('Du second.');
	const clashAlert = otherTab.getByRole('alert', { name: 'Deux réponses en même temps' });
	await expect(clashAlert).toContainText('Du premier.');
	await expect(clashAlert).toContainText('Du second.');
	await expect(otherTab.getByRole('button', { name: 'Accepter' })).toBeDisabled();
	await clashAlert.getByRole('button', { name: 'Garder les deux' }).click();
	await expect(otherTab.locator('[data-keeping="kept"]')).toBeVisible();
	await page.reload();
	await expect(page.getByLabel('Commentaire d’ensemble')).toHaveValue('Du premier.\n\nDu second.');
});

test('the review of a long program renders few lines, and PageDown reaches lines outside the view', async ({
	browser
}) => {
	const lesson = await createClassLesson(browser, 'Seconde bavarde');
	const longProgram = RIGHT_PROGRAM + 'price(30);\n'.repeat(4000);
	const lines = longProgram.split('\n').length - 1;
	const submission = await handIn(await createWorkingStudent(lesson, 'Loup'), lesson, {
		files: { 'main.ts': longProgram, 'given.ts': GIVEN_FILE_CODE }
	});
	const { page } = lesson.teacher;
	await page.goto(`${lesson.path}/review/${submission}`);
	await expect(page.locator('[data-verdict]')).toBeVisible();
	const lineButtons = page.locator('button[data-file="main.ts"]');
	expect(await lineButtons.count()).toBeLessThan(1000);
	const last = page.locator(`button[data-file="main.ts"][data-line="${lines}"]`);
	await expect(last).toBeHidden();
	await page.locator('.files').evaluate((box) => box.scrollTo(0, box.scrollHeight / 2));
	await expect(page.locator(`button[data-file="main.ts"][data-line="2001"]`)).toBeVisible();
	expect(await lineButtons.count()).toBeLessThan(1000);
	await page.locator(`button[data-file="main.ts"][data-line="2001"]`).focus();
	for (let presses = 0; presses < 20; presses++) await page.keyboard.press('PageDown');
	await expect(page.locator(`button[data-file="main.ts"][data-line="2301"]`)).toBeFocused();
	await page.keyboard.press('c');
	await page.keyboard.type('Pourquoi tant de fois ?');
	await expect(page.locator('[data-keeping="kept"]')).toBeVisible();
	await page.locator('.files').evaluate((box) => box.scrollTo(0, 0));
	await page.reload();
	await expect(page.locator('[data-comment] textarea')).toHaveValue('Pourquoi tant de fois ?');
	expect(await findAccessibilityFaults(page)).toEqual([]);
});

for (const width of [1024, 1366])
	test(`no control of a review is covered by another element at ${width} px`, async ({ browser }) => {
		const lesson = await createClassLesson(browser, 'Seconde serrée');
		const submission = await handIn(await createWorkingStudent(lesson, 'Renard'), lesson, {
			files: { 'main.ts': RIGHT_PROGRAM, 'given.ts': GIVEN_FILE_CODE },
			decision: { option: 'paper', position: 'Le papier suffit.' }
		});
		const { page } = lesson.teacher;
		await page.setViewportSize({ width, height: 700 });
		await page.goto(`${lesson.path}/review/${submission}`);
		await expect(page.locator('[data-verdict="all"]')).toBeVisible();
		expect(await findCoveredControls(page)).toEqual([]);
	});

/** Returns the visible controls whose middle is covered by another element. */
const findCoveredControls = (page: Page) =>
	page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('button, a[href], input, textarea, select, summary, h1')].flatMap(
			(element) => {
				const { left, top, width, height } = element.getBoundingClientRect();
				const [x, y] = [left + width / 2, top + height / 2];
				const coveringElement = document.elementFromPoint(x, y);
				// Leaves out controls that are scrolled out of their box, folded away, or outside of the window.
				const box = element.closest('.files, .sees, .fields');
				const inside = box?.getBoundingClientRect();
				if (width === 0 || height === 0 || coveringElement === null) return [];
				if (inside && (y < inside.top || y > inside.bottom)) return [];
				if (element.contains(coveringElement) || coveringElement.contains(element)) return [];
				return [
					`${element.tagName} ${element.textContent.trim().slice(0, 40)} under ${coveringElement.tagName}.${coveringElement.className}`
				];
			}
		)
	);
