import type { Browser, Page } from 'playwright';
import { takeLongestStall, watchEventLoopStalls } from './lesson/page-measures.ts';
import {
	resourceGrowthOf,
	measureHeldResources,
	type ResourceGrowth,
	type HeldResources
} from './lesson/page-measures.ts';
import { playLessonRound, openBuildStep, WHOLE_LESSON_ROUNDS, type LessonRound } from './lesson/rounds.ts';
import { measureLongestTask } from './lesson/page-measures.ts';
import { spreadOf, type MeasurementSpread } from './statistics.ts';
import { slowDownProcessor } from './visit.ts';

export interface LessonFigures {
	slowdown: number;
	seconds: number;
	rounds: number;
	/** What the page held after a fifth of the time, when its caches were full. */
	before: HeldResources;
	after: HeldResources;
	growth: ResourceGrowth;
	/** Longest gap of the page's event loop in each round, in milliseconds: rounds without an endless loop, and rounds with one. */
	gaps: Record<'ordinary' | 'loop', MeasurementSpread & { longest: number }>;
	/** Milliseconds from Ctrl+Enter to the results, in the first and the last part, without the endless loops. */
	first: MeasurementSpread;
	last: MeasurementSpread;
}

export interface LessonPlayOptions {
	address: string;
	slowdown: number;
	/** Shortest duration of the measurement, in seconds; a round that has begun is still finished. */
	seconds: number;
	rounds: LessonRound[];
	/** Milliseconds in which a person looks at the result. */
	look: number;
}

interface MeasuredRound {
	kind: LessonRound['kind'];
	duration: number;
	gap: number;
}

export async function playLesson(page: Page, options: LessonPlayOptions): Promise<LessonFigures> {
	const { address, slowdown, seconds, rounds, look } = options;
	await watchEventLoopStalls(page);
	await slowDownProcessor(page, slowdown);
	await openBuildStep(page, address);
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable');
	const startMoment = performance.now();
	const elapsedSeconds = () => (performance.now() - startMoment) / 1000;
	const playRoundsUntil = async (end: number): Promise<MeasuredRound[]> => {
		const doneRounds: MeasuredRound[] = [];
		await takeLongestStall(page);
		do {
			for (const round of rounds) {
				const duration = await playLessonRound(page, round);
				await new Promise((resolve) => setTimeout(resolve, look));
				doneRounds.push({ kind: round.kind, duration, gap: await takeLongestStall(page) });
			}
		} while (elapsedSeconds() < end);
		return doneRounds;
	};
	const firstRounds = await playRoundsUntil(seconds / 5);
	const resourcesBefore = await measureHeldResources(page, session);
	const laterRounds = await playRoundsUntil(seconds);
	const tookSeconds = Math.round(elapsedSeconds());
	const resourcesAfter = await measureHeldResources(page, session);
	const allRounds = [...firstRounds, ...laterRounds];
	const summariseGaps = (doneRounds: MeasuredRound[]) => {
		const gaps = doneRounds.map(({ gap }) => gap);
		return { ...spreadOf(gaps), longest: Math.round(Math.max(...gaps)) };
	};
	const summariseAnswerTimes = (doneRounds: MeasuredRound[]) =>
		spreadOf(doneRounds.filter(({ kind }) => kind !== 'loop').map((one) => one.duration));
	return {
		slowdown,
		seconds: tookSeconds,
		rounds: allRounds.length,
		before: resourcesBefore,
		after: resourcesAfter,
		growth: resourceGrowthOf(resourcesBefore, resourcesAfter),
		gaps: {
			ordinary: summariseGaps(allRounds.filter(({ kind }) => kind !== 'loop')),
			loop: summariseGaps(allRounds.filter(({ kind }) => kind === 'loop'))
		},
		first: summariseAnswerTimes(firstRounds),
		last: summariseAnswerTimes(laterRounds.slice(-firstRounds.length))
	};
}

export interface MeasuredLesson extends LessonFigures {
	/** Milliseconds of processor time of the page's longest task, in one more pass through the rounds. */
	longestTask: number;
}

export async function measureLesson(browser: Browser, port: number, seconds: number): Promise<MeasuredLesson> {
	const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'fr-FR' });
	try {
		const page = await context.newPage();
		const address = `http://localhost:${port}/fr/challenges/horodateur`;
		const figures = await playLesson(page, { address, slowdown: 6, seconds, rounds: WHOLE_LESSON_ROUNDS, look: 1000 });
		const playEachRoundOnce = async () => {
			for (const round of WHOLE_LESSON_ROUNDS) await playLessonRound(page, round);
		};
		return { ...figures, longestTask: await measureLongestTask(page, playEachRoundOnce) };
	} finally {
		await context.close();
	}
}
