import type { SourcePlace, Problem } from '../report.ts';
import { assertionDetailsOf } from './assertion.ts';
import { errorText } from './view.ts';
import { printValue } from './print.ts';
import { readNameOrMessage } from './property.ts';
import { isObject } from './intrinsics.ts';

const MAX_MESSAGE_CHARACTERS = 2000;

/** Returns the failure of a check, or the error of a program or check that broke. Never throws. */
export function problemOfError(error: unknown, findPlace?: (error: unknown) => SourcePlace | undefined): Problem {
	const at = placeFieldOf(error, findPlace);
	const details = assertionDetailsOf(error);
	if (details !== undefined) return { kind: 'assertion', ...details, ...at };
	return { kind: 'thrown', ...nameAndMessageOf(error), ...at };
}

function placeFieldOf(
	error: unknown,
	findPlace: ((error: unknown) => SourcePlace | undefined) | undefined
): { place?: SourcePlace } {
	try {
		const at = findPlace?.(error);
		return at === undefined ? {} : { place: at };
	} catch {
		return {};
	}
}

function nameAndMessageOf(error: unknown): { name: string; message: string } {
	const name = readNameOrMessage(error, 'name');
	const message = readNameOrMessage(error, 'message');
	if (!isObject(error) || typeof message !== 'string') return { name: 'thrown', message: printValue(error) };
	const cleanMessage = removeModulePrefixes(message.slice(0, MAX_MESSAGE_CHARACTERS));
	return { name: typeof name === 'string' && name !== '' ? name : errorText(error), message: cleanMessage };
}

/** Restores names as written: `(0 , import_main.cost) is not a function` → `cost is not a function`. */
function removeModulePrefixes(message: string): string {
	return message.replace(/\(0 ?, ?(?:import_\w+\.)?([\w$]+)\)/g, '$1').replace(/\bimport_\w+\.(?=[\w$])/g, '');
}
