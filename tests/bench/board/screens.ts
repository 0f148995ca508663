import type { Browser, Page } from 'playwright';
import type { BenchLesson } from './lessons.ts';

async function openSignedInPage(browser: Browser, address: string, cookie: string): Promise<Page> {
	const context = await browser.newContext({ locale: 'fr-FR', viewport: { width: 1366, height: 768 } });
	const [name = '', value = ''] = cookie.split('=');
	await context.addCookies([{ name, value, url: new URL(address).origin }]);
	const page = await context.newPage();
	await page.goto(address);
	return page;
}

export interface BoardScreen {
	/** Returns when each row was drawn with each text, in milliseconds since 1970. */
	readRowTextMoments(): Promise<[pseudonym: string, text: string, at: number][]>;
	close(): Promise<void>;
}

export async function openBoard(browser: Browser, base: string, lesson: BenchLesson): Promise<BoardScreen> {
	const { classId, assignment, teacher } = lesson;
	const page = await openSignedInPage(
		browser,
		`${base}/fr/classes/${classId}/assignments/${assignment}`,
		teacher.cookie
	);
	await page.locator('[data-board] li').first().waitFor();
	await page.evaluate(() => {
		const texts: [string, string, number][] = [];
		Object.assign(window, { seen: texts });
		new MutationObserver((changes) => {
			const rows = new Set(
				changes.map(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest('[data-row]'))
			);
			// Records the moment at which the row is drawn.
			requestAnimationFrame(() => {
				for (const row of rows) if (row) texts.push([row.getAttribute('data-row') ?? '', row.textContent, Date.now()]);
			});
		}).observe(document.querySelector('[data-board]') ?? document.body, {
			subtree: true,
			childList: true,
			characterData: true
		});
	});
	return {
		readRowTextMoments: () => page.evaluate(() => (window as unknown as { seen: [string, string, number][] }).seen),
		close: () => page.context().close()
	};
}

/** Opens a student's workbench. `waitForDecideStep` resolves when it shows the decision, to milliseconds since 1970. */
export async function openWorkbench(browser: Browser, base: string, lesson: BenchLesson) {
	const student = lesson.students.at(-1);
	const page = await openSignedInPage(browser, `${base}/fr/assignments/${lesson.assignment}`, student?.cookie ?? '');
	await page.locator('.workbench[data-step="discover"] .ways button:enabled').first().waitFor();
	return {
		async waitForDecideStep(): Promise<number> {
			await page.locator('.workbench[data-step="decide"]').waitFor();
			return Date.now();
		},
		close: () => page.context().close()
	};
}
