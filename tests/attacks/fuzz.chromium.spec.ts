/** Sends generated bad input to every route and expects a clear 4xx that changes nothing. */
import fc from 'fast-check';
import { expect, test, type APIRequestContext } from '../test.ts';
import { ACCESS_BY_ROUTE } from '#lib/server/access/routes.ts';
import { openClient, makeWelcomeLink } from '../adults.ts';
import { wrongBodies, trickyAddressParts, hostileTexts } from './inputs.ts';
import {
	addressOfRoute,
	signUpByWelcomeLink,
	validBodiesOf,
	fetchStoredData,
	createLessonWithWork,
	createClassWithTeacher,
	createWorkRequest,
	type LessonWithWork
} from './people.ts';

/** A failed test prints its seed. The same seed makes the same inputs again. */
const SEED = Number(process.env['BRAISE_FUZZ_SEED'] ?? Date.now() % 1_000_000);
/** The fields of every form that teachers and curators send. */
const FIELDS = [
	...[
		'id',
		'role',
		'name',
		'email',
		'password',
		'current',
		'next',
		'application',
		'days',
		'teacher',
		'roster',
		'student'
	],
	...[
		'member',
		'pseudonym',
		'piste',
		'note',
		'title',
		'for',
		'opens',
		'due',
		'zone',
		'place',
		'code',
		'words',
		'to',
		'text',
		'class'
	]
];
/** Actions that would end the session or class that the next request needs, so they run in a class of their own. */
const ENDS = new Set([
	'everywhere',
	'release',
	'decline',
	'end',
	'delete',
	'remove',
	'dismiss',
	'archive',
	'default /leave',
	'removeTeacher'
]);

test.describe.configure({ mode: 'serial' });
let there: LessonWithWork;
let curator: APIRequestContext;
let visitor: APIRequestContext;

test.beforeAll(async () => {
	curator = await signUpByWelcomeLink(makeWelcomeLink());
	there = await createLessonWithWork(await createClassWithTeacher(curator));
	visitor = await openClient();
});

test('JSON that is not what an address takes is refused and changes nothing', async () => {
	const before = [await fetchStoredData(there.author), await fetchStoredData(there.teacher)] as const;
	const [author, teacher] = before.map(({ account }, at) => ({
		who: at === 0 ? there.author : there.teacher,
		bodies: validBodiesOf(there, account.id)
	}));
	for (const way of Object.keys(author?.bodies ?? {})) {
		const [method = '', route = ''] = way.split(' ');
		const address = addressOfRoute(route, there);
		const asking = route.startsWith('/classes') ? teacher : author;
		const right = asking?.bodies[way];
		if (!asking || !right) throw new Error(way);
		await fc.assert(
			fc.asyncProperty(wrongBodies(right), async ({ data, headers }) => {
				const answer = await asking.who.fetch(address, { method, data, headers });
				expect(answer.status(), `${method} ${address}`).toBeGreaterThanOrEqual(400);
				expect(answer.status(), `${method} ${address}`).toBeLessThan(500);
			}),
			{ seed: SEED, numRuns: 30, endOnFailure: true }
		);
	}
	expect([await fetchStoredData(there.author), await fetchStoredData(there.teacher)]).toEqual(before);
});

test('an address with tricks in it finds nothing, and fails nowhere', async () => {
	const people = [there.author, there.teacher, curator, visitor];
	const before = await Promise.all([
		fetchStoredData(there.author),
		fetchStoredData(there.teacher),
		fetchStoredData(curator)
	]);
	for (const [route, { methods = {}, load }] of Object.entries(ACCESS_BY_ROUTE)) {
		if (load === undefined && methods['GET'] === undefined) continue;
		// Streams are left out, because they stay open.
		if (route.endsWith('/events')) continue;
		await fc.assert(
			fc.asyncProperty(
				trickyAddressParts,
				trickyAddressParts,
				fc.nat(people.length - 1),
				async (inPath, inQuery, whose) => {
					const names = ['from', 'until', 'account', 'code', 'to', 'challenge', 'for', 'view', 'pseudonym', 'begin'];
					const query = names.map((name) => `${name}=${inQuery}`).join('&');
					const path = route.includes('[') ? route.replace(/\[\w+\]/g, inPath) : route;
					const address = `${addressOfRoute(path, there)}?${query}`;
					const answer = await people[whose]?.get(address, { maxRedirects: 0 });
					expect(answer?.status(), address.slice(0, 300)).toBeLessThan(500);
					// With an empty last segment, the address is that of a list, which redirects.
					const leads = inPath === '' && answer?.status() === 308;
					if (route.startsWith('/api/') && !leads)
						expect(answer?.status(), address.slice(0, 300)).toBeGreaterThanOrEqual(400);
					expect(answer?.headers()['set-cookie'] ?? '', address.slice(0, 300)).not.toContain('a=b');
					expect(answer?.headers()['location'] ?? '/', address.slice(0, 300)).toMatch(/^\/(?!\/)/);
				}
			),
			{ seed: SEED, numRuns: 8, endOnFailure: true }
		);
	}
	expect(
		await Promise.all([fetchStoredData(there.author), fetchStoredData(there.teacher), fetchStoredData(curator)])
	).toEqual(before);
});

test('forms with anything in them fail nowhere, and what they refuse changes nothing', async () => {
	const whose = (route: string) => {
		if (route.startsWith('/classes')) return there.teacher;
		if (route === '/account' || route.startsWith('/problems')) return there.teacher;
		return route === '/people' ? curator : visitor;
	};
	const form = fc.dictionary(fc.constantFrom(...FIELDS), hostileTexts, { minKeys: 3, maxKeys: FIELDS.length });
	for (const [route, { actions = {} }] of Object.entries(ACCESS_BY_ROUTE)) {
		for (const name of Object.keys(actions)) {
			if (ENDS.has(name) || ENDS.has(`${name} ${route}`)) continue;
			const address =
				addressOfRoute(route, there) +
				(name === 'default' ? '' : `?/${name}`) +
				(route.endsWith('/new') ? '?project' : '');
			const who = whose(route);
			await fc.assert(
				fc.asyncProperty(form, fc.boolean(), async (fields, asFile) => {
					const before = who === visitor ? undefined : await fetchStoredData(who);
					const file = { name: '../x.csv', mimeType: 'text/csv', buffer: Buffer.from('Renard') };
					const wellFormed = Object.fromEntries(
						Object.entries(fields).map(([key, text]) => [key, text.toWellFormed()])
					);
					const requestBody = asFile
						? { multipart: { ...wellFormed, roster: file, id: file, name: file } }
						: { form: wellFormed };
					const answer = await who.post(address, { ...requestBody, maxRedirects: 0 });
					expect(answer.status(), address).toBeLessThan(500);
					if (answer.status() >= 400 && before !== undefined)
						expect(await fetchStoredData(who), address).toEqual(before);
				}),
				{ seed: SEED, numRuns: 5, endOnFailure: true }
			);
		}
	}
});

test('markup and formulas are kept as text, and no page makes anything of them', async () => {
	const markup = '=1+1<img src=x onerror=alert(1)>';
	const { teacher, author, account, assignment } = there;
	const posts: [string, Record<string, string>][] = [
		[`/fr/classes/${there.class}/settings?/rename`, { name: markup }],
		[
			`/fr/classes/${there.class}/assignments/${assignment}/settings?/change`,
			{ title: markup, note: markup, for: 'class' }
		],
		[`/fr/classes/${there.class}/students/${there.member}?/validate`, { piste: 'green', note: markup }]
	];
	for (const [address, form] of posts) expect((await teacher.post(address, { form })).status(), address).toBe(200);
	const own = createWorkRequest({ account, work: 'markup', version: 'markup-1', challenge: null });
	const [version] = own.versions;
	const workRequest = {
		...own,
		versions: [
			{
				...version,
				files: { 'main.ts': markup },
				decision: { option: 'paper', position: markup },
				project: { title: markup, card: null }
			}
		]
	};
	expect((await author.put('/api/works/markup', { data: workRequest })).status()).toBe(200);
	const pages: [APIRequestContext, string][] = [
		...[
			'',
			'/students',
			'/cards',
			'/settings',
			`/students/${there.member}`,
			'/assignments',
			`/assignments/${assignment}`
		].map((path): [APIRequestContext, string] => [teacher, `/fr/classes/${there.class}${path}`]),
		[teacher, `/fr/classes/${there.class}/assignments/${assignment}/settings`],
		[author, '/fr/me'],
		[author, '/fr/me/data'],
		[author, `/fr/assignments/${assignment}`],
		[visitor, `/fr/join?code=${there.code}&pseudonym=${encodeURIComponent(markup)}`]
	];
	let pageCount = 0;
	for (const [who, address] of pages) {
		const page = await (await who.get(address)).text();
		expect(page, address).not.toContain('<img src=x');
		if (page.includes('&lt;img src=x')) pageCount += 1;
	}
	expect(pageCount, 'pages that show it as text').toBeGreaterThan(5);
	expect(JSON.stringify(await fetchStoredData(author)), 'kept as it was typed').toContain(markup);
});
