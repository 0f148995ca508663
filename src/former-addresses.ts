/** Addresses of the release before, still answered for pages loaded or kept then. */

/** Patterns of former paths, each with the current one. An entry is removed one release after it was added. */
const FORMER_PATHS: [RegExp, string][] = [
	[/^(\/api\/assignments\/[^/]+)\/standing$/, '$1/progress'],
	[/^((?:\/\w+)?\/classes\/[^/]+\/assignments\/[^/]+)\/again$/, '$1/rejudge']
];

/** Returns the current path for a path that may be a former one. */
export function replaceFormerPath(path: string): string {
	return FORMER_PATHS.reduce((known, [former, current]) => known.replace(former, current), path);
}
