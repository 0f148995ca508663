/**
 * A school that saves: 500 students, each every ten seconds, against one process, on either database. `npm run bench -- --saves`; with `--two`
 * against two processes on PostgreSQL, in turns.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { prepareSchool, type School } from './saves/school.ts';
import { Pupil } from './saves/pupil.ts';
import { startProcesses } from './processes.ts';
import { round, spread, type Spread } from './statistics.ts';

export interface SavesAmount {
	students: number;
	seconds: number;
}

export interface SaveFigures {
	/** Milliseconds from the moment that a save was due until its answer. */
	saves: Spread;
	/** An answer without the database, asked for in the same time. */
	bare: Spread;
	/** The same statement without a server around it, one after the other. */
	statement: Spread;
	perSecond: number;
	/** Saves that were not answered with "stored". */
	errors: number;
}

/** By what was measured: a database, or two processes on one. */
export type SavesFigures = Record<string, SaveFigures>;

/** Of one student. */
const EVERY = 10_000;
const BARE_EVERY = 200;

export async function measureSaves(
	from: number,
	amount: SavesAmount,
	processes: number,
	say: (text: string) => void
): Promise<SavesFigures> {
	const of = async (engine: School['engine']): Promise<SaveFigures> => {
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
	school: School,
	{ seconds }: SavesAmount,
	processes: number
): Promise<SaveFigures> {
	const server = await startProcesses(from, school.environment, processes);
	try {
		const base = `http://localhost:${server.port}`;
		const pupils = school.students.map((student) => new Pupil(base, student));
		// What only happens once (a first save, a first compilation) is not what a lesson is made of.
		for (const pupil of pupils) await pupil.save();
		const began = performance.now();
		const until = began + seconds * 1000;
		const taken: number[] = [];
		let errors = 0;
		const saving = pupils.map(async (pupil, index) => {
			for (let due = began + (index / pupils.length) * EVERY; due < until; due += EVERY) {
				await pause(Math.max(0, due - performance.now()));
				const isStored = await pupil.save();
				taken.push(performance.now() - due);
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
			saves: spread(taken),
			bare: spread(bare),
			statement: spread(school.statement),
			perSecond: round(taken.length / lasted),
			errors
		};
	} finally {
		await server.close();
	}
}
