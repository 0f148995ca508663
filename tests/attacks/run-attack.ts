import type { Frame, Page } from '@playwright/test';
import { compileInNode } from '#sandbox/compile/node/index.ts';
import { expect, sceneInput, compileProgram, sketchOptions } from '../sandbox/stage-test.ts';
import type { AimedAttack } from './arena.ts';
import type { Attack, AttackTarget } from './attack.ts';

/** Milliseconds to wait for an attack that sends something, and for one that tries to get in. */
const REQUEST_WAIT_MILLISECONDS = 400;
const ENTRY_WAIT_MILLISECONDS = 2000;

const longestAttackWaitMilliseconds = (attacks: readonly Attack[]) =>
	attacks.some(({ sign }) => sign === 'entry') ? ENTRY_WAIT_MILLISECONDS : REQUEST_WAIT_MILLISECONDS;

const writeAttackCode = ({ run }: Attack) =>
	`({ ${run.toString().startsWith('run') ? '' : 'run: '}${run.toString()} }).run`;

const hasLeavingAttack = (attacks: AimedAttack[]) => attacks.some(({ leavesDocument }) => leavesDocument === true);

/**
 * Resolves to a document's answer; to no ids when it has navigated away meanwhile, in which case only the listener knows of a
 * leak.
 */
const ignoreAnswerOfLeftDocument = (attacks: AimedAttack[], answered: Promise<string[]>) =>
	hasLeavingAttack(attacks) ? answered.catch(() => []) : answered;

/** Runs in the browser, by `evaluate`: makes all attacks, and resolves to the ids of those that report that they got in. */
const runAttacksInDocument = async ([attacks, wait]: readonly [[string, string, AttackTarget][], number]): Promise<
	string[]
> => {
	const lateTimeout = new Promise((resolve) => setTimeout(resolve, wait));
	const enteredIds: string[] = [];
	const attempt = async ([id, code, target]: [string, string, AttackTarget]) => {
		try {
			const answer: unknown = new Function('target', `return ${code}(target)`)(target);
			if ((await Promise.race([answer, lateTimeout])) === true) enteredIds.push(id);
		} catch {
			// The sandbox refused the attack.
		}
	};
	await Promise.all(attacks.map(attempt));
	await lateTimeout;
	return enteredIds;
};

export async function attackFromDocument(frame: Frame, attacks: AimedAttack[]): Promise<string[]> {
	const attackArguments = attacks.map((one): [string, string, AttackTarget] => [
		one.id,
		writeAttackCode(one),
		one.target
	]);
	return ignoreAnswerOfLeftDocument(
		attacks,
		frame.evaluate(runAttacksInDocument, [attackArguments, longestAttackWaitMilliseconds(attacks)] as const)
	);
}

/** Returns the inner frame. Throws if there is none, because the run would then prove nothing. */
export async function findInnerFrame(page: Page): Promise<Frame> {
	await page.evaluate(() => window.bench.stage.ready);
	const inner = page.mainFrame().childFrames()[0]?.childFrames()[0];
	if (inner === undefined) throw new Error('The stage has no inner frame.');
	return inner;
}

/** Returns a program that makes all attacks, logs those that report an entry, and then logs that it is done. */
const writeAttackProgram = (attacks: AimedAttack[]) => `
	const late = new Promise((resolve) => setTimeout(resolve, ${longestAttackWaitMilliseconds(attacks)}));
	const attempt = async (id: string, act: () => unknown) => {
		try { if ((await Promise.race([act(), late])) === true) console.log(id); } catch {}
	};
	Promise.all([${attacks
		.map((one) => `attempt('${one.id}', () => (${writeAttackCode(one)} as any)(${JSON.stringify(one.target)}))`)
		.join(',\n')}]).then(() => late).then(() => console.log('done'));`;

const isProgramEndLine = (line: string) => line === 'done' || line === 'stopped';

/**
 * Resolves to a program's console lines once all attacks were made. Only a program that leaves its document may be stopped
 * earlier.
 */
async function waitForConsoleLines(page: Page, attacks: AimedAttack[]): Promise<string[]> {
	const readLines = async () =>
		(await page.evaluate(() => window.bench.events)).flatMap((event) => {
			if (event.type === 'kept' || event.type === 'stopped') return ['stopped'];
			return event.type === 'console' ? event.entries.map(({ values }) => values[0]?.text ?? '') : [];
		});
	await expect.poll(async () => (await readLines()).some(isProgramEndLine)).toBe(true);
	const lines = await readLines();
	if (!hasLeavingAttack(attacks)) expect(lines, 'the program made all attacks').toContain('done');
	return lines;
}

export async function attackFromWorker(page: Page, attacks: AimedAttack[]): Promise<string[]> {
	const bundle = await compileProgram(writeAttackProgram(attacks));
	await page.evaluate(([b, o]) => window.bench.start(b, o), [bundle, sketchOptions] as const);
	return waitForConsoleLines(page, attacks);
}

export async function attackFromPage(page: Page, attacks: AimedAttack[]): Promise<string[]> {
	const files = { 'index.html': '<p>x</p>', 'main.ts': writeAttackProgram(attacks) };
	const compilation = await compileInNode({ files, program: 'main.ts', checks: [], page: 'index.html' });
	if (compilation.kind !== 'bundle') throw new Error(JSON.stringify(compilation));
	const options = { ...sketchOptions, kind: 'page', input: sceneInput } as const;
	await page.evaluate(([b, o]) => window.bench.start(b, o), [compilation.bundle, options] as const);
	return ignoreAnswerOfLeftDocument(attacks, waitForConsoleLines(page, attacks));
}
