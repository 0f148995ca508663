/** Requests every protected route in the table of routes, as each kind of person who has no access. */
import { expect, test, type APIRequestContext, type APIResponse } from '../test.ts';
import { isActionAllowed, type AccessAction, type Actor, type Relation } from '#lib/domain/access.ts';
import { ACCESS_BY_ROUTE } from '#lib/server/access/routes.ts';
import { openClient, makeWelcomeLink } from '../adults.ts';
import {
	addressOfRoute,
	createApplicant,
	signUpByWelcomeLink,
	validBodiesOf,
	createInvitedAdult,
	fetchStoredData,
	createLessonWithWork,
	createClassWithTeacher,
	joinClass,
	type LessonWithWork
} from './people.ts';

interface Way {
	route: string;
	method: string;
	/** Query string of the address, which names a form's action. */
	query: string;
	action: AccessAction;
}

const ways: Way[] = Object.entries(ACCESS_BY_ROUTE).flatMap(([route, { load, actions = {}, methods = {} }]) =>
	[
		...(load ? [{ route, method: 'GET', query: '', action: load }] : []),
		...Object.entries(actions).map(([name, action]) => ({
			route,
			method: 'POST',
			query: name === 'default' ? '' : `?/${name}`,
			action
		})),
		...Object.entries(methods).map(([method, action]) => ({ route, method, query: '', action }))
	].flatMap((way) => (way.action === 'open' ? [] : [{ ...way, action: way.action }]))
);

/** Routes about the person who asks, so that everyone has access to their own. */
const ABOUT_ONESELF: Record<string, Relation> = {
	'/api/walls': 'member',
	'/api/works': 'author',
	'/api/pair': 'self',
	'/me': 'self',
	'/me/tell': 'member'
};
const relationsOf = ({ route, action }: Way): Relation[] => {
	// The problem is claimed by another teacher.
	if (route.startsWith('/problems/[problem]')) return ['listed', 'curated'];
	const own = ABOUT_ONESELF[route];
	if (own !== undefined) return [own];
	return action.startsWith('account.') ? ['self'] : [];
};

const addressOf = ({ route, query }: Way, there: LessonWithWork): string =>
	addressOfRoute(route, there) +
	query +
	(route.startsWith('/classes') && route.endsWith('/events') ? '?view=board' : '');

interface Asker {
	actor: Actor;
	who: APIRequestContext;
	/** The account of the sender, so that the request is wrong in no other way than access. */
	account: string;
}

function ask({ who, account }: Omit<Asker, 'actor'>, way: Way, there: LessonWithWork): Promise<APIResponse> {
	// Event streams never end, so their JSON snapshot is asked for instead.
	const headers = way.route.endsWith('/events') ? { accept: 'application/json' } : {};
	const options = { method: way.method, maxRedirects: 0, headers };
	const json = validBodiesOf(there, account)[`${way.method} ${way.route}`];
	if (json) return who.fetch(addressOf(way, there), { ...options, data: json });
	const body = way.method === 'POST' ? { form: { id: 'someone', role: 'teacher', name: 'x', code: there.code } } : {};
	return who.fetch(addressOf(way, there), { ...options, ...body });
}

const withoutNonces = (page: string) => page.replace(/nonce-[^']+|nonce="[^"]+"/g, '');

test('nobody gets what the table does not give them', async () => {
	test.slow();
	const curator = await signUpByWelcomeLink(makeWelcomeLink());
	const there = await createLessonWithWork(await createClassWithTeacher(curator));
	const elsewhere = await createClassWithTeacher(curator);
	const asker = async (actor: Actor, who: APIRequestContext): Promise<Asker> => ({
		actor,
		who,
		account: actor === 'visitor' ? there.account : (await fetchStoredData(who)).account.id
	});
	const everyone = [
		await asker('visitor', await openClient()),
		await asker('applicant', await createApplicant()),
		await asker('partner', await createInvitedAdult(curator, 'partner')),
		await asker('student', (await joinClass(elsewhere)).who),
		await asker('teacher', elsewhere.teacher),
		await asker('curator', curator)
	];
	expect(there.member, 'a student of the class that is attacked').not.toBe('');
	const readClassData = async () => ({
		page: withoutNonces(await (await there.teacher.get(`/fr/classes/${there.class}/students`)).text()),
		teacher: await fetchStoredData(there.teacher),
		student: await fetchStoredData(there.author)
	});
	const before = await readClassData();

	let refusalCount = 0;
	// All kinds of persons ask at the same time, each for one thing after the other.
	await Promise.all(
		everyone.map(async (asking) => {
			for (const way of ways) {
				if (isActionAllowed(asking.actor, way.action, relationsOf(way))) continue;
				const status = (await ask(asking, way, there)).status();
				expect([401, 403, 404, 405, 415], `${asking.actor} ${way.method} ${addressOf(way, there)}`).toContain(status);
				refusalCount += 1;
			}
		})
	);
	// A student of the class to whom the assignment was not given.
	const beside = await asker('student', there.beside);
	for (const way of ways.filter(({ route }) => /^\/api\/(?:assignments|works)\//.test(route))) {
		expect((await ask(beside, way, there)).status(), `beside ${way.method} ${addressOf(way, there)}`).toBe(404);
	}
	expect(refusalCount).toBeGreaterThan(100);

	// The addresses exist, because the class's teacher may see all of them.
	const classWays = ways.filter(({ route, method }) => method === 'GET' && route.startsWith('/classes'));
	for (const way of classWays) {
		expect((await ask({ who: there.teacher, account: '' }, way, there)).status(), way.route).toBe(200);
	}
	expect(await readClassData()).toEqual(before);
});

test('a page of another site cannot act for who is signed in', async () => {
	const curator = await signUpByWelcomeLink(makeWelcomeLink());
	const answer = await curator.post('/fr/people?/invite', {
		form: { role: 'curator' },
		headers: { origin: 'http://evil.example' }
	});
	expect(answer.status()).toBe(403);
});
