/** Measures what a frame of each scene takes: `npm run bench -- --frames`. */
import { readdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright';
import { atMost, type Aim } from './aim.ts';
import type { Amounts } from './amounts.ts';
import { serveLab } from './lab/serve.ts';
import { playedPrograms } from './lab/sources.ts';
import { round, spread, type Spread } from './statistics.ts';
import { frameTimes } from './trace.ts';

/**
 * Milliseconds of a processor that one frame of a scene takes in its worker, on this machine. The browser cannot slow workers: a machine
 * that is four times slower takes four times as long.
 */
export interface SceneFrames extends Spread {
	challenge: string;
	/** The situation, and the option of the decision where one is shown. */
	scene: string;
	longest: number;
}

const SLOWER = 4;
/** Milliseconds on a machine that is four times slower. */
const LONGEST_FRAME = 8;
const SIZES = [
	{ width: 1366, height: 768 },
	{ width: 360, height: 740 }
];

/** Opens a page for each scene: the first second of its frames, in which its fonts and functions are new, is left out. */
export async function measureFrames(
	browser: Browser,
	{ seconds, challenges }: Amounts['frames'],
	words: string[]
): Promise<SceneFrames[]> {
	const lab = await serveLab();
	try {
		const found: SceneFrames[] = [];
		const ids = (await challengeIds()).filter((id) => words.length === 0 || words.includes(id));
		for (const id of ids.slice(0, challenges)) {
			for (const [index, program] of (await playedPrograms(id)).entries()) {
				const { situation, option } = program;
				const viewport = SIZES[index % SIZES.length] ?? null;
				const page = await browser.newPage({ viewport });
				try {
					await page.goto(lab.address);
					await page.evaluate((played) => window.lab.play(played), program);
					await page.waitForTimeout(1000);
					const scene = [situation, ...(option === undefined ? [] : [option])].join(' · ');
					found.push({ challenge: id, scene, ...(await framesOf(browser, page, seconds)) });
				} finally {
					await page.close();
				}
			}
		}
		return found;
	} finally {
		await lab.close();
	}
}

async function challengeIds(): Promise<string[]> {
	const entries = await readdir(new URL('../../challenges/', import.meta.url), { withFileTypes: true });
	return entries
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		.sort();
}

async function framesOf(
	browser: Browser,
	page: Page,
	seconds: number
): Promise<Omit<SceneFrames, 'challenge' | 'scene'>> {
	const times = await frameTimes(browser, page, seconds);
	return { ...spread(times), longest: round(Math.max(...times), 2) };
}

export function framesAims(frames: SceneFrames[]): Aim[] {
	return [...new Set(frames.map(({ challenge }) => challenge))].map((challenge) => {
		const longest = Math.max(...frames.filter((one) => one.challenge === challenge).map((one) => one.longest));
		return atMost(`${challenge}: the longest frame, 4x slower, ms`, LONGEST_FRAME, longest * SLOWER);
	});
}

export function framesLines(frames: SceneFrames[]): string[] {
	return frames.map(
		({ challenge, scene, p50, p95, longest, runs }) =>
			`${challenge} · ${scene}: ${p50} / ${p95} ms, the longest ${longest} (${runs} frames)`
	);
}
