/**
 * A class that hands in, against one process, on either database: 35 students within one minute, and another 35 at the same moment.
 * `npm run bench -- --hand-ins`.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { prepareLessons, type Lesson, type Lessons } from './board/lessons.ts';
import { Author } from './hand-ins/author.ts';
import { worksFor } from './hand-ins/works.ts';
import { startServer } from './server.ts';
import { spread, type Spread } from './statistics.ts';

export interface HandInsAmount {
	students: number;
	/** In which all of a class hand in. */
	seconds: number;
}

export interface HandInFigures {
	/** Milliseconds from the moment that something is handed in until its verdict can be read. */
	spread: Spread;
	/** The same, all at once. */
	atOnce: Spread;
	/** What was handed in and has no verdict, or more than one turn. */
	lost: number;
}

export type HandInsFigures = Record<Lessons['engine'], HandInFigures>;

export async function measureHandIns(
	from: number,
	amount: HandInsAmount,
	say: (text: string) => void
): Promise<HandInsFigures> {
	const of = async (engine: Lessons['engine']): Promise<HandInFigures> => {
		say(
			`${amount.students} students hand in within ${amount.seconds} seconds, then ${amount.students} at once, ${engine}…`
		);
		// The third is for what happens only once.
		const school = await prepareLessons(engine, 3, amount.students, worksFor);
		const server = await startServer(from, school.environment);
		try {
			return await measure(`http://localhost:${server.port}`, school.lessons, amount);
		} finally {
			await server.close();
			await school.close();
		}
	};
	return { pglite: await of('pglite'), postgres: await of('postgres') };
}

async function measure(base: string, lessons: Lesson[], { seconds }: HandInsAmount): Promise<HandInFigures> {
	const [slowly, atOnce, before] = lessons.map((lesson) =>
		lesson.students.map((student) => new Author(base, lesson.assignment, student))
	);
	if (!slowly || !atOnce || !before) throw new Error('There are no classes.');
	await before[0]?.handIn();
	const began = performance.now();
	const gap = (seconds * 1000) / slowly.length;
	const one = await Promise.all(
		slowly.map(async (author, index) => {
			await pause(Math.max(0, began + index * gap - performance.now()));
			return author.handIn();
		})
	);
	const all = await Promise.all(atOnce.map((author) => author.handIn()));
	const times = (taken: (number | null)[]) => taken.filter((time) => time !== null);
	return {
		spread: spread(times(one)),
		atOnce: spread(times(all)),
		lost: [...one, ...all].filter((time) => time === null).length
	};
}
