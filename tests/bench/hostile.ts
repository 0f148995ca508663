/** Measures a server while students hand in programs that break a compiler, again and again. */
import { setTimeout as pause } from 'node:timers/promises';
import { HOSTILE_PROGRAMS } from '#sandbox/compile/hostile-programs.ts';
import { packChallenge } from '#lib/server/content/pack.ts';
import { HandInAuthor } from './hand-in-rush/author.ts';
import { prepareLessons, type BenchLesson } from './board/lessons.ts';
import { HostileStudent } from './hostile/attacker.ts';
import { createHandInWorks } from './hand-ins/works.ts';
import { startServer } from './server.ts';
import { spreadOf, type MeasurementSpread } from './statistics.ts';
import { listProcessTree } from './memory.ts';
import { aimAtMost, type Aim } from './aim.ts';

export function hostileProgramAims({ health, page, verdict, lostVerdicts, memory }: HostileFigures): Aim[] {
	return [
		aimAtMost('hostile programs: /healthz meanwhile, p95, ms', 1000, health.p95),
		aimAtMost('hostile programs: a page meanwhile, p95, ms', 1000, page.p95),
		aimAtMost('hostile programs: an ordinary verdict meanwhile, p95, ms', 3000, verdict.p95),
		aimAtMost('hostile programs: ordinary hand-ins without their verdict', 0, lostVerdicts),
		aimAtMost('hostile programs: memory of all processes, MB', 1536, memory)
	];
}

export function formatHostileFigures({ attackers, health, page, verdict, hostile, memory }: HostileFigures): string[] {
	const outcomeTexts = Object.entries(hostile).map(([outcome, times]) => `${outcome} ×${times}`);
	return [
		`${attackers} attackers: ${outcomeTexts.join(' · ')}`,
		`  /healthz ${health.p50} / ${health.p95} ms (${health.runs}) · a page ${page.p50} / ${page.p95} (${page.runs}) · ordinary verdict ${verdict.p50} / ${verdict.p95} (${verdict.runs}) · ${memory} MB at most`
	];
}

export interface HostileBenchSize {
	/** Number of students who hand in hostile programs. Each hands in all four, one after another. */
	attackers: number;
	seconds: number;
}

export interface HostileFigures {
	attackers: number;
	/** Milliseconds for an answer of the health check; `page` for a page. */
	health: MeasurementSpread;
	page: MeasurementSpread;
	/** Milliseconds for the verdict on an ordinary program. */
	verdict: MeasurementSpread;
	/** Number of ordinary hand-ins that did not get exactly one verdict. */
	lostVerdicts: number;
	/** Number of hostile hand-ins by outcome. */
	hostile: Record<string, number>;
	/** Largest memory of the server with its child processes, in megabytes; NaN where the system does not report it. */
	memory: number;
}

/** Milliseconds of pause between two measurements of the same figure. */
const MEASUREMENT_PAUSE_MILLISECONDS = 250;

export async function measureHostilePrograms(
	firstPort: number,
	amount: HostileBenchSize,
	say: (text: string) => void
): Promise<HostileFigures> {
	const { attackers, seconds } = amount;
	say(`${attackers} students hand in hostile programs for ${seconds} seconds…`);
	// Each ordinary hand-in until the end has a student of its own.
	const school = await prepareLessons('pglite', 1, attackers + seconds * 2, createHandInWorks);
	const server = await startServer(firstPort, school.environment);
	try {
		const [lesson] = school.lessons;
		if (lesson === undefined) throw new Error('There is no class.');
		return await measureUnderAttack(`http://localhost:${server.port}`, server.process, lesson, amount);
	} finally {
		await server.close();
		await school.close();
	}
}

async function measureUnderAttack(
	base: string,
	processId: number,
	{ assignment, students }: BenchLesson,
	{ attackers, seconds }: HostileBenchSize
): Promise<HostileFigures> {
	const { challenge } = await packChallenge('challenges/horodateur');
	const { id, version, hash } = challenge;
	const hostileStudents = students
		.slice(0, attackers)
		.map((student) => new HostileStudent(base, assignment, student, { id, version, hash }));
	const ordinaryAuthors = students.slice(attackers).map((student) => new HandInAuthor(base, assignment, student));
	const [warmUpAuthor, ...measuredAuthors] = ordinaryAuthors;
	// Warms up the server, because what only happens at first is not measured.
	await warmUpAuthor?.openEvents();
	await warmUpAuthor?.handIn();
	warmUpAuthor?.close();
	const end = performance.now() + seconds * 1000;
	const isAttackOver = () => performance.now() >= end;
	let largestMemory = 0;
	const [healthTimes, pageTimes, verdictTimes, outcomes] = await Promise.all([
		measureAnswerTimes(isAttackOver, () => fetch(`${base}/healthz`)),
		measureAnswerTimes(isAttackOver, () => fetch(`${base}/`)),
		handInOneByOne(isAttackOver, measuredAuthors),
		Promise.all(hostileStudents.map((attacker) => attacker.handInUntil(isAttackOver, Object.values(HOSTILE_PROGRAMS)))),
		repeatUntil(isAttackOver, () => (largestMemory = Math.max(largestMemory, readProcessTreeMemory(processId))))
	]);
	const outcomeCounts: Record<string, number> = {};
	for (const outcome of outcomes.flat()) outcomeCounts[outcome] = (outcomeCounts[outcome] ?? 0) + 1;
	return {
		attackers,
		health: spreadOf(healthTimes),
		page: spreadOf(pageTimes),
		verdict: spreadOf(verdictTimes.filter((time) => time !== null)),
		lostVerdicts: verdictTimes.filter((time) => time === null).length,
		hostile: outcomeCounts,
		memory: largestMemory
	};
}

async function repeatUntil(isAttackOver: () => boolean, act: () => unknown): Promise<void> {
	while (!isAttackOver()) {
		await act();
		await pause(MEASUREMENT_PAUSE_MILLISECONDS);
	}
}

async function measureAnswerTimes(isAttackOver: () => boolean, ask: () => Promise<Response>): Promise<number[]> {
	const times: number[] = [];
	await repeatUntil(isAttackOver, async () => {
		const startMoment = performance.now();
		await (await ask()).arrayBuffer();
		times.push(performance.now() - startMoment);
	});
	return times;
}

async function handInOneByOne(isAttackOver: () => boolean, authors: HandInAuthor[]): Promise<(number | null)[]> {
	const times: (number | null)[] = [];
	await repeatUntil(isAttackOver, async () => {
		const author = authors.shift();
		if (author === undefined) return;
		await author.openEvents();
		times.push(await author.handIn());
		author.close();
	});
	return times;
}

/** Returns the resident megabytes of a process and all its descendants; NaN where the system does not report them. */
function readProcessTreeMemory(rootProcessId: number): number {
	try {
		const total = listProcessTree(rootProcessId).reduce((sum, { kilobytes }) => sum + kilobytes, 0);
		return Math.round(total / 1024);
	} catch {
		return NaN;
	}
}
