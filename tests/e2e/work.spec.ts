import { expect, test, type Page } from '../test.ts';
import { findAccessibilityFaults } from './accessibility-faults.ts';
import { signUpCurator } from './persons.ts';
import {
	beginProject,
	signInOnOtherMachine,
	triggerSync,
	signInAdult,
	locateProjectTitle,
	locateSavedState,
	writeProgram
} from './project-pages.ts';

const readDatabaseNames = (page: Page) =>
	page.evaluate(async () =>
		(await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => /^braise/.test(name))
	);

test('a project opens on another machine, and simultaneous edits on two machines are kept and merged', async ({
	browser
}) => {
	const lou = await signUpCurator(browser, 'Lou');
	const home = lou.page;
	const path = await beginProject(home, 'Salade');
	const lines = ['let first = 1;', 'let second = 2;', 'let third = 3;', 'let fourth = 4;', 'let fifth = 5;'];
	await writeProgram(home, lines.join('\n'));
	await expect(locateSavedState(home, 'server')).toBeVisible();

	const school = await signInOnOtherMachine(browser, lou);
	await school.getByRole('link', { name: 'Salade', exact: true }).click();
	await expect(school.locator('.view-lines')).toContainText('third');
	await writeProgram(school, ['let first = 100;', ...lines.slice(1)].join('\n'));
	await expect(locateSavedState(school, 'server')).toBeVisible();

	// The machine at home does not have the other machine's edit yet.
	await writeProgram(home, [...lines.slice(0, 4), 'let fifth = 500;'].join('\n'));
	await expect(home.getByText('a aussi changé sur un autre ordinateur')).toBeVisible();
	await home.getByRole('button', { name: 'Comparer' }).click();
	const dialog = home.getByRole('dialog');
	await expect(dialog.getByRole('region', { name: 'Ici' })).toContainText('fifth = 500');
	await expect(dialog.getByRole('region', { name: 'Autre ordinateur' })).toContainText('first = 100');
	await home.screenshot({ path: test.info().outputPath('parted.png') });
	expect(await findAccessibilityFaults(home)).toEqual([]);
	await dialog.getByRole('button', { name: 'Réunir les deux' }).press('Enter');
	await expect(home.locator('#code'), 'the banner that opened the dialog is gone').toBeFocused();
	await expect(home.locator('.view-lines')).toContainText('500');
	await expect(home.locator('.view-lines')).toContainText('100');
	await expect(locateSavedState(home, 'server')).toBeVisible();

	await school.goto(path);
	await expect(school.locator('.view-lines')).toContainText('500');
});

test(
	'network failures and an ended session are explained, and edits are neither lost nor stored twice',
	{ tag: '@more' },
	async ({ browser }) => {
		const { page } = await signUpCurator(browser, 'Noor');
		const savedStatus = page.locator('[data-saved]').getByRole('status');
		const expectSaveFailureNamed = async (name: string, fulfil: Parameters<Page['route']>[1], says: RegExp) => {
			await page.route('**/api/works/*', fulfil);
			await locateProjectTitle(page).fill(name);
			await locateProjectTitle(page).blur();
			await triggerSync(page);
			await expect(savedStatus).toHaveText(says);
			await page.unroute('**/api/works/*');
			await triggerSync(page);
			await expect(locateSavedState(page, 'server')).toBeVisible();
			await expect(savedStatus).toHaveText('');
		};
		const path = await beginProject(page, 'Panne');
		await expect(locateSavedState(page, 'server')).toBeVisible();
		await expectSaveFailureNamed(
			'Panne 500',
			(route) => route.fulfill({ status: 500, body: 'Internal Error' }),
			/Le serveur a un problème/
		);
		await expectSaveFailureNamed(
			'Panne du portail',
			(route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><h1>Wi-Fi</h1>' }),
			/à la place de Braise/
		);
		await expectSaveFailureNamed(
			'Réponse perdue',
			async (route) => {
				await route.fetch();
				await route.abort();
			},
			/ne répond pas/
		);
		const answer = await page.request.get(path.replace('/fr/projects', '/api/works'));
		expect(await answer.json()).toMatchObject({ versions: [{ project: { title: 'Réponse perdue' } }] });

		// The session was ended elsewhere. The work stays, and the page says what to do.
		await page.context().clearCookies();
		await locateProjectTitle(page).fill('Sans session');
		await locateProjectTitle(page).blur();
		await triggerSync(page);
		await expect(savedStatus).toHaveText(/il faut se reconnecter/);
		await expect(page.getByRole('link', { name: 'Se reconnecter' })).toBeVisible();
	}
);

test(
	'a visitor’s work is offered to the account; leaving removes sent work and locks unsent work',
	{ tag: '@more' },
	async ({ browser, page }) => {
		const adult = await signUpCurator(browser, 'Sam');
		await beginProject(page, 'Avant le compte');
		await expect(locateSavedState(page, 'here')).toBeVisible();
		await beginProject(page, 'Pas à moi');
		await expect(locateSavedState(page, 'here')).toBeVisible();

		await signInAdult(page, adult);
		await expect(page.locator('[data-empty]')).toBeVisible();
		await page.getByRole('button', { name: 'Regarder' }).click();
		await page.screenshot({ path: test.info().outputPath('offer.png') });
		expect(await findAccessibilityFaults(page)).toEqual([]);
		await page.getByLabel('Avant le compte').check();
		await page.getByRole('button', { name: 'Prendre dans ce compte' }).click();
		await expect(page.getByRole('button', { name: 'Fermer', exact: true })).toBeFocused();
		await expect(page.getByRole('link', { name: 'Avant le compte', exact: true })).toBeVisible();
		await expect(page.getByRole('link', { name: 'Pas à moi', exact: true })).toHaveCount(0);
		expect((await readDatabaseNames(page)).filter((name) => /^braise(\.[0-9a-f-]{36})?$/.test(name))).toHaveLength(2);

		// Work that cannot be sent is never deleted without a word.
		await page.getByRole('link', { name: 'Avant le compte', exact: true }).click();
		await page.route('**/api/works/*', (route) => route.abort());
		await locateProjectTitle(page).fill('Pas envoyé');
		await locateProjectTitle(page).blur();
		await page.goto('/fr/leave');
		await page.getByRole('button', { name: 'Quitter cet ordinateur' }).click();
		await expect(page.getByRole('heading', { name: 'Tout n’est pas encore sur le serveur' })).toBeFocused();
		await expect(page.getByRole('listitem').filter({ hasText: 'Pas envoyé' })).toBeVisible();
		await page.screenshot({ path: test.info().outputPath('unsent.png') });
		expect(await findAccessibilityFaults(page)).toEqual([]);
		await page.getByRole('button', { name: 'Partir et laisser ici ce qui reste, verrouillé' }).click();
		await expect(page).toHaveURL(/\/fr$/);
		await page.unroute('**/api/works/*');

		await page.goto('/fr/projects');
		await expect(page.getByRole('link', { name: 'Pas à moi', exact: true })).toBeVisible();
		await expect(page.getByRole('link', { name: 'Pas envoyé', exact: true })).toHaveCount(0);

		await signInAdult(page, adult);
		await page.getByRole('link', { name: 'Pas envoyé', exact: true }).click();
		await expect(locateSavedState(page, 'server')).toBeVisible();
		await page.goto('/fr/leave');
		await page.getByRole('button', { name: 'Quitter cet ordinateur' }).click();
		await expect(page).toHaveURL(/\/fr$/);
		// Only the visitor's databases stay. The browser finishes a deletion once the page that asked for it is closed.
		await expect
			.poll(async () => (await readDatabaseNames(page)).filter((name) => /^braise\.[0-9a-f-]{36}/.test(name)))
			.toEqual([]);
		const school = await signInOnOtherMachine(browser, adult);
		await expect(school.getByRole('link', { name: 'Pas envoyé', exact: true })).toBeVisible();
	}
);

test(
	'an open tab asks for a reload when another person signs in',
	{ tag: '@soak' },
	async ({ browser, context, page }) => {
		const adult = await signUpCurator(browser, 'Kim');
		await page.goto('/fr/projects');
		const other = await context.newPage();
		await signInAdult(other, adult);
		const dialog = page.getByRole('dialog', { name: 'Quelqu’un d’autre est là maintenant' });
		await expect(dialog).toBeVisible();
		expect(await findAccessibilityFaults(page)).toEqual([]);
		await dialog.getByRole('button', { name: 'Recharger la page' }).click();
		await expect(page.getByText('Kim')).toBeVisible();
		await expect(dialog).toHaveCount(0);
	}
);

test(
	'the work endpoints refuse malformed, foreign and unauthorised requests, and nothing changes',
	{ tag: '@more' },
	async ({ browser, request }) => {
		const { page } = await signUpCurator(browser, 'Max');
		const path = await beginProject(page, 'Intact');
		await expect(locateSavedState(page, 'server')).toBeVisible();
		const workApiPath = path.replace('/fr/projects', '/api/works');
		const storedBefore = await (await page.request.get(workApiPath)).json();
		const [version] = storedBefore.versions;
		const account = (await readDatabaseNames(page)).find((name) => name.startsWith('braise.'))?.slice(7) ?? '';
		const { format: _format, head, authors: _authors, ...work } = storedBefore.work;
		const validRequest = { format: 1, account, work, head, expected: head, versions: [] };
		const putWork = (data: unknown, headers = {}) =>
			page.request.put(workApiPath, {
				data: typeof data === 'string' ? data : JSON.stringify(data),
				headers: { 'content-type': 'application/json', ...headers }
			});
		expect((await putWork(validRequest)).status()).toBe(200);

		const createRequestWithVersion = (change: object) => ({
			...validRequest,
			head: 'n',
			versions: [{ ...version, id: 'n', parent: head, ...change }]
		});
		const wrongRequests: [number, unknown, object?][] = [
			[400, ''],
			[400, '{"format":1'],
			[400, 'null'],
			[400, '['.repeat(100_000)],
			[400, { ...validRequest, format: 2 }],
			[400, { ...validRequest, work: { ...work, id: 'another' } }],
			[400, { ...validRequest, head: '../..' }],
			[400, createRequestWithVersion({ files: { '../x.ts': '' } })],
			[400, createRequestWithVersion({ files: { 'main.ts': '\0' } })],
			[400, createRequestWithVersion({ files: ['main.ts'] })],
			[400, createRequestWithVersion({ savedAt: '1' })],
			[400, createRequestWithVersion({ parent: 'n' })],
			[422, createRequestWithVersion({ parent: 'nowhere' })],
			[413, createRequestWithVersion({ files: { 'main.ts': 'a'.repeat(1_000_001) } })],
			[413, `"${'a'.repeat(3_000_001)}"`],
			[409, { ...validRequest, account: 'somebody' }],
			[415, validRequest, { 'content-type': 'application/xml' }],
			[403, validRequest, { origin: 'http://evil.test' }],
			[403, validRequest, { 'sec-fetch-site': 'cross-site' }]
		];
		for (const [status, data, headers] of wrongRequests) {
			const answer = await putWork(data, headers);
			expect([answer.status(), (await answer.json()).kind], JSON.stringify(data).slice(0, 80)).toEqual([
				status,
				'refused'
			]);
		}
		const { page: strangerPage } = await signUpCurator(browser, 'Zoé');
		for (const [requests, status] of [
			[request, 401],
			[strangerPage.request, 404]
		] as const) {
			expect((await requests.get(workApiPath)).status()).toBe(status);
			expect((await requests.delete(workApiPath)).status()).toBe(status);
		}
		expect((await request.get('/api/works')).status()).toBe(401);
		expect((await strangerPage.request.put(workApiPath, { data: { ...validRequest, account: 'x' } })).status()).toBe(
			409
		);
		expect((await (await strangerPage.request.get('/api/works')).json()).works).toEqual([]);
		expect(await (await page.request.get(workApiPath)).json()).toEqual(storedBefore);
	}
);
