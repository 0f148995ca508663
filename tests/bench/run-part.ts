import { cpus, loadavg } from 'node:os';
import type { Browser } from 'playwright';
import { formatAims, type Aim } from './aim.ts';
import { openBrowser } from './browser.ts';
import type { BenchMachine } from './figures.ts';
import { formatMachineLine } from './table.ts';

export const commandOptions = process.argv.slice(2);

export const readProcessorLoad = (): number => Number((loadavg()[0] ?? 0).toFixed(1));

export function describeBenchMachine(loadBefore: number, browser?: string): BenchMachine {
	return {
		at: new Date().toISOString(),
		node: process.versions.node,
		...(browser !== undefined && { browser }),
		processors: cpus().length,
		load: [loadBefore, readProcessorLoad()]
	};
}

export function printFigures(machine: BenchMachine, figures: object, aims: Aim[], formatTable: () => string): void {
	const formatJson = () => JSON.stringify({ machine, ...figures, aims }, null, '\t');
	console.log(commandOptions.includes('--json') ? formatJson() : formatTable());
}

interface BenchPart<Value> {
	/** The name under which the figures are printed. */
	name: string;
	measure: () => Promise<Value>;
	aims: (figures: Value) => Aim[];
	lines: (figures: Value) => string[];
	/** Version of the measured browser; absent when there is none. */
	browser?: string;
}

/** Measures one part alone and prints its figures. */
export async function runBenchPart<Value>({ name, measure, aims, lines, browser }: BenchPart<Value>): Promise<void> {
	const loadBefore = readProcessorLoad();
	const figures = await measure();
	const machine = describeBenchMachine(loadBefore, browser);
	const aimResults = aims(figures);
	const formatTable = () => [formatMachineLine(machine), ...lines(figures), '', ...formatAims(aimResults)].join('\n');
	printFigures(machine, { [name]: figures }, aimResults, formatTable);
}

export async function runBenchPartInBrowser<Value>(
	partIn: (browser: Browser) => Omit<BenchPart<Value>, 'browser'>
): Promise<void> {
	const browser = await openBrowser();
	try {
		await runBenchPart({ ...partIn(browser), browser: `Chromium ${browser.version()}` });
	} finally {
		await browser.close();
	}
}
