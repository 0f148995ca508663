/** Measures 35 students who join a class at once and open a challenge: `npm run bench -- --joins`. */
import { aimAtMost, type Aim } from './aim.ts';
import { Newcomer } from './joins/newcomer.ts';
import { startAppProcesses } from './processes.ts';
import { JOIN_CODE, prepareSchool, type BenchSchool } from './saves/school.ts';
import { roundToDigits, spreadOf, type MeasurementSpread } from './statistics.ts';

interface JoinTimes {
	/** Milliseconds from the start until a student has joined and sees their three words. */
	joining: MeasurementSpread;
	/** Milliseconds from the start until the challenge's page has loaded. */
	opening: MeasurementSpread;
	/** Seconds until the page of the last student has loaded. */
	whole: number;
	errors: number;
}

export type JoinFigures = Record<string, JoinTimes>;

const JOINING_STUDENT_COUNT = 35;

export async function measureJoins(firstPort: number, say: (text: string) => void): Promise<JoinFigures> {
	const measureOnDatabase = async (engine: BenchSchool['engine'], processCount: number): Promise<JoinTimes> => {
		say(`${JOINING_STUDENT_COUNT} students join, ${engine}, processes: ${processCount}…`);
		const school = await prepareSchool(engine, 1);
		try {
			const server = await startAppProcesses(firstPort, school.environment, processCount);
			try {
				return await measureNewcomers(`http://localhost:${server.port}`);
			} finally {
				await server.close();
			}
		} finally {
			await school.close();
		}
	};
	return {
		pglite: await measureOnDatabase('pglite', 1),
		postgres: await measureOnDatabase('postgres', 1),
		'2 × postgres': await measureOnDatabase('postgres', 2)
	};
}

async function measureNewcomers(base: string): Promise<JoinTimes> {
	const startMoment = performance.now();
	const [joinTimes, openTimes]: [number[], number[]] = [[], []];
	let errors = 0;
	const joiningStudents = Array.from({ length: JOINING_STUDENT_COUNT }, async (_, nth) => {
		const student = new Newcomer(base);
		const isIn = await student.join(JOIN_CODE, `Renard ${nth}`);
		joinTimes.push(performance.now() - startMoment);
		const isOpen = isIn && (await student.canOpen('/fr/challenges/horodateur'));
		openTimes.push(performance.now() - startMoment);
		if (!isOpen) errors += 1;
	});
	await Promise.all(joiningStudents);
	const whole = roundToDigits((performance.now() - startMoment) / 1000);
	return { joining: spreadOf(joinTimes), opening: spreadOf(openTimes), whole, errors };
}

export function classJoinAims(figures: JoinFigures): Aim[] {
	return Object.entries(figures).flatMap(([where, { whole, errors }]) => [
		aimAtMost(`${JOINING_STUDENT_COUNT} students in and at a challenge on ${where}, s`, 60, whole),
		aimAtMost(`students on ${where} who did not get there`, 0, errors)
	]);
}

export function formatClassJoinFigures(figures: JoinFigures): string[] {
	return Object.entries(figures).map(
		([where, { joining, opening, whole, errors }]) =>
			`${where.padEnd(12)} in after ${joining.p50} / ${joining.p95} ms · at the challenge after ${opening.p50} / ${opening.p95} ms · the last after ${whole} s (${errors} failed)`
	);
}
