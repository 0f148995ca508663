/** A student who types numbers, one a line, and notes what the page said of each. Their browser is killed and opened again meanwhile. */
import { expect, type Page } from '@playwright/test';
import type { SignedIn } from '../bench/signed-in.ts';
import { openMachine, withoutMonaco, type Machine } from './browser.ts';

/** What comes, comes sooner, however slow the machine. */
const PATIENCE = 240_000;

export class Typist {
	/** Edits that the page showed as saved, before a kill or not. */
	shown = 0;
	/** The last of them that it showed as being on the server too. */
	shownOnServer = 0;
	/** What was missing when something was looked for: nothing, it is to be hoped. */
	readonly lost: string[] = [];
	/** Versions of which the server said that it has them. */
	readonly acknowledged = new Set<string>();
	/** How often the page stood open again after a kill. */
	reopened = 0;
	work = '';

	readonly #base: string;
	readonly #student: SignedIn;
	readonly #profile: string;
	readonly #isLight: boolean;
	#machine: Machine | undefined;
	#page: Page | undefined;
	#next = 1;

	/** @param isLight Monaco never comes: it is more than half of what ten browsers cost, and has no part in keeping the work. */
	constructor(base: string, student: SignedIn, profile: string, isLight: boolean) {
		this.#base = base;
		this.#student = student;
		this.#profile = profile;
		this.#isLight = isLight;
	}

	get account(): string {
		return this.#student.account;
	}
	get cookie(): string {
		return this.#student.cookie;
	}

	/** The page stands open. */
	get isOpen(): boolean {
		return this.#page !== undefined;
	}

	/** A project that has left the browser once. */
	async begin(): Promise<void> {
		const page = await this.#open('/fr/projects/new');
		const title = page.getByLabel('Nom du projet');
		await title.fill(this.account);
		await title.blur();
		await expect(page).toHaveURL(/projects\/[0-9a-f-]{36}$/, { timeout: PATIENCE });
		this.work = new URL(page.url()).pathname.split('/').at(-1) ?? '';
		const area = page.locator('.editor .frame textarea');
		await area.fill('');
		await expect(page.locator('[data-saved="saved"]')).toBeVisible({ timeout: PATIENCE });
	}

	/** Types until told to stop, over kills, and one line at least. */
	async type(goOn: () => boolean): Promise<void> {
		while (goOn() || this.shown === 0) {
			try {
				if (this.#page) await this.#edit(this.#page);
				else await this.#return();
			} catch (error) {
				// A kill ended it in the middle.
				if (this.#machine) throw error;
			}
		}
		await this.#return();
	}

	/** Without a word, at any moment. False: it is just being opened again. */
	async kill(): Promise<boolean> {
		const machine = this.#machine;
		this.#machine = undefined;
		this.#page = undefined;
		await machine?.kill();
		return machine !== undefined;
	}

	/** Until the page says that all is on the server. */
	async finish(): Promise<void> {
		const page = this.#page;
		if (!page) throw new Error('The browser is gone.');
		await expect(async () => {
			await page.evaluate(() => dispatchEvent(new Event('online')));
			await expect(page.locator('[data-where="server"]')).toBeVisible({ timeout: 3000 });
		}).toPass({ timeout: PATIENCE });
		this.shownOnServer = this.shown;
	}

	async #edit(page: Page): Promise<void> {
		const number = this.#next;
		const area = page.locator('.editor .frame textarea');
		await area.focus();
		await page.keyboard.press('Control+End');
		// What a kill left of a line stays: a text that was there before would look as if it had been stored twice.
		if (/[^\n]$/.test(await area.inputValue())) await page.keyboard.type('~\n');
		// As fast as a hand that is looking for its keys: ten that type as fast as they can leave two processors nothing to start a server with.
		await page.keyboard.type(`${number};\n`, { delay: 300 });
		this.#next += 1;
		const where = await this.#where(page);
		this.shown = number;
		if (where === 'server') this.shownOnServer = number;
		// As when the network comes back: otherwise the server hears of it once in half a minute.
		else if (number % 3 === 0) await page.evaluate(() => dispatchEvent(new Event('online')));
	}

	/** Where the work is as soon as the page says that it is saved, which a person sees too: looked at with every picture that it draws. */
	async #where(page: Page): Promise<string | null> {
		const seen = await page.waitForFunction(() => {
			const element = document.querySelector('[data-saved]');
			const saved = element?.getAttribute('data-saved');
			if (!element || saved === 'saving') return null;
			return { saved, where: element.getAttribute('data-where'), says: element.textContent };
		});
		const state = await seen.jsonValue();
		if (state?.saved !== 'saved') throw new Error(`${this.account}: ${state?.says}`);
		return state.where;
	}

	/** After a kill: what was shown as saved has to be there. */
	async #return(): Promise<void> {
		if (!this.#page) {
			await this.#open(`/fr/projects/${this.work}`);
			this.reopened += 1;
		}
		const there = await this.written();
		this.expects(there, this.shown, 'in the browser');
		this.#next = there.length + 1;
	}

	/** `there` counts from one without a gap, at least as far as `last`. */
	expects(there: number[], last: number, where: string): void {
		// Before that it may be what a project begins with.
		if (last === 0) return;
		const gap = there.findIndex((number, index) => number !== index + 1);
		if (gap === -1 && there.length >= last) return;
		const missing = gap === -1 ? `${there.length} of ${last}` : `${there[gap]} after ${there[gap - 1] ?? 'nothing'}`;
		this.lost.push(`${this.account} ${where}: ${missing}`);
		// At once: the run goes on for minutes.
		console.log(`Lost: ${this.lost.at(-1)} (${new Date().toISOString()})`);
	}

	async written(): Promise<number[]> {
		const page = this.#page;
		if (!page) throw new Error('The browser is gone.');
		return numbersIn(await page.locator('.editor .frame textarea').inputValue());
	}

	async #open(path: string): Promise<Page> {
		for (;;) {
			const machine = (this.#machine = await openMachine(this.#profile));
			try {
				return (this.#page = await this.#visit(machine, path));
			} catch (error) {
				const wasKilled = this.#machine !== machine;
				await machine.kill();
				// The server may be away just now, and so may this page.
				if (!wasKilled && !String(error).includes('net::ERR_')) throw error;
			}
		}
	}

	async #visit({ context }: Machine, path: string): Promise<Page> {
		const [name = '', value = ''] = this.cookie.split(/=(.*)/s);
		await context.addCookies([{ name, value, url: this.#base, httpOnly: true, sameSite: 'Lax' }]);
		// A plain text field, into which a key goes at once; Monaco comes behind it, unless it is kept away.
		await context.addInitScript(() => {
			try {
				localStorage.setItem('braise.editor.plain', 'yes');
			} catch {
				return;
			}
		});
		const page = context.pages()[0] ?? (await context.newPage());
		if (this.#isLight) await withoutMonaco(context, page);
		page.on('response', (response) => {
			if (response.request().method() !== 'PUT' || !response.url().includes('/api/works/')) return;
			response.json().then(
				(answer: { kind: string; head: string }) => answer.kind === 'stored' && this.acknowledged.add(answer.head),
				() => undefined
			);
		});
		await page.goto(this.#base + path);
		const editor = page.locator('.editor .frame.ready textarea');
		await expect(async () => {
			// The server went while the page came in. A page of ours looks again by itself, the browser's own does not.
			if (page.url().startsWith('chrome-error:')) await page.goto(this.#base + path);
			await expect(editor).toBeVisible({ timeout: 3000 });
		})
			.toPass({ timeout: PATIENCE })
			.catch(async (cause: unknown) => {
				const seen = await page.locator('body').innerText({ timeout: 60_000 });
				throw new Error(`${this.account} sees at ${page.url()}: ${seen.slice(0, 600)}`, { cause });
			});
		return page;
	}
}

/** Of whole lines: a kill may come in the middle of one, which was not shown as saved and counts for nothing. */
export const numbersIn = (text: string): number[] =>
	text
		.split('\n')
		.slice(0, -1)
		.flatMap((line) => (/^\d+;$/.test(line) ? [parseInt(line)] : []));
