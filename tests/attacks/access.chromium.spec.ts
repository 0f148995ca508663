/**
 * Every way into the server that is not open, asked by everyone who may not: nobody, an applicant, a partner, a student and a
 * teacher of another class, a curator. The table of routes says what there is to ask, so a new route is attacked as soon as it is listed.
 */
import { expect, request as requests, test, type APIRequestContext, type APIResponse } from '@playwright/test';
import { may, type Action, type Actor, type Relation } from '../../src/lib/domain/access.ts';
import { ROUTES } from '../../src/lib/server/access/routes.ts';
import { newAddress, PASSWORD, welcomeLink } from '../e2e/persons.ts';
import { app } from '../servers.ts';

interface Way {
	route: string;
	method: string;
	/** With its action's name, when it is a form's. */
	query: string;
	action: Action;
}

const ways: Way[] = Object.entries(ROUTES).flatMap(([route, { load, actions = {}, methods = {} }]) =>
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

/** About oneself alone: whoever asks is the one it is about. */
const ABOUT_ONESELF: Record<string, Relation> = { '/api/works': 'author' };
const relationsOf = ({ route, action }: Way): Relation[] => {
	const own = ABOUT_ONESELF[route];
	if (own !== undefined) return [own];
	return action.startsWith('account.') ? ['self'] : [];
};

const open = () => requests.newContext({ baseURL: app, extraHTTPHeaders: { origin: app, accept: 'text/html' } });

const send = (who: APIRequestContext, address: string, form: Record<string, string>) => who.post(address, { form });

async function arrive(link: string): Promise<APIRequestContext> {
	const who = await open();
	await send(who, `${new URL(link, app).pathname}?/new`, {
		name: 'Quelqu’un',
		email: newAddress(),
		password: PASSWORD
	});
	return who;
}

async function invited(curator: APIRequestContext, role: string): Promise<APIRequestContext> {
	const page = await (await send(curator, '/fr/people?/invite', { role })).text();
	return arrive(/http[^"]*\/invitation\/[0-9a-f]+/.exec(page)?.[0] ?? '');
}

async function applicant(): Promise<APIRequestContext> {
	const who = await open();
	const email = newAddress();
	await send(who, '/fr/sign-up', { name: 'Quelqu’un', email, password: PASSWORD, application: '' });
	await send(who, '/fr/sign-in?/password', { email, password: PASSWORD });
	return who;
}

interface School {
	teacher: APIRequestContext;
	class: string;
	code: string;
	member: string;
	assignment: string;
}

async function school(curator: APIRequestContext): Promise<School> {
	const teacher = await invited(curator, 'teacher');
	const made = await send(teacher, '/fr/classes/new', { name: 'Attaquée' });
	const id = new URL(made.url()).pathname.split('/').at(-1) ?? '';
	const code = /code=([A-Z0-9]{6})/.exec(await made.text())?.[1] ?? '';
	await send(teacher, `/fr/classes/${id}/students?/add`, { roster: 'Loup' });
	const page = await (await teacher.get(`/fr/classes/${id}`)).text();
	const member = /\/students\/([0-9a-f-]{36})/.exec(page)?.[1] ?? '';
	const given = await send(teacher, `/fr/classes/${id}/assignments/new?challenge=horodateur`, {
		title: '',
		for: 'class'
	});
	const assignment = /\/assignments\/([0-9a-f-]{36})/.exec(given.url())?.[1] ?? '';
	return { teacher, class: id, code, member, assignment };
}

async function student({ code }: School): Promise<APIRequestContext> {
	const who = await open();
	await send(who, '/fr/join?/first', { code, pseudonym: 'Renard' });
	return who;
}

const addressOf = ({ route, query }: Way, there: School): string => {
	const path = route
		.replace('[class]', there.class)
		.replace('[member]', there.member)
		.replace('[assignment]', there.assignment)
		.replace(/\[\w+\]/g, '0e0f6f3c-57a1-4a1c-9a53-1f0f6c1f8a11');
	const view = route.startsWith('/classes') && route.endsWith('/events') ? '?view=board' : '';
	return (/^\/(?:api|machine|openid)\//.test(path) ? '' : '/fr') + path + query + view;
};

function ask(who: APIRequestContext, way: Way, there: School): Promise<APIResponse> {
	// A stream has no end: it is asked for what it would say now.
	const headers = way.route.endsWith('/events') ? { accept: 'application/json' } : {};
	const options = { method: way.method, maxRedirects: 0, headers };
	const body = way.method === 'POST' ? { form: { id: 'someone', role: 'teacher', name: 'x', code: there.code } } : {};
	return who.fetch(addressOf(way, there), { ...options, ...body });
}

test('nobody gets what the table does not give them', async () => {
	test.slow();
	const curator = await arrive(welcomeLink());
	const there = await school(curator);
	const elsewhere = await school(curator);
	const everyone: [Actor, APIRequestContext][] = [
		['visitor', await open()],
		['applicant', await applicant()],
		['partner', await invited(curator, 'partner')],
		['student', await student(elsewhere)],
		['teacher', elsewhere.teacher],
		['curator', curator]
	];
	expect(there.member, 'a student of the class that is attacked').not.toBe('');
	const before = await (await there.teacher.get(`/fr/classes/${there.class}/students`)).text();

	let refused = 0;
	for (const [actor, who] of everyone) {
		for (const way of ways) {
			if (may(actor, way.action, relationsOf(way))) continue;
			const { status } = await ask(who, way, there).then((answer) => ({ status: answer.status() }));
			expect([401, 403, 404, 405, 415], `${actor} ${way.method} ${addressOf(way, there)}`).toContain(status);
			refused += 1;
		}
	}
	expect(refused).toBeGreaterThan(100);

	// The addresses are those of things that are there (nothing was handed in): who teaches the class sees them all.
	const seen = ways.filter(
		({ route, method }) => method === 'GET' && route.startsWith('/classes') && !route.includes('[submission]')
	);
	for (const way of seen) {
		expect((await ask(there.teacher, way, there)).status(), way.route).toBe(200);
	}
	const after = await (await there.teacher.get(`/fr/classes/${there.class}/students`)).text();
	expect(after.replace(/nonce-[^']+|nonce="[^"]+"/g, '')).toBe(before.replace(/nonce-[^']+|nonce="[^"]+"/g, ''));
});

test('a page of another site cannot act for who is signed in', async () => {
	const curator = await arrive(welcomeLink());
	const answer = await curator.post('/fr/people?/invite', {
		form: { role: 'curator' },
		headers: { origin: 'http://evil.example' }
	});
	expect(answer.status()).toBe(403);
});
