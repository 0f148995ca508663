import type { Language } from '#lib/domain/language.ts';

export interface OfflinePage {
	path: string;
	title: string;
}

export async function findOfflineChallenges(language: Language): Promise<OfflinePage[]> {
	if (!('caches' in globalThis)) return [];
	const pattern = new RegExp(`^/${language}/challenges/[\\w-]+$`);
	const titleByPath = new Map<string, string>();
	for (const name of await caches.keys()) {
		if (!name.startsWith('pages-')) continue;
		const cache = await caches.open(name);
		for (const request of await cache.keys()) {
			const { pathname } = new URL(request.url);
			if (pattern.test(pathname))
				titleByPath.set(pathname, readPageTitle((await (await cache.match(request))?.text()) ?? ''));
		}
	}
	return [...titleByPath].map(([path, title]) => ({ path, title: title || path }));
}

function readPageTitle(html: string): string {
	const title = /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '';
	const text = new DOMParser().parseFromString(title, 'text/html').body.textContent ?? '';
	return text.replace(/ · Braise$/, '');
}
