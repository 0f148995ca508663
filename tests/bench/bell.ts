/** Measures the hand-ins of a class: over a minute, at once, and beside programs that never end. */
import { setTimeout as pause } from 'node:timers/promises';
import { prepareLessons, type BenchLesson, type BenchLessons } from './board/lessons.ts';
import { processUseOf } from './board/process-use.ts';
import { openEventStream } from './board/streams.ts';
import { HandInAuthor } from './bell/author.ts';
import {
	ENDLESS_WORK_COUNT,
	endlessAssignmentId,
	createEndlessWorks,
	endlessVersionId,
	endlessWorkId
} from './bell/endless.ts';
import { openPagesOnce, PageVisitors } from './bell/visitors.ts';
import { createHandInWorks } from './hand-ins/works.ts';
import { startServer, type ServedApp } from './server.ts';
import { roundToDigits, spreadOf, type Spread } from './statistics.ts';

export interface BellAmount {
	students: number;
	/** Seconds in which the whole class hands in. */
	seconds: number;
	/** Number of bells, each for another class. */
	bells: number;
}

interface BellFigures {
	/** Milliseconds from a hand-in until its verdict was read; `last` is the longest. */
	bell: Spread & { last: number };
	/** Milliseconds that loading a page took meanwhile. */
	pages: Spread;
	/** Processor seconds that one bell took in the app's process. */
	processor: number;
	/** How many times each browser fetched its submission. */
	asked: number;
	/** Milliseconds as in `bell`, when the hand-ins are spread over a minute. */
	spread: Spread;
	/** Number of submissions that got no verdict. */
	lost: number;
	/** Milliseconds until a student's verdict, while another student's endless programs wait; null when the verdict never came. */
	beside: { waiting: number; verdict: number | null };
}

export type BellsFigures = Record<BenchLessons['engine'], BellFigures>;

export async function measureBell(
	from: number,
	amount: BellAmount,
	say: (text: string) => void
): Promise<BellsFigures> {
	const of = async (engine: BenchLessons['engine']): Promise<BellFigures> => {
		const { students, seconds, bells } = amount;
		say(`${students} students hand in within ${seconds} seconds, then ${bells} times ${students} at once, ${engine}…`);
		// There is one more lesson to warm up the server, and one for the programs that never end.
		const school = await prepareLessons(engine, bells + 2, students, async (connection, lessons) => {
			await createHandInWorks(connection, lessons);
			for (const lesson of lessons.slice(0, 1)) await createEndlessWorks(connection, lesson);
		});
		const server = await startServer(from, school.environment);
		try {
			return await measure(server, school.lessons, amount, say);
		} finally {
			await server.close();
			await school.close();
		}
	};
	return { pglite: await of('pglite'), postgres: await of('postgres') };
}

async function measure(
	server: ServedApp,
	[first, minute, ...bells]: BenchLesson[],
	{ seconds }: BellAmount,
	say: (text: string) => void
): Promise<BellFigures> {
	const base = `http://localhost:${server.port}`;
	if (!first || !minute) throw new Error('There are no classes.');
	const other = first.students.at(-1);
	if (!other) throw new Error('There are no students.');
	await openPagesOnce(base, first, minute);
	await inClass(base, first, async ([author]) => author?.handIn());
	const gap = (seconds * 1000) / minute.students.length;
	const slowly = await inClass(base, minute, (authors) =>
		Promise.all(
			authors.map(async (author, index) => {
				await pause(index * gap);
				return author.handIn();
			})
		)
	);
	const [taken, pages]: [(number | null)[], number[]] = [[], []];
	let [processor, asked] = [0, 0];
	for (const lesson of bells) {
		await inClass(base, lesson, async (authors) => {
			const visitors = new PageVisitors(base, lesson, minute);
			const before = processUseOf(server.process).seconds;
			taken.push(...(await Promise.all(authors.map((author) => author.handIn()))));
			processor += processUseOf(server.process).seconds - before;
			pages.push(...(await visitors.end()));
			asked += authors.reduce((sum, one) => sum + one.asked, 0);
		});
	}
	say(`${ENDLESS_WORK_COUNT} programs that never end, and another's…`);
	const beside = await measureBeside(base, first);
	const times = taken.filter((time) => time !== null);
	return {
		bell: { ...spreadOf(times), last: Math.round(Math.max(...times)) },
		pages: spreadOf(pages),
		processor: roundToDigits(processor / bells.length, 2),
		asked: roundToDigits(asked / taken.length),
		spread: spreadOf(slowly.filter((time) => time !== null)),
		lost: [...taken, ...slowly].filter((time) => time === null).length,
		beside
	};
}

/** Runs `act` while the event streams of a class are open: each student's, and that of the teacher's board. */
async function inClass<Value>(
	base: string,
	{ classId, assignment, teacher, students }: BenchLesson,
	act: (authors: HandInAuthor[]) => Promise<Value>
): Promise<Value> {
	const authors = students.map((student) => new HandInAuthor(base, assignment, student));
	const address = `${base}/fr/classes/${classId}/assignments/${assignment}/events?view=board`;
	const board = await openEventStream(address, teacher.cookie, () => undefined);
	await Promise.all(authors.map((author) => author.open()));
	try {
		return await act(authors);
	} finally {
		for (const one of [board, ...authors]) one.close();
	}
}

async function measureBeside(base: string, { assignment, students }: BenchLesson): Promise<BellFigures['beside']> {
	const [greedy, ...others] = students;
	const other = others.at(-1);
	if (!greedy || !other) throw new Error('There are no students.');
	const endless = Array.from(
		{ length: ENDLESS_WORK_COUNT },
		(_, at) => new HandInAuthor(base, endlessAssignmentId(at), greedy, endlessWorkId(at), endlessVersionId(at))
	);
	// The verdicts on these programs are not awaited.
	const arrived = await Promise.all(endless.map((one) => one.sendHandIn()));
	const author = new HandInAuthor(base, assignment, other);
	await author.open();
	const verdict = await author.handIn();
	author.close();
	return { waiting: arrived.filter(Boolean).length, verdict: verdict && Math.round(verdict) };
}
