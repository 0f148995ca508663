import { expect, request as requests, type APIRequestContext, type Browser, type Page } from '@playwright/test';
import { appOrigin, moveLinkToAppOrigin } from '../servers.ts';
import { takePseudonym } from '../join.ts';

export interface GivenAssignment {
	/** The link for the class. Students who follow it join the class. */
	link: string;
	/** The path of the teacher's page. */
	path: string;
	id: string;
	code: string;
}

/** Gives an assignment on a class's page. `what` is `challenge=<id>` or `project`. */
export async function giveAssignment(page: Page, classPath: string, what: string): Promise<GivenAssignment> {
	await page.goto(`${classPath}/assignments/new?${what}`);
	if (what === 'project') await page.getByLabel('Titre').fill('Mon projet');
	await page.getByRole('button', { name: 'Donner ce travail' }).click();
	await expect(page.getByText('Le travail est donné.')).toBeVisible();
	const text = await page.getByLabel('Le texte en français').inputValue();
	const link = moveLinkToAppOrigin(/https?:\S+/.exec(text)?.[0] ?? '');
	const path = new URL(page.url()).pathname.replace('/settings', '');
	return { link, path, id: path.split('/').at(-1) ?? '', code: new URL(link).searchParams.get('code') ?? '' };
}

export async function visitAsNewStudent(
	browser: Browser,
	link: string,
	pseudonym: string
): Promise<{ page: Page; words: string }> {
	const page = await (await browser.newContext()).newPage();
	await page.goto(link);
	await takePseudonym(page, pseudonym);
	const words = (await page.locator('[data-words]').textContent()) ?? '';
	await page.getByRole('link', { name: 'C’est noté' }).click();
	return { page, words };
}

/** A student without a browser, who only sends a browser's requests. */
export class BrowserlessStudent {
	readonly pseudonym: string;
	readonly requests: APIRequestContext;
	readonly account: string;

	private constructor(pseudonym: string, client: APIRequestContext, account: string) {
		this.pseudonym = pseudonym;
		this.requests = client;
		this.account = account;
	}

	static async join(code: string, pseudonym: string): Promise<BrowserlessStudent> {
		const client = await requests.newContext({ baseURL: appOrigin, extraHTTPHeaders: { origin: appOrigin } });
		const joinResponse = await client.post('/fr/join?/first', {
			form: { code, pseudonym },
			headers: { accept: 'text/html' }
		});
		expect(joinResponse.status()).toBe(200);
		return new BrowserlessStudent(pseudonym, client, await readAccountId(client));
	}

	putReport(assignmentId: string, what: 'progress' | 'help' | 'choice' | 'standing', body: object) {
		return this.requests.put(`/api/assignments/${assignmentId}/${what}`, {
			data: { format: 1, account: this.account, ...body }
		});
	}

	reportProgress(assignmentId: string, step: string, done: string[], passed = 0, checks = 0) {
		return this.putReport(assignmentId, 'progress', { step, done, passed, checks });
	}

	sendChoice(assignmentId: string, option: string, position = '', moment = 'before') {
		return this.putReport(assignmentId, 'choice', { by: this.account, moment, decision: { option, position } });
	}
}

/** Reads the account's id from SvelteKit's page data, a flat list whose objects hold indexes of the list. */
async function readAccountId(client: APIRequestContext): Promise<string> {
	const { nodes } = (await (await client.get('/fr/me/__data.json')).json()) as { nodes: { data: unknown[] }[] };
	const values = nodes[0]?.data ?? [];
	const resolveField = (place: unknown, name: string) => (values[place as number] as Record<string, unknown>)[name];
	return String(values[resolveField(resolveField(0, 'person'), 'id') as number]);
}
