/** Finds files that import each other in a circle, and those from which a circle is reached. */
export function filesReachingCircles(
	paths: readonly string[],
	targetsOf: (path: string) => readonly string[]
): ReadonlySet<string> {
	const importers = new Map<string, string[]>(paths.map((path) => [path, []]));
	const openTargets = new Map<string, number>();
	for (const path of paths) {
		const targets = new Set(targetsOf(path).filter((target) => importers.has(target)));
		openTargets.set(path, targets.size);
		for (const target of targets) importers.get(target)?.push(path);
	}
	// A file is free of circles when all that it imports is.
	const free = paths.filter((path) => openTargets.get(path) === 0);
	for (const path of free) {
		for (const importer of importers.get(path) ?? []) {
			const open = (openTargets.get(importer) ?? 0) - 1;
			openTargets.set(importer, open);
			if (open === 0) free.push(importer);
		}
	}
	const isFree = new Set(free);
	return new Set(paths.filter((path) => !isFree.has(path)));
}
