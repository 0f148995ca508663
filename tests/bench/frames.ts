/** Measures the processor time for a frame of each scene: `npm run bench -- --frames`. */
import { readdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright';
import { aimAtMost, type Aim } from './aim.ts';
import type { BenchSizes } from './amounts.ts';
import { serveLab } from './lab/serve.ts';
import { listPlayedScenePrograms } from './lab/sources.ts';
import { roundToDigits, spreadOf, type MeasurementSpread } from './statistics.ts';
import * as v from 'valibot';

const TraceSchema = v.object({
	traceEvents: v.array(
		v.looseObject({
			name: v.string(),
			pid: v.number(),
			tid: v.number(),
			/** Microseconds of the thread's processor time. */
			tdur: v.optional(v.number()),
			args: v.optional(v.looseObject({ name: v.optional(v.unknown()) }))
		})
	)
});

/** Returns the milliseconds of processor time for each frame that a worker of the page drew in so many seconds. */
async function measureFrameTimes(browser: Browser, page: Page, seconds: number): Promise<number[]> {
	await browser.startTracing(page, { categories: ['devtools.timeline'] });
	await page.waitForTimeout(seconds * 1000);
	const { traceEvents } = v.parse(TraceSchema, JSON.parse((await browser.stopTracing()).toString()));
	const threadKeyOf = ({ pid, tid }: { pid: number; tid: number }) => `${pid}/${tid}`;
	const workers = new Set(
		traceEvents
			.filter(({ name, args }) => name === 'thread_name' && String(args?.name).startsWith('DedicatedWorker'))
			.map(threadKeyOf)
	);
	return traceEvents
		.filter((event) => event.name === 'FireAnimationFrame' && workers.has(threadKeyOf(event)))
		.map(({ tdur = 0 }) => tdur / 1000)
		.filter((time) => time > 0);
}

/**
 * Milliseconds of processor time for one frame of a scene in its worker, on this machine. Browsers cannot slow workers, but a
 * machine that is four times slower takes four times as long.
 */
export interface SceneFrameTimes extends MeasurementSpread {
	challenge: string;
	/** The situation of the scene, and the option of the decision if one is shown. */
	scene: string;
	longest: number;
	/** How often the scene was played. The figures are those of the play with the shortest longest frame. */
	plays: number;
}

const PROCESSOR_SLOWDOWN = 4;
/** Aim: the largest number of milliseconds of a frame on a machine that is four times slower. */
const FRAME_AIM_MILLISECONDS = 8;
/**
 * Upper limit of plays of a scene with a frame over the aim. A scene draws the same frames each time, so a frame that takes long
 * does so in each play; one that is long in a single play was held up by the machine.
 */
const MAX_SCENE_PLAYS = 3;
const VIEWPORT_SIZES = [
	{ width: 1366, height: 768 },
	{ width: 360, height: 740 }
];

/**
 * Plays half of the scenes at the size of a laptop and half at that of a telephone. Leaves out the first second of each, in which
 * fonts and functions are new.
 */
export async function measureFrames(
	browser: Browser,
	{ seconds, challenges }: BenchSizes['frames'],
	chosenIds: string[]
): Promise<SceneFrameTimes[]> {
	const ids = (await readChallengeIds())
		.filter((id) => chosenIds.length === 0 || chosenIds.includes(id))
		.slice(0, challenges);
	const playedPrograms = await Promise.all(
		ids.map(async (challenge) => (await listPlayedScenePrograms(challenge)).map((program) => ({ challenge, program })))
	);
	const lab = await serveLab();
	try {
		const sceneFrames: SceneFrameTimes[] = [];
		for (const [nth, viewport] of VIEWPORT_SIZES.entries()) {
			const page = await browser.newPage({ viewport });
			await page.goto(lab.address);
			for (const { challenge, program } of playedPrograms
				.flat()
				.filter((_, index) => index % VIEWPORT_SIZES.length === nth)) {
				const playAndMeasure = async () => {
					await page.evaluate((next) => window.lab.play(next), program);
					await page.waitForTimeout(1000);
					return measureFrameTimes(browser, page, seconds);
				};
				const scene = [program.situation, program.option].filter((part) => part !== undefined).join(' · ');
				sceneFrames.push({ challenge, scene, ...(await measureSmoothestPlay(playAndMeasure)) });
			}
			await page.close();
		}
		return sceneFrames;
	} finally {
		await lab.close();
	}
}

async function measureSmoothestPlay(
	play: () => Promise<number[]>
): Promise<MeasurementSpread & Pick<SceneFrameTimes, 'longest' | 'plays'>> {
	let smoothestTimes: number[] | undefined;
	let playCount = 0;
	while (
		playCount < MAX_SCENE_PLAYS &&
		(smoothestTimes === undefined || Math.max(...smoothestTimes) * PROCESSOR_SLOWDOWN > FRAME_AIM_MILLISECONDS)
	) {
		const times = await play();
		if (smoothestTimes === undefined || Math.max(...times) < Math.max(...smoothestTimes)) smoothestTimes = times;
		playCount += 1;
	}
	const times = smoothestTimes ?? [];
	return { ...spreadOf(times), longest: roundToDigits(Math.max(...times), 2), plays: playCount };
}

async function readChallengeIds(): Promise<string[]> {
	const entries = await readdir(new URL('../../challenges/', import.meta.url), { withFileTypes: true });
	return entries
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		.sort();
}

export function framesAims(frames: SceneFrameTimes[]): Aim[] {
	return [...new Set(frames.map(({ challenge }) => challenge))].map((challenge) => {
		const longest = Math.max(...frames.filter((one) => one.challenge === challenge).map((one) => one.longest));
		return aimAtMost(
			`${challenge}: the longest frame, 4x slower, ms`,
			FRAME_AIM_MILLISECONDS,
			longest * PROCESSOR_SLOWDOWN
		);
	});
}

export function formatFrameFigures(frames: SceneFrameTimes[]): string[] {
	return frames.map(
		({ challenge, scene, p50, p95, longest, runs, plays }) =>
			`${challenge} · ${scene}: ${p50} / ${p95} ms, the longest ${longest} (${runs} frames, play ${plays})`
	);
}
