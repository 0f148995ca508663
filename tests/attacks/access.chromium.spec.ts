import { expect, test, type APIRequestContext, type APIResponse } from '../test.ts';
import { isActionAllowed, type AccessAction, type RoleOrVisitor, type AccessRelation } from '#lib/domain/access.ts';
import { ACCESS_BY_ROUTE } from '#lib/server/access/routes.ts';
import { openHttpClient, makeCuratorLink } from '../adults.ts';
import { isSoakRun } from '../soak.ts';
import {
	addressOfRoute,
	createApplicant,
	signUpClientByLink,
	validRequestBodiesOf,
	createInvitedAdult,
	fetchStoredPersonData,
	createLessonWithWork,
	createClassWithTeacher,
	joinClass,
	type LessonWithWork,
	removeNonces
} from './people.ts';

interface RouteRequest {
	route: string;
	method: string;
	/** Query string of the address, which names a form's action. */
	query: string;
	/** Whether a form is sent, to an action of a page. */
	isForm: boolean;
	action: AccessAction;
}

const routeRequests: RouteRequest[] = Object.entries(ACCESS_BY_ROUTE).flatMap(
	([route, { load, actions = {}, methods = {} }]) =>
		[
			...(load ? [{ route, method: 'GET', query: '', isForm: false, action: load }] : []),
			...Object.entries(actions).map(([name, action]) => ({
				route,
				method: 'POST',
				query: name === 'default' ? '' : `?/${name}`,
				isForm: true,
				action
			})),
			...Object.entries(methods).map(([method, action]) => ({ route, method, query: '', isForm: false, action }))
		].flatMap((way) => (way.action === 'open' ? [] : [{ ...way, action: way.action }]))
);

/** As each kind of person, `npm test` sends only every third request, beginning at a different one; the soak sends all. */
const REQUEST_SAMPLING_INTERVAL = 3;

/** Routes that show only the sender's own things, with the relation that every sender has to them. */
const RELATION_BY_OWN_ROUTE: Record<string, AccessRelation> = {
	'/api/walls': 'member',
	'/api/works': 'author',
	'/api/pair': 'self',
	'/me': 'self',
	'/me/tell': 'member'
};
const listRequestRelations = ({ route, action }: RouteRequest): AccessRelation[] => {
	// For every sender, the problem is one on the board that another teacher has claimed.
	if (route.startsWith('/problems/[problem]')) return ['listed', 'curated'];
	const ownRelation = RELATION_BY_OWN_ROUTE[route];
	if (ownRelation !== undefined) return [ownRelation];
	return action.startsWith('account.') ? ['self'] : [];
};

const buildRequestAddress = ({ route, query }: RouteRequest, lesson: LessonWithWork): string =>
	addressOfRoute(route, lesson) +
	query +
	(route.startsWith('/classes') && route.endsWith('/events') ? '?view=board' : '');

/** Requests without a body. All others, except GET requests, send a form or JSON. */
const REQUESTS_WITHOUT_BODY = new Set([
	'DELETE /api/assignments/[assignment]/submissions/[submission]',
	'DELETE /api/pair',
	'DELETE /api/walls/[class]/portfolio',
	'DELETE /api/walls/[class]/works/[work]',
	'DELETE /api/works/[work]'
]);

interface RequestSender {
	actor: RoleOrVisitor;
	who: APIRequestContext;
	/** The sender's own account id, which the body names so that only missing access can be the reason for a refusal. */
	account: string;
}

function sendRequest(
	{ who, account }: Omit<RequestSender, 'actor'>,
	way: RouteRequest,
	lesson: LessonWithWork
): Promise<APIResponse> {
	// Event streams never end, so their JSON snapshot is asked for instead.
	const headers = way.route.endsWith('/events') ? { accept: 'application/json' } : {};
	const options = { method: way.method, maxRedirects: 0, headers };
	return who.fetch(buildRequestAddress(way, lesson), { ...options, ...createRequestBody(way, lesson, account) });
}

function createRequestBody({ route, method, isForm }: RouteRequest, lesson: LessonWithWork, account: string): object {
	if (isForm) return { form: { id: 'someone', role: 'teacher', name: 'x', code: lesson.code } };
	const request = `${method} ${route}`;
	if (method === 'GET' || REQUESTS_WITHOUT_BODY.has(request)) return {};
	const json = validRequestBodiesOf(lesson, account)[request];
	// Without a valid body, the server could refuse the request for its body alone, and the test would prove nothing.
	if (json === undefined) throw new Error(`validRequestBodiesOf has no body for ${request}`);
	return { data: json };
}

test('people without access are refused at every protected route, and no data changes', async () => {
	test.slow();
	const curator = await signUpClientByLink(makeCuratorLink());
	const there = await createLessonWithWork(await createClassWithTeacher(curator));
	const otherClass = await createClassWithTeacher(curator);
	const createRequestSender = async (actor: RoleOrVisitor, who: APIRequestContext): Promise<RequestSender> => ({
		actor,
		who,
		account: actor === 'visitor' ? there.account : (await fetchStoredPersonData(who)).account.id
	});
	const askers = [
		await createRequestSender('visitor', await openHttpClient()),
		await createRequestSender('applicant', await createApplicant()),
		await createRequestSender('partner', await createInvitedAdult(curator, 'partner')),
		await createRequestSender('student', (await joinClass(otherClass)).client),
		await createRequestSender('teacher', otherClass.teacher),
		await createRequestSender('curator', curator)
	];
	expect(there.memberId, 'a student of the class that is attacked').not.toBe('');
	// A classmate gets this file, so the refusals below do not come from a missing file.
	const exhibitFile = addressOfRoute('/api/walls/[class]/exhibits/[exhibit]/files/[file]', there);
	expect((await there.classmate.get(exhibitFile)).status(), 'a picture of an exhibit, for a classmate').toBe(200);
	const readComparedClassData = async () => ({
		page: removeNonces(await (await there.teacher.get(`/fr/classes/${there.classId}/students`)).text()),
		teacher: await fetchStoredPersonData(there.teacher),
		student: await fetchStoredPersonData(there.author)
	});
	const dataBefore = await readComparedClassData();

	let refusalCount = 0;
	// All kinds of persons send at the same time, each of them one request after another.
	await Promise.all(
		askers.map(async (asking, askerIndex) => {
			for (const [wayIndex, way] of routeRequests.entries()) {
				if (!isSoakRun && (wayIndex + askerIndex) % REQUEST_SAMPLING_INTERVAL !== 0) continue;
				if (isActionAllowed(asking.actor, way.action, listRequestRelations(way))) continue;
				const status = (await sendRequest(asking, way, there)).status();
				expect([401, 403, 404, 405], `${asking.actor} ${way.method} ${buildRequestAddress(way, there)}`).toContain(
					status
				);
				refusalCount += 1;
			}
		})
	);
	// A student of the class to whom the assignment was not given.
	const classmateAsker = await createRequestSender('student', there.classmate);
	for (const way of routeRequests.filter(({ route }) => /^\/api\/(?:assignments|works)\//.test(route))) {
		// The assignment's own address tells a classmate that the assignment is not given to them, and nothing more.
		const isPageRequest = way.route === '/api/assignments/[assignment]' && way.method === 'GET';
		const status = (await sendRequest(classmateAsker, way, there)).status();
		expect(status, `beside ${way.method} ${buildRequestAddress(way, there)}`).toBe(isPageRequest ? 410 : 404);
	}
	expect(refusalCount).toBeGreaterThan(100);

	// The class's teacher can open all these addresses, so the refusals above do not come from missing pages.
	const classRequests = routeRequests.filter(({ route, method }) => method === 'GET' && route.startsWith('/classes'));
	for (const way of classRequests) {
		expect((await sendRequest({ who: there.teacher, account: '' }, way, there)).status(), way.route).toBe(200);
	}
	expect(await readComparedClassData()).toEqual(dataBefore);
});

test('a form sent from another site is refused, even for a signed-in curator', async () => {
	const curator = await signUpClientByLink(makeCuratorLink());
	const answer = await curator.post('/fr/people?/invite', {
		form: { role: 'curator' },
		headers: { origin: 'http://evil.example' }
	});
	expect(answer.status()).toBe(403);
});
