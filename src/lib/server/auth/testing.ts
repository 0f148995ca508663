import type { RequestParts } from './cookies.ts';

export function createTestBrowser(origin = 'http://localhost') {
	const cookieByName = new Map<string, string>();
	const secureCookieNames = new Set<string>();
	return {
		jar: cookieByName,
		secured: secureCookieNames,
		visit(path = '/', person: App.Locals['person'] = null): RequestParts {
			const cookie = [...cookieByName].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
			const url = new URL(path, origin);
			return {
				url,
				request: new Request(url, { headers: { cookie, 'user-agent': 'Tester/1', 'x-forwarded-for': '10.0.0.1' } }),
				cookies: {
					get: (name) => cookieByName.get(name),
					set(name, value, { maxAge, secure, httpOnly, sameSite }) {
						if (httpOnly !== true || sameSite !== 'lax') throw new Error(`${name} can be read or sent by others`);
						if (secure) secureCookieNames.add(name);
						if (maxAge === 0) cookieByName.delete(name);
						else cookieByName.set(name, value);
					}
				},
				locals: { person, checkedActions: new Set() }
			};
		}
	};
}
