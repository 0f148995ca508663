/** Follows how versions of a work descend from each other, as far as they are stored here. */
import type { Version } from './work.ts';

type VersionIdAndParent = Pick<Version, 'id' | 'parent'>;

/** Returns the ids of a version and its ancestors, nearest first. */
export function lineageIdsOf(versions: readonly VersionIdAndParent[], id: string): string[] {
	const parentById = new Map(versions.map((version) => [version.id, version.parent]));
	const ancestorIds: string[] = [];
	for (let at: string | null = id; at !== null && !ancestorIds.includes(at); at = parentById.get(at) ?? null)
		ancestorIds.push(at);
	return ancestorIds;
}

/** Tells whether `newer` is `older` or descends from it. */
export function isDescendant(versions: readonly VersionIdAndParent[], newer: string, older: string): boolean {
	return lineageIdsOf(versions, newer).includes(older);
}

/** Returns the nearest version from which both versions descend; null when there is none. */
export function findCommonAncestor(versions: readonly VersionIdAndParent[], one: string, other: string): string | null {
	const otherAncestorIds = new Set(lineageIdsOf(versions, other));
	return lineageIdsOf(versions, one).find((id) => otherAncestorIds.has(id)) ?? null;
}

/** Returns the versions that are the parent of no other version. */
export function findChildlessVersions<T extends VersionIdAndParent>(versions: readonly T[]): T[] {
	const parentIds = new Set(versions.map(({ parent }) => parent));
	return versions.filter(({ id }) => !parentIds.has(id));
}
