/** Tests what the browser of this machine can do, instead of guessing from its name. */
import { openStorage } from '#lib/storage/open.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { formatDecimal } from '#lib/ui/format-number.ts';
import { createCompiler, createStage } from '#sandbox/index.ts';
import type { ProbeFinding } from './probe.ts';

/** Milliseconds to start and compile one line: a slower compiler makes a slow lesson. */
const SLOW_COMPILER_MS = 15_000;
const LITTLE_STORAGE_BYTES = 50_000_000;

/** Tests the compiler in its worker, because the app's own pages may not compile WebAssembly. */
export async function probeCompiler(signal: AbortSignal): Promise<ProbeFinding> {
	if (typeof WebAssembly !== 'object') return { grade: 'bad', detail: 'WebAssembly is absent' };
	const compiler = createCompiler();
	signal.addEventListener('abort', () => compiler.dispose());
	const startedAt = performance.now();
	const compilation = await compiler.compile({
		files: { 'main.ts': 'export const answer: number = 1;' },
		program: 'main.ts',
		checks: []
	});
	const seconds = (performance.now() - startedAt) / 1000;
	const detail = `worker and compiler, ${formatDecimal(seconds, getLocale())} s`;
	if (compilation.kind !== 'bundle') return { grade: 'bad', detail: `compiler answered ${compilation.kind}` };
	return { grade: seconds * 1000 > SLOW_COMPILER_MS ? 'poor' : 'good', detail };
}

/**
 * Creates the probe of the sandbox's frame. It tries each address, so that the administrator reads which ones are blocked; one
 * that answers is enough.
 */
export const createFrameProbe =
	(element: HTMLElement, shellAddresses: string[], title: string) =>
	async (signal: AbortSignal): Promise<ProbeFinding> => {
		const answeringShells: string[] = [];
		const blockedShells: string[] = [];
		for (const shell of shellAddresses) {
			const stage = createStage({ element, shellAddresses: [shell], title });
			const disposeStage = () => stage.dispose();
			signal.addEventListener('abort', disposeStage);
			await stage.ready.then(
				() => answeringShells.push(shell),
				() => blockedShells.push(shell)
			);
			signal.removeEventListener('abort', disposeStage);
			disposeStage();
		}
		const shellAnswers = [
			...answeringShells.map((shell) => `${shell}: answers`),
			...blockedShells.map((shell) => `${shell}: blocked`)
		];
		const grade = answeringShells.length === 0 ? 'bad' : answeringShells[0] === shellAddresses[0] ? 'good' : 'poor';
		return { grade, detail: shellAnswers.join('; ') };
	};

export async function probeStorage(): Promise<ProbeFinding> {
	const workStorage = await openStorage();
	const isKept = workStorage.persistence.kind === 'kept';
	workStorage.close();
	if (!isKept) return { grade: 'bad', detail: 'IndexedDB is refused: work is lost when the tab is closed' };
	// Over plain http `navigator.storage` is absent: then only the size of the storage stays unknown.
	const estimate = await navigator.storage?.estimate?.();
	if (estimate === undefined) return { grade: 'good', detail: 'IndexedDB' };
	const freeBytes = (estimate.quota ?? 0) - (estimate.usage ?? 0);
	return {
		grade: freeBytes < LITTLE_STORAGE_BYTES ? 'poor' : 'good',
		detail: `IndexedDB, ${Math.round(freeBytes / 1_000_000)} MB free`
	};
}
