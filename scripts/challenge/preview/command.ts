/** Implements `npm run challenge -- preview`. */
import { existsSync, statSync } from 'node:fs';
import { ArgumentError, type ChallengeArguments } from '../arguments.ts';
import { makePathRelative } from '../describe-checked-challenge.ts';
import { previewPathOf, PreviewedFolder, type PreviewedFolderState } from './previewed-folder.ts';
import { servePreview } from './server.ts';

/** Signals that end the preview: Ctrl+C, a closed terminal, and the end of the process that started it. */
const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Shows a folder in the workbench until the author ends it. */
export async function runPreviewCommand(
	{ folder, port }: Extract<ChallengeArguments, { command: 'preview' }>,
	from: string
): Promise<number> {
	const name = makePathRelative(folder, from);
	if (!existsSync(folder) || !statSync(folder).isDirectory())
		throw new ArgumentError(`${name}: there is no such folder; npm run challenge -- new makes one`);
	const endingSignal = waitForEndSignal();
	const previewedFolder = new PreviewedFolder(folder, name);
	let address = '';
	const reportFolderState = (state: PreviewedFolderState) =>
		process.stdout.write(`${describePreview(name, address, state)}\n`);
	process.stdout.write(`${name}: one moment\n`);
	const server = await servePreview(previewedFolder, port, reportFolderState).catch((error: unknown) => {
		throw new ArgumentError(`the preview does not start: ${error instanceof Error ? error.message : String(error)}`);
	});
	address = server.address;
	reportFolderState(await previewedFolder.read());
	process.stdout.write(
		`A change is shown once its file is saved. Pieces for scenes: ${address}/kit. Ctrl+C ends this.\n`
	);
	await endingSignal;
	process.stdout.write(`${name}: no longer shown\n`);
	await server.close();
	// The process would not end by itself, because the server's database and compilers keep it alive.
	process.exit(0);
}

/**
 * Resolves at the first signal; the second one ends the process at once. The listener stays, so that no other code ends the process
 * at the first signal.
 */
function waitForEndSignal(): Promise<void> {
	let isEnding = false;
	return new Promise((resolve) => {
		for (const signal of ENDING_SIGNALS)
			process.on(signal, () => {
				if (isEnding) process.exit(1);
				isEnding = true;
				resolve();
			});
	});
}

function describePreview(name: string, address: string, state: PreviewedFolderState): string {
	if (state.packed) return `${name}: shown on ${address}${previewPathOf(state)}`;
	const count = state.problemLines.length === 1 ? '1 problem' : `${state.problemLines.length} problems`;
	return [...state.problemLines, `${name}: ${count}; ${address} says them too, until they are mended`].join('\n');
}
