/** Measures a school that saves: 500 students, each every ten seconds, on both databases. */
import { setTimeout as pause } from 'node:timers/promises';
import { prepareSchool, type BenchSchool } from './saves/school.ts';
import { SavingStudent } from './saves/saving-student.ts';
import { startAppProcesses } from './processes.ts';
import { roundToDigits, spreadOf, type MeasurementSpread } from './statistics.ts';
import { aimAtMost, type Aim } from './aim.ts';

export function savesAims(figures: SavesFigures): Aim[] {
	return Object.entries(figures).flatMap(([engine, { saves, errors }]) => [
		aimAtMost(`a save on ${engine}, p95, ms`, 150, saves.p95),
		aimAtMost(`saves on ${engine} that failed`, 0, errors)
	]);
}

export function formatSaveFigures(figures: SavesFigures): string[] {
	return Object.entries(figures).map(
		([engine, { saves, bare, statement, perSecond, errors }]) =>
			`${engine.padEnd(12)} a save ${saves.p50} / ${saves.p95} ms (${saves.runs}, ${perSecond} in a second, ${errors} failed) · ` +
			`a bare answer ${bare.p50} / ${bare.p95} · the statement alone ${statement.p50} / ${statement.p95}`
	);
}

export interface SavesBenchSize {
	students: number;
	seconds: number;
}

interface DatabaseSaveFigures {
	/** Milliseconds from the moment at which a save was due until its answer. */
	saves: MeasurementSpread;
	/** Milliseconds for an answer without the database, measured while students save. */
	bare: MeasurementSpread;
	/** Milliseconds for the SQL statement of a save, sent to the database without the server, one after another. */
	statement: MeasurementSpread;
	perSecond: number;
	/** Number of saves that the server did not answer with "stored". */
	errors: number;
}

/** Figures by database, or for two processes on one database. */
export type SavesFigures = Record<string, DatabaseSaveFigures>;

const MILLISECONDS_BETWEEN_SAVES = 10_000;
const MILLISECONDS_BETWEEN_BARE_REQUESTS = 200;

export async function measureSaves(
	firstPort: number,
	amount: SavesBenchSize,
	processCount: number,
	say: (text: string) => void
): Promise<SavesFigures> {
	const measureOnDatabase = async (engine: BenchSchool['engine']): Promise<DatabaseSaveFigures> => {
		say(`${amount.students} students save, ${engine}…`);
		const school = await prepareSchool(engine, amount.students);
		try {
			return await measureSavingSchool(firstPort, school, amount, processCount);
		} finally {
			await school.close();
		}
	};
	if (processCount > 1) return { [`${processCount} × postgres`]: await measureOnDatabase('postgres') };
	return { pglite: await measureOnDatabase('pglite'), postgres: await measureOnDatabase('postgres') };
}

async function measureSavingSchool(
	firstPort: number,
	school: BenchSchool,
	{ seconds }: SavesBenchSize,
	processCount: number
): Promise<DatabaseSaveFigures> {
	const server = await startAppProcesses(firstPort, school.environment, processCount);
	try {
		const base = `http://localhost:${server.port}`;
		const savingStudents = school.students.map((student) => new SavingStudent(base, student));
		// Warms up the server, because a first save and a first compilation are no part of a lesson.
		for (const savingStudent of savingStudents) await savingStudent.save();
		const startMoment = performance.now();
		const endMoment = startMoment + seconds * 1000;
		const saveTimes: number[] = [];
		let errors = 0;
		const savingLoops = savingStudents.map(async (pupil, index) => {
			for (
				let dueMoment = startMoment + (index / savingStudents.length) * MILLISECONDS_BETWEEN_SAVES;
				dueMoment < endMoment;
				dueMoment += MILLISECONDS_BETWEEN_SAVES
			) {
				await pause(Math.max(0, dueMoment - performance.now()));
				const isStored = await pupil.save();
				saveTimes.push(performance.now() - dueMoment);
				if (!isStored) errors += 1;
			}
		});
		const bareTimes: number[] = [];
		const bareRequests = (async () => {
			for (let dueMoment = startMoment; dueMoment < endMoment; dueMoment += MILLISECONDS_BETWEEN_BARE_REQUESTS) {
				await pause(Math.max(0, dueMoment - performance.now()));
				await (await fetch(`${base}/machine/speed?text`)).arrayBuffer();
				bareTimes.push(performance.now() - dueMoment);
			}
		})();
		await Promise.all([...savingLoops, bareRequests]);
		const lastedSeconds = (performance.now() - startMoment) / 1000;
		return {
			saves: spreadOf(saveTimes),
			bare: spreadOf(bareTimes),
			statement: spreadOf(school.statement),
			perSecond: roundToDigits(saveTimes.length / lastedSeconds),
			errors
		};
	} finally {
		await server.close();
	}
}
