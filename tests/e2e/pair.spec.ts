import { randomUUID } from 'node:crypto';
import { expect, test, type Page } from '../test.ts';
import { BrowserlessStudent, visitAsNewStudent, giveAssignment } from './given-assignments.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';
import { createClassInBrowser, signUpTeacher } from './persons.ts';
import { Student } from './student.ts';
import { takePseudonym } from '../join.ts';

interface ServerWork {
	id: string;
	head: string;
	authors: string[];
	copyOf: string | null;
}

async function fetchWorks({ request }: Pick<Page, 'request'>): Promise<ServerWork[]> {
	const answer = (await (await request.get('/api/works')).json()) as { works: ServerWork[] };
	return answer.works;
}

async function fetchWorkJson({ request }: Pick<Page, 'request'>, workId: string): Promise<string> {
	return (await request.get(`/api/works/${workId}?until=none`)).text();
}

const locateAuthorNames = (page: Page) => page.locator('header summary .name');
const locateDialog = (page: Page) => page.getByRole('dialog');

async function formPair(page: Page, pseudonym: string, words: string): Promise<void> {
	const pairDialog = locateDialog(page);
	await pairDialog.getByRole('textbox').first().fill(pseudonym);
	await pairDialog.getByRole('textbox').last().fill(words);
	await pairDialog.getByRole('textbox').last().press('Enter');
}

test('a pair shares one work, decides separately, hands in once, and parts with a copy each', async ({ browser }) => {
	const teacher = await signUpTeacher(browser, 'Mme Deux');
	await createClassInBrowser(teacher, 'Seconde 2');
	const { page } = teacher;
	const assignment = await giveAssignment(page, new URL(page.url()).pathname, 'challenge=horodateur');
	const { page: loup, words } = await visitAsNewStudent(browser, assignment.link, 'Loup');
	const { page: renard, words: herWords } = await visitAsNewStudent(browser, assignment.link, 'Renard');
	const thirdStudent = await BrowserlessStudent.join(assignment.code, 'Ours');

	const student = new Student(loup, 'mouse');
	await student.goToNextStep();
	await student.answer('30');
	// The page may send an edit only half a minute later.
	await expect(loup.locator('[data-where="server"]')).toBeVisible();
	await loup.getByRole('button', { name: 'À deux' }).click();
	await expect(locateDialog(loup)).toContainText('à partir de maintenant, ce travail est à vous deux', {
		ignoreCase: true
	});
	expect(await findAccessibilityFaults(loup)).toEqual([]);
	await formPair(loup, 'Renard', words);
	await expect(locateDialog(loup)).toContainText('ne vont pas ensemble');
	await formPair(loup, 'Loup', words);
	await expect(locateDialog(loup)).toContainText('Ce pseudonyme est le tien');
	await formPair(loup, 'Renard', herWords);
	await expect(locateAuthorNames(loup)).toHaveText(['Loup', 'Renard']);
	await expect(student.locateStep('predict')).toBeVisible();
	await expect(loup.locator('.fact dd')).toHaveText('60');
	await expect.poll(async () => (await fetchWorks(renard)).length).toBe(1);
	const [work] = await fetchWorks(renard);
	if (!work) throw new Error('Nothing is both’s');
	expect(work.authors).toHaveLength(2);
	const [workForLoup, workForRenard] = [await fetchWorkJson(loup, work.id), await fetchWorkJson(renard, work.id)];
	expect(JSON.parse(workForLoup)).toMatchObject({ work: { id: work.id } });
	expect(
		(JSON.parse(workForLoup) as { versions: [] }).versions.length,
		'what came before stays with who made it'
	).toBeGreaterThan((JSON.parse(workForRenard) as { versions: [] }).versions.length);

	// The other student finds the work on their own machine. The board shows one row for both.
	await renard.reload();
	await expect(renard.locator('[data-step="predict"]')).toBeVisible();
	await expect(renard.getByRole('button', { name: 'Avec Loup' })).toBeVisible();
	await renard.goto('about:blank');
	await page.goto(assignment.path);
	const row = page.locator('[data-row="Loup"]');
	await expect(row).toContainText('Renard');

	// Nobody else can read the work or pretend to be its author.
	const forgedRequest = { format: 1, account: thirdStudent.account, head: 'x', expected: null, versions: [] };
	const begunWork = { id: work.id, kind: 'challenge', challenge: null, language: 'fr', createdAt: 1 };
	const { requests } = thirdStudent;
	expect((await requests.put(`/api/works/${work.id}`, { data: { ...forgedRequest, work: begunWork } })).status()).toBe(
		404
	);
	expect((await requests.get(`/api/works/${work.id}`)).status()).toBe(404);
	const separationRequest = { format: 1, account: thirdStudent.account };
	expect((await requests.put(`/api/works/${work.id}/separation`, { data: separationRequest })).status()).toBe(404);
	const pairRequest = { format: 1, account: work.authors[0], class: 'nothing', pseudonym: 'Renard', words: herWords };
	expect((await requests.post('/api/pair', { data: pairRequest })).status(), 'as somebody else').toBe(409);
	expect((await requests.post('/api/pair', { data: { ...pairRequest, account: thirdStudent.account } })).status()).toBe(
		404
	);
	const version = {
		id: randomUUID(),
		work: randomUUID(),
		parent: null,
		savedAt: 1,
		files: { 'main.ts': '' },
		steps: null
	};
	const forgedProject = {
		...forgedRequest,
		head: version.id,
		work: { ...begunWork, id: version.work, kind: 'project', authors: [thirdStudent.account, work.authors[0]] },
		versions: [
			{
				...version,
				decision: null,
				others: { [String(work.authors[0])]: { option: 'paper', position: '' } },
				project: null
			}
		]
	};
	expect(await (await requests.put(`/api/works/${version.work}`, { data: forgedProject })).json()).toMatchObject({
		kind: 'stored',
		authors: [thirdStudent.account]
	});

	await loup.locator('.ways button').first().click();
	await loup.getByRole('button', { name: 'Je connais déjà' }).click();
	await expect(student.locateStep('build')).toBeVisible();
	await student.replaceLastReturn('return halfHours(minutes) * 50;');
	await student.runProgram();
	await student.waitUntilAllPassed();
	await student.goToNextStep();
	await loup.locator('.ways button', { hasText: 'Passer' }).click();
	await expect(student.locateStep('decide')).toBeVisible();
	await expect(loup.getByRole('heading', { name: 'À Loup de décider' })).toBeVisible();
	const handOverButton = loup.locator('.over button').first();
	await expect(handOverButton).toBeDisabled();
	await loup.locator('.position textarea').fill('Secret du premier.');
	await loup.locator('.option button').last().click();
	await handOverButton.click();
	await expect(loup.getByRole('heading', { name: 'À Renard de décider' })).toBeFocused();
	await expect(loup.locator('.position textarea')).toHaveValue('');
	await expect(loup.getByText('Secret du premier.')).toHaveCount(0);
	await loup.locator('.position textarea').fill('Pensée de la seconde.');
	await loup.locator('.option button').last().click();
	await handOverButton.click();
	await expect(loup.getByRole('heading', { name: 'Vous avez décidé tous les deux' })).toBeVisible();
	expect(await findAccessibilityFaults(loup)).toEqual([]);
	await student.goToNextStep();
	await expect(student.locateStep('show')).toBeVisible();
	await expect(loup.locator('article')).toContainText('Secret du premier.');
	await expect(loup.locator('article')).toContainText('Pensée de la seconde.');
	await expect(loup.locator('[data-where="server"]')).toBeVisible();
	const [forHim, forHer] = [await fetchWorkJson(loup, work.id), await fetchWorkJson(renard, work.id)];
	expect(forHer).toContain('Pensée de la seconde.');
	expect(forHer).not.toContain('Secret du premier.');
	expect(forHim).toContain('Secret du premier.');

	// The work is handed in once. The submission is in the lists of both, and in one row of the board.
	const [mine] = await fetchWorks(loup);
	const accountIds = (JSON.parse(forHim) as { work: { authors: string[] } }).work.authors;
	const handIn = (by: string) => ({
		format: 1,
		account: by,
		id: `hand-in-${work.id.slice(0, 20)}`,
		work: work.id,
		version: mine?.head ?? '',
		replaces: null,
		prediction: null,
		report: null
	});
	const submissions = `/api/assignments/${assignment.id}/submissions`;
	const outcomes = [];
	for (const by of accountIds) {
		const answer = await loup.request.post(submissions, { data: handIn(by) });
		outcomes.push(((await answer.json()) as { kind: string }).kind);
	}
	expect(outcomes.sort(), 'by who is signed in, and nobody else').toEqual(['handed-in', 'refused']);
	for (const each of [loup, renard]) {
		const submissionList = (await (await each.request.get(submissions)).json()) as { submissions: { id: string }[] };
		expect(submissionList.submissions.map(({ id }) => id)).toEqual([handIn('').id]);
	}
	expect(JSON.stringify(await (await requests.get(submissions)).json())).not.toContain(work.id.slice(0, 20));

	// The students part. Each keeps the work and their own decision.
	await loup.locator('header').getByRole('button', { name: 'À deux' }).click();
	expect(await findAccessibilityFaults(loup)).toEqual([]);
	await locateDialog(loup).getByRole('button', { name: 'Vous séparer' }).click();
	await locateDialog(loup).getByRole('button', { name: 'Oui, chacun de son côté' }).click();
	await expect(locateAuthorNames(loup)).toHaveText(['Loup']);
	await expect(loup.locator('article')).toContainText('Secret du premier.');
	await expect(loup.locator('article')).not.toContainText('Pensée de la seconde.');
	const [copy] = await fetchWorks(renard);
	expect(copy).toMatchObject({ copyOf: work.id });
	expect(copy?.authors).toHaveLength(1);
	await renard.goto(`/fr/assignments/${assignment.id}`);
	await expect(renard.locator('article')).toContainText('Pensée de la seconde.');
	await expect(renard.locator('article')).not.toContainText('Secret du premier.');
	await page.goto(assignment.path);
	await expect(row).not.toContainText('Renard');
});

test('a pair is formed online, works offline, and keeps its work when each student leaves', async ({ browser }) => {
	const teacher = await signUpTeacher(browser, 'Mme Sans-Fil');
	const code = await createClassInBrowser(teacher, 'Seconde 8');
	const link = `/en/join?code=${code}`;
	const joinAs = async (pseudonym: string) => {
		const page = await (await browser.newContext()).newPage();
		await page.goto(link);
		await takePseudonym(page, pseudonym, 'en');
		const words = (await page.locator('[data-words]').textContent()) ?? '';
		return { page, words };
	};
	const { page: loup } = await joinAs('Wolf');
	const { page: renard, words } = await joinAs('Fox');
	await loup.goto('/en/projects/new?begin=sketch');
	await expect(loup.locator('.editor[data-ready]')).toBeVisible();

	await loup.getByRole('button', { name: 'In a pair' }).click();
	await expect(locateDialog(loup)).toBeVisible();
	await loup.keyboard.press('Escape');
	await loup.context().setOffline(true);
	await loup.getByRole('button', { name: 'In a pair' }).click();
	await expect(locateDialog(loup)).toContainText('This needs the network.');
	await loup.keyboard.press('Escape');
	await loup.context().setOffline(false);
	await loup.getByRole('button', { name: 'In a pair' }).click();
	await formPair(loup, 'fox', words);
	await expect(locateAuthorNames(loup)).toHaveText(['Wolf', 'Fox']);

	const typeInEditor = async (text: string) => {
		await expect(loup.locator('.editor[data-ready]')).toBeVisible();
		await loup.locator('.editor .view-lines').click();
		await loup.keyboard.press('Control+End');
		await loup.keyboard.type(text);
	};
	await typeInEditor('\n// with the network');
	await expect(loup).toHaveURL(/\/projects\/[\w-]{10,}/);
	await expect(loup.locator('[data-where="server"]')).toBeVisible();
	await loup.reload();
	await expect(loup.locator('html[data-without="network"]')).toBeAttached();
	await loup.context().setOffline(true);
	await typeInEditor('\n// without it');
	await expect(loup.locator('[data-where="waiting"]')).toBeVisible();
	await loup.reload();
	await expect(loup.locator('.view-lines')).toContainText('without');
	await expect(locateAuthorNames(loup)).toHaveText(['Wolf', 'Fox']);
	await loup.context().setOffline(false);
	await loup.evaluate(() => dispatchEvent(new Event('online')));
	await expect(loup.locator('[data-where="server"]')).toBeVisible();

	// The second student leaves. The work still belongs to both, and the page says so.
	await loup.locator('header').getByRole('button', { name: 'In a pair' }).click();
	await locateDialog(loup).getByRole('button', { name: 'Fox leaves' }).click();
	await expect(locateAuthorNames(loup)).toHaveText(['Wolf']);
	await expect(loup.getByRole('button', { name: 'With Fox' })).toBeVisible();
	await renard.goto('/en/projects');
	await expect(renard.getByText('with Wolf')).toBeVisible();
	await expect(renard.locator('.kept')).toBeVisible();

	// One student leaves the computer, and the other still has the whole work.
	await loup.goto('/en/leave');
	await loup.getByRole('main').getByRole('button', { name: 'Leave this computer' }).click();
	await expect(loup).toHaveURL(/\/en\/?$/);
	const [pairWork] = await fetchWorks(renard);
	expect(pairWork?.authors).toHaveLength(2);
	expect(await fetchWorkJson(renard, pairWork?.id ?? '')).toContain('without it');
});
