/** Measures pages while a hundred strangers guess words as fast as they can: `npm run bench -- --strangers`. */
import { aimAtMost, type Aim } from './aim.ts';
import { Newcomer } from './joins/newcomer.ts';
import { startAppProcesses } from './processes.ts';
import { JOIN_CODE, prepareSchool } from './saves/school.ts';
import { roundToDigits, spreadOf, type Spread } from './statistics.ts';

interface Beside {
	/** Milliseconds until a page has loaded, measured several times. */
	page: Spread;
	/** Milliseconds until a visitor has joined, for which two passwords are hashed. */
	joined: Spread;
}

export interface StrangerFigures {
	quiet: Beside;
	flood: Beside;
	/** How many times longer pages take with strangers than without, at the 95th percentile. */
	ratio: number;
	/** Number of answers to strangers, by status. */
	answers: Record<string, number>;
}

const STRANGERS = 100;
const PAGES = 60;
const JOINING = 5;

export async function measureStrangers(from: number, say: (text: string) => void): Promise<StrangerFigures> {
	const school = await prepareSchool('pglite', 1);
	const server = await startAppProcesses(from, school.environment, 1);
	try {
		const base = `http://localhost:${server.port}`;
		say('Pages, and students who join…');
		const quiet = await beside(base, 'Seul');
		say(`The same while ${STRANGERS} connections try words…`);
		const answers: Record<string, number> = {};
		let isOver = false;
		const strangers = Array.from({ length: STRANGERS }, async (_, nth) => {
			for (let attempt = 0; !isOver; attempt += 1) {
				const status = await guess(base, `Inconnu ${nth} ${attempt}`);
				answers[status] = (answers[status] ?? 0) + 1;
			}
		});
		const flood = await beside(base, 'Ensemble');
		isOver = true;
		await Promise.all(strangers);
		return { quiet, flood, ratio: roundToDigits(flood.page.p95 / quiet.page.p95), answers };
	} finally {
		await server.close();
		await school.close();
	}
}

async function beside(base: string, name: string): Promise<Beside> {
	const [page, joined]: [number[], number[]] = [[], []];
	for (let nth = 0; nth < PAGES; nth += 1) {
		page.push(await timeOf(async () => void (await (await fetch(`${base}/fr/challenges`)).text())));
	}
	for (let nth = 0; nth < JOINING; nth += 1) {
		joined.push(await timeOf(async () => void (await new Newcomer(base).join(JOIN_CODE, `${name} ${nth}`))));
	}
	return { page: spreadOf(page), joined: spreadOf(joined) };
}

async function timeOf(act: () => Promise<void>): Promise<number> {
	const began = performance.now();
	await act();
	return performance.now() - began;
}

async function guess(base: string, pseudonym: string): Promise<number> {
	const answer = await fetch(`${base}/fr/join?/enter`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin: base, 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ code: JOIN_CODE, pseudonym, words: 'un deux trois' })
	});
	await answer.text();
	return answer.status;
}

export function strangerAims({ flood }: StrangerFigures): Aim[] {
	return [aimAtMost(`a page while ${STRANGERS} strangers try words, 95th of a hundred, ms`, 1000, flood.page.p95)];
}

export function strangerLines({ quiet, flood, ratio, answers }: StrangerFigures): string[] {
	const line = (name: string, { page, joined }: Beside) =>
		`${name.padEnd(10)} page ${page.p50} / ${page.p95} ms · joined ${joined.p50} / ${joined.p95} ms`;
	const counts = Object.entries(answers).map(([status, count]) => `${status}: ${count}`);
	return [
		line('quiet', quiet),
		line('strangers', flood),
		`pages ${ratio} times as long · answers ${counts.join(', ')}`
	];
}
