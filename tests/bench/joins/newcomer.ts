export class Newcomer {
	readonly #base: string;
	readonly #cookies = new Map<string, string>();

	constructor(base: string) {
		this.#base = base;
	}

	/** Resolves to whether the page showed three words. */
	async join(code: string, pseudonym: string): Promise<boolean> {
		await this.#fetchPage(`/fr/join?code=${code}`);
		const form = new URLSearchParams({ code, pseudonym });
		const page = await this.#fetchPage('/fr/join?/first', form);
		return page.includes('data-words');
	}

	async canOpen(path: string): Promise<boolean> {
		return (await this.#fetchPage(path)).includes('<main');
	}

	async #fetchPage(path: string, form?: URLSearchParams): Promise<string> {
		const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const answer = await fetch(this.#base + path, {
			method: form ? 'POST' : 'GET',
			headers: { accept: 'text/html', origin: this.#base, ...(cookie && { cookie }) },
			...(form && { body: form })
		});
		for (const set of answer.headers.getSetCookie()) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
			this.#cookies.set(name, value);
		}
		const text = await answer.text();
		return answer.ok ? text : '';
	}
}
