import fc from 'fast-check';
import { expect, test, type APIRequestContext } from '../test.ts';
import { ACCESS_BY_ROUTE } from '#lib/server/access/routes.ts';
import { openHttpClient, makeCuratorLink } from '../adults.ts';
import { arbitraryWrongBodies, arbitraryAddressParts, arbitraryHostileTexts } from './hostile-inputs.ts';
import {
	addressOfRoute,
	signUpClientByLink,
	validRequestBodiesOf,
	fetchStoredPersonData,
	createLessonWithWork,
	createClassWithTeacher,
	createWorkRequest,
	type LessonWithWork
} from './people.ts';

/** A failed test prints its seed. The same seed makes the same inputs again. */
const FUZZ_SEED = Number(process.env['BRAISE_FUZZ_SEED'] ?? Date.now() % 1_000_000);
/** The fields of every form that teachers and curators send. */
const FORM_FIELD_NAMES = [
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
const SESSION_ENDING_ACTIONS = new Set([
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
let lesson: LessonWithWork;
let curator: APIRequestContext;
let visitor: APIRequestContext;

test.beforeAll(async () => {
	curator = await signUpClientByLink(makeCuratorLink());
	lesson = await createLessonWithWork(await createClassWithTeacher(curator));
	visitor = await openHttpClient();
});

test('malformed JSON is refused with a 4xx status by every route, and changes nothing', async () => {
	const storedBefore = [
		await fetchStoredPersonData(lesson.author),
		await fetchStoredPersonData(lesson.teacher)
	] as const;
	const [author, teacher] = storedBefore.map(({ account }, at) => ({
		who: at === 0 ? lesson.author : lesson.teacher,
		bodies: validRequestBodiesOf(lesson, account.id)
	}));
	for (const methodAndRoute of Object.keys(author?.bodies ?? {})) {
		const [method = '', route = ''] = methodAndRoute.split(' ');
		const address = addressOfRoute(route, lesson);
		const asker = route.startsWith('/classes') ? teacher : author;
		const validBody = asker?.bodies[methodAndRoute];
		if (!asker || !validBody) throw new Error(methodAndRoute);
		await fc.assert(
			fc.asyncProperty(arbitraryWrongBodies(validBody), async ({ data, headers }) => {
				const answer = await asker.who.fetch(address, { method, data, headers });
				expect(answer.status(), `${method} ${address}`).toBeGreaterThanOrEqual(400);
				expect(answer.status(), `${method} ${address}`).toBeLessThan(500);
			}),
			{ seed: FUZZ_SEED, numRuns: 30, endOnFailure: true }
		);
	}
	expect([await fetchStoredPersonData(lesson.author), await fetchStoredPersonData(lesson.teacher)]).toEqual(
		storedBefore
	);
});

test('hostile parts of an address cause no server error and change nothing', async () => {
	const clients = [lesson.author, lesson.teacher, curator, visitor];
	const storedBefore = await Promise.all([
		fetchStoredPersonData(lesson.author),
		fetchStoredPersonData(lesson.teacher),
		fetchStoredPersonData(curator)
	]);
	for (const [route, { methods = {}, load }] of Object.entries(ACCESS_BY_ROUTE)) {
		if (load === undefined && methods['GET'] === undefined) continue;
		// Streams are left out, because they stay open.
		if (route.endsWith('/events')) continue;
		await fc.assert(
			fc.asyncProperty(
				arbitraryAddressParts,
				arbitraryAddressParts,
				fc.nat(clients.length - 1),
				async (inPath, inQuery, whose) => {
					const names = ['from', 'until', 'account', 'code', 'to', 'challenge', 'for', 'view', 'pseudonym', 'begin'];
					const query = names.map((name) => `${name}=${inQuery}`).join('&');
					const path = route.includes('[') ? route.replace(/\[\w+\]/g, inPath) : route;
					const address = `${addressOfRoute(path, lesson)}?${query}`;
					const answer = await clients[whose]?.get(address, { maxRedirects: 0 });
					expect(answer?.status(), address.slice(0, 300)).toBeLessThan(500);
					// With an empty last segment, the address is that of a list, which redirects.
					const leads = inPath === '' && answer?.status() === 308;
					if (route.startsWith('/api/') && !leads)
						expect(answer?.status(), address.slice(0, 300)).toBeGreaterThanOrEqual(400);
					expect(answer?.headers()['set-cookie'] ?? '', address.slice(0, 300)).not.toContain('a=b');
					expect(answer?.headers()['location'] ?? '/', address.slice(0, 300)).toMatch(/^\/(?!\/)/);
				}
			),
			{ seed: FUZZ_SEED, numRuns: 8, endOnFailure: true }
		);
	}
	expect(
		await Promise.all([
			fetchStoredPersonData(lesson.author),
			fetchStoredPersonData(lesson.teacher),
			fetchStoredPersonData(curator)
		])
	).toEqual(storedBefore);
});

test('hostile form fields cause no server error, and refused forms change nothing', async () => {
	const chooseClientForRoute = (route: string) => {
		if (route.startsWith('/classes')) return lesson.teacher;
		if (route === '/account' || route.startsWith('/problems')) return lesson.teacher;
		return route === '/people' ? curator : visitor;
	};
	const formFields = fc.dictionary(fc.constantFrom(...FORM_FIELD_NAMES), arbitraryHostileTexts, {
		minKeys: 3,
		maxKeys: FORM_FIELD_NAMES.length
	});
	for (const [route, { actions = {} }] of Object.entries(ACCESS_BY_ROUTE)) {
		for (const actionName of Object.keys(actions)) {
			if (SESSION_ENDING_ACTIONS.has(actionName) || SESSION_ENDING_ACTIONS.has(`${actionName} ${route}`)) continue;
			const address =
				addressOfRoute(route, lesson) +
				(actionName === 'default' ? '' : `?/${actionName}`) +
				(route.endsWith('/new') ? '?project' : '');
			const client = chooseClientForRoute(route);
			await fc.assert(
				fc.asyncProperty(formFields, fc.boolean(), async (fields, asFile) => {
					const storedBefore = client === visitor ? undefined : await fetchStoredPersonData(client);
					const file = { name: '../x.csv', mimeType: 'text/csv', buffer: Buffer.from('Renard') };
					const wellFormed = Object.fromEntries(
						Object.entries(fields).map(([key, text]) => [key, text.toWellFormed()])
					);
					const requestBody = asFile
						? { multipart: { ...wellFormed, roster: file, id: file, name: file } }
						: { form: wellFormed };
					const answer = await client.post(address, { ...requestBody, maxRedirects: 0 });
					expect(answer.status(), address).toBeLessThan(500);
					if (answer.status() >= 400 && storedBefore !== undefined)
						expect(await fetchStoredPersonData(client), address).toEqual(storedBefore);
				}),
				{ seed: FUZZ_SEED, numRuns: 5, endOnFailure: true }
			);
		}
	}
});

test('markup and formulas are stored as typed, and pages show them as text', async () => {
	const markup = '=1+1<img src=x onerror=alert(1)>';
	const { teacher, author, account, assignment } = lesson;
	const formPosts: [string, Record<string, string>][] = [
		[`/fr/classes/${lesson.classId}/settings?/rename`, { name: markup }],
		[
			`/fr/classes/${lesson.classId}/assignments/${assignment}/settings?/change`,
			{ title: markup, note: markup, for: 'class' }
		],
		[`/fr/classes/${lesson.classId}/students/${lesson.memberId}?/validate`, { piste: 'green', note: markup }]
	];
	for (const [address, form] of formPosts) expect((await teacher.post(address, { form })).status(), address).toBe(200);
	const projectRequest = createWorkRequest({ account, work: 'markup', version: 'markup-1', challenge: null });
	const [version] = projectRequest.versions;
	const workRequest = {
		...projectRequest,
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
	const pageRequests: [APIRequestContext, string][] = [
		...[
			'',
			'/students',
			'/cards',
			'/settings',
			`/students/${lesson.memberId}`,
			'/assignments',
			`/assignments/${assignment}`
		].map((path): [APIRequestContext, string] => [teacher, `/fr/classes/${lesson.classId}${path}`]),
		[teacher, `/fr/classes/${lesson.classId}/assignments/${assignment}/settings`],
		[author, '/fr/me'],
		[author, '/fr/me/data'],
		[author, `/fr/assignments/${assignment}`],
		[visitor, `/fr/join?code=${lesson.code}&pseudonym=${encodeURIComponent(markup)}`]
	];
	let pageCount = 0;
	for (const [who, address] of pageRequests) {
		const page = await (await who.get(address)).text();
		expect(page, address).not.toContain('<img src=x');
		if (page.includes('&lt;img src=x')) pageCount += 1;
	}
	expect(pageCount, 'pages that show it as text').toBeGreaterThan(5);
	expect(JSON.stringify(await fetchStoredPersonData(author)), 'kept as it was typed').toContain(markup);
});
