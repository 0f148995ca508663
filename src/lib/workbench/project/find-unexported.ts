/** Finds a frequent beginner's mistake in sketches: a `draw` that is written but not exported. */
import { PROGRAM_FILE } from '#lib/domain/project.ts';
import type { Files } from '#sandbox/contract.ts';

const PLAYER_FUNCTIONS = [
	'setup',
	'draw',
	'mousePressed',
	'mouseReleased',
	'mouseMoved',
	'mouseDragged',
	'keyPressed',
	'keyReleased'
];

/** Returns the first function that the sketch player would call if it were exported, or null. */
export function findUnexported(files: Files): string | null {
	const program = files[PROGRAM_FILE] ?? '';
	const exportedNames = [...program.matchAll(/^export\s*\{([^}]*)\}/gm)].flatMap((match) => match[1]?.split(',') ?? []);
	const names = new Set(exportedNames.map((name) => name.trim()));
	const declaredNames = [...program.matchAll(/^(?:async )?function (\w+)\s*\(/gm)].flatMap((match) => match[1] ?? []);
	return declaredNames.find((name) => PLAYER_FUNCTIONS.includes(name) && !names.has(name)) ?? null;
}
