/** How versions of one work descend from each other. Whoever follows parents may meet one that is not here: then the line ends. */
import type { Version } from './work.ts';

type Line = Pick<Version, 'id' | 'parent'>;

/** A version and all that it was made from, nearest first. */
export function lineOf(versions: readonly Line[], id: string): string[] {
	const parents = new Map(versions.map((version) => [version.id, version.parent]));
	const line: string[] = [];
	for (let at: string | null = id; at !== null && !line.includes(at); at = parents.get(at) ?? null) line.push(at);
	return line;
}

/** Whether `newer` is `older`, or was made from it. */
export function descends(versions: readonly Line[], newer: string, older: string): boolean {
	return lineOf(versions, newer).includes(older);
}

/** The nearest version that both were made from. */
export function commonAncestor(versions: readonly Line[], one: string, other: string): string | null {
	const line = new Set(lineOf(versions, other));
	return lineOf(versions, one).find((id) => line.has(id)) ?? null;
}

/** Versions that nothing was made from. */
export function ends<T extends Line>(versions: readonly T[]): T[] {
	const parents = new Set(versions.map(({ parent }) => parent));
	return versions.filter(({ id }) => !parents.has(id));
}
