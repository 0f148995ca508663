/** Measures 35 students who join a class at once and open a challenge: `npm run bench -- --joins`. */
import { aimAtMost, type Aim } from './aim.ts';
import { Newcomer } from './joins/newcomer.ts';
import { startAppProcesses } from './processes.ts';
import { JOIN_CODE, prepareSchool, type BenchSchool } from './saves/school.ts';
import { roundToDigits, spreadOf, type Spread } from './statistics.ts';

interface Joins {
	/** Milliseconds from the start until a student has joined and sees their three words. */
	joined: Spread;
	/** Milliseconds from the start until the challenge's page has loaded. */
	opened: Spread;
	/** Seconds until the page of the last student has loaded. */
	whole: number;
	errors: number;
}

export type JoinFigures = Record<string, Joins>;

const STUDENTS = 35;

export async function measureJoins(from: number, say: (text: string) => void): Promise<JoinFigures> {
	const of = async (engine: BenchSchool['engine'], processes: number): Promise<Joins> => {
		say(`${STUDENTS} students join, ${engine}, processes: ${processes}…`);
		const school = await prepareSchool(engine, 1);
		try {
			const server = await startAppProcesses(from, school.environment, processes);
			try {
				return await measure(`http://localhost:${server.port}`);
			} finally {
				await server.close();
			}
		} finally {
			await school.close();
		}
	};
	return {
		pglite: await of('pglite', 1),
		postgres: await of('postgres', 1),
		'2 × postgres': await of('postgres', 2)
	};
}

async function measure(base: string): Promise<Joins> {
	const began = performance.now();
	const [joined, opened]: [number[], number[]] = [[], []];
	let errors = 0;
	const all = Array.from({ length: STUDENTS }, async (_, nth) => {
		const student = new Newcomer(base);
		const isIn = await student.join(JOIN_CODE, `Renard ${nth}`);
		joined.push(performance.now() - began);
		const isOpen = isIn && (await student.canOpen('/fr/challenges/horodateur'));
		opened.push(performance.now() - began);
		if (!isOpen) errors += 1;
	});
	await Promise.all(all);
	const whole = roundToDigits((performance.now() - began) / 1000);
	return { joined: spreadOf(joined), opened: spreadOf(opened), whole, errors };
}

export function classJoinAims(figures: JoinFigures): Aim[] {
	return Object.entries(figures).flatMap(([where, { whole, errors }]) => [
		aimAtMost(`${STUDENTS} students in and at a challenge on ${where}, s`, 60, whole),
		aimAtMost(`students on ${where} who did not get there`, 0, errors)
	]);
}

export function classJoinLines(figures: JoinFigures): string[] {
	return Object.entries(figures).map(
		([where, { joined, opened, whole, errors }]) =>
			`${where.padEnd(12)} in after ${joined.p50} / ${joined.p95} ms · at the challenge after ${opened.p50} / ${opened.p95} ms · the last after ${whole} s (${errors} failed)`
	);
}
