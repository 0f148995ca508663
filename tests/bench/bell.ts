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
	firstPort: number,
	amount: BellAmount,
	say: (text: string) => void
): Promise<BellsFigures> {
	const measureEngine = async (engine: BenchLessons['engine']): Promise<BellFigures> => {
		const { students, seconds, bells } = amount;
		say(`${students} students hand in within ${seconds} seconds, then ${bells} times ${students} at once, ${engine}…`);
		// There is one more lesson to warm up the server, and one for the programs that never end.
		const school = await prepareLessons(engine, bells + 2, students, async (connection, lessons) => {
			await createHandInWorks(connection, lessons);
			for (const lesson of lessons.slice(0, 1)) await createEndlessWorks(connection, lesson);
		});
		const server = await startServer(firstPort, school.environment);
		try {
			return await measureBells(server, school.lessons, amount, say);
		} finally {
			await server.close();
			await school.close();
		}
	};
	return { pglite: await measureEngine('pglite'), postgres: await measureEngine('postgres') };
}

async function measureBells(
	server: ServedApp,
	[warmUpLesson, spreadLesson, ...bellLessons]: BenchLesson[],
	{ seconds }: BellAmount,
	say: (text: string) => void
): Promise<BellFigures> {
	const base = `http://localhost:${server.port}`;
	if (!warmUpLesson || !spreadLesson) throw new Error('There are no classes.');
	const warmUpStudent = warmUpLesson.students.at(-1);
	if (!warmUpStudent) throw new Error('There are no students.');
	await openPagesOnce(base, warmUpLesson, spreadLesson);
	await withOpenStreams(base, warmUpLesson, async ([author]) => author?.handIn());
	const millisecondsBetweenHandIns = (seconds * 1000) / spreadLesson.students.length;
	const spreadTimes = await withOpenStreams(base, spreadLesson, (authors) =>
		Promise.all(
			authors.map(async (author, index) => {
				await pause(index * millisecondsBetweenHandIns);
				return author.handIn();
			})
		)
	);
	const [bellTimes, pageTimes]: [(number | null)[], number[]] = [[], []];
	let [processorSeconds, fetchCount] = [0, 0];
	for (const lesson of bellLessons) {
		await withOpenStreams(base, lesson, async (authors) => {
			const visitors = new PageVisitors(base, lesson, spreadLesson);
			const secondsBefore = processUseOf(server.process).seconds;
			bellTimes.push(...(await Promise.all(authors.map((author) => author.handIn()))));
			processorSeconds += processUseOf(server.process).seconds - secondsBefore;
			pageTimes.push(...(await visitors.endVisits()));
			fetchCount += authors.reduce((sum, one) => sum + one.fetchCount, 0);
		});
	}
	say(`${ENDLESS_WORK_COUNT} programs that never end, and another's…`);
	const besideFigures = await measureBeside(base, warmUpLesson);
	const times = bellTimes.filter((time) => time !== null);
	return {
		bell: { ...spreadOf(times), last: Math.round(Math.max(...times)) },
		pages: spreadOf(pageTimes),
		processor: roundToDigits(processorSeconds / bellLessons.length, 2),
		asked: roundToDigits(fetchCount / bellTimes.length),
		spread: spreadOf(spreadTimes.filter((time) => time !== null)),
		lost: [...bellTimes, ...spreadTimes].filter((time) => time === null).length,
		beside: besideFigures
	};
}

/** Runs `act` while the event streams of a class are open: each student's, and that of the teacher's board. */
async function withOpenStreams<Value>(
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
	const [greedyStudent, ...others] = students;
	const otherStudent = others.at(-1);
	if (!greedyStudent || !otherStudent) throw new Error('There are no students.');
	const endlessAuthors = Array.from(
		{ length: ENDLESS_WORK_COUNT },
		(_, at) => new HandInAuthor(base, endlessAssignmentId(at), greedyStudent, endlessWorkId(at), endlessVersionId(at))
	);
	// The verdicts on these programs are not awaited.
	const acceptedHandIns = await Promise.all(endlessAuthors.map((one) => one.sendHandIn()));
	const author = new HandInAuthor(base, assignment, otherStudent);
	await author.open();
	const verdict = await author.handIn();
	author.close();
	return { waiting: acceptedHandIns.filter(Boolean).length, verdict: verdict && Math.round(verdict) };
}
