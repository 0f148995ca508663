/** Guesses words from many connections and breaks them off. Known students can still sign in. */
import { Agent, request as ask } from 'node:http';
import { connect } from 'node:net';
import { expect, test, type APIRequestContext } from '../test.ts';
import { openClient, postForm, makeWelcomeLink } from '../adults.ts';
import { app, port } from '../servers.ts';
import { signUpByWelcomeLink, createClassWithTeacher } from './people.ts';

const STRANGERS = 100;

interface Card {
	code: string;
	pseudonym: string;
	words: string;
	card: string;
}

async function aCard(pseudonym: string): Promise<Card> {
	const there = await createClassWithTeacher(await signUpByWelcomeLink(makeWelcomeLink()));
	const page = await (
		await postForm(there.teacher, `/fr/classes/${there.class}/students?/add`, { roster: pseudonym })
	).text();
	const words = /passphrase:"([^"]+)"/.exec(page)?.[1] ?? '';
	const card = /token:"([^"]+)"/.exec(page)?.[1] ?? '';
	return { code: there.code, pseudonym, words, card };
}

/** Sends the form as without scripts. Resolves to whether the student is signed in. */
async function enters(who: APIRequestContext, { code, pseudonym, words, card }: Card): Promise<boolean> {
	const answer = await who.post('/fr/join?/enter', { form: { code, pseudonym, words, card }, maxRedirects: 0 });
	return answer.status() === 303;
}

test(
	'while a hundred strangers guess, who holds a card or was here before comes in at the first try',
	{ tag: '@soak' },
	async () => {
		const lou = await aCard('Lou');
		const own = await openClient();
		expect(await enters(own, { ...lou, card: '' }), 'nobody guesses yet').toBe(true);
		await own.post('/fr/leave', { form: {} });

		const strangers = await openClient();
		let isOver = false;
		const statuses = new Map<number, number>();
		const guesses = Array.from({ length: STRANGERS }, async (_, number) => {
			for (let attemptNumber = 0; !isOver; attemptNumber += 1) {
				const form = {
					code: lou.code,
					pseudonym: number < 10 ? lou.pseudonym : `Inconnu ${number} ${attemptNumber}`,
					words: 'un deux trois',
					card: ''
				};
				const answer = await strangers.post('/fr/join?/enter', { form, maxRedirects: 0 });
				statuses.set(answer.status(), (statuses.get(answer.status()) ?? 0) + 1);
				if (answer.status() === 503) expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
			}
		});
		// After so many guesses, every stranger in this class has to wait.
		await expect.poll(() => [...statuses.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(STRANGERS);
		expect(await enters(own, { ...lou, card: '' }), 'was here before').toBe(true);
		expect(await enters(await openClient(), lou), 'holds a card').toBe(true);
		isOver = true;
		await Promise.all(guesses);
		expect([...statuses.keys()].filter((status) => status !== 400 && status !== 503)).toEqual([]);
		expect(await enters(await openClient(), { ...lou, card: '' }), 'a stranger with the right words waits').toBe(false);
		expect(await enters(await openClient(), lou)).toBe(true);
	}
);

/** Sends `text` on a new connection, and cuts the connection at once or when the answer begins. */
function cut(text: string, after: 'sent' | 'answered'): Promise<void> {
	return new Promise((resolve) => {
		const socket = connect(port, 'localhost');
		socket.once('close', () => resolve());
		socket.on('error', () => socket.destroy());
		socket.once('connect', () => socket.write(text, () => after === 'sent' && socket.resetAndDestroy()));
		socket.once('data', () => socket.resetAndDestroy());
	});
}

test('lines that are cut in the middle of what they bring, or of what they get, end nobody else’s', async () => {
	const head = `Host: localhost:${port}\r\nOrigin: ${app}\r\nAccept-Encoding: gzip, br\r\n`;
	const upload = `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 500000\r\n\r\ncode=`;
	const kinds = [
		() => cut(`POST /fr/join?/enter HTTP/1.1\r\n${head}${upload}${'a'.repeat(20_000)}`, 'sent'),
		() => cut(`PUT /api/works/one HTTP/1.1\r\n${head}${upload}${'a'.repeat(20_000)}`, 'answered'),
		() => cut(`GET /fr/challenges HTTP/1.1\r\n${head}\r\n`, 'answered'),
		() => cut(`GET /machine/events HTTP/1.1\r\n${head}\r\n`, 'answered'),
		() => cut(`GET /fr HTTP/1.1\r\n${head}\r\nGET /fr HTTP/1.1\r\n${head}\r\n`, 'sent')
	];
	for (let round = 0; round < 10; round += 1) await Promise.all(kinds.map((kind) => kind()));
	expect((await fetch(`${app}/healthz`)).status).toBe(200);
	expect((await fetch(`${app}/fr`)).status).toBe(200);
});

/** Resolves to the status of the answer. With the same `agent`, all requests use one connection. */
function statusOf(agent: Agent, method: string, path: string, body = ''): Promise<number> {
	return new Promise((resolve, reject) => {
		const headers = { 'content-type': 'application/json', origin: app };
		const request = ask(app + path, { agent, method, headers }, (response) => {
			response.resume().once('end', () => resolve(response.statusCode ?? 0));
		});
		request.on('error', reject);
		request.end(body);
	});
}

test('a large body that is refused unread keeps no other request of its connection waiting', async () => {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	for (let nth = 0; nth < 3; nth += 1) {
		expect(await statusOf(agent, 'PUT', '/api/works/one', JSON.stringify('x'.repeat(500_000)))).toBe(401);
		expect(await statusOf(agent, 'GET', '/healthz')).toBe(200);
	}
	agent.destroy();
});
