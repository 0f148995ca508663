import { test as base, type Page } from '../test.ts';
import { compileInNode } from '#sandbox/compile/node/index.ts';
import type { Bundle, CheckOptions, RunEvent, RunOptions, SceneInput, Sources } from '#sandbox/contract.ts';
import { stubFirefoxDriverCommand } from '../firefox.ts';
import { startSandboxHost, type SandboxTestHost } from './host.ts';
import { openStage } from './open-stage.ts';

export { expect } from '../test.ts';

export const sceneInput: SceneInput = {
	labels: {},
	language: 'en',
	theme: 'light',
	situation: 'first',
	reducedMotion: false
};
/** Options without pictures, because a driver cannot pass bytes. */
export type PlainRunOptions = Omit<RunOptions, 'ownFiles'>;

export const sketchOptions: PlainRunOptions = { kind: 'sketch', seed: 1, input: sceneInput };
export const sceneOptions: PlainRunOptions = { kind: 'scene', seed: 1, input: sceneInput };

const PROGRAM_FILE = 'main.ts';

export async function compileFiles(files: Record<string, string>, moreSources: Partial<Sources> = {}): Promise<Bundle> {
	const names = Object.keys(files);
	const compilation = await compileInNode({
		files,
		program: PROGRAM_FILE,
		checks: names.filter((name) => name.startsWith('checks/')),
		...(names.includes('scene.ts') ? { scene: 'scene.ts' } : {}),
		...moreSources
	});
	if (compilation.kind !== 'bundle') throw new Error(JSON.stringify(compilation));
	return compilation.bundle;
}

export const compileProgram = (text: string): Promise<Bundle> => compileFiles({ [PROGRAM_FILE]: text });

export class StagePage {
	constructor(readonly page: Page) {}

	async start(bundle: Bundle, options: PlainRunOptions = sketchOptions): Promise<void> {
		await this.page.evaluate(([b, o]) => window.bench.start(b, o), [bundle, options] as const);
	}
	/** Resolves to the first event of a type in the latest run, even if it has happened already. */
	waitForEvent<Type extends RunEvent['type']>(type: Type) {
		return this.page.evaluate((asked) => window.bench.waitForEvent(asked), type);
	}
	readRunEvents() {
		return this.page.evaluate(() => window.bench.events);
	}
	/** Returns when the events of one type arrived, in milliseconds after the run was started. */
	readArrivalTimes(type: RunEvent['type']): Promise<number[]> {
		return this.page.evaluate((asked) => {
			const { events, arrivalTimes } = window.bench;
			return arrivalTimes.filter((_, at) => events[at]?.type === asked);
		}, type);
	}
	/** Returns the console's output so far, one text for each line. */
	async readConsoleLines(): Promise<string[]> {
		const events = await this.readRunEvents();
		return events.flatMap((event) =>
			event.type === 'console' ? event.entries.map(({ values }) => values.map((value) => value.text).join(' ')) : []
		);
	}
	check(bundle: Bundle, options: Partial<CheckOptions> = {}) {
		const completeOptions = { checkFilePaths: ['checks/a.ts'], seed: 1, timeLimit: 500, totalLimit: 5000, ...options };
		return this.page.evaluate(([b, o]) => window.bench.check(b, o), [bundle, completeOptions] as const);
	}
	countLiveMoments() {
		return this.page.evaluate(() => window.bench.liveMoments);
	}
}

interface Fixtures {
	stage: StagePage;
}

export const test = base.extend<Fixtures, { host: SandboxTestHost }>({
	host: [
		async ({ browser, browserName }, use) => {
			if (browserName === 'firefox') stubFirefoxDriverCommand(browser);
			const host = await startSandboxHost({ appOrigins: (port) => [`http://localhost:${port}`] });
			await use(host);
			await host.close();
		},
		{ scope: 'worker' }
	],
	stage: async ({ host, page }, use) => {
		await openStage(page, host.appAddress('localhost', `http://127.0.0.1:${host.port}`));
		await use(new StagePage(page));
	}
});
