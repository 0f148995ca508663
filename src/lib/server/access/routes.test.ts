/** Tests that the access table lists every entry to the server, and that restricted routes' code names the required access. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { ACCESS_BY_ROUTE, type RouteAccess } from './routes.ts';

const ROUTES_FOLDER = 'src/routes';
const routeFiles = readdirSync(ROUTES_FOLDER, { recursive: true, encoding: 'utf8' });
const exportNamesByRoute = new Map<string, { load: boolean; actions: string[]; methods: string[] }>();

for (const routeFile of routeFiles.filter((name) => /(^|\/)\+(server|page\.server)\.ts$/.test(name))) {
	const routeId = `/${dirname(routeFile) === '.' ? '' : dirname(routeFile)}`;
	const sourceText = readFileSync(join(ROUTES_FOLDER, routeFile), 'utf8');
	const routeExports = exportNamesByRoute.get(routeId) ?? { load: false, actions: [], methods: [] };
	if (routeFile.endsWith('+server.ts'))
		routeExports.methods.push(...findExportNames(sourceText, /^(GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD|fallback)$/));
	else {
		routeExports.load ||= findExportNames(sourceText, /^load$/).length > 0;
		routeExports.actions.push(...findActionNames(sourceText));
	}
	exportNamesByRoute.set(routeId, routeExports);
}

function findExportNames(source: string, wantedName: RegExp): string[] {
	return [...source.matchAll(/^export (?:const|async function|function) (\w+)/gm)]
		.map(([, name = '']) => name)
		.filter((name) => wantedName.test(name));
}

/**
 * Finds the names of a route's form actions. In the file, each name is indented by one tab: `name: …`, `name(…)`, `async
 * name(…)` or `name,`.
 */
function findActionNames(source: string): string[] {
	const [, block] = /^export const actions(?:: Actions)? = \{\n([\s\S]*?)^\}/m.exec(source) ?? [];
	if (block === undefined) {
		if (/export .*\bactions\b/.test(source))
			throw new Error('Write `export const actions = {` and its names below it.');
		return [];
	}
	return [...block.matchAll(/^\t(?:async )?(\w+)\b/gm)].map(([, name = '']) => name);
}

const exportNamesOfAccess = ({ load, actions = {}, methods = {} }: RouteAccess) => ({
	load: load !== undefined,
	actions: Object.keys(actions).sort(),
	methods: Object.keys(methods).sort()
});

test('the access table lists exactly the loads, actions and methods of all routes', () => {
	const routesInCode = Object.fromEntries(
		[...exportNamesByRoute]
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([id, { load, actions, methods }]) => [id, { load, actions: actions.sort(), methods: methods.sort() }])
	);
	expect(Object.keys(routesInCode).length).toBeGreaterThan(10);
	expect(routesInCode).toEqual(
		Object.fromEntries(Object.entries(ACCESS_BY_ROUTE).map(([id, route]) => [id, exportNamesOfAccess(route)]))
	);
});

test('the code of every restricted route names the access that the table demands', () => {
	for (const [id, { load, actions = {}, methods = {} }] of Object.entries(ACCESS_BY_ROUTE)) {
		for (const action of new Set([load, ...Object.values(actions), ...Object.values(methods)])) {
			if (action === undefined || action === 'open') continue;
			const sources = ['+server.ts', '+page.server.ts']
				.map((name) => join(id, name).slice(1))
				.filter((name) => routeFiles.includes(name))
				.map((name) => readFileSync(join(ROUTES_FOLDER, name), 'utf8'));
			expect(sources.join('\n'), id).toContain(`'${action}'`);
		}
	}
});
