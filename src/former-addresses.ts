/** Maps addresses of the previous release, which older loaded or kept pages still use, to current ones. */

/** Patterns of former paths, each with its replacement. An entry is removed one release after it was added. */
const FORMER_PATHS: [RegExp, string][] = [
	[/^(\/api\/assignments\/[^/]+)\/standing$/, '$1/progress'],
	[/^((?:\/\w+)?\/classes\/[^/]+\/assignments\/[^/]+)\/again$/, '$1/rejudge']
];

/** Returns the current path for a former path; returns any other path unchanged. */
export function replaceFormerPath(path: string): string {
	return FORMER_PATHS.reduce((known, [former, current]) => known.replace(former, current), path);
}
