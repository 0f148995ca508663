import { expect, test, type Page } from '../test.ts';
import { visitAsNewStudent, giveAssignment } from './given-assignments.ts';
import { handIn, createWorkingStudent, WRONG_PROGRAM } from './class-lesson.ts';
import { createClassInBrowser, signUpCurator, signUpTeacher } from './persons.ts';

test.describe('on a telephone', () => {
	test.use({ viewport: { width: 360, height: 640 }, hasTouch: true });

	test('an on-screen keyboard hides the bars, and keeps the stage in view', async ({ page }) => {
		await page.goto('/fr/projects/new');
		const allBars = [page.getByRole('banner'), page.getByRole('navigation', { name: 'Parties de l’écran' })];
		const code = page.locator('.editor .frame textarea');
		await expect(page.locator('.editor[data-ready]')).toBeVisible();
		// A window that becomes lower while no text field has the focus does not count as having an on-screen keyboard.
		await page.setViewportSize({ width: 360, height: 340 });
		for (const bar of allBars) await expect(bar).toBeVisible();
		await page.setViewportSize({ width: 360, height: 640 });
		await code.tap();
		await page.setViewportSize({ width: 360, height: 340 });
		for (const bar of allBars) await expect(bar).toBeHidden();
		await expect(page.locator('.picture iframe')).toBeInViewport({ ratio: 1 });
		const measureHeight = async (of: string) => (await page.locator(of).first().boundingBox())?.height;
		// The editor shows at least five lines below a picture.
		expect(await measureHeight('.picture')).toBeGreaterThan(80);
		expect(await measureHeight('.editor')).toBeGreaterThan(5 * 23);
		await page.setViewportSize({ width: 360, height: 640 });
		for (const bar of allBars) await expect(bar).toBeVisible();
	});

	test('the line that is typed stays in view when a problem is told below it', { tag: '@soak' }, async ({ page }) => {
		await page.goto('/fr/projects/new?begin=sketch');
		await expect(page.locator('.editor[data-ready]')).toBeVisible();
		await page.locator('.editor .frame textarea').tap();
		await page.keyboard.press('Control+A');
		await page.keyboard.insertText('// rien\n'.repeat(30));
		// Typing scrolls to the caret, inserting a text does not.
		await page.keyboard.type('const x = 3 3;');
		const typedLine = page.locator('.editor pre .line').last();
		await expect(typedLine).toHaveText('const x = 3 3;');
		await expect(page.locator('#code [role="status"] li')).toBeVisible();
		await expect(typedLine).toBeInViewport({ ratio: 1 });
	});

	test('with the largest text the code is in view once it is opened', { tag: '@soak' }, async ({ page }) => {
		await page.addInitScript(() => localStorage.setItem('braise.reading.', JSON.stringify({ textSize: 'largest' })));
		await page.goto('/fr/projects/new?begin=sketch');
		await expect(page.locator('.editor[data-ready]')).toBeAttached();
		await page.getByRole('navigation', { name: 'Parties de l’écran' }).getByText('Scène').tap();
		await page.getByRole('navigation', { name: 'Parties de l’écran' }).getByText('Code').tap();
		await expect(page.locator('.editor pre .line').nth(2)).toBeInViewport({ ratio: 1 });
	});

	test('the text of a step does not make the workbench itself scroll', { tag: '@soak' }, async ({ page }) => {
		await page.goto('/fr/challenges/frigo-vaccins');
		await page.getByRole('button', { name: 'Commencer' }).tap();
		await expect(page.getByRole('radio')).not.toHaveCount(0);
		const workbench = page.locator('.workbench');
		expect(await workbench.evaluate((element) => element.scrollHeight - element.clientHeight)).toBe(0);
	});

	test(
		'the stage and the card of a project are both in view, upright and on its side',
		{ tag: '@soak' },
		async ({ page }) => {
			await page.goto('/fr/projects/new?begin=problem');
			await expect(page.locator('.editor[data-ready]')).toBeAttached();
			for (const [width, height] of [
				[360, 640],
				[740, 360]
			] as const) {
				await page.setViewportSize({ width, height });
				await expect(page.locator('.picture iframe')).toBeInViewport({ ratio: 1 });
				await expect(page.locator('.aside h2')).toBeInViewport({ ratio: 1 });
			}
		}
	);
});

test('on a tablet on its side, the stage and its dials stand left of the task', { tag: '@soak' }, async ({ page }) => {
	await page.setViewportSize({ width: 1024, height: 768 });
	await page.goto('/fr/challenges/horodateur');
	const measureRightEdge = async (of: string) => {
		const box = await page.locator(of).first().boundingBox();
		return box ? box.x + box.width : NaN;
	};
	const measureLeftEdge = async (of: string) => (await page.locator(of).first().boundingBox())?.x ?? NaN;
	expect(await measureRightEdge('.picture')).toBeLessThanOrEqual((await measureLeftEdge('.task .body')) + 1);
	expect(await measureRightEdge('.hand')).toBeLessThanOrEqual((await measureLeftEdge('.task .body')) + 1);
});

test('at four times the size, the text of the step can be scrolled into view', { tag: '@soak' }, async ({ page }) => {
	await page.setViewportSize({ width: 320, height: 256 });
	await page.goto('/fr/challenges/horodateur');
	const text = page.locator('.task .body');
	await text.getByRole('heading', { level: 2 }).scrollIntoViewIfNeeded();
	await expect(text.getByRole('heading', { level: 2 })).toBeInViewport({ ratio: 1 });
	expect((await text.boundingBox())?.height).toBeGreaterThan(90);
});

/** Sets the largest text on a telephone and opens the addresses. Returns those whose page is wider than the screen. */
async function findTooWidePages(page: Page, addresses: string[]): Promise<string[]> {
	await page.setViewportSize({ width: 360, height: 640 });
	await page.addInitScript(() => localStorage.setItem('braise.reading.', JSON.stringify({ textSize: 'largest' })));
	const tooWideAddresses: string[] = [];
	for (const address of addresses) {
		await page.goto(`/fr${address}`);
		await expect(page.locator('html')).toHaveCSS('font-size', '24px');
		const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
		if (over > 0) tooWideAddresses.push(`${address}: ${over} pixels`);
	}
	return tooWideAddresses;
}

/** Only these pages are tested here; axe.spec.ts tests the others. */
const VISITOR_PAGES = ['/projects/new', '/challenges/horodateur', '/offline', '/deletion'];
const ADULT_PAGES = [
	'',
	'/challenges',
	'/challenges/horodateur/teacher',
	'/classes',
	'/classes/new',
	'/account',
	'/me',
	'/me/data',
	'/people',
	'/problems',
	'/problems/invite'
];
const CLASS_PAGES = [
	'',
	'/code',
	'/cards',
	'/settings',
	'/students',
	'/export',
	'/export/print',
	'/assignments',
	'/assignments/new',
	'/assignments/new?challenge=horodateur'
];
const ASSIGNMENT_PAGES = ['', '/projector', '/review', '/rejudge', '/settings', '/debate'];
const STUDENT_PAGES = ['', '/challenges', '/me', '/me/data', '/me/tell', '/leave'];

test(
	'with the largest text on a telephone, no page for visitors, students or teachers scrolls sideways',
	{ tag: '@soak' },
	async ({ page, browser }) => {
		const curator = await signUpCurator(browser, 'Mme Le Gall-Kerguelen');
		await createClassInBrowser(curator, '2de internationale');
		const schoolClass = new URL(curator.page.url()).pathname.replace('/fr', '');
		const givenAssignment = await giveAssignment(curator.page, `/fr${schoolClass}`, 'challenge=horodateur');
		const assignment = givenAssignment.path.replace('/fr', '');
		const submission = await handIn(
			await createWorkingStudent(givenAssignment, 'Marmotte'),
			{ assignment: givenAssignment.id },
			{ files: { 'main.ts': WRONG_PROGRAM } }
		);
		await curator.page.goto(`/fr${schoolClass}`);
		const memberPath = await curator.page.locator('a[href*="/students/"]').first().getAttribute('href');
		const { page: student } = await visitAsNewStudent(browser, givenAssignment.link, 'Loutre Très Rapide');

		// What stands above the workbench leaves room to read the task, and the buttons below the task stay in view.
		await student.setViewportSize({ width: 360, height: 640 });
		await expect(student.locator('.strip summary').last()).toBeVisible();
		const measureBox = async (of: string) =>
			(await student.locator(of).first().boundingBox()) ?? { y: NaN, height: NaN };
		await expect.poll(async () => (await measureBox('.task .body')).height).toBeGreaterThan(90);
		const footer = await measureBox('.task footer');
		expect(footer.y + footer.height).toBeLessThanOrEqual((await measureBox('.parts')).y + 1);

		expect(await findTooWidePages(page, VISITOR_PAGES)).toEqual([]);
		expect(
			await findTooWidePages(curator.page, [
				...ADULT_PAGES,
				...CLASS_PAGES.map((path) => schoolClass + path),
				...ASSIGNMENT_PAGES.map((path) => assignment + path),
				`${assignment}/review/${submission}`,
				...['', '/print'].map((path) => (memberPath ?? '').replace('/fr', '') + path)
			])
		).toEqual([]);
		expect(await findTooWidePages(student, [...STUDENT_PAGES, `/assignments/${givenAssignment.id}`])).toEqual([]);
	}
);

test(
	'the bar has room for ten steps, the button for pairs and the student’s name',
	{ tag: '@soak' },
	async ({ browser }) => {
		const teacher = await signUpTeacher(browser);
		await createClassInBrowser(teacher, '2de étroite');
		const { link } = await giveAssignment(teacher.page, new URL(teacher.page.url()).pathname, 'challenge=nutri-score');
		const { page } = await visitAsNewStudent(browser, link, 'Loutre Rapide');
		await expect(page.getByRole('button', { name: 'À deux' })).toBeVisible();
		const measureBannerPixelsTooWide = () =>
			page.getByRole('banner').evaluate((bar) => bar.scrollWidth - bar.clientWidth);
		for (const width of [1025, 1100, 1200, 1249, 1280, 1366]) {
			await page.setViewportSize({ width, height: 720 });
			await expect.poll(measureBannerPixelsTooWide, `at ${width} pixels`).toBe(0);
			await expect(page.getByRole('button', { name: 'Aller plus loin' })).toBeVisible();
		}
		await page.setViewportSize({ width: 360, height: 640 });
		await expect.poll(measureBannerPixelsTooWide).toBe(0);
		const steps = page.getByRole('navigation', { name: 'Étapes du défi' }).getByRole('button');
		const widths = await steps.evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().width));
		expect(widths).toHaveLength(10);
		expect(Math.min(...widths)).toBeGreaterThanOrEqual(24);
	}
);
