/** Measures pages and joining while a hundred strangers guess students' words: `npm run bench -- --strangers`. */
import { aimAtMost, type Aim } from './aim.ts';
import { Newcomer } from './joins/newcomer.ts';
import { startAppProcesses } from './processes.ts';
import { JOIN_CODE, prepareSchool } from './saves/school.ts';
import { roundToDigits, spreadOf, type MeasurementSpread } from './statistics.ts';

interface OrdinaryPeopleFigures {
	/** Milliseconds until a page has loaded, measured several times. */
	page: MeasurementSpread;
	/** Milliseconds until a visitor has joined, for which two passwords are hashed. */
	joining: MeasurementSpread;
}

export interface StrangerFigures {
	quiet: OrdinaryPeopleFigures;
	flood: OrdinaryPeopleFigures;
	/** How many times longer pages take with strangers than without, at the 95th percentile. */
	ratio: number;
	/** Number of answers to strangers, by status. */
	answers: Record<string, number>;
}

const STRANGER_COUNT = 100;
const MEASURED_PAGE_COUNT = 60;
const MEASURED_JOIN_COUNT = 5;

export async function measureStrangers(firstPort: number, say: (text: string) => void): Promise<StrangerFigures> {
	const school = await prepareSchool('pglite', 1);
	const server = await startAppProcesses(firstPort, school.environment, 1);
	try {
		const base = `http://localhost:${server.port}`;
		say('Pages, and students who join…');
		const quietFigures = await measureOrdinaryPeople(base, 'Seul');
		say(`The same while ${STRANGER_COUNT} connections try words…`);
		const answerCountByStatus: Record<string, number> = {};
		let isOver = false;
		const guessingStrangers = Array.from({ length: STRANGER_COUNT }, async (_, nth) => {
			for (let attempt = 0; !isOver; attempt += 1) {
				const status = await guessWords(base, `Inconnu ${nth} ${attempt}`);
				answerCountByStatus[status] = (answerCountByStatus[status] ?? 0) + 1;
			}
		});
		const floodFigures = await measureOrdinaryPeople(base, 'Ensemble');
		isOver = true;
		await Promise.all(guessingStrangers);
		return {
			quiet: quietFigures,
			flood: floodFigures,
			ratio: roundToDigits(floodFigures.page.p95 / quietFigures.page.p95),
			answers: answerCountByStatus
		};
	} finally {
		await server.close();
		await school.close();
	}
}

async function measureOrdinaryPeople(base: string, name: string): Promise<OrdinaryPeopleFigures> {
	const [pageTimes, joinTimes]: [number[], number[]] = [[], []];
	for (let nth = 0; nth < MEASURED_PAGE_COUNT; nth += 1) {
		pageTimes.push(await measureMilliseconds(async () => void (await (await fetch(`${base}/fr/challenges`)).text())));
	}
	for (let nth = 0; nth < MEASURED_JOIN_COUNT; nth += 1) {
		joinTimes.push(
			await measureMilliseconds(async () => void (await new Newcomer(base).join(JOIN_CODE, `${name} ${nth}`)))
		);
	}
	return { page: spreadOf(pageTimes), joining: spreadOf(joinTimes) };
}

async function measureMilliseconds(act: () => Promise<void>): Promise<number> {
	const startMoment = performance.now();
	await act();
	return performance.now() - startMoment;
}

async function guessWords(base: string, pseudonym: string): Promise<number> {
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
	return [aimAtMost(`a page while ${STRANGER_COUNT} strangers try words, 95th of a hundred, ms`, 1000, flood.page.p95)];
}

export function formatStrangerFigures({ quiet, flood, ratio, answers }: StrangerFigures): string[] {
	const formatPeopleFigures = (name: string, { page, joining }: OrdinaryPeopleFigures) =>
		`${name.padEnd(10)} page ${page.p50} / ${page.p95} ms · joined ${joining.p50} / ${joining.p95} ms`;
	const countTexts = Object.entries(answers).map(([status, count]) => `${status}: ${count}`);
	return [
		formatPeopleFigures('quiet', quiet),
		formatPeopleFigures('strangers', flood),
		`pages ${ratio} times as long · answers ${countTexts.join(', ')}`
	];
}
