/** A student who types numbered lines and records which the page shows as saved, through kills. */
import { expect, type Page } from '@playwright/test';
import type { SignedInAccount } from '../bench/signed-in.ts';
import { openKillableBrowser, blockMonaco, type KillableBrowser } from './browser.ts';

/** Milliseconds to wait for the page to react, far more than it ever needs, even on a slow machine. */
const PATIENCE_MILLISECONDS = 240_000;

export class Typist {
	shownEditCount = 0;
	lastEditOnServer = 0;
	/** Descriptions of lost edits. The list must stay empty. */
	readonly lostEdits: string[] = [];
	readonly acknowledgedVersionIds = new Set<string>();
	/** Number of times that the page was opened again after a kill. */
	reopenCount = 0;
	workId = '';

	readonly #base: string;
	readonly #student: SignedInAccount;
	readonly #profileFolder: string;
	readonly #isLight: boolean;
	#openBrowser: KillableBrowser | undefined;
	#page: Page | undefined;
	#nextNumber = 1;

	/** @param isLight Blocks Monaco, which takes more than half of the cost of ten browsers and has no part in saving. */
	constructor(base: string, student: SignedInAccount, profile: string, isLight: boolean) {
		this.#base = base;
		this.#student = student;
		this.#profileFolder = profile;
		this.#isLight = isLight;
	}

	get account(): string {
		return this.#student.account;
	}
	get cookie(): string {
		return this.#student.cookie;
	}

	get isOpen(): boolean {
		return this.#page !== undefined;
	}

	/** Begins a project, and waits until the server has it. */
	async beginProject(): Promise<void> {
		const page = await this.#openBrowserAt('/fr/projects/new');
		const title = page.getByLabel('Nom du projet');
		await title.fill(this.account);
		await title.blur();
		await expect(page).toHaveURL(/projects\/[0-9a-f-]{36}$/, { timeout: PATIENCE_MILLISECONDS });
		this.workId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
		const area = page.locator('.editor .frame textarea');
		await area.fill('');
		await expect(page.locator('[data-saved="saved"]')).toBeVisible({ timeout: PATIENCE_MILLISECONDS });
	}

	/** Types until `goOn` returns false, and at least one line. Opens the page again after each kill. */
	async typeThroughKills(goOn: () => boolean): Promise<void> {
		while (goOn() || this.shownEditCount === 0) {
			try {
				if (this.#page) await this.#typeNumberedLine(this.#page);
				else await this.#reopenAndCheck();
			} catch (error) {
				// The error comes from a kill that interrupted the typing.
				if (this.#openBrowser) throw error;
			}
		}
		await this.#reopenAndCheck();
	}

	/** Kills the browser without warning. Resolves to false while the browser is being opened. */
	async kill(): Promise<boolean> {
		const openBrowser = this.#openBrowser;
		this.#openBrowser = undefined;
		this.#page = undefined;
		await openBrowser?.kill();
		return openBrowser !== undefined;
	}

	async waitUntilOnServer(): Promise<void> {
		const page = this.#page;
		if (!page) throw new Error('The browser is gone.');
		await expect(async () => {
			await page.evaluate(() => dispatchEvent(new Event('online')));
			await expect(page.locator('[data-where="server"]')).toBeVisible({ timeout: 3000 });
		}).toPass({ timeout: PATIENCE_MILLISECONDS });
		this.lastEditOnServer = this.shownEditCount;
	}

	async #typeNumberedLine(page: Page): Promise<void> {
		const number = this.#nextNumber;
		const textArea = page.locator('.editor .frame textarea');
		await textArea.focus();
		await page.keyboard.press('Control+End');
		// The rest of a line that a kill cut off is kept, because going back to an earlier text would look like a duplicate.
		if (/[^\n]$/.test(await textArea.inputValue())) await page.keyboard.type('~\n');
		// Types as slowly as a beginner. Ten fast typists would leave no processor time for starting a server.
		await page.keyboard.type(`${number};\n`, { delay: 300 });
		this.#nextNumber += 1;
		const where = await this.#waitForSavedState(page);
		this.shownEditCount = number;
		if (where === 'server') this.lastEditOnServer = number;
		// The event makes the page send at once, as when the network returns. Otherwise it sends only every half minute.
		else if (number % 3 === 0) await page.evaluate(() => dispatchEvent(new Event('online')));
	}

	/** Waits until the page shows the work as saved, and resolves to where the work is. Looks again in every animation frame. */
	async #waitForSavedState(page: Page): Promise<string | null> {
		const stateHandle = await page.waitForFunction(() => {
			const element = document.querySelector('[data-saved]');
			const savedState = element?.getAttribute('data-saved');
			if (!element || savedState === 'saving') return null;
			return { saved: savedState, where: element.getAttribute('data-where'), says: element.textContent };
		});
		const state = await stateHandle.jsonValue();
		if (state?.saved !== 'saved') throw new Error(`${this.account}: ${state?.says}`);
		return state.where;
	}

	/** Opens the page after a kill, and checks that everything is there that it had shown as saved. */
	async #reopenAndCheck(): Promise<void> {
		if (!this.#page) {
			await this.#openBrowserAt(`/fr/projects/${this.workId}`);
			this.reopenCount += 1;
		}
		const writtenNumbers = await this.readNumbersInEditor();
		this.recordMissingNumbers(writtenNumbers, this.shownEditCount, 'in the browser');
		this.#nextNumber = writtenNumbers.length + 1;
	}

	/** Adds a description to `lostEdits` unless `writtenNumbers` go from one on without a gap, at least to `last`. */
	recordMissingNumbers(writtenNumbers: number[], last: number, where: string): void {
		// Before the first save, the file may hold the text with which projects begin.
		if (last === 0) return;
		const gapIndex = writtenNumbers.findIndex((number, index) => number !== index + 1);
		if (gapIndex === -1 && writtenNumbers.length >= last) return;
		const missingText =
			gapIndex === -1
				? `${writtenNumbers.length} of ${last}`
				: `${writtenNumbers[gapIndex]} after ${writtenNumbers[gapIndex - 1] ?? 'nothing'}`;
		this.lostEdits.push(`${this.account} ${where}: ${missingText}`);
		// The lost edit is printed at once, because the test goes on for minutes.
		console.log(`Lost: ${this.lostEdits.at(-1)} (${new Date().toISOString()})`);
	}

	/** Returns the numbers of the whole lines that the page's editor holds. */
	async readNumbersInEditor(): Promise<number[]> {
		const page = this.#page;
		if (!page) throw new Error('The browser is gone.');
		return numbersOfWholeLines(await page.locator('.editor .frame textarea').inputValue());
	}

	async #openBrowserAt(path: string): Promise<Page> {
		for (;;) {
			const openedBrowser = (this.#openBrowser = await openKillableBrowser(this.#profileFolder));
			try {
				return (this.#page = await this.#signInAndVisit(openedBrowser, path));
			} catch (error) {
				const wasKilled = this.#openBrowser !== openedBrowser;
				await openedBrowser.kill();
				// A visit may fail because the server is down or the page was killed; any other error is a fault.
				if (!wasKilled && !String(error).includes('net::ERR_')) throw error;
			}
		}
	}

	async #signInAndVisit({ context }: KillableBrowser, path: string): Promise<Page> {
		const [name = '', value = ''] = this.cookie.split(/=(.*)/s);
		await context.addCookies([{ name, value, url: this.#base, httpOnly: true, sameSite: 'Lax' }]);
		// The plain text field is used, which takes a key at once. Monaco loads behind it unless it is blocked.
		await context.addInitScript(() => {
			try {
				localStorage.setItem('braise.editor.plain', 'yes');
			} catch {
				return;
			}
		});
		const page = context.pages()[0] ?? (await context.newPage());
		if (this.#isLight) await blockMonaco(context, page);
		page.on('response', (response) => {
			if (response.request().method() !== 'PUT' || !response.url().includes('/api/works/')) return;
			response.json().then(
				(answer: { kind: string; head: string }) =>
					answer.kind === 'stored' && this.acknowledgedVersionIds.add(answer.head),
				() => undefined
			);
		});
		await page.goto(this.#base + path);
		const editor = page.locator('.editor .frame.ready textarea');
		await expect(async () => {
			// The server went down while the page loaded. The app's own error page tries again, the browser's does not.
			if (page.url().startsWith('chrome-error:')) await page.goto(this.#base + path);
			await expect(editor).toBeVisible({ timeout: 3000 });
		})
			.toPass({ timeout: PATIENCE_MILLISECONDS })
			.catch(async (cause: unknown) => {
				const pageText = await page.locator('body').innerText({ timeout: 60_000 });
				throw new Error(`${this.account} sees at ${page.url()}: ${pageText.slice(0, 600)}`, { cause });
			});
		return page;
	}
}

/** Returns the numbers of whole lines. A kill may cut a line, which was then not shown as saved. */
export const numbersOfWholeLines = (text: string): number[] =>
	text
		.split('\n')
		.slice(0, -1)
		.flatMap((line) => (/^\d+;$/.test(line) ? [parseInt(line)] : []));
