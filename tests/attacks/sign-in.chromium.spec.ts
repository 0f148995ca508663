import { Agent, request as ask } from 'node:http';
import { connect } from 'node:net';
import { expect, test, type APIRequestContext } from '../test.ts';
import { openHttpClient, postForm, makeCuratorLink } from '../adults.ts';
import { appOrigin, appPort } from '../servers.ts';
import { signUpClientByLink, createClassWithTeacher } from './people.ts';

const STRANGER_COUNT = 100;

interface StudentCard {
	code: string;
	pseudonym: string;
	words: string;
	card: string;
}

async function createStudentCard(pseudonym: string): Promise<StudentCard> {
	const classWithTeacher = await createClassWithTeacher(await signUpClientByLink(makeCuratorLink()));
	const page = await (
		await postForm(classWithTeacher.teacher, `/fr/classes/${classWithTeacher.classId}/students?/add`, {
			roster: pseudonym
		})
	).text();
	const words = /passphrase:"([^"]+)"/.exec(page)?.[1] ?? '';
	const card = /token:"([^"]+)"/.exec(page)?.[1] ?? '';
	return { code: classWithTeacher.code, pseudonym, words, card };
}

/** Sends the sign-in form as a browser without scripts does. Resolves to whether the student is signed in afterwards. */
async function canSignIn(who: APIRequestContext, { code, pseudonym, words, card }: StudentCard): Promise<boolean> {
	const answer = await who.post('/fr/join?/enter', { form: { code, pseudonym, words, card }, maxRedirects: 0 });
	return answer.status() === 303;
}

test(
	'while a hundred strangers guess, students with a card or a known browser sign in at once',
	{ tag: '@soak' },
	async () => {
		const lou = await createStudentCard('Lou');
		const ownClient = await openHttpClient();
		expect(await canSignIn(ownClient, { ...lou, card: '' }), 'nobody guesses yet').toBe(true);
		await ownClient.post('/fr/leave', { form: {} });

		const strangers = await openHttpClient();
		let isOver = false;
		const countByStatus = new Map<number, number>();
		const guesses = Array.from({ length: STRANGER_COUNT }, async (_, number) => {
			for (let attemptNumber = 0; !isOver; attemptNumber += 1) {
				const form = {
					code: lou.code,
					pseudonym: number < 10 ? lou.pseudonym : `Inconnu ${number} ${attemptNumber}`,
					words: 'un deux trois',
					card: ''
				};
				const answer = await strangers.post('/fr/join?/enter', { form, maxRedirects: 0 });
				countByStatus.set(answer.status(), (countByStatus.get(answer.status()) ?? 0) + 1);
				if (answer.status() === 503) expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
			}
		});
		// After so many guesses, every stranger in this class has to wait.
		await expect
			.poll(() => [...countByStatus.values()].reduce((sum, count) => sum + count, 0))
			.toBeGreaterThan(STRANGER_COUNT);
		expect(await canSignIn(ownClient, { ...lou, card: '' }), 'was here before').toBe(true);
		expect(await canSignIn(await openHttpClient(), lou), 'holds a card').toBe(true);
		isOver = true;
		await Promise.all(guesses);
		expect([...countByStatus.keys()].filter((status) => status !== 400 && status !== 503)).toEqual([]);
		expect(await canSignIn(await openHttpClient(), { ...lou, card: '' }), 'a stranger with the right words waits').toBe(
			false
		);
		expect(await canSignIn(await openHttpClient(), lou)).toBe(true);
	}
);

/** Sends `text` on a new connection, and cuts the connection at once or when the answer begins. */
function sendAndCutConnection(text: string, after: 'sent' | 'answered'): Promise<void> {
	return new Promise((resolve) => {
		const socket = connect(appPort, 'localhost');
		socket.once('close', () => resolve());
		socket.on('error', () => socket.destroy());
		socket.once('connect', () => socket.write(text, () => after === 'sent' && socket.resetAndDestroy()));
		socket.once('data', () => socket.resetAndDestroy());
	});
}

test('connections cut in the middle of a request or answer do not stop the server', async () => {
	const requestHeaders = `Host: localhost:${appPort}\r\nOrigin: ${appOrigin}\r\nAccept-Encoding: gzip, br\r\n`;
	const uploadHeaders = `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 500000\r\n\r\ncode=`;
	const brokenRequests = [
		() =>
			sendAndCutConnection(
				`POST /fr/join?/enter HTTP/1.1\r\n${requestHeaders}${uploadHeaders}${'a'.repeat(20_000)}`,
				'sent'
			),
		() =>
			sendAndCutConnection(
				`PUT /api/works/one HTTP/1.1\r\n${requestHeaders}${uploadHeaders}${'a'.repeat(20_000)}`,
				'answered'
			),
		() => sendAndCutConnection(`GET /fr/challenges HTTP/1.1\r\n${requestHeaders}\r\n`, 'answered'),
		() => sendAndCutConnection(`GET /machine/events HTTP/1.1\r\n${requestHeaders}\r\n`, 'answered'),
		() =>
			sendAndCutConnection(`GET /fr HTTP/1.1\r\n${requestHeaders}\r\nGET /fr HTTP/1.1\r\n${requestHeaders}\r\n`, 'sent')
	];
	for (let round = 0; round < 10; round += 1) await Promise.all(brokenRequests.map((kind) => kind()));
	expect((await fetch(`${appOrigin}/healthz`)).status).toBe(200);
	expect((await fetch(`${appOrigin}/fr`)).status).toBe(200);
});

/** Resolves to the status of the answer. With the same `agent`, all requests use one connection. */
function fetchStatus(agent: Agent, method: string, path: string, body = ''): Promise<number> {
	return new Promise((resolve, reject) => {
		const headers = { 'content-type': 'application/json', origin: appOrigin };
		const request = ask(appOrigin + path, { agent, method, headers }, (response) => {
			response.resume().once('end', () => resolve(response.statusCode ?? 0));
		});
		request.on('error', reject);
		request.end(body);
	});
}

test('a large body refused unread does not block later requests on the same connection', async () => {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	for (let nth = 0; nth < 3; nth += 1) {
		expect(await fetchStatus(agent, 'PUT', '/api/works/one', JSON.stringify('x'.repeat(500_000)))).toBe(401);
		expect(await fetchStatus(agent, 'GET', '/healthz')).toBe(200);
	}
	agent.destroy();
});
