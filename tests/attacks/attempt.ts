/** Runs attacks in each place where a program can run, and waits for late ones. */
import type { Frame, Page } from '@playwright/test';
import { compileInNode } from '#sandbox/compile/node/index.ts';
import { expect, sceneInput, compileProgram, sketchOptions } from '../sandbox/stage-test.ts';
import type { AimedAttack } from './arena.ts';
import type { Attack, AttackTarget } from './attack.ts';

/** Milliseconds to wait for an attack that sends something, and for one that tries to get in. */
const LATE = 400;
const LATE_ENTRY = 2000;

const lateFor = (made: readonly Attack[]) => (made.some(({ sign }) => sign === 'entry') ? LATE_ENTRY : LATE);

const text = ({ run }: Attack) => `({ ${run.toString().startsWith('run') ? '' : 'run: '}${run.toString()} }).run`;

/** Returns the answer. A document that navigates away while it answers did not get in; the listener knows whether it leaked. */
const unlessGone = (made: AimedAttack[], answered: Promise<string[]>) =>
	made.some(({ leaves }) => leaves === true) ? answered.catch(() => []) : answered;

/** Runs in `evaluate`: makes all attacks, and returns the ids of those that report an entry. */
const inDocument = async ([made, wait]: readonly [[string, string, AttackTarget][], number]): Promise<string[]> => {
	const late = new Promise((resolve) => setTimeout(resolve, wait));
	const entered: string[] = [];
	const attempt = async ([id, code, target]: [string, string, AttackTarget]) => {
		try {
			const answer: unknown = new Function('target', `return ${code}(target)`)(target);
			if ((await Promise.race([answer, late])) === true) entered.push(id);
		} catch {
			// The sandbox refused the attack.
		}
	};
	await Promise.all(made.map(attempt));
	await late;
	return entered;
};

export async function attackFromDocument(frame: Frame, made: AimedAttack[]): Promise<string[]> {
	const attacks = made.map((one): [string, string, AttackTarget] => [one.id, text(one), one.target]);
	return unlessGone(made, frame.evaluate(inDocument, [attacks, lateFor(made)] as const));
}

/** Returns the inner frame. Throws if there is none, because the run would then prove nothing. */
export async function findInnerFrame(page: Page): Promise<Frame> {
	await page.evaluate(() => window.bench.stage.ready);
	const inner = page.mainFrame().childFrames()[0]?.childFrames()[0];
	if (inner === undefined) throw new Error('The stage has no inner frame.');
	return inner;
}

/** Returns a program that makes all attacks, logs those that report an entry, and then logs that it is done. */
const program = (made: AimedAttack[]) => `
	const late = new Promise((resolve) => setTimeout(resolve, ${lateFor(made)}));
	const attempt = async (id: string, act: () => unknown) => {
		try { if ((await Promise.race([act(), late])) === true) console.log(id); } catch {}
	};
	Promise.all([${made
		.map((one) => `attempt('${one.id}', () => (${text(one)} as any)(${JSON.stringify(one.target)}))`)
		.join(',\n')}]).then(() => late).then(() => console.log('done'));`;

const isDone = (line: string) => line === 'done' || line === 'stopped';

async function untilDone(page: Page): Promise<string[]> {
	const readLines = async () =>
		(await page.evaluate(() => window.bench.events)).flatMap((event) => {
			if (event.type === 'kept' || event.type === 'stopped') return ['stopped'];
			return event.type === 'console' ? event.entries.map(({ values }) => values[0]?.text ?? '') : [];
		});
	await expect.poll(async () => (await readLines()).some(isDone)).toBe(true);
	return readLines();
}

export async function attackFromWorker(page: Page, made: AimedAttack[]): Promise<string[]> {
	const bundle = await compileProgram(program(made));
	await page.evaluate(([b, o]) => window.bench.start(b, o), [bundle, sketchOptions] as const);
	return untilDone(page);
}

export async function attackFromPage(page: Page, made: AimedAttack[]): Promise<string[]> {
	const files = { 'index.html': '<p>x</p>', 'main.ts': program(made) };
	const compilation = await compileInNode({ files, program: 'main.ts', checks: [], page: 'index.html' });
	if (compilation.kind !== 'bundle') throw new Error(JSON.stringify(compilation));
	const options = { ...sketchOptions, kind: 'page', input: sceneInput } as const;
	await page.evaluate(([b, o]) => window.bench.start(b, o), [compilation.bundle, options] as const);
	return unlessGone(made, untilDone(page));
}
