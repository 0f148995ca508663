import { readFileSync } from 'node:fs';
import { expect, request as requests, test, type APIRequestContext, type Page } from '../test.ts';
import { unzipSync, strFromU8 } from 'fflate';
import { handIn, createClassLesson, createWorkingStudent, RIGHT_PROGRAM } from '../e2e/class-lesson.ts';
import { createEmailAddress, ADULT_PASSWORD } from '../adults.ts';
import { createInvitation, signUpCurator, signUpTeacher } from '../e2e/persons.ts';
import { appOrigin } from '../servers.ts';
import { fetchStoredPersonData } from './people.ts';

const MARKUP = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>';
const CLASS_SECRET = 'confidentiel-de-la-classe';

test('only teachers of the class can read or write its reviews and exports', { tag: '@more' }, async ({ browser }) => {
	test.slow();
	const lesson = await createClassLesson(browser, 'Seconde visée');
	const [author, classmate] = [
		await createWorkingStudent(lesson, 'Auteur'),
		await createWorkingStudent(lesson, 'Voisin')
	];
	const submission = await handIn(author, lesson, {
		files: { 'main.ts': `// ${CLASS_SECRET}\n${RIGHT_PROGRAM}` },
		decision: { option: 'paper', position: CLASS_SECRET }
	});
	const otherLesson = await createClassLesson(browser, 'Ailleurs');
	const stranger = await createWorkingStudent(otherLesson, 'Etranger');
	const curator = await signUpCurator(browser);
	const partner = await requests.newContext({
		baseURL: appOrigin,
		extraHTTPHeaders: { origin: appOrigin, accept: 'text/html' }
	});
	await partner.post(`${new URL(await createInvitation(curator, 'comme partenaire')).pathname}?/new`, {
		form: { name: 'Boulangerie', email: createEmailAddress(), password: ADULT_PASSWORD }
	});
	const clientsByPerson: Record<string, APIRequestContext> = {
		visitor: await requests.newContext({ baseURL: appOrigin, extraHTTPHeaders: { origin: appOrigin } }),
		author: author.student.requests,
		classmate: classmate.student.requests,
		stranger: stranger.student.requests,
		'teacher of another class': otherLesson.teacher.page.request,
		'another teacher': (await signUpTeacher(browser, 'M. Autre')).page.request,
		curator: curator.page.request,
		partner
	};
	const { path, classId, assignment } = lesson;
	const readAddresses = [
		`${path}/review`,
		`${path}/review/${submission}`,
		`${path}/review/${submission}/__data.json`,
		`${path}/review/__data.json`,
		`/fr/classes/${classId}/export`,
		`/fr/classes/${classId}/export/__data.json`,
		`/fr/classes/${classId}/export/print`,
		`/fr/classes/${classId}/export/works/${assignment}`
	];
	const text = { comment: 'Pris', rubric: {}, lines: [] };
	for (const [who, api] of Object.entries(clientsByPerson)) {
		for (const address of readAddresses) {
			const answer = await api.get(address, { maxRedirects: 0, headers: { accept: 'text/html' } });
			const body = await answer.text();
			expect(body, `${who} ${address}`).not.toContain(CLASS_SECRET);
			// A page's head names the signed-in person, so the author's name is not searched in pages that the author opens.
			if (who !== 'author') expect(body, `${who} ${address}`).not.toContain('Auteur');
			if (!address.endsWith('.json')) expect([303, 401, 403, 404], `${who} ${address}`).toContain(answer.status());
		}
		const textAnswer = await api.put(`${path}/review/${submission}/text`, {
			data: { format: 1, account: author.student.account, revision: 0, text, move: 'accept' }
		});
		expect([401, 403, 404], `${who} writes`).toContain(textAnswer.status());
		const commentAnswer = await api.post(`${path}/review/comments`, { data: { kind: 'keep', text: 'Pris' } });
		expect([401, 403, 404], `${who} keeps a sentence`).toContain(commentAnswer.status());
	}
	// The teacher of another class cannot read this class through addresses of their own class.
	const otherTeacher = otherLesson.teacher.page.request;
	for (const address of [
		`${otherLesson.path}/review/${submission}`,
		`/fr/classes/${otherLesson.classId}/export/works/${assignment}`
	])
		expect((await otherTeacher.get(address)).status(), address).toBe(404);
	const saveAcrossClasses = await otherTeacher.put(`${otherLesson.path}/review/${submission}/text`, {
		data: {
			format: 1,
			account: (await fetchStoredPersonData(otherTeacher)).account.id,
			revision: 0,
			text,
			move: 'accept'
		}
	});
	expect(saveAcrossClasses.status()).toBe(404);
	expect(await saveAcrossClasses.json(), 'the submission was looked for').toMatchObject({ reason: 'absent' });

	const { page } = lesson.teacher;
	await page.goto(`${path}/review`);
	await expect(page.locator(`[data-piece="${submission}"]`)).not.toHaveAttribute('data-shown', 'accepted');
	await expect(page.getByText('1 travail à relire')).toBeVisible();
});

const hasMarkupRun = (page: Page) => page.evaluate(() => 'hurt' in window);

test(
	'markup and formulas in a submission stay text, and a forged report does not count as a verdict',
	{ tag: '@soak' },
	async ({ browser }) => {
		test.slow();
		const lesson = await createClassLesson(browser, 'Seconde balisée');
		const pupil = await createWorkingStudent(lesson, 'Renard');
		const submission = await handIn(pupil, lesson, {
			files: { 'main.ts': `// ${MARKUP}\nexport function price() { return 0; }\n`, "a'&amp;.ts": MARKUP },
			decision: { option: 'paper', position: `=HYPERLINK("http://x")${MARKUP}` },
			prediction: MARKUP,
			report: ['free', 'first', 'everything'].map((check) => ({
				step: MARKUP,
				check: `${check}${MARKUP}`,
				status: 'pass'
			}))
		});
		const { page } = lesson.teacher;
		await page.goto(`${lesson.path}/review/${submission}`);
		await expect(page.locator('[data-verdict="some"]')).toBeVisible();
		const report = page.locator('[data-browser-report]');
		await expect(report).toContainText('« 3 sur 3 ».');
		await expect(report).toContainText('seules les vérifications du serveur comptent');
		await expect(page.getByRole('region', { name: 'Vérifications du serveur' })).not.toContainText('3 sur 3');
		await expect(page.locator('[data-decision]')).toContainText('window.hurt');

		// The teacher's text is exported unchanged, and a spreadsheet does not run it as a formula.
		await page.getByLabel('Commentaire d’ensemble').fill(`=1+1 ${MARKUP}`);
		await page.getByRole('button', { name: 'À reprendre' }).click();
		await expect(page.locator('[data-answered="returned"]')).toBeVisible();
		expect(await hasMarkupRun(page)).toBe(false);

		await page.goto(`/fr/classes/${lesson.classId}/export`);
		const [answers] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'Grilles et commentaires' }).click()
		]);
		expect(readFileSync(await answers.path(), 'utf8')).toContain(`"'=1+1 `);
		const [zip] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: 'Tout dans un zip' }).click()
		]);
		const entries = unzipSync(new Uint8Array(readFileSync(await zip.path())));
		expect(Object.keys(entries).every((path) => !/(^|\/)\.\.?(\/|$)|^\/|[\\:*?"<>|]/.test(path))).toBe(true);
		expect(strFromU8(entries['Le parcmètre bavard/Renard/main.ts'] ?? new Uint8Array())).toContain(MARKUP);
		for (const address of ['export/print', 'export']) {
			await page.goto(`/fr/classes/${lesson.classId}/${address}`);
			expect(await hasMarkupRun(page), address).toBe(false);
		}
	}
);
