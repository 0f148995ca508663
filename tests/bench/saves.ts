/** Measures a school that saves: 500 students, each every ten seconds, on both databases. */
import { setTimeout as pause } from 'node:timers/promises';
import { prepareSchool, type BenchSchool } from './saves/school.ts';
import { SavingStudent } from './saves/saving-student.ts';
import { startAppProcesses } from './processes.ts';
import { roundToDigits, spreadOf, type Spread } from './statistics.ts';

export interface SavesAmount {
	students: number;
	seconds: number;
}

interface SaveFigures {
	/** Milliseconds from the moment at which a save was due until its answer. */
	saves: Spread;
	/** Milliseconds for an answer without the database, measured meanwhile. */
	bare: Spread;
	/** Milliseconds for the same statement on the database without a server, one after another. */
	statement: Spread;
	perSecond: number;
	/** Number of saves that the server did not answer with "stored". */
	errors: number;
}

/** Figures by database, or for two processes on one database. */
export type SavesFigures = Record<string, SaveFigures>;

/** Milliseconds between two saves of a student. */
const EVERY = 10_000;
const BARE_EVERY = 200;

export async function measureSaves(
	from: number,
	amount: SavesAmount,
	processes: number,
	say: (text: string) => void
): Promise<SavesFigures> {
	const of = async (engine: BenchSchool['engine']): Promise<SaveFigures> => {
		say(`${amount.students} students save, ${engine}…`);
		const school = await prepareSchool(engine, amount.students);
		try {
			return await measure(from, school, amount, processes);
		} finally {
			await school.close();
		}
	};
	if (processes > 1) return { [`${processes} × postgres`]: await of('postgres') };
	return { pglite: await of('pglite'), postgres: await of('postgres') };
}

async function measure(
	from: number,
	school: BenchSchool,
	{ seconds }: SavesAmount,
	processes: number
): Promise<SaveFigures> {
	const server = await startAppProcesses(from, school.environment, processes);
	try {
		const base = `http://localhost:${server.port}`;
		const pupils = school.students.map((student) => new SavingStudent(base, student));
		// Warms up the server, because a first save and a first compilation are no part of a lesson.
		for (const pupil of pupils) await pupil.save();
		const began = performance.now();
		const until = began + seconds * 1000;
		const saveTimes: number[] = [];
		let errors = 0;
		const saving = pupils.map(async (pupil, index) => {
			for (let due = began + (index / pupils.length) * EVERY; due < until; due += EVERY) {
				await pause(Math.max(0, due - performance.now()));
				const isStored = await pupil.save();
				saveTimes.push(performance.now() - due);
				if (!isStored) errors += 1;
			}
		});
		const bare: number[] = [];
		const asking = (async () => {
			for (let due = began; due < until; due += BARE_EVERY) {
				await pause(Math.max(0, due - performance.now()));
				await (await fetch(`${base}/machine/speed?text`)).arrayBuffer();
				bare.push(performance.now() - due);
			}
		})();
		await Promise.all([...saving, asking]);
		const lasted = (performance.now() - began) / 1000;
		return {
			saves: spreadOf(saveTimes),
			bare: spreadOf(bare),
			statement: spreadOf(school.statement),
			perSecond: roundToDigits(saveTimes.length / lasted),
			errors
		};
	} finally {
		await server.close();
	}
}
