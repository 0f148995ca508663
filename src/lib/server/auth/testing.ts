/** For tests: a browser that comes with the cookies it was given. */
import type { Visit } from './visit.ts';

export function browser(origin = 'http://localhost') {
	const jar = new Map<string, string>();
	return {
		jar,
		visit(path = '/', person: App.Locals['person'] = null): Visit {
			const cookie = [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ');
			const url = new URL(path, origin);
			return {
				url,
				request: new Request(url, { headers: { cookie, 'user-agent': 'Tester/1', 'x-forwarded-for': '10.0.0.1' } }),
				cookies: {
					get: (name) => jar.get(name),
					set: (name, value, { maxAge }) => void (maxAge === 0 ? jar.delete(name) : jar.set(name, value))
				},
				locals: { person, asked: new Set() }
			};
		}
	};
}
