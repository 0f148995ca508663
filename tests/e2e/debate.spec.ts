import { expect, test, type Page } from '../test.ts';
import { BrowserlessStudent, visitAsNewStudent, giveAssignment, type GivenAssignment } from './given-assignments.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';
import { createClassInBrowser, signUpTeacher } from './persons.ts';
import { Student } from './student.ts';

const PSEUDONYMS = ['Marmotte', 'Chouette', 'Belette', 'Loutre', 'Hermine', 'Fouine'];
const TYPED_CODE_COMMENT = '// je cherche encore la bonne formule';
const LOUP_POSITION = 'Parce que personne ne lit ma vie.';

async function openDebatePage(page: Page, { path }: GivenAssignment): Promise<void> {
	await page.goto(`${path}/debate`);
}

const chooseOption = (page: Page, title: string) =>
	page.locator('.options').getByRole('button', { name: title }).click();

test('students choose, give positions and choose again in a debate; no code is lost, no name projected', async ({
	browser
}) => {
	const teacher = await signUpTeacher(browser, 'Mme Débat');
	await createClassInBrowser(teacher, 'Seconde 3');
	const { page } = teacher;
	const assignment = await giveAssignment(page, new URL(page.url()).pathname, 'challenge=horodateur');
	const otherStudents = await Promise.all(PSEUDONYMS.map((name) => BrowserlessStudent.join(assignment.code, name)));

	const { page: loup } = await visitAsNewStudent(browser, assignment.link, 'Loup');
	const typist = new Student(loup, 'mouse');
	await loup.getByRole('button', { name: 'Je connais déjà' }).click();
	await expect(typist.locateStep('build')).toBeVisible();
	await expect(loup.locator('.editor[data-ready]')).toBeVisible();
	const { page: renard } = await visitAsNewStudent(browser, assignment.link, 'Renard');
	await expect(renard.locator('[data-step="discover"]')).toBeVisible();

	const problems: string[] = [];
	for (const each of [page, loup, renard]) each.on('pageerror', ({ message }) => problems.push(message));
	await openDebatePage(page, assignment);
	const early = await otherStudents[0]?.sendChoice(assignment.id, 'paper');
	expect(await early?.json(), 'nothing is open yet').toMatchObject({ kind: 'late' });
	await loup.locator('.editor .view-lines').click();
	await loup.keyboard.press('Control+End');
	const typing = loup.keyboard.type(TYPED_CODE_COMMENT, { delay: 25 });
	await page.getByRole('button', { name: 'Passer au débat' }).click();
	await typing;
	for (const each of [loup, renard]) await expect(each.locator('[data-step="decide"]')).toBeVisible();
	await expect(loup.locator('[data-debate-band="choosing"]')).toBeVisible();

	// The focus leaves the code once the student pauses. No typed key is lost, and a student who goes back is not moved forward again.
	const stepHeading = loup.locator('.task .body h2');
	await expect(stepHeading).toBeFocused();
	await loup.getByRole('button', { name: 'Revenir à mon programme' }).click();
	await expect(loup.locator('.view-lines')).toContainText(TYPED_CODE_COMMENT.replaceAll(' ', '\u00a0'));
	await typist.waitUntilSaved();
	await loup.reload();
	await expect(typist.locateStep('build')).toBeVisible();
	await expect(loup.locator('.view-lines')).toContainText(TYPED_CODE_COMMENT.replaceAll(' ', '\u00a0'));
	await loup.getByRole('button', { name: 'Aller à la décision' }).click();

	await chooseOption(loup, 'Un ticket en papier');
	await loup.locator('.option').getByRole('button', { name: 'C’est mon choix' }).click();
	await expect(loup.locator('[data-counted="before"]')).toBeVisible();
	await expect(page.getByText('Choix faits : 1 sur 8')).toBeVisible();
	for (const each of [loup, renard]) await expect(each.locator('[data-class-choice]')).toHaveCount(0);

	// Offline, the choice waits and is sent when the network returns.
	await renard.context().setOffline(true);
	await renard.locator('.option').getByRole('button', { name: 'C’est mon choix' }).click();
	await expect(renard.locator('[data-waiting]')).toBeVisible();
	await renard.context().setOffline(false);
	await expect(renard.locator('[data-waiting]')).toHaveCount(0);
	await expect(page.getByText('Choix faits : 2 sur 8')).toBeVisible();

	await loup.getByLabel('Ma position').fill(LOUP_POSITION);
	await loup.getByRole('button', { name: 'Donner ma position au débat' }).click();
	await expect(loup.locator('[data-position="given"]')).toBeFocused();
	for (const [at, one] of otherStudents.entries()) {
		const answer = await one.sendChoice(
			assignment.id,
			at % 2 === 0 ? 'erased' : 'kept',
			at < 5 ? `Raison numéro ${at}.` : ''
		);
		expect(await answer.json()).toMatchObject({ kind: 'kept' });
	}
	await expect(page.getByText('Choix faits : 8 sur 8')).toBeVisible();
	await expect(page.getByText('6 positions données')).toBeVisible();
	expect(await findAccessibilityFaults(page)).toEqual([]);
	expect(await findAccessibilityFaults(loup)).toEqual([]);

	// Loup has scrolled down to the position, and sees the class's choice without scrolling back.
	await expect(loup.locator('[data-debate-phase] > p').first()).not.toBeInViewport();
	await page.getByRole('button', { name: 'Fermer les choix' }).click();
	await expect(loup.locator('[data-debate-phase="talking"] > p').first()).toBeInViewport();
	await expect(loup.locator('[data-class-choice] [data-option="erased"]')).toHaveAttribute('data-count', '3');
	await expect(loup.getByText('Raison numéro')).toHaveCount(0);

	// Four positions are too few to be shown, in the page and for a direct request.
	const positionCheckboxes = page.getByRole('checkbox');
	const tickPosition = (text: string) => page.getByRole('checkbox', { name: text }).check();
	for (const text of [LOUP_POSITION, 'Raison numéro 0.', 'Raison numéro 1.', 'Raison numéro 2.'])
		await tickPosition(text);
	await expect(page.getByRole('button', { name: 'Montrer 4 positions' })).toBeDisabled();
	const places = await positionCheckboxes.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
	const form = new URLSearchParams(places.slice(0, 4).map((place) => ['place', place]));
	const response = await page.request.post(`${assignment.path}/debate?/show`, {
		data: form.toString(),
		headers: { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(page.url()).origin }
	});
	expect(await response.json()).toMatchObject({ type: 'failure', status: 400 });
	await tickPosition('Raison numéro 3.');
	await page.getByRole('button', { name: 'Montrer 5 positions' }).click();
	await expect(loup.locator('[data-class-choice] blockquote')).toHaveCount(5);
	expect(await findAccessibilityFaults(page)).toEqual([]);
	expect(await findAccessibilityFaults(loup)).toEqual([]);

	// The page for the projector and its data contain no name.
	const projector = await page.context().newPage();
	await projector.goto(`${assignment.path}/debate?present`);
	await expect(projector.locator('blockquote')).toHaveCount(5);
	const behind = await projector.content();
	for (const name of [...PSEUDONYMS, 'Loup', 'Renard']) expect(behind).not.toContain(name);
	expect(await findAccessibilityFaults(projector)).toEqual([]);

	// A student changes their mind: the first choice stays, and the new one is added to it.
	await chooseOption(loup, 'La plaque, effacée');
	await loup.locator('.option').getByRole('button', { name: 'C’est mon choix' }).click();
	await expect(loup.locator('[data-counted="before"]')).toContainText('papier');
	await expect(loup.locator('[data-counted="after"]')).toBeVisible();
	await expect(projector.locator('[data-flow="paper erased"]')).toHaveAttribute('data-count', '1');
	await renard.getByRole('button', { name: 'Je garde mon choix' }).click();
	await expect(renard.locator('.counted')).toBeFocused();
	await expect(page.getByText('2 ont choisi de nouveau')).toBeVisible();

	// A student can withdraw a position at any time. Then too few are left, and none is shown.
	await expect(loup.locator('[data-position="shown"]')).toBeVisible();
	await loup.getByRole('button', { name: 'La reprendre' }).click();
	await expect(stepHeading).toBeFocused();
	await expect(projector.locator('blockquote')).toHaveCount(0);
	await page.getByRole('button', { name: 'Terminer le débat' }).click();
	await expect(loup.locator('[data-debate-phase="over"]')).toBeVisible();
	await expect(loup.locator('[data-debate-band]')).toHaveCount(0);
	expect(problems).toEqual([]);
});

test('students and teachers outside the class can neither read nor change its debate', async ({ browser }) => {
	const teacher = await signUpTeacher(browser, 'M. Ici');
	await createClassInBrowser(teacher, 'Seconde 1');
	const { page } = teacher;
	const assignment = await giveAssignment(page, new URL(page.url()).pathname, 'challenge=horodateur');
	const otherTeacher = await signUpTeacher(browser, 'Mme Ailleurs');
	const code = await createClassInBrowser(otherTeacher, 'Seconde 2');
	const strangerStudent = await BrowserlessStudent.join(code, 'Étranger');

	const own = `/api/assignments/${assignment.id}`;
	for (const address of [own, `${own}/events`, `${own}/choice`]) {
		expect((await strangerStudent.requests.get(address)).status(), address).toBe(404);
	}
	expect((await strangerStudent.sendChoice(assignment.id, 'paper')).status()).toBe(404);
	expect((await strangerStudent.reportProgress(assignment.id, 'discover', [])).status()).toBe(404);
	expect((await strangerStudent.putReport(assignment.id, 'help', { wanted: true })).status()).toBe(404);
	const pagePaths = ['', '/projector', '/debate', '/debate?present', '/settings'].map(
		(each) => `${assignment.path}${each}`
	);
	const views = ['board', 'debate', 'projector', 'class'].map((view) => `${assignment.path}/events?view=${view}`);
	for (const address of [...pagePaths, ...views]) {
		for (const who of [strangerStudent.requests, otherTeacher.page.request]) {
			const answer = await who.get(address, { headers: { accept: 'text/html' }, maxRedirects: 0 });
			expect([303, 403, 404], address).toContain(answer.status());
			expect(await answer.text()).not.toContain('Seconde 1');
		}
	}
	for (const turn of ['open', 'close', 'end', 'show']) {
		const answer = await otherTeacher.page.request.post(`${assignment.path}/debate?/${turn}`, {
			headers: { origin: new URL(page.url()).origin },
			form: {}
		});
		expect([403, 404], turn).toContain(answer.status());
	}
});
